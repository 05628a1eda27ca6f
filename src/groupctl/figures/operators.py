"""What the operators do in the conversation: their share of it, and where they talk to nobody."""

import polars as pl

from groupctl.figures.conversation import Conversation
from groupctl.figures.patterns import any_of
from groupctl.figures.turns import TURN_GAP

OPENS_AFTER = pl.duration(minutes=30)
"""After this long a silence nothing is left to answer: what is said next begins something."""
LEAST_BYTES = 12
"""Bytes of UTF-8 (four Chinese characters) below which a text is a late word to something, unless it asks."""
LATE_WORD = any_of(
    r"""
    ^\W*(?:you'?re welcome|no problem|(?:thanks?|thank you|thx|yes|yeah|yep|no|nope|ok|okay|oh|ah|well)\s*(?:[,.!]|$))
    ^\W*(?:不客气|不用谢|(?:谢谢|好的|收到|嗯+|是的|哈哈+)\s*(?:[，。！,.!]|$))
    """
)
"""How a late word to something begins; what comes with material is none."""
MATERIAL_BYTES = 240
"""Bytes (80 Chinese characters) from which on a text brings something of its own."""
MATERIAL = ("image", "video", "file", "link", "forward", "poll")
"""Kinds that do, as does a link in the text."""


def operator_share(talk: pl.DataFrame) -> float | None:
    """Return the share of messages that operators wrote; None without messages."""
    share = talk["operator"].mean()
    return float(share) if isinstance(share, float) else None


def monologues(talk: pl.DataFrame, least: float, relayed: pl.Series | None = None) -> pl.DataFrame:
    """Return runs of at least ``least`` operator messages with no member in between, longest first.

    Columns: ``row`` (where the run begins), ``messages``, ``began``, ``ended``. Several operators talking among
    themselves are one run: no member said anything. Robots do not break a run, but relays do, for they carry what
    people said: ``relayed`` are the moments at which they did, in order.
    """
    heard = pl.lit(0) if relayed is None else pl.Series("heard", relayed.search_sorted(talk["local"], side="left"))
    return (
        talk.lazy()
        .select("row", "local", "operator", pl.col("operator").rle_id().alias("run"), heard.alias("heard"))
        .filter("operator")
        .group_by("run", "heard")
        .agg(
            pl.col("row").first(),
            pl.len().alias("messages"),
            pl.col("local").first().alias("began"),
            pl.col("local").last().alias("ended"),
        )
        .filter(pl.col("messages") >= least)
        .sort(["messages", "row"], descending=[True, False])
        .drop("run", "heard")
        .collect()
    )


def monologue_share(talk: pl.DataFrame, runs: pl.DataFrame) -> float | None:
    """Return the share of the operators' messages that stand in monologues; None where they wrote nothing."""
    written = int(talk["operator"].sum())
    return int(runs["messages"].sum()) / written if written else None


def topics_started(talk: Conversation, answers: pl.Series) -> pl.DataFrame:
    """Return the turns in which operators begin something, in order: ``turn``, ``row``, ``who``, ``local``.

    They name nobody and answer no question (``answers``: rows). Before them was a long silence; or a short one, and
    they bring material: a link, a file, a picture, a long text.
    """
    turns = talk.turns.select(
        "turn", "row", "who", "operator", pl.col("began").alias("local"),
        (pl.col("began") - pl.col("ended").shift()).alias("silence"),
    ).filter("operator")  # fmt: skip
    own = turns.filter(
        ~pl.col("turn").is_in(talk.addressed["turn"].unique().implode()) & ~pl.col("row").is_in(answers.implode())
    )
    text, size = pl.col("text").fill_null(""), pl.col("text").fill_null("").str.len_bytes()
    brings = pl.col("kind").is_in(MATERIAL) | (size >= MATERIAL_BYTES) | text.str.contains("://", literal=True)
    late = (size < LEAST_BYTES) | text.str.contains(LATE_WORD)
    says = brings | ~late | text.str.contains("[?？]")
    opens = says & (pl.col("silence") >= OPENS_AFTER).fill_null(value=True)
    return (
        own.join(talk.talk.select("row", "kind", "text"), on="row", maintain_order="left")
        .filter(opens | (brings & (pl.col("silence") >= TURN_GAP)))
        .select("turn", "row", "who", "local")
    )
