"""On which days each person wrote: days, weeks, equal windows up to the end of a log, stickiness, who carries it."""

import datetime as dt
from dataclasses import dataclass

import polars as pl

_DAY = 86_400_000_000
_ROOM = 2**32
"""A day and a person in one number, which counts many times quicker than two columns."""
WINDOWS = (28, 14, 7)
"""Lengths of a window in days, whole weeks so that weekends weigh the same in each; the longest that fits is taken."""
LEAST_WINDOWS = 3
"""It takes this many to tell a trend from a bad week."""


def attendance(talk: pl.DataFrame) -> pl.DataFrame:
    """Return one row a person and day on which they wrote, in order: ``day``, ``who``, ``messages``."""
    day = pl.col("local").to_physical() // _DAY
    return (
        talk.lazy()
        .select((day * _ROOM + pl.col("who")).alias("key"))
        .group_by("key")
        .agg(pl.len().alias("messages"))
        .sort("key")
        .select(
            (pl.col("key") // _ROOM).cast(pl.Int32).cast(pl.Date).alias("day"),
            (pl.col("key") % _ROOM).cast(pl.UInt32).alias("who"),
            "messages",
        )
        .collect()
    )


def daily(attended: pl.DataFrame) -> pl.DataFrame:
    """Return one row a calendar day, silent days included: ``day``, ``messages``, ``speakers``."""
    return _by_interval(attended, "1d").rename({"start": "day"})


def weekly(attended: pl.DataFrame) -> pl.DataFrame:
    """Return one row a week, silent ones included: ``start`` (its Monday), ``messages``, ``speakers``."""
    return _by_interval(attended, "1w")


def _by_interval(attended: pl.DataFrame, every: str) -> pl.DataFrame:
    start = pl.col("day").dt.truncate(every).alias("start")
    counted = attended.group_by(start).agg(pl.col("messages").sum(), pl.col("who").n_unique().alias("speakers"))
    first, last = counted.select(pl.col("start").min().alias("first"), pl.col("start").max().alias("last")).row(0)
    if first is None:
        return counted
    every_one = pl.date_range(first, last, interval=every, eager=True).alias("start").to_frame()
    return every_one.join(counted, on="start", how="left", maintain_order="left").with_columns(
        pl.col("messages", "speakers").fill_null(0)
    )


def window_length(days: int, least: int = LEAST_WINDOWS) -> int | None:
    """Return how long windows are that fit ``least`` times into ``days``; None where not even weeks do."""
    return next((length for length in WINDOWS if length * least <= days), None)


def windows(attended: pl.DataFrame, last: dt.date, days: int) -> pl.DataFrame:
    """Return equal windows of ``days`` up to ``last``, the latest first; what is left over at the beginning is not one.

    Columns: ``window`` (0 for the latest), ``messages``, ``speakers``, ``person_days`` (speakers of each day, added
    up), ``per_head`` (messages a speaker; null in a window without any).
    """
    if attended.is_empty():
        return pl.DataFrame(schema={"window": pl.Int64} | dict.fromkeys(_COUNTED, pl.UInt32) | {"per_head": pl.Float64})
    count = ((last - attended["day"][0]).days + 1) // days
    number = (pl.lit(last) - pl.col("day")).dt.total_days() // days
    counted = (
        attended.group_by(number.alias("window"))
        .agg(
            pl.col("messages").sum(),
            pl.col("who").n_unique().alias("speakers"),
            pl.len().alias("person_days"),
        )
        .with_columns(pl.col(_COUNTED).cast(pl.UInt32))
    )
    return (
        pl.DataFrame({"window": range(count)}, schema={"window": pl.Int64})
        .join(counted, on="window", how="left", maintain_order="left")
        .with_columns(pl.col(_COUNTED).fill_null(0))
        .with_columns(pl.when(pl.col("speakers") > 0).then(pl.col("messages") / pl.col("speakers")).alias("per_head"))
    )


_COUNTED = ("messages", "speakers", "person_days")


def stickiness(attended: pl.DataFrame, last: dt.date, days: int = 30) -> float | None:
    """Return daily over monthly distinct speakers (DAU/MAU): the mean share of a month's speakers seen on one day.

    Over the ``days`` up to ``last``, silent days included; None where nobody wrote in them.
    """
    month = attended.filter(pl.col("day") > last - dt.timedelta(days=days))
    speakers = month["who"].n_unique()
    return month.height / days / speakers if speakers else None


@dataclass(frozen=True, kw_only=True)
class Participation:
    """How members take part, as shares of all: the 90-9-1 rule says 0.90, 0.09 and 0.01."""

    lurkers: float
    """Wrote nothing in the window."""
    occasional: float
    """Wrote, but are none of the few."""
    heavy: float
    """The fewest who wrote more than half of everything (contributor absence factor)."""


def participation(members: int, active: int, half_written_by: int) -> Participation | None:
    """Return who lurks, who speaks now and then and who carries the group; None without members.

    Source: the 90-9-1 rule of participation inequality (Nielsen).
    """
    if not members:
        return None
    heavy = min(half_written_by, active)
    return Participation(
        lurkers=(members - active) / members, occasional=(active - heavy) / members, heavy=heavy / members
    )


def falls(values: pl.Series, by: float) -> bool:
    """Tell whether each of the last two windows (the latest first) holds at most 1 − ``by`` of the one before it."""
    if values.len() < LEAST_WINDOWS or values.head(LEAST_WINDOWS).null_count():
        return False
    latest, before, first = values.head(LEAST_WINDOWS)
    return bool(first > 0 and before <= first * (1 - by) and latest <= before * (1 - by))
