"""Moments of fixed width, read place by place: the first digit of all of them, then the second, and so on.

Programs write all moments of a file in the same few lengths. What is not plainly such a moment is left to others.
"""

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from groupctl.chatlog import clock
from groupctl.chatlog.scan import Mask

Bytes = npt.NDArray[np.uint8]
Micros = npt.NDArray[np.int64]

_FORM = re.compile(rb"\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d([.,]\d+)?(Z|[+-]\d\d:?\d\d)?")
_PLACES = (0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 17, 18)
"""Where the digits of ``2024-01-02T03:04:05`` stand."""
BASE = 19
"""Its characters."""
MOST_LENGTHS = 16
LONGEST = 64
MICRO_DIGITS = 6


@dataclass(frozen=True)
class Fixed:
    """What was read of a column, in microseconds since 1970; meaningless where it was not."""

    local: Micros
    """As written."""
    offset: Micros
    """Of the zone from UTC."""
    read: Mask
    zoned: Mask
    """Where a zone stands."""


def read_fixed(column: pl.Series) -> Fixed:
    """Read ``2024-01-02T03:04:05.678+08:00`` and the like, with or without fraction and zone."""
    size = len(column)
    found = Fixed(
        np.zeros(size, np.int64), np.zeros(size, np.int64), np.zeros(size, np.bool_), np.zeros(size, np.bool_)
    )
    lengths = column.str.len_bytes().fill_null(0).to_numpy()
    present = np.flatnonzero(np.bincount(np.minimum(lengths, LONGEST), minlength=LONGEST + 1)[:LONGEST])
    for length in [int(one) for one in present if one >= BASE][:MOST_LENGTHS]:
        here = np.flatnonzero(lengths == length)
        part = column if len(here) == size else column.gather(here)
        text: str = part.str.join().item()
        _read_rows(np.frombuffer(text.encode(), dtype=np.uint8).reshape(len(here), length), here, found)
    return found


def _read_rows(rows: Bytes, here: npt.NDArray[np.int64], found: Fixed) -> None:
    """Read rows of the same length that look like the first of them, into the places ``here``."""
    form = _FORM.fullmatch(rows[0].tobytes())
    if not form:
        return
    by_place = np.ascontiguousarray(rows.T)
    local, ok = _base(by_place)
    if form[1]:
        fraction, digits = _number(by_place[BASE + 1 : form.end(1)][:MICRO_DIGITS])
        _beyond, more = _number(by_place[BASE + 1 : form.end(1)][MICRO_DIGITS:])
        local += fraction * 10 ** max(MICRO_DIGITS - (form.end(1) - BASE - 1), 0)
        ok &= digits & more & _is_any(by_place[BASE], b".,")
    if form[2]:
        offset, zone = _offset(by_place[form.start(2) :])
        found.offset[here] = offset
        found.zoned[here] = zone
        ok &= zone
    found.local[here], found.read[here] = local, ok


def _base(by_place: Bytes) -> tuple[Micros, Mask]:
    """Return what the first BASE characters say, and where they are a moment."""
    year, ok = _number(by_place[0:4])
    (month, day, hour, minute, second), found = zip(
        *(_number(by_place[at : at + 2]) for at in (5, 8, 11, 14, 17)), strict=True
    )
    days, valid = clock.days(year, month, day)
    ok &= valid & np.logical_and.reduce(found) & (hour < 24) & (minute < 60) & (second < 60)
    for place, marks in ((4, b"-/"), (7, b"-/"), (10, b"T "), (13, b":"), (16, b":")):
        ok &= _is_any(by_place[place], marks)
    return clock.moments(days, hour * 3600 + minute * 60 + second), ok


def _offset(by_place: Bytes) -> tuple[Micros, Mask]:
    """Return how far a zone (``Z``, ``+08:00``, ``+0800``) is from UTC, and where there is one."""
    if len(by_place) == 1:
        return np.zeros(by_place.shape[1], np.int64), by_place[0] == ord("Z")
    hours, ok = _number(by_place[1:3])
    minutes, digits = _number(by_place[-2:])
    ok = ok & digits & _is_any(by_place[0], b"+-")
    if len(by_place) > 5:
        ok &= by_place[3] == ord(":")
    sign = np.where(by_place[0] == ord("-"), -1, 1)
    return sign * (hours.astype(np.int64) * 60 + minutes) * 60_000_000, ok


def _number(digits: Bytes) -> tuple[npt.NDArray[np.int32], Mask]:
    """Return the numbers that digits make, one row a place, and where all of them are digits."""
    number, ok = np.zeros(digits.shape[1], np.int32), np.ones(digits.shape[1], np.bool_)
    for place in digits:
        value = place - np.uint8(ord("0"))
        ok &= value < 10
        number *= 10
        number += value
    return number, ok


def _is_any(place: Bytes, marks: bytes) -> Mask:
    found: Mask = np.logical_or.reduce([place == mark for mark in marks])
    return found
