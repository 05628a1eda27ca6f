"""Which questions were answered: when, by whom, and how we know.

Three kinds of proof: somebody speaks to the asker by name or reply link; the asker thanks; somebody speaks up in
the same conversation. Conversations are told apart by who is named, by gaps and by shared words: in a log where
people usually name whom they speak to (IRC, Gitter), a remark to nobody in a crowd is no answer.
"""

import numpy as np
import polars as pl

from groupctl.figures.conversation import Conversation
from groupctl.figures.exchange import Speech, taken_up
from groupctl.figures.patterns import any_of, literals
from groupctl.figures.question_forms import THANKS, THANKS_LITERALS
from groupctl.figures.words import shared_rarity

QUIET = pl.duration(minutes=5)
"""After this long a silence, what is said next belongs to the question."""
SAME_SUBJECT = 1.5
"""Rarity of the words that a late remark shares with the question it answers (``words.shared_rarity``)."""
FEW = 2
"""Others who were talking when a question was asked, up to whom a late remark can be told to be about it."""
LATE_AHEAD = 8
"""Turns after a question among which the next speaker is looked for: the asker may add something before."""
ADDRESSING_LOG = 0.2
"""Share of turns that speak to somebody by name from which on a remark to nobody in a crowd is no answer."""
HOW = ("addressed", "thanked", "conversation")
"""Kinds of proof, as the column ``how`` names them."""


def addressed(talk: Conversation, asked: pl.DataFrame) -> pl.DataFrame:
    """Return answers that speak to the asker: ``turn`` of their latest question, ``answer`` (a row).

    No answer is what somebody says to the asker after the asker spoke to them: that may be about the help that
    the asker gave.
    """
    question = asked.select(pl.col("who").alias("target"), "turn", pl.col("row").alias("question"))
    spoke_to = talk.addressed.select(
        pl.col("row").alias("spoke"), pl.col("who").alias("by"), pl.col("target").alias("to")
    )
    return (
        talk.addressed.select("row", "who", "target")
        .join_asof(question, left_on="row", right_on="question", by="target", check_sortedness=False)
        .drop_nulls("question")
        .join_asof(
            spoke_to,
            left_on="row",
            right_on="spoke",
            by_left=["target", "who"],
            by_right=["by", "to"],
            check_sortedness=False,
        )
        .filter(pl.col("spoke").is_null() | (pl.col("spoke") < pl.col("question")))
        .select("turn", pl.col("row").alias("answer"))
    )


def thanked(talk: Conversation, asked: pl.DataFrame, minutes: float) -> pl.DataFrame:
    """Return answers for which the asker thanks within ``minutes``: ``turn`` of the question, ``answer`` (a row).

    The answer is the turn before the thanks.
    """
    askers = asked["who"].unique().implode()
    # Eager on purpose: the cheap sieve first.
    texts = talk.distinct.texts.filter(pl.col("text").str.contains(literals(THANKS_LITERALS)))
    texts = texts.filter(pl.col("text").str.contains(any_of(THANKS)))
    thanks = talk.talk.select("row", "who", pl.col("local").alias("thanked"), talk.turn_of["turn"].alias("thanks"))
    thanks = thanks.filter(talk.distinct.of(texts)).filter(pl.col("who").is_in(askers))
    said_before = talk.turns.select((pl.col("turn") + 1).alias("thanks"), pl.col("row").alias("answer"))
    return (
        thanks.join_asof(
            asked.select("who", "turn", "local", pl.col("row").alias("question")),
            left_on="row",
            right_on="question",
            by="who",
            check_sortedness=False,
        )
        .filter(pl.col("thanks") > pl.col("turn") + 1)
        .filter(pl.col("thanked") - pl.col("local") <= pl.duration(minutes=minutes))
        .join(said_before, on="thanks")
        .select("turn", "answer")
    )


