"""Which questions were answered: when, by whom, and how we know.

Three kinds of proof: somebody speaks to the asker by name or reply link; the asker thanks; somebody speaks up in
the same conversation. Conversations are told apart by who is named, by gaps and by shared words: in a log where
people usually name whom they speak to (IRC, Gitter), a remark to nobody in a crowd is no answer.
"""

import polars as pl

from groupctl.figures.conversation import Conversation
from groupctl.figures.patterns import any_of, ascii_only
from groupctl.figures.question_forms import COMMON_WORDS, THANKS, URL

LOOK_AHEAD = 20
"""Turns after a question that are looked at."""
NEXT_WITHIN = 2
"""Turns of others within which what is said in a crowd is said to the question, if at once."""
AT_ONCE = pl.duration(minutes=30)
FRESH_WITHIN = 3
"""Turns within which somebody who was not talking before speaks up because of the question."""
TERMS_WITHIN = 8
"""Turns within which a shared word shows the same conversation."""
QUIET = pl.duration(minutes=5)
"""After this long a silence, what is said next belongs to the question."""
TALKING = pl.duration(minutes=10)
"""Who spoke within this time before the question was in a conversation already."""
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


def thanked(talk: Conversation, asked: pl.DataFrame) -> pl.DataFrame:
    """Return answers for which the asker thanks: ``turn`` of the question, ``answer`` (the turn before the thanks)."""
    askers = asked["who"].unique().implode()
    thanks = talk.talk.filter(pl.col("who").is_in(askers)).select("row", "who", "text")
    thanks = thanks.filter(pl.col("text").str.contains(any_of(THANKS))).select("row", "who")
    said_before = talk.turns.select((pl.col("turn") + 1).alias("thanks"), pl.col("row").alias("answer"))
    return (
        thanks.join(talk.turn_of.rename({"turn": "thanks"}), on="row", maintain_order="left")
        .join_asof(
            asked.select("who", "turn", pl.col("row").alias("question")),
            left_on="row",
            right_on="question",
            by="who",
            check_sortedness=False,
        )
        .filter(pl.col("thanks") > pl.col("turn") + 1)
        .join(said_before, on="thanks")
        .select("turn", "answer")
    )


def _words(talk: Conversation, turns: pl.Series) -> pl.DataFrame:
    """Return the words said in the given turns that can show a topic, as hashes: ``turn``, ``word``.

    Latin words of four letters and more; pairs of Chinese characters, at even and at odd places.
    """
    text = pl.col("text").str.to_lowercase().str.replace_all(ascii_only(URL), " ")
    odd = text.str.replace_all(r"(^|\P{Han})\p{Han}", "${1}")
    said = talk.turn_of.filter(pl.col("turn").is_in(turns.unique().implode()))
    said = said.join(talk.talk.select("row", "text"), on="row", maintain_order="left")
    found = pl.concat(
        [
            said.select("turn", text.str.extract_all(r"[a-z][a-z0-9_.+#-]{3,}|\p{Han}{2}").alias("word")),
            said.select("turn", odd.str.extract_all(r"\p{Han}{2}").alias("word")),
        ]
    )
    common = pl.Series(COMMON_WORDS).hash().implode()
    words = found.explode("word").drop_nulls().with_columns(pl.col("word").hash())
    return words.filter(~pl.col("word").is_in(common)).unique()


def _sharing(talk: Conversation, pairs: pl.DataFrame) -> pl.DataFrame:
    """Return those of the pairs of turns (``turn``, ``then``) in which both use a word that can show a topic."""
    asked, said = _words(talk, pairs["turn"]), _words(talk, pairs["then"])
    spelled = pairs.select("turn", "then").join(said.rename({"turn": "then"}), on="then")
    return pairs.join(spelled.join(asked, on=["turn", "word"], how="semi"), on=["turn", "then"], how="semi")


