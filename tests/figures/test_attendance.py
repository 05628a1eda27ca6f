"""Who wrote on which day, by day, week and window; stickiness; who carries the group."""

import datetime as dt

import polars as pl
import pytest

from groupctl.figures.attendance import (
    Participation,
    attendance,
    daily,
    falls,
    participation,
    stickiness,
    weekly,
    window_length,
    windows,
)
from groupctl.figures.people import people, talk
from tests.figures.chats import written

FIRST = dt.date(2024, 3, 1)  # a Friday


def attended(*lines: str) -> pl.DataFrame:
    messages = written(*lines)
    return attendance(talk(messages, people(messages)))


def test_a_day_counts_a_person_once_with_their_messages() -> None:
    found = attended("1 09:00 Ann: a", "1 10:00 Ann: b", "1 11:00 Bob: c", "2 09:00 Ann: d")
    assert found.select("day", "messages").rows() == [
        (FIRST, 2),
        (FIRST, 1),
        (FIRST + dt.timedelta(days=1), 1),
    ]


def test_silent_days_are_counted_as_such() -> None:
    found = daily(attended("1 09:00 Ann: a", "1 10:00 Bob: b", "3 09:00 Ann: c"))
    assert found.select("messages", "speakers").rows() == [(2, 2), (0, 0), (1, 1)]


def test_a_week_begins_on_monday() -> None:
    found = weekly(attended("3 09:00 Ann: a", "4 09:00 Bob: b", "5 09:00 Bob: c"))
    assert found.rows() == [(dt.date(2024, 2, 26), 1, 1), (dt.date(2024, 3, 4), 2, 1)]


def test_where_nobody_wrote_there_are_no_days() -> None:
    nobody = attended("1 09:00 Ann: a").clear()
    assert (daily(nobody).height, windows(nobody, FIRST, 7).height, stickiness(nobody, FIRST)) == (0, 0, None)


@pytest.mark.parametrize(("days", "length"), [(84, 28), (83, 14), (42, 14), (41, 7), (21, 7), (20, None)])
def test_windows_are_as_long_as_fit_three_times(days: int, length: int | None) -> None:
    assert window_length(days) == length


def test_windows_count_back_from_the_end_and_leave_out_what_is_left_over() -> None:
    lines = [f"{day} 09:00 {name}: x" for day in range(1, 17) for name in ("Ann", "Bob")]
    found = windows(attended(*lines, "16 10:00 Ann: y"), FIRST + dt.timedelta(days=15), 7)
    assert found.rows() == [(0, 15, 2, 14, 7.5), (1, 14, 2, 14, 7.0)]


def test_a_window_without_a_word_is_one_too() -> None:
    found = windows(attended("1 09:00 Ann: a", "21 09:00 Ann: b"), FIRST + dt.timedelta(days=20), 7)
    assert found["messages"].to_list() == [1, 0, 1]
    assert found["per_head"].to_list() == [1, None, 1]


def test_stickiness_is_the_mean_day_over_the_month() -> None:
    lines = [f"{day} 09:00 Ann: x" for day in range(1, 31)]
    assert stickiness(attended(*lines, "30 10:00 Bob: y"), FIRST + dt.timedelta(days=29)) == pytest.approx(31 / 30 / 2)


def test_the_few_who_carry_a_group_are_counted_apart() -> None:
    assert participation(100, 10, 1) == Participation(lurkers=0.9, occasional=0.09, heavy=0.01)
    assert participation(0, 0, 0) is None


@pytest.mark.parametrize(
    ("values", "fell"),
    [([50, 70, 100], True), ([60, 80, 100], True), ([90, 80, 100], False), ([50, 100, 100], False), ([50, 70], False)],
)
def test_twice_in_a_row_makes_a_fall(values: list[int], fell: bool) -> None:
    assert falls(pl.Series(values), 0.2) is fell
