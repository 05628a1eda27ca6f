"""Posts that recur: one person begins the same way at the same hour, day after day."""

import polars as pl

from groupctl.figures.normal import normalised

OPENING = 4
"""Chinese characters, or twice as many letters of other scripts, that tell how a post begins; digits are no part."""
SAME_HOUR = 45
"""Minutes around the median time of the day within which a post is on time."""
ON_TIME = 0.7
"""The share of its days on which it has to be."""
MOST_DAYS = 0.6
"""The share of the days (of its weekdays, from the first to the last) on which it has to stand."""


def recurring(posts: pl.DataFrame, least: float) -> pl.DataFrame:
    """Return the posts that recur on at least ``least`` days, the most regular first.

    ``posts`` holds ``row``, ``who``, ``local``, ``text``. Columns: ``who``, ``opening``, ``days``, ``minute`` (of the
    day, the median), ``weekdays`` (1 is Monday), ``share`` (of the days it could have stood on), ``rows`` (the latest
    first).
    """
    letters = normalised(pl.col("text").str.head(60)).str.replace_all(r"[^\p{L}]+", "")
    opening = (
        pl.when(letters.str.contains(r"^\p{Han}"))
        .then(letters.str.head(OPENING))
        .otherwise(letters.str.head(2 * OPENING))
    )
    minute = pl.col("local").dt.hour().cast(pl.Int32) * 60 + pl.col("local").dt.minute()
    day = pl.col("local").dt.date()
    began = (
        posts.drop_nulls("text")
        .select("row", "who", opening.alias("opening"), minute.alias("minute"), day.alias("day"))
        .filter(pl.col("opening").str.len_chars() >= 2)
    )
    near = (pl.col("minute") - pl.col("minute").median().over("who", "opening")).abs() <= SAME_HOUR
    daily = began.with_columns(near.alias("near")).sort("row")
    return (
        daily.group_by("who", "opening", maintain_order=True)
        .agg(
            pl.col("near").mean().alias("on_time"),
            pl.col("day").filter("near").n_unique().alias("days"),
            pl.col("minute").filter("near").median().cast(pl.Int32),
            pl.col("day").filter("near").dt.weekday().alias("weekday"),
            pl.col("day").filter("near").min().alias("first"),
            pl.col("day").filter("near").max().alias("last"),
            pl.col("row").filter("near").reverse().alias("rows"),
        )
        .filter((pl.col("days") >= least) & (pl.col("on_time") >= ON_TIME))
        .with_columns(pl.col("weekday").list.unique().list.sort().alias("weekdays"))
        .with_columns((pl.col("days") / _could()).alias("share"))
        .filter(pl.col("share") >= MOST_DAYS)
        .sort("days", "share", "opening", descending=[True, True, False])
        .select("who", "opening", "days", "minute", "weekdays", "share", "rows")
    )


def _could() -> pl.Expr:
    """Return on how many days a post could have stood: those of its weekdays from the first to the last."""
    weeks = ((pl.col("last") - pl.col("first")).dt.total_days() + 1) / 7
    return (weeks * pl.col("weekdays").list.len()).clip(lower_bound=pl.col("days").cast(pl.Float64))