def _following(talk: Conversation, asked: pl.DataFrame, hours: float) -> pl.DataFrame:
    """Return the turns of others after each question, one row a pair, those that speak to somebody else left out.

    Columns: ``turn``, ``then`` (number of the later turn), ``answer`` (its row), ``place`` (1 for the first),
    ``quiet`` (nobody spoke before the question), ``fresh`` (its speaker was not talking before), ``after`` (how long
    after the question), ``asks`` (it asks something itself).
    """
    turns = talk.turns.with_columns(
        pl.col("ended").shift().alias("before"), pl.col("ended").shift().over("who").alias("heard")
    )
    later = turns.select(
        pl.col("turn").alias("then"), pl.col("who").alias("by"), pl.col("row").alias("answer"), "began", "heard"
    )
    ahead = pl.int_ranges(pl.col("turn") + 1, pl.col("turn") + 1 + LOOK_AHEAD, dtype=pl.UInt32)
    to_others = talk.addressed["turn"].unique().implode()
    asks = pl.col("then").is_in(asked["turn"].implode())
    return (
        asked.select("turn", "who", "local", ahead.alias("then"))
        .join(turns.select("turn", "before"), on="turn", maintain_order="left")
        .explode("then")
        .join(later, on="then", maintain_order="left")
        .filter((pl.col("by") != pl.col("who")) & (pl.col("began") - pl.col("local") <= pl.duration(hours=hours)))
        .with_columns(pl.int_range(1, pl.len() + 1).over("turn").alias("place"))
        .filter(~pl.col("then").is_in(to_others))
        .select(
            "turn", "then", "answer", "place", asks.alias("asks"),
            (pl.col("before").is_null() | (pl.col("local") - pl.col("before") >= QUIET)).alias("quiet"),
            (pl.col("heard").is_null() | (pl.col("heard") < pl.col("local") - TALKING)).alias("fresh"),
            (pl.col("began") - pl.col("local")).alias("after"),
        )
    )  # fmt: skip


def conversed(talk: Conversation, asked: pl.DataFrame, hours: float, minutes: float) -> pl.DataFrame:
    """Return answers by the conversation around them: ``turn`` of the question, ``answer`` (a row).

    After silence, the next speaker answers. In a crowd it takes one of the next two at once, somebody who was not
    talking before, or a shared word; in a log where people name whom they speak to, nothing less than a name.
    """
    followers = _following(talk, asked, hours)
    pairs = followers.filter(pl.col("after") <= pl.duration(minutes=minutes))
    addressing_is_rare = talk.addressing_share < ADDRESSING_LOG
    follows = pl.col("quiet") & (pl.col("place") == 1)
    if addressing_is_rare:
        follows |= (pl.col("after") <= AT_ONCE) & (pl.col("place") <= NEXT_WITHIN)
        follows |= pl.col("fresh") & (pl.col("place") <= FRESH_WITHIN)
    sure = pairs.filter(follows & ~pl.col("asks"))
    if not addressing_is_rare:
        return sure.select("turn", "answer")
    near = (pl.col("after") <= pl.duration(minutes=minutes)) & (pl.col("place") <= TERMS_WITHIN)
    open_still = followers.filter(
        (near | (pl.col("place") <= NEXT_WITHIN)) & ~pl.col("turn").is_in(sure["turn"].implode())
    )
    return pl.concat([sure.select("turn", "answer"), _sharing(talk, open_still).select("turn", "answer")])


def answered(talk: Conversation, asked: pl.DataFrame, *, hours: float, minutes: float) -> pl.DataFrame:
    """Return the questions with their first answer.

    Columns: ``row``, ``turn``, ``who``, ``local``; ``answer``, ``by``, ``after``, ``how``. An answer counts within
    ``hours``; without a name or a link, within ``minutes``. ``answer`` is the row, ``by`` its speaker, ``after`` the
    time it took; all null where nobody answered.
    """
    found = [addressed(talk, asked), thanked(talk, asked), conversed(talk, asked, hours, minutes)]
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
