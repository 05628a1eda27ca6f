"""What follows a message: whether somebody who runs the group took a step against its sender."""

import polars as pl

from groupctl.chatlog.table import is_message
from groupctl.figures.conversation import Conversation
from groupctl.figures.members import aliases
from groupctl.figures.people import name_key

REMOVALS = ("kick", "recall")
"""Events that end something: a member was removed, a message was taken back."""


def steps(messages: pl.DataFrame, talk: Conversation, who_is_who: pl.DataFrame) -> pl.DataFrame:
    """Return every step that the log shows, in its order: ``row``, ``local``, ``who`` (whom it concerns).

    A step is an operator speaking to somebody by name or reply link, a message taken back, a member removed.
    """
    numbered = messages.with_row_index("row")
    events = numbered.filter(~is_message() & pl.col("kind").is_in(list(REMOVALS)))
    named = pl.concat(
        [
            events.select("row", "local", pl.col("members").alias("name")).explode("name"),
            events.filter(pl.col("kind") == "recall").select(
                "row", "local", pl.col("sender").cast(pl.String).alias("name")
            ),
        ]
    ).drop_nulls("name")
    removed = named.with_columns(name_key(pl.col("name")).alias("key")).join(aliases(messages, who_is_who), on="key")
    operators = who_is_who.filter("operator")["who"].implode()
    spoken = talk.addressed.filter(pl.col("who").is_in(operators)).select("row", pl.col("target").alias("who"))
    spoken = spoken.join(numbered.select("row", "local"), on="row", maintain_order="left")
    return pl.concat([removed.select("row", "local", "who"), spoken.select("row", "local", "who")]).unique().sort("row")


def without_step(sent: pl.DataFrame, steps: pl.DataFrame, hours: float) -> pl.DataFrame:
    """Return those of ``sent`` (``row``, ``who``, ``local``, in order) after which no step came within ``hours``."""
    after = sent.join_asof(
        steps.select(pl.col("row").alias("step"), "who", pl.col("local").alias("stepped")),
        left_on="row",
        right_on="step",
        by="who",
        strategy="forward",
        check_sortedness=False,
    )
    in_time = pl.col("stepped") - pl.col("local") <= pl.duration(hours=hours)
    return after.filter(~in_time.fill_null(value=False)).select("row", "who")
