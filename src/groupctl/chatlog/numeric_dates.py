"""Dates of three numbers that stand in headers now and then: which is the day, which the month.

The order is decided over the whole file: a number above 12 decides, else the order in which the log runs backwards
less often; else it stays open, and American habits (12 hours and slashes) tip it.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from groupctl.chatlog import clock
from groupctl.chatlog.dates import DateOrder
from groupctl.chatlog.scan import Mask

Numbers = npt.NDArray[np.signedinteger]

_NUMBERS = ("first", "second", "third")


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """Days since 1970-01-01, and the days under the other order where nothing in the file decides."""

    days: npt.NDArray[np.int64]
    order: str
    other: npt.NDArray[np.int64] | None = None


def is_date(first: Numbers, second: Numbers, third: Numbers) -> Mask:
    """Say which three numbers are a date in either order; a first number of four digits is the year."""
    return _read(first, second, third, DateOrder.DMY)[1] | _read(first, second, third, DateOrder.MDY)[1]


def _read(first: Numbers, second: Numbers, third: Numbers, order: DateOrder) -> tuple[Numbers, Mask]:
    year_first = first >= 1000
    year = clock.full_years(np.where(year_first, first, third))
    day, month = (first, second) if order is DateOrder.DMY else (second, first)
    return clock.days(year, np.where(year_first, second, month), np.where(year_first, third, day))


def first_is_day(rows: pl.DataFrame) -> npt.NDArray[np.int64]:
    """Return the days of rows with ``first``, ``second`` and ``third`` where nothing about their order is open."""
    first, second, third = (rows[name].to_numpy() for name in _NUMBERS)
    return _read(first, second, third, DateOrder.DMY)[0].astype(np.int64)


def choose(rows: pl.DataFrame, *, american: bool) -> Chosen:
    """Return the days of rows with ``first``, ``second`` and ``third``, in file order."""
    first, second, third = (rows[name].to_numpy() for name in _NUMBERS)
    dmy, mdy = (_read(first, second, third, order) for order in (DateOrder.DMY, DateOrder.MDY))
    if (first >= 1000).all():
        return Chosen(days=dmy[0].astype(np.int64), order=DateOrder.YMD if len(first) else "")
    likely, other = (
        ((DateOrder.MDY, mdy), (DateOrder.DMY, dmy)) if american else ((DateOrder.DMY, dmy), (DateOrder.MDY, mdy))
    )
    if _cost(*other[1]) < _cost(*likely[1]):
        likely, other = other, likely
    open_to_both = _cost(*likely[1]) == _cost(*other[1]) and bool((dmy[0] != mdy[0]).any())
    return Chosen(
        days=likely[1][0].astype(np.int64),
        order=likely[0],
        other=other[1][0].astype(np.int64) if open_to_both else None,
    )


def _cost(days: Numbers, valid: Mask) -> tuple[int, int]:
    """Count what speaks against an order: dates that do not exist, steps back that no clock change explains."""
    return int((~valid).sum()), int((np.diff(days[valid]) < -1).sum())
