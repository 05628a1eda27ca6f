"""Questions that members put to the group, and whether somebody answered.

A question is a message that asks (``question_forms``), that is no small talk, not rhetorical, and that opens
something: it is put to the group or to an operator, not to a member in the middle of a conversation. Operators'
own questions are left out; they are meant to start a talk. ``answers`` says what came after.
"""

import polars as pl

from groupctl.figures.conversation import Conversation
from groupctl.figures.interrogatives import asking

__all__ = ["asking", "opening", "questions"]

ASKING_BACK = pl.duration(minutes=60)
"""Who speaks to one person within this time after somebody else spoke asks them back."""
CONVERSATION_BREAK = pl.duration(minutes=10)
"""Who was silent for this long is in no conversation any more: their next question opens one."""


def opening(turns: pl.DataFrame) -> pl.DataFrame:
    """Return the turns that open a conversation: ``turn``; their speaker was silent for CONVERSATION_BREAK before."""
    before = pl.col("ended").shift().over("who")
    return turns.filter(before.is_null() | (pl.col("began") - before >= CONVERSATION_BREAK)).select("turn")


def questions(talk: Conversation) -> pl.DataFrame:
    """Return the questions put to the group, at most one a turn: ``row``, ``turn``, ``who``, ``local``.

    A question to a member, by name, as a reply or because it asks back, is part of a conversation; one to an operator
    is put to the group, wherever it stands.
    """
    operators = talk.talk.filter("operator")["who"].unique().implode()
    spoken_to = talk.addressed.group_by("row").agg(pl.col("target").is_in(operators).any().alias("to_operator"))
    silence = talk.turns.select("turn", (pl.col("began") - pl.col("ended").shift()).alias("silence"))
    asks_back = pl.col("to_one") & (pl.col("silence") < ASKING_BACK).fill_null(value=False)
    opens = pl.col("turn").is_in(opening(talk.turns)["turn"].implode()) & ~pl.col("to_somebody") & ~asks_back
    return (
        talk.asking.join(talk.talk.select("row", "who", "local"), on="row", maintain_order="left")
        .join(talk.turn_of, on="row", maintain_order="left")
        .join(silence, on="turn", how="left", maintain_order="left")
        .join(spoken_to, on="row", how="left", maintain_order="left")
        .filter(pl.col("to_operator").fill_null(opens))
        .unique("turn", keep="first", maintain_order=True)
        .select("row", "turn", "who", "local")
    )
