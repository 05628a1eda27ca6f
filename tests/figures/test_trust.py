"""Days of a week on which something happened, and on which somebody wrote."""

import datetime as dt

import polars as pl

from groupctl.figures.attendance import attendance
from groupctl.figures.people import people, talk
from groupctl.figures.trust import days_a_week, days_of
from tests.figures.chats import moment, written


def test_a_day_with_two_topics_is_one_day() -> None:
    begun = pl.DataFrame({"local": [moment(f"2024-03-{day} 09:00") for day in ("01", "01", "05", "14")]})
    assert days_a_week(begun, dt.date(2024, 3, 14), 2) == 1.5


def test_what_is_older_than_the_weeks_does_not_count() -> None:
    begun = pl.DataFrame({"local": [moment("2024-03-07 09:00"), moment("2024-03-08 09:00")]})
    assert days_a_week(begun, dt.date(2024, 3, 14), 1) == 1


def test_a_host_is_found_by_any_way_of_writing_the_name() -> None:
    messages = written("1 09:00 Dr. Li: hi", "3 09:00 Dr. Li: hi", "2 09:00 Ann: hi")
    known = people(messages)
    attended = attendance(talk(messages, known))
    assert days_of("dr.li", attended, known) == frozenset({dt.date(2024, 3, 1), dt.date(2024, 3, 3)})
    assert days_of("Dr. Wu", attended, known) is None
    assert days_of("", attended, known) is None
