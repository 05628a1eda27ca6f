"""Times of day and days, as exports write them."""

import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupctl.chatlog import clock
from groupctl.chatlog.scan import SPACE, Scanner, block

EPOCH = dt.date(1970, 1, 1)


def read(text: str, marks: tuple[bytes, ...] = (b":", b".")) -> tuple[str, str] | None:
    """Return the time at the beginning of a text and what stands behind it; None where there is none."""
    lines = block([text.encode()])
    scan = Scanner(lines, lines.starts)
    seconds = int(clock.read_time(scan, SPACE, marks).seconds[0])
    rest = lines.data[int(scan.at[0]) : lines.length].decode()
    return (str(dt.timedelta(seconds=seconds)), rest) if scan.ok[0] else None


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("3:04", "3:04:00"), ("03:04", "3:04:00"), ("15:04:05", "15:04:05"), ("21.25.15", "21:25:15"),
        ("0:00", "0:00:00"),
        ("3:04 PM", "15:04:00"), ("3:04PM", "15:04:00"), ("3:04 pm", "15:04:00"), ("3:04\u202fPM", "15:04:00"),
        ("3:04 p.m.", "15:04:00"), ("3:04 p. m.", "15:04:00"), ("3:04 p.\u00a0m.", "15:04:00"),
        ("3:04 a.m.", "3:04:00"), ("12:04 AM", "0:04:00"), ("12:04 PM", "12:04:00"), ("12:04 a. m.", "0:04:00"),
        ("下午3:04", "15:04:00"), ("下午 3:04", "15:04:00"), ("3:04 下午", "15:04:00"), ("上午12:04", "0:04:00"),
        ("中午12:04", "12:04:00"), ("中午1:04", "13:04:00"), ("中午11:04", "11:04:00"), ("凌晨1:04", "1:04:00"),
        ("凌晨12:04", "0:04:00"), ("晚上8:04", "20:04:00"), ("早上8:04", "8:04:00"), ("午後 8:04", "20:04:00"),
        ("오전 1:01", "1:01:00"), ("오후 12:01", "12:01:00"), ("15:04 PM", "15:04:00"),
    ],
)  # fmt: skip
def test_a_time_is_written_in_many_ways(text: str, time: str) -> None:
    assert read(text) == (time, "")


@pytest.mark.parametrize("text", ["24:00", "12:60", "12:00:60", "12", "12:5", "x", "上午", ":05", "123:00", "-1:00"])
def test_what_no_clock_shows_is_no_time(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [("3:04 - Ann", " - Ann"), ("3:04 PM - Ann", " - Ann"), ("3:04:05] Ann", "] Ann"), ("3:04 Ann", " Ann")],
)
def test_what_follows_is_left_alone(text: str, rest: str) -> None:
    found = read(text)
    assert found
    assert found[1] == rest


def test_a_dot_separates_only_where_it_may() -> None:
    assert read("21.25", (b":",)) is None


def test_a_time_tells_whether_it_has_seconds_and_which_half() -> None:
    lines = block([b"3:04 PM\n3:04:05\n"])
    times = clock.read_time(Scanner(lines, lines.starts), SPACE)
    assert times.has_seconds.tolist() == [False, True]
    assert times.half.tolist() == [clock.AFTERNOON, clock.NO_HALF]


@given(st.times())
def test_every_time_is_read_in_twelve_hours_and_in_twenty_four(time: dt.time) -> None:
    wanted = str(dt.timedelta(hours=time.hour, minutes=time.minute, seconds=time.second))
    assert read(time.strftime("%H:%M:%S")) == read(time.strftime("%I:%M:%S %p")) == (wanted, "")


@given(st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31)))
def test_days_are_counted_from_1970(day: dt.date) -> None:
    number, valid = clock.days(np.array([day.year]), np.array([day.month]), np.array([day.day]))
    assert (int(number[0]), bool(valid[0])) == ((day - EPOCH).days, True)


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (2023, 2, 29),
        (2100, 1, 1),
        (1989, 12, 31),
        (2024, 0, 1),
        (2024, 13, 1),
        (2024, 1, 0),
        (2024, 4, 31),
        (2099, 13, 1),
        (1990, 0, 1),
    ],
)
def test_a_date_that_no_calendar_has_is_none(year: int, month: int, day: int) -> None:
    assert not clock.days(np.array([year]), np.array([month]), np.array([day]))[1][0]


def test_two_digits_are_a_year_of_this_century() -> None:
    assert clock.full_years(np.array([0, 18, 99, 1999, 2024])).tolist() == [2000, 2018, 2099, 1999, 2024]


def test_moments_are_microseconds() -> None:
    assert clock.moments(np.array([1]), np.array([2])).tolist() == [86_402_000_000]
