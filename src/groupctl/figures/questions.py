"""Questions that members put to the group, and whether somebody answered.

A question is a message that asks (``question_forms``), that is no small talk, not rhetorical, and that opens
something: it is put to the group or to an operator, not to a member in the middle of a conversation. Operators'
own questions are left out; they are meant to start a talk. ``answers`` says what came after.
"""

import polars as pl

from groupctl.figures import question_forms as forms
from groupctl.figures.conversation import Conversation
from groupctl.figures.patterns import any_of, ascii_only, literals, nothing_but

ASKING_BACK = pl.duration(minutes=60)
"""Who speaks to one person within this time after somebody else spoke asks them back."""
CONVERSATION_BREAK = pl.duration(minutes=10)
"""Who was silent for this long is in no conversation any more: their next question opens one."""

_LETTERS = r"[\p{Han}\p{Hiragana}\p{Katakana}]|[\p{Latin}\p{Cyrillic}\p{Hangul}\p{Arabic}\p{Nd}_]+"
"""A word, or one character of a script that writes none."""


def asking(talk: pl.DataFrame) -> pl.DataFrame:
    """Return every message by a member that asks something.

    Columns: ``row``, ``to_somebody`` (begins with ``@name``), ``to_one`` (speaks to one person).
    """
    personal = pl.col("text").str.contains(any_of(forms.TO_ONE)) & ~pl.col("text").str.contains(any_of(forms.EVERYBODY))
    text = pl.col("text")
    marked = text.str.contains(literals(forms.MARKS))
    by_form = text.str.contains(any_of(forms.ZH_FORMS, forms.EN_FORMS)) & ~text.str.contains(any_of(forms.STATEMENTS))
    # Eager on purpose: a lazy plan would merge the sieves into one and put every pattern to every message.
    return (
        talk.filter((pl.col("kind") == "text") & ~pl.col("operator"))
        .select("row", "text")
        .filter(text.str.contains(literals(forms.MARKS + forms.FORM_LITERALS)))
        .filter(marked | by_form)
        .with_columns(text.str.replace_all(ascii_only(forms.URL), "\u2026"))
        # A link may hold the question mark, and the title of what it leads to another: sharing is not asking.
        .filter(by_form | (marked & ~text.str.contains("\u2026", literal=True)))
        .filter(text.str.len_chars() <= forms.LONGEST)
        .filter(text.str.count_matches(_LETTERS) >= forms.SHORTEST)
        .filter(~text.str.contains(nothing_but(forms.SMALL_TALK)) & ~text.str.contains(any_of(forms.RHETORICAL)))
        .with_columns((text.str.starts_with("@") & ~text.str.contains(any_of(forms.TO_ALL))).alias("to_somebody"))
        .select("row", "to_somebody", personal.alias("to_one"))
    )


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
        asking(talk.talk)
        .join(talk.talk.select("row", "who", "local"), on="row", maintain_order="left")
        .join(talk.turn_of, on="row", maintain_order="left")
        .join(silence, on="turn", how="left", maintain_order="left")
        .join(spoken_to, on="row", how="left", maintain_order="left")
        .filter(pl.col("to_operator").fill_null(opens))
        .unique("turn", keep="first", maintain_order=True)
        .select("row", "turn", "who", "local")
    )
