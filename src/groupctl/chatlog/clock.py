"""Dates and times as exports write them, for a million rows at once.

Wall-clock moments are counted in microseconds since 1970-01-01 00:00 local time, as Polars' ``Datetime("us")``.
"""

import calendar
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from groupctl.chatlog.scan import Mask, Scanner

Integers = npt.NDArray[np.signedinteger]

DAY = 86_400_000_000
"""Microseconds."""
FIRST_YEAR, LAST_YEAR = 1990, 2099
"""Chats are not older than chat programs; a year outside marks a line that only looks like a header."""

MORNING, AFTERNOON, NOON, NO_HALF = 0, 1, 2, -1
HALVES = {
    **{
        word.encode(): MORNING for word in ("AM", "am", "a.m.", "a. m.", "上午", "凌晨", "清晨", "早上", "오전", "午前")
    },
    **{word.encode(): AFTERNOON for word in ("PM", "pm", "p.m.", "p. m.", "下午", "傍晚", "晚上", "오후", "午後")},
    "中午".encode(): NOON,
    "a.\u00a0m.".encode(): MORNING,
    "p.\u00a0m.".encode(): AFTERNOON,
}
"""Words for the halves of the day, in front of the time or behind it."""

_MONTHS = np.array(
    [
        (np.datetime64(f"{year}-{month:02}-01") - np.datetime64("1970-01-01")).astype(int)
        for year in range(FIRST_YEAR, LAST_YEAR + 1)
        for month in range(1, 13)
    ],
    dtype=np.int32,
)
_LENGTHS = np.array(
    [calendar.monthrange(year, month)[1] for year in range(FIRST_YEAR, LAST_YEAR + 1) for month in range(1, 13)],
    dtype=np.int8,
)


@dataclass(frozen=True)
class Times:
    """Times of day read from a block."""

    seconds: npt.NDArray[np.int32]
    """Since midnight."""
    has_seconds: Mask
    half: npt.NDArray[np.int8]
    """MORNING, AFTERNOON, NOON or NO_HALF."""


def full_years(years: Integers) -> Integers:
    """Return four-digit years for two-digit ones: 18 is 2018."""
    return np.where(years < 100, years + 2000, years)


def days(years: Integers, months: Integers, dates: Integers) -> tuple[npt.NDArray[np.int32], Mask]:
    """Return days since 1970-01-01 and which dates exist; the number of one that does not is meaningless."""
    index = (years.astype(np.int32) - FIRST_YEAR) * 12 + months - 1
    valid = (index >= 0) & (index < len(_MONTHS)) & (months >= 1) & (months <= 12)
    index = np.where(valid, index, 0)
    valid &= (dates >= 1) & (dates <= _LENGTHS[index])
    return _MONTHS[index] + dates.astype(np.int32) - 1, valid


def moments(day_numbers: Integers, seconds: Integers) -> npt.NDArray[np.int64]:
    """Return microseconds since 1970-01-01 local time."""
    return (day_numbers.astype(np.int64) * 86_400 + seconds) * 1_000_000


def read_time(scan: Scanner, spaces: tuple[bytes, ...], marks: tuple[bytes, ...] = (b":",)) -> Times:
    """Read ``3:04``, ``15:04:05``, ``下午3:04``, ``03:04 p. m.`` at each place; impossible times clear ``ok``."""
    before = scan.word(HALVES, NO_HALF)
    scan.any_number_of(spaces)
    hour = scan.number(1, 2)
    scan.literal(*marks)
    minute = scan.number(2, 2)
    has_seconds = scan.maybe(*marks)
    second = np.zeros(len(hour), dtype=np.int32)
    if has_seconds.any():
        ok = scan.ok
        scan.ok = np.ones(len(hour), dtype=np.bool_)
        second = np.where(has_seconds, scan.number(1, 2), 0)
        scan.ok = ok & (scan.ok | ~has_seconds)
    resume = scan.at.copy()
    scan.any_number_of(spaces)
    after = scan.word(HALVES, NO_HALF)
    scan.back_to(resume, after == NO_HALF)
    half = np.where(before == NO_HALF, after, before).astype(np.int8)
    hour = np.where((half == MORNING) & (hour == 12), 0, hour)
    hour = np.where((half == AFTERNOON) & (hour < 12), hour + 12, hour)
    hour = np.where((half == NOON) & (hour < 11), hour + 12, hour)
    scan.ok &= (hour < 24) & (minute < 60) & (second < 60)
    return Times(hour * 3600 + minute * 60 + second, has_seconds, half)
