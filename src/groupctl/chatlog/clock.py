"""Dates and times as exports write them, for a million rows at once.

Wall-clock moments are counted in microseconds since 1970-01-01 00:00 local time, as Polars' ``Datetime("us")``.
"""

import calendar
import datetime as dt
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from groupctl.chatlog.scan import Mask, Scanner

Integers = npt.NDArray[np.signedinteger]

SECOND, DAY = 1_000_000, 86_400_000_000
"""Microseconds."""
FIRST_YEAR, LAST_YEAR = 1990, 2099
"""Chats are not older than chat programs; a year outside marks a line that only looks like a header."""
BUDDHIST = 543
"""Years that the Thai calendar is ahead."""

MORNING, AFTERNOON, NOON, NO_HALF = 0, 1, 2, -1
HALVES = {
    **{word.encode(): MORNING for word in ("上午", "凌晨", "清晨", "早上", "午夜", "半夜", "오전", "午前")},
    **{word.encode(): AFTERNOON for word in ("下午", "傍晚", "晚上", "오후", "午後")},
    "中午".encode(): NOON,
    **{
        f"{letter}{middle}{last}".encode(): half
        for letters, half in (("aA", MORNING), ("pP", AFTERNOON))
        for letter in letters
        for middle, last in (
            ("", "m"),
            ("", "M"),
            (".", "m."),
            (".", "M."),
            (". ", "m."),
            (".\u00a0", "m."),
            (".\u202f", "m."),
        )
    },
}
"""Words for the halves of the day, in front of the time or behind it."""

_MONTHS = np.array(
    [
        dt.date(year, month, 1).toordinal() - dt.date(1970, 1, 1).toordinal()
        for year in range(FIRST_YEAR, LAST_YEAR + 1)
        for month in range(1, 13)
    ],
    dtype=np.int32,
)
_LENGTHS = np.array(
    [calendar.monthrange(year, month)[1] for year in range(FIRST_YEAR, LAST_YEAR + 1) for month in range(1, 13)],
    dtype=np.int8,
)


def from_buddhist(year: int) -> int:
    """Return a year as our calendar counts it, where the Thai one counted it; any other year as it is."""
    return year - BUDDHIST if year > LAST_YEAR + BUDDHIST // 2 else year


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
    moments = day_numbers.astype(np.int64)
    moments *= 86_400
    moments += seconds
    moments *= 1_000_000
    return moments


def read_time(scan: Scanner, spaces: tuple[bytes, ...], marks: tuple[bytes, ...] = (b":",)) -> Times:
    """Read ``3:04``, ``15:04:05``, ``下午3:04``, ``03:04 p. m.`` at each place; impossible times clear ``ok``."""
    before = scan.word(HALVES, NO_HALF)
    scan.any_number_of(spaces)
    hour = scan.number(1, 2)
    scan.literal(*marks)
    minute = scan.number(2, 2)
    second, has_seconds = _read_seconds(scan, marks)
    behind = scan.place()
    scan.any_number_of(spaces)
    after = scan.word(HALVES, NO_HALF)
    scan.back_to(behind, after == NO_HALF)
    half = np.maximum(before, after)  # where only one of them stands, the other is NO_HALF
    scan.ok &= (hour < 24) & (minute < 60) & (second < 60)
    return Times(_on_24_hours(hour, half) * 3600 + minute * 60 + second, has_seconds, half)


def _read_seconds(scan: Scanner, marks: tuple[bytes, ...]) -> tuple[npt.NDArray[np.int32], Mask]:
    """Read ``:05`` where a mark stands; return the seconds and where they stand."""
    has_seconds = scan.maybe(*marks)
    if not has_seconds.any():
        return np.zeros(len(scan.at), dtype=np.int32), has_seconds
    behind, ok = scan.place(), scan.ok
    seconds = scan.number(1, 2) * has_seconds
    scan.ok = scan.ok & has_seconds | ok & ~has_seconds
    scan.back_to(behind, ~has_seconds)
    return seconds, has_seconds


def _on_24_hours(hour: npt.NDArray[np.int32], half: npt.NDArray[np.int8]) -> npt.NDArray[np.int32]:
    """Return hours of the whole day: 12 in the morning is 0, 1 in the afternoon 13, 1 at noon 13."""
    if (half == NO_HALF).all():
        return hour
    later = (half == AFTERNOON) & (hour < 12) | (half == NOON) & (hour < 11)
    earlier = (half == MORNING) & (hour == 12)
    whole: npt.NDArray[np.int32] = hour + 12 * (later.astype(np.int32) - earlier.astype(np.int32))
    return whole
