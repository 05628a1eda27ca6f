"""Who left: how many in a window, of how many who were there when it began."""

import datetime as dt

import polars as pl


def departures(moves: pl.DataFrame) -> pl.DataFrame:
    """Return when people went, one row a person and day: ``person``, ``name``, ``row``, ``local``."""
    day = pl.col("local").dt.date().alias("day")
    gone = moves.filter(~pl.col("arrived")).with_columns(day).unique(["person", "day"], maintain_order=True)
    return gone.select("person", "name", "row", "local")


def exit_rates(moves: pl.DataFrame, members: int, last: dt.date, days: int, count: int) -> pl.DataFrame:
    """Return ``window``, ``left``, ``there``, ``rate`` for the last ``count`` windows of ``days`` up to ``last``.

    ``window`` is 0 for the latest; ``there`` is how many were in the group when it began, reckoned back from
    ``members`` at the end; ``rate`` is null where nobody was.
    """
    number = ((pl.lit(last) - pl.col("local").dt.date()).dt.total_days() // days).alias("window")
    went = departures(moves).group_by(number).agg(pl.len().cast(pl.Int64).alias("left"))
    came = moves.filter("arrived").group_by(number).agg(pl.len().cast(pl.Int64).alias("came"))
    counted = (
        pl.DataFrame({"window": range(count)}, schema={"window": pl.Int64})
        .join(went, on="window", how="left", maintain_order="left")
        .join(came, on="window", how="left", maintain_order="left")
        .with_columns(pl.col("left", "came").fill_null(0))
    )
    there = (pl.lit(members) + (pl.col("left") - pl.col("came")).cum_sum()).clip(lower_bound=0).alias("there")
    return counted.with_columns(there).select(
        "window", "left", "there", pl.when(there > 0).then(pl.col("left") / there).alias("rate")
    )
