"""How much goes on: days, messages a day, and the share of members who took part lately."""

import datetime as dt
from dataclasses import dataclass

import polars as pl


def span(rows: pl.DataFrame) -> tuple[dt.datetime, dt.datetime] | None:
    """Return the first and last moment of a frame that holds ``local``; None where it is empty."""
    if rows.is_empty():
        return None
    first, last = rows.select(pl.col("local").min().alias("first"), pl.col("local").max().alias("last")).row(0)
    return first, last


def covered_days(rows: pl.DataFrame) -> int:
    """Return how many calendar days the files of a log cover; what lies between two files is not known.

    ``rows`` holds ``local`` and ``source``.
    """
    day = pl.col("local").dt.date()
    files = rows.group_by("source").agg(day.min().alias("first"), day.max().alias("last"))
    return files.select(pl.date_ranges("first", "last").alias("day")).explode("day").drop_nulls()["day"].n_unique()


@dataclass(frozen=True, kw_only=True)
class Silence:
    """The longest time in which nobody wrote."""

    seconds: float
    rows: pl.Series
    """The messages before and after it."""


def longest_silence(talk: pl.DataFrame) -> Silence | None:
    """Return the longest time in which nobody wrote, within one file; None where there are not two messages."""
    same_file = pl.col("source") == pl.col("source").shift()
    after = talk.select(pl.when(same_file).then(pl.col("local").diff()).arg_max()).item()
    if not after:
        return None
    around = talk[after - 1 : after + 1]
    began, ended = around["local"]
    return Silence(seconds=(ended - began).total_seconds(), rows=around["row"])


def active_since(last: dt.datetime, days: float) -> dt.datetime:
    """Return when the window of the last ``days`` days of a log begins (30 for the active share)."""
    return last - dt.timedelta(days=days)


def active_share(members: pl.DataFrame) -> float | None:
    """Return the share of members who wrote in the window: mean of ``active``; None without members.

    Definition: distinct speakers of the last 30 days over members.
    """
    share = members["active"].mean()
    return float(share) if isinstance(share, float) else None
