"""What each member does: the table that plans of tiers, nominations and moves to another group start from."""

import datetime as dt

import polars as pl

MEDIA = ("image", "voice", "video", "file", "sticker")
LINK = r"https?://|www\."
COUNTS = (
    "messages", "active_days", "recent", "recent_days", "before", "links", "media",
    "questions", "answers", "replies_given", "replies_received", "partners",
)  # fmt: skip
"""Columns that count something; 0 for who never spoke."""


def contributions(talk: pl.DataFrame, last: dt.datetime, days: float) -> pl.DataFrame:
    """Return what each speaker sent: ``who``, ``links``, ``media``, ``recent``, ``recent_days``, ``before``.

    ``recent`` counts the messages of the ``days`` before ``last``, ``recent_days`` the days on which they were
    written, ``before`` the messages of as many days before these.
    """
    since, earlier = last - dt.timedelta(days=days), last - dt.timedelta(days=2 * days)
    recent = pl.col("local") >= since
    sent = talk.lazy().select(
        "who",
        ((pl.col("kind") == "link") | pl.col("text").str.contains(LINK).fill_null(value=False)).alias("links"),
        pl.col("kind").is_in(list(MEDIA)).alias("media"),
    )
    lately = talk.lazy().filter(pl.col("local") >= earlier).select("who", recent.alias("recent"), "local")
    counted = sent.group_by("who").agg(pl.col("links", "media").sum())
    by_window = lately.group_by("who").agg(
        pl.col("recent").sum(),
        pl.col("local").filter("recent").dt.date().n_unique().alias("recent_days"),
        (~pl.col("recent")).sum().alias("before"),
    )
    return counted.join(by_window, on="who", how="left").collect()


def profiles(known: pl.DataFrame, *parts: pl.DataFrame) -> pl.DataFrame:
    """Return the people of ``known`` with the columns of each part (keyed by ``who``), counts of nothing as 0.

    ``known`` holds ``who`` (null for those who never spoke) and ``name``; who wrote most stands first.
    """
    table = known
    for part in parts:
        table = table.join(part, on="who", how="left", maintain_order="left")
    counts = [pl.col(name).fill_null(0).cast(pl.UInt32) for name in COUNTS]
    return table.with_columns(counts).sort("messages", "name", descending=[True, False], maintain_order=True)


def reactions_received(talk: pl.DataFrame, messages: pl.DataFrame) -> pl.DataFrame:
    """Return how many reactions the messages of each speaker got: ``who``, ``reactions_received``.

    ``row`` of the talk counts the rows of ``messages``.
    """
    got = messages["reactions"].gather(talk["row"]).cast(pl.Int64)
    return talk.select("who", got.alias("got")).group_by("who").agg(pl.col("got").sum().alias("reactions_received"))


def where_told(reactions: pl.Expr, messages: pl.DataFrame) -> pl.Expr:
    """Return numbers of reactions, 0 for none; null for everybody where a log (``messages``) tells of no reaction."""
    told = messages["reactions"].null_count() < messages.height
    return reactions.fill_null(0) if told else pl.lit(None, pl.Int64).alias(reactions.meta.output_name())


def trend(recent: pl.Expr, before: pl.Expr) -> pl.Expr:
    """Return how much more was written than before: 0.5 is half as much again, −1 is nothing; null from nothing."""
    return pl.when(before > 0).then(recent / before - 1)
