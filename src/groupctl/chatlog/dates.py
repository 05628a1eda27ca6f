"""Is 3/4 the third of April? The order of day and month, decided over a whole file."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from groupctl.chatlog import clock
from groupctl.chatlog.scan import Mask

Numbers = npt.NDArray[np.signedinteger]


class DateOrder(StrEnum):
    """Which of three numbers is the year, the month, the day."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


@dataclass(frozen=True, kw_only=True)
class OrderChoice:
    """The order a file is read in, and what it makes of the dates."""

    order: DateOrder
    days: npt.NDArray[np.int32]
    """Since 1970-01-01, one a row."""
    valid: Mask
    """False for rows whose numbers are no date in this order: those lines only look like headers."""
    other_days: npt.NDArray[np.int32] | None = None
    """The days under the other order, where nothing in the file decides."""


def read_days(first: Numbers, second: Numbers, third: Numbers, order: DateOrder) -> tuple[npt.NDArray[np.int32], Mask]:
    """Return days since 1970-01-01 and which rows are dates; a first number of four digits is always the year."""
    year_first = first >= 1000
    day, month = (first, second) if order is DateOrder.DMY else (second, first)
    year = clock.full_years(np.where(year_first, first, third))
    return clock.days(year, np.where(year_first, second, month), np.where(year_first, third, day))


def choose_order(
    first: Numbers, second: Numbers, third: Numbers, seconds: Numbers, *, looks_american: bool = False
) -> OrderChoice:
    """Decide the order of three numbers a row, rows in file order.

    A number above 12 decides; else the order in which the log runs backwards less often; else the order is
    ambiguous, and ``looks_american`` (12 hours, slashes, two-digit years) tips it.
    """
    readings = {order: read_days(first, second, third, order) for order in (DateOrder.DMY, DateOrder.MDY)}
    if len(first) and (first >= 1000).all():
        days, valid = readings[DateOrder.DMY]
        return OrderChoice(order=DateOrder.YMD, days=days, valid=valid)
    misfits = {order: int((~valid).sum()) for order, (_days, valid) in readings.items()}
    backwards = {order: _steps_back(days, valid, seconds) for order, (days, valid) in readings.items()}
    cost = {order: (misfits[order], backwards[order]) for order in readings}
    likely, other = (DateOrder.MDY, DateOrder.DMY) if looks_american else (DateOrder.DMY, DateOrder.MDY)
    if cost[other] < cost[likely]:
        likely, other = other, likely
    same = bool((readings[likely][0] == readings[other][0]).all())
    undecided = cost[likely] == cost[other] and not same
    days, valid = readings[likely]
    return OrderChoice(order=likely, days=days, valid=valid, other_days=readings[other][0] if undecided else None)


def _steps_back(days: npt.NDArray[np.int32], valid: Mask, seconds: Numbers) -> int:
    """Count the places where the log steps back by more than a day, which no clock change explains."""
    moments = clock.moments(days[valid], seconds[valid])
    return int((np.diff(moments) < -clock.DAY).sum())
