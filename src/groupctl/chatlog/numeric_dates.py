"""Dates of three numbers that stand in headers now and then: which is the day, which the month."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from groupctl.chatlog.dates import NO_DAY, DateOrder, choose_order, read_days
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
    dmy, mdy = read_days(first, second, third)
    possible: Mask = (dmy != NO_DAY) | (mdy != NO_DAY)
    return possible


def first_is_day(rows: pl.DataFrame) -> npt.NDArray[np.int64]:
    """Return the days of rows with ``first``, ``second`` and ``third`` where nothing about their order is open."""
    return read_days(*(rows[name].to_numpy() for name in _NUMBERS))[0].astype(np.int64)


def choose(rows: pl.DataFrame, *, american: bool) -> Chosen:
    """Return the days of rows with ``first``, ``second`` and ``third``, in file order."""
    first, second, third = (rows[name].to_numpy() for name in _NUMBERS)
    days = dict(zip((DateOrder.DMY, DateOrder.MDY), read_days(first, second, third), strict=True))
    year_first = bool((first >= 1000).all())
    choice = choose_order(pl.DataFrame(days), year_first=year_first, looks_american=american)
    return Chosen(
        days=days[choice.column].astype(np.int64),
        order=choice.order if len(first) else "",
        other=days[choice.other].astype(np.int64) if choice.other else None,
    )