def _next_spoken(talk: Conversation, asked: pl.DataFrame) -> pl.DataFrame:
    """Return what somebody else said next: ``turn``, ``before``, ``then``, ``answer`` (a row), ``late``.

    ``before`` is when the turn before the question ended; ``late`` how long it took until ``then``, the next turn.
    Another question that opens something is no answer, and what is said to somebody else by name is none.
    """
    another = pl.when(pl.col("who").shift(-1) != pl.col("who")).then(pl.col("turn") + 1).backward_fill()
    turns = talk.turns.select("turn", another.alias("then"), pl.col("ended").shift().alias("before"))
    other = talk.turns.select(pl.col("turn").alias("then"), pl.col("row").alias("answer"), "began")
    no_answers = pl.concat([talk.addressed["turn"], asked["turn"]]).unique().implode()
    return (
        asked.select("turn", "local")
        .join(turns, on="turn", maintain_order="left")
        .filter(~pl.col("then").is_in(no_answers))
        .join(other, on="then", maintain_order="left")
        .with_columns((pl.col("began") - pl.col("local")).alias("late"))
    )


def _after_silence(talk: Conversation, asked: pl.DataFrame, minutes: float) -> pl.DataFrame:
    """Return what was said next where nobody had spoken for a while: ``turn`` of the question, ``answer`` (a row)."""
    alone = pl.col("before").is_null() | (pl.col("local") - pl.col("before") >= QUIET)
    soon = pl.col("late") <= pl.duration(minutes=minutes)
    return _next_spoken(talk, asked).filter(alone & soon).select("turn", "answer")


def _late(talk: Conversation, asked: pl.DataFrame, minutes: float) -> pl.DataFrame:
    """Return what was said next after more than ``minutes``, of the same subject: ``turn``, ``answer`` (a row).

    In a slow group an answer may take till the evening: nobody else spoke before, and it shares rare words. Where
    many talked, it may be about what any of them said.
    """
    following = _next_spoken(talk, asked).filter(pl.col("late") > pl.duration(minutes=minutes))
    crowd = Speech(talk).crowd(following["turn"].to_numpy().astype(np.int64))
    following = following.filter(pl.Series(crowd <= FEW))
    shared = shared_rarity(talk, following["turn"], ahead=LATE_AHEAD).filter(pl.col("rarity") >= SAME_SUBJECT)
    return following.join(shared, on=["turn", "then"], how="semi").select("turn", "answer")


def conversed(talk: Conversation, asked: pl.DataFrame, minutes: float) -> pl.DataFrame:
    """Return answers by the conversation around them: ``turn`` of the question, ``answer`` (a row).

    After silence, the next speaker answers, unless they ask something else; hours later, if they speak of the same.
    Where several talk, somebody has to take the question up (``exchange``); in a log where people name whom they speak
    to, nothing less than a name will do.
    """
    sure = pl.concat([_after_silence(talk, asked, minutes), _late(talk, asked, minutes)])
    if talk.naming_share >= ADDRESSING_LOG:
        return sure
    return pl.concat([sure, taken_up(talk, asked.join(sure, on="turn", how="anti", maintain_order="left"))])


def answered(talk: Conversation, asked: pl.DataFrame, *, hours: float, minutes: float) -> pl.DataFrame:
    """Return the questions with their first answer.

    Columns: ``row``, ``turn``, ``who``, ``local``; ``answer``, ``by``, ``after``, ``how``. An answer counts within
    ``hours``; without a name, a link or rare words shared, within ``minutes``. ``answer`` is the row, ``by`` its
    speaker, ``after`` the time it took; all null where nobody answered.
    """
    found = [addressed(talk, asked), thanked(talk, asked, minutes), conversed(talk, asked, minutes)]
    proofs = pl.concat(
        one.select("turn", "answer", pl.lit(how).alias("how")) for one, how in zip(found, HOW, strict=True)
    )
    answers = (
        proofs.join(
            talk.talk.select(pl.col("row").alias("answer"), pl.col("who").alias("by"), pl.col("local").alias("at")),
            on="answer",
        )
        .join(asked.select("turn", "local"), on="turn")
        .select("turn", "answer", "by", "how", (pl.col("at") - pl.col("local")).alias("after"))
        .filter(pl.col("after") <= pl.duration(hours=hours))
        .sort("answer", maintain_order=True)
        .unique("turn", keep="first", maintain_order=True)
    )
    return asked.join(answers, on="turn", how="left", maintain_order="left")
