"""What makes members trust a group: a topic every day, experts who keep their hours."""

import datetime as dt

import polars as pl

from groupctl.figures.people import name_key


def days_a_week(begun: pl.DataFrame, last: dt.date, weeks: int) -> float:
    """Return on how many days of a week something was begun (``local``), on average of the ``weeks`` up to ``last``."""
    since = last - dt.timedelta(days=7 * weeks)
    days = begun.select(pl.col("local").dt.date().alias("day")).filter(pl.col("day") > since)
    return days["day"].n_unique() / weeks


def days_of(name: str, attended: pl.DataFrame, people: pl.DataFrame) -> frozenset[dt.date] | None:
    """Return on which days somebody wrote, by id or name; None where nobody of that name did."""
    key = name_key(pl.lit(name))
    called = (name_key(pl.col("sender")) == key) | (name_key(pl.col("name")) == key)
    known = people.filter(called) if name.strip() else people.clear()
    if known.is_empty():
        return None
    return frozenset(attended.join(known, on="who", how="semi")["day"])
