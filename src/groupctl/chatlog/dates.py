"""Is 3/4 the third of April? The order of day and month, decided over a whole file."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt
import polars as pl

from groupctl.chatlog import clock

Numbers = npt.NDArray[np.signedinteger]
Days = npt.NDArray[np.int32]
"""Since 1970-01-01."""

NO_DAY = -1
"""In place of a day where three numbers are no date: such a line only looks like a header."""


class DateOrder(StrEnum):
    """Which of three numbers is the year, the month, the day."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


@dataclass(frozen=True, kw_only=True)
class OrderChoice:
    """The order that a file is read in."""

    order: DateOrder
    other: DateOrder | None = None
    """The other order, where nothing in the file decides between the two."""

    @property
    def column(self) -> DateOrder:
        """The column that holds the days in this order; where the year comes first, both do."""
        return DateOrder.DMY if self.order is DateOrder.YMD else self.order


def read_days(first: Numbers, second: Numbers, third: Numbers) -> tuple[Days, Days]:
    """Return the days read as day-month-year and as month-day-year; NO_DAY where that is no date.

    A first number of four digits is always the year. A log dwells on each day, so equal neighbours are read once.
    """
    numbers = (first, second, third)
    changes = np.flatnonzero(np.logical_or.reduce([number[1:] != number[:-1] for number in numbers])) + 1
    begins = np.append(np.arange(min(len(first), 1)), changes)
    lengths = np.diff(begins, append=len(first))
    first, second, third = (number[begins] for number in numbers)
    year_first = first >= 1000
    year = clock.full_years(np.where(year_first, first, third))
    dmy = _days(year, second, np.where(year_first, third, first))
    mdy = _days(year, np.where(year_first, second, first), np.where(year_first, third, second))
    return np.repeat(dmy, lengths), np.repeat(mdy, lengths)


def _days(year: Numbers, month: Numbers, day: Numbers) -> Days:
    days, valid = clock.days(year, month, day)
    return np.where(valid, days, np.int32(NO_DAY))


def choose_order(days: pl.DataFrame, *, year_first: bool = False, looks_american: bool = False) -> OrderChoice:
    """Decide the order of a log's dates; ``days`` has them in the columns ``dmy`` and ``mdy``, in file order.

    A number above 12 decides; else the order in which the log runs backwards less often; else the order is
    ambiguous, and ``looks_american`` (12 hours, two-digit years) tips it.
    """
    if year_first:
        return OrderChoice(order=DateOrder.YMD)
    likely, other = (DateOrder.MDY, DateOrder.DMY) if looks_american else (DateOrder.DMY, DateOrder.MDY)
    cost = {order: _cost(days[order]) for order in (likely, other)}
    if cost[other] < cost[likely]:
        likely, other = other, likely
    undecided = cost[likely] == cost[other] and (days["dmy"] != days["mdy"]).any()
    return OrderChoice(order=likely, other=other if undecided else None)


def _cost(days: pl.Series) -> tuple[int, int]:
    """Count what speaks against an order: dates that do not exist, steps back that no clock change explains."""
    misfits = days == NO_DAY
    return int(misfits.sum()), int(((days.diff() < -1) & ~misfits).sum())
