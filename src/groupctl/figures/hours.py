"""When people are there: how many members speak in each hour of the day."""

import polars as pl

HOURS_A_DAY = 24
_HOUR = 3_600_000_000
_ROOM = 2**32
"""An hour and a person in one number, which counts many times quicker than three columns."""


def by_hour(talk: pl.DataFrame) -> pl.DataFrame:
    """Return one row an hour of the day: ``hour``, ``messages``, ``speakers`` (members who speak in it on one day).

    ``speakers`` is a mean over all days from the first to the last message; operators are left out.
    """
    hour, day = pl.col("local").to_physical() // _HOUR, pl.col("local").dt.date()
    days = talk.select((day.max() - day.min()).dt.total_days() + 1).item() or 1
    return (
        talk.lazy()
        .filter(~pl.col("operator"))
        .select((hour * _ROOM + pl.col("who")).alias("key"))
        .group_by("key")
        .agg(pl.len().alias("messages"))
        .group_by((pl.col("key") // _ROOM % HOURS_A_DAY).alias("hour"))
        .agg(pl.col("messages").sum(), (pl.len() / days).alias("speakers"))
        .sort("hour")
        .collect()
    )


def liveliest(hours: pl.DataFrame, first: int = 7, last: int = 22) -> tuple[int, float]:
    """Return the hour of the waking day in which most members speak, and how many do; the earlier of equals."""
    waking = hours.filter(pl.col("hour").is_between(first, last)).sort("speakers", "hour", descending=[True, False])
    return (int(waking["hour"][0]), float(waking["speakers"][0])) if waking.height else (20, 0.0)
