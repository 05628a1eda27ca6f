"""Cron expressions of slots: what is none, and at which moments one fires."""

import pytest

from groupctl.recurrence import ScheduleError, occurrences, timetable
from tests.figures.chats import moment


def test_a_weekday_slot_fires_on_weekdays_with_both_ends() -> None:
    fired = occurrences("0 8 * * 1-5", moment("2024-03-01 08:00"), moment("2024-03-05 08:00"))
    assert [f"{at:%a %H:%M}" for at in fired] == ["Fri 08:00", "Mon 08:00", "Tue 08:00"]


def test_seconds_before_a_moment_do_not_lose_it() -> None:
    fired = occurrences("0 8 * * *", moment("2024-03-01 08:00:30"), moment("2024-03-02 09:00"))
    assert list(fired) == [moment("2024-03-02 08:00")]


def test_the_days_and_the_times_of_a_slot_are_told() -> None:
    read = timetable("0,30 8 * * mon,7")
    assert (read.times_a_day, read.weekdays) == (2, frozenset({0, 6}))


@pytest.mark.parametrize("text", ["", "8:00", "0 8 * *", "0 25 * * *", "0 8 31 2 *"])
def test_what_is_no_schedule_is_said_to_be_none(text: str) -> None:
    with pytest.raises(ScheduleError):
        list(occurrences(text, moment("2024-03-01"), moment("2024-03-05")))
