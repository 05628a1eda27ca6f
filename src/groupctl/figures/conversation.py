"""What was said, cut into turns, with whom each message speaks to: what the figures about talk start from."""

from dataclasses import dataclass
from functools import cached_property

import polars as pl

from groupctl.figures import interrogatives
from groupctl.figures.mentions import mentions
from groupctl.figures.turns import turn_of, turns


@dataclass(frozen=True, kw_only=True)
class Conversation:
    """One log as a conversation; see the functions that make each frame for its columns."""

    talk: pl.DataFrame
    turn_of: pl.DataFrame
    """``row`` → ``turn``."""
    turns: pl.DataFrame
    addressed: pl.DataFrame
    """Whom a message speaks to, by name or by reply link: ``row``, ``turn``, ``who``, ``target``; never oneself."""

    @cached_property
    def asking(self) -> pl.DataFrame:
        """Every message by a member that asks something; see ``interrogatives.asking``."""
        return interrogatives.asking(self.talk)

    @property
    def addressing_share(self) -> float:
        """The share of turns that speak to somebody by name or by reply link."""
        return self.addressed["turn"].n_unique() / max(self.turns.height, 1)


def _reply_targets(talk: pl.DataFrame) -> pl.DataFrame:
    """Return whom replies by link go to: ``row``, ``target``."""
    sent = talk.select("id", pl.col("who").alias("target")).drop_nulls("id").unique("id")
    links = talk.select("row", "reply_to").drop_nulls("reply_to")
    return links.join(sent, left_on="reply_to", right_on="id").select("row", "target")


def conversation(talk: pl.DataFrame, who_is_who: pl.DataFrame) -> Conversation:
    """Cut what was said (``people.talk``) into turns and find out who speaks to whom."""
    numbers = turn_of(talk)
    named = pl.concat([mentions(talk, who_is_who), _reply_targets(talk)]).unique(maintain_order=True)
    speaker = talk.select("row", "who").with_columns(numbers["turn"])
    addressed = named.join(speaker, on="row").filter(pl.col("who") != pl.col("target")).sort("row")
    return Conversation(
        talk=talk,
        turn_of=numbers,
        turns=turns(talk, numbers["turn"]),
        addressed=addressed.select("row", "turn", "who", "target"),
    )
