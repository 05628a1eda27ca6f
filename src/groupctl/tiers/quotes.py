"""Messages that show how somebody takes part: the ones that drew a reply, of a readable length, from different days."""

from collections.abc import Collection

import polars as pl

from groupctl.facts.subject import Subject

EACH = 3
SHORTEST, LONGEST = 20, 200
"""Bytes and characters of a message that tells something at a glance: Chinese says more in fewer."""
DRAWS_WITHIN = pl.duration(minutes=5)
ENOUGH_EACH = 40
"""The latest messages of each that are looked at."""


def telling(subject: Subject, people: Collection[int]) -> pl.DataFrame:
    """Return up to EACH messages a person, the most telling first: ``who``, ``row``."""
    answers_others = pl.col("who").shift(-1) != pl.col("who")
    drew = answers_others & (pl.col("local").shift(-1) - pl.col("local") <= DRAWS_WITHIN)
    length = pl.col("text").str.len_chars()
    alone = subject.talk.lazy().select(
        "row",
        "who",
        "local",
        "text",
        (pl.col("kind") == "text").alias("plain"),
        drew.fill_null(value=False).alias("drew"),
    )
    latest = (
        alone.filter(pl.col("who").is_in(list(people)) & pl.col("text").is_not_null())
        .filter(pl.col("text").str.strip_chars() != "")
        .group_by("who", maintain_order=True)
        .tail(ENOUGH_EACH)
    )
    clear = (pl.col("text").str.len_bytes() >= SHORTEST) & (length <= LONGEST)
    link = pl.col("text").str.contains("://", literal=True)
    score = (
        pl.col("drew").cast(pl.Int32)
        + 2 * clear.cast(pl.Int32)
        + pl.col("plain").cast(pl.Int32)
        - 2 * link.cast(pl.Int32)
    )
    return (
        latest.with_columns(score.alias("score"), pl.col("local").dt.date().alias("day"))
        .sort("score", "row", descending=True)
        .unique(["who", "text"], keep="first", maintain_order=True)
        .with_columns(pl.int_range(pl.len()).over("who", "day").alias("of_day"))
        .sort("of_day", "score", "row", descending=[False, True, True])
        .group_by("who", maintain_order=True)
        .head(EACH)
        .select("who", "row")
        .collect()
    )
