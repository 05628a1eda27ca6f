"""Questions that members put to the group, and whether somebody answered.

A question is a message that asks (``question_forms``), that is no small talk, not rhetorical, and that opens
something: it is put to the group or to an operator, not to a member in the middle of a conversation. Operators'
own questions are left out; they are meant to start a talk. ``answers`` says what came after.
"""

import datetime as dt

import polars as pl

from groupctl.figures.conversation import Conversation
from groupctl.figures.interrogatives import asking

__all__ = ["asking", "opening", "questions"]

ASKING_BACK = pl.duration(minutes=60)
"""Who speaks to one person within this time after somebody else spoke asks them back."""
CONVERSATION_BREAK = dt.timedelta(minutes=10)
"""Who was silent for this long is in no conversation any more: their next question opens one."""


def opening(talk: Conversation) -> pl.Series:
    """Tell of each turn whether it opens a conversation: its speaker was silent for CONVERSATION_BREAK before."""
    return (talk.silent_for >= CONVERSATION_BREAK).fill_null(value=True)


def questions(talk: Conversation) -> pl.DataFrame:
    """Return the questions put to the group, at most one a turn: ``row``, ``turn``, ``who``, ``local``.

    A question to a member, by name, as a reply or because it asks back, is part of a conversation; one to an operator
    is put to the group, wherever it stands.
    """
    operators = talk.talk.filter("operator")["who"].unique().implode()
    spoken_to = talk.addressed.group_by("row").agg(pl.col("target").is_in(operators).any().alias("to_operator"))
    silence, turn = talk.turns["began"] - talk.turns["ended"].shift(), talk.asking["turn"]
    asks_back = pl.col("to_one") & (pl.col("silence") < ASKING_BACK).fill_null(value=False)
    opens = pl.col("opens") & ~pl.col("to_somebody") & ~asks_back
    return (
        talk.asking.with_columns(silence.gather(turn).alias("silence"), opening(talk).gather(turn).alias("opens"))
        .join(spoken_to, on="row", how="left", maintain_order="left")
        .filter(pl.col("to_operator").fill_null(opens))
        .unique("turn", keep="first", maintain_order=True)
        .select("row", "turn", "who", "local")
    )
