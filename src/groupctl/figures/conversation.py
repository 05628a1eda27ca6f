"""What was said, cut into turns, with whom each message speaks to: what the figures about talk start from."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import polars as pl

from groupctl.figures import interrogatives
from groupctl.figures.distinct import Distinct
from groupctl.figures.mentions import mentions
from groupctl.figures.turns import own_before, turn_of, turns


@dataclass(frozen=True, kw_only=True)
class Conversation:
    """One log as a conversation; see the functions that make each frame for its columns."""

    talk: pl.DataFrame
    distinct: Distinct
    """Its texts."""
    turn_of: pl.DataFrame
    """``row`` → ``turn``."""
    turns: pl.DataFrame
    addressed: pl.DataFrame
    """Whom a message speaks to, by name or by reply link: ``row``, ``turn``, ``who``, ``target``; never oneself."""
    naming_share: float
    """The share of turns that speak to somebody by name.

    Reply links do not count: they are set where an answer stands apart from its question, and what stands right
    beside it goes without.
    """

    @cached_property
    def asking(self) -> pl.DataFrame:
        """Messages by members that ask something (``interrogatives.asking``), with ``who``, ``local``, ``turn``."""
        said = self.talk.select("row", "who", "local", self.turn_of["turn"])
        return interrogatives.asking(self.talk, self.distinct).join(said, on="row", maintain_order="left")

    @cached_property
    def own_before(self) -> npt.NDArray[np.int64]:
        """The number of the speaker's turn before each turn; −1 for their first."""
        return own_before(self.turns)

    @cached_property
    def silent_for(self) -> pl.Series:
        """How long the speaker of each turn had been silent; null at their first."""
        before = pl.lit(pl.Series(self.own_before))
        silent = pl.col("began") - pl.col("ended").gather(before.clip(0))
        return self.turns.select(pl.when(before >= 0).then(silent)).to_series()


def _reply_targets(talk: pl.DataFrame) -> pl.DataFrame:
    """Return whom replies by link go to: ``row``, ``target``."""
    sent = talk.select("id", pl.col("who").alias("target")).drop_nulls("id").unique("id")
    links = talk.select("row", "reply_to").drop_nulls("reply_to")
    return links.join(sent, left_on="reply_to", right_on="id").select("row", "target")


def conversation(talk: pl.DataFrame, who_is_who: pl.DataFrame, distinct: Distinct | None = None) -> Conversation:
    """Cut what was said (``people.talk``) into turns and find out who speaks to whom.

    ``distinct`` gives its texts, where somebody has gathered them already.
    """
    numbers, distinct = turn_of(talk), distinct or Distinct(talk)
    by_name = mentions(talk, who_is_who, distinct)
    spoken_to = pl.concat([by_name, _reply_targets(talk)]).unique(maintain_order=True)
    speaker = talk.select("row", "who").with_columns(numbers["turn"])
    addressed = spoken_to.join(speaker, on="row").filter(pl.col("who") != pl.col("target")).sort("row")
    naming = addressed.join(by_name, on=["row", "target"], how="semi")["turn"].n_unique()
    spoken = turns(talk, numbers["turn"])
    return Conversation(
        talk=talk,
        distinct=distinct,
        turn_of=numbers,
        turns=spoken,
        addressed=addressed.select("row", "turn", "who", "target"),
        naming_share=naming / max(spoken.height, 1),
    )
