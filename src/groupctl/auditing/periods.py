"""The same figures for one period after the other, side by side."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

import polars as pl

from groupctl.auditing.summary import summarise
from groupctl.facts.subject import Subject
from groupctl.figures.named import Figures

Length = Literal["week", "month", "quarter", "year"]
LENGTHS: tuple[Length, ...] = get_args(Length)
_STEP = {"week": "1w", "month": "1mo", "quarter": "1q", "year": "1y"}
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Period:
    """The figures of one period of a log."""

    first: dt.date
    """Its first day, by the calendar: a Monday, the first of a month, a quarter, a year."""
    last: dt.date
    """Its last day, included."""
    complete: bool
    """Whether the log covers it from the first day to the last."""
    figures: Figures


def periods(subject: Subject, length: Length) -> tuple[Period, ...]:
    """Return the figures of every period in which something was said, the oldest first.

    Who joined or spoke before a period is known in it; what comes after it is not.
    """
    return tuple(_period(subject, first, last) for first, last in _spans(subject, length))


def _spans(subject: Subject, length: Length) -> Iterator[tuple[dt.date, dt.date]]:
    """Yield the first and last day of each period."""
    starts = pl.col("local").dt.truncate(_STEP[length]).dt.date().unique().sort()
    firsts = subject.chat.messages.select(starts).to_series()
    lasts = firsts.dt.offset_by(_STEP[length]) - _DAY
    yield from zip(firsts, lasts, strict=True)


def _period(subject: Subject, first: dt.date, last: dt.date) -> Period:
    begins, ends = subject.span or (dt.datetime.combine(first, dt.time()),) * 2
    return Period(
        first=first,
        last=last,
        complete=begins.date() <= first and last <= ends.date(),
        figures=summarise(subject.between(first, last)),
    )
