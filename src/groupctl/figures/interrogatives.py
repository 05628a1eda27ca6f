"""Which messages ask something: the forms of ``question_forms``, put to every distinct text once."""

import polars as pl

from groupctl.figures import question_forms as forms
from groupctl.figures.distinct import Distinct
from groupctl.figures.patterns import any_of, ascii_only, literals, nothing_but

_LETTERS = r"[\p{Han}\p{Hiragana}\p{Katakana}]|[\p{Latin}\p{Cyrillic}\p{Hangul}\p{Arabic}\p{Nd}_]+"
"""A word, or one character of a script that writes none."""
_SHORT = 60
"""Characters: what is longer is no small talk, and has words enough."""


def asking(talk: pl.DataFrame, distinct: Distinct | None = None) -> pl.DataFrame:
    """Return every message by a member that asks something; ``distinct`` gives the texts of ``talk``.

    Columns: ``row``, ``to_somebody`` (begins with ``@name``), ``to_one`` (speaks to one person).
    """
    distinct = distinct or Distinct(talk)
    asks = _asking(distinct.texts.filter(pl.col("text").str.len_bytes() <= 4 * forms.LONGEST))
    keyed = talk.select("row", distinct.keys, "kind", "operator")
    said = keyed.filter((pl.col("kind") == "text") & ~pl.col("operator")).select("row", "key")
    return said.join(asks, on="key", maintain_order="left").drop("key")


def _asking(texts: pl.DataFrame) -> pl.DataFrame:
    """Return which distinct texts (``key``, ``text``) ask: ``key``, ``to_somebody``, ``to_one``."""
    text = pl.col("text")
    marked = text.str.contains(literals(forms.MARKS))
    by_form = text.str.contains(any_of(forms.ZH_FORMS, forms.EN_FORMS)) & ~text.str.contains(any_of(forms.STATEMENTS))
    personal = text.str.contains(any_of(forms.TO_ONE)) & ~text.str.contains(any_of(forms.EVERYBODY))
    # Eager on purpose: a lazy plan would merge the sieves into one and put every pattern to every message.
    found = (
        texts.filter(text.str.contains(literals(forms.MARKS + forms.FORM_LITERALS)))
        .with_columns(marked.alias("marked"))
        .filter(pl.col("marked") | by_form)
        .with_columns(text.str.replace_all(ascii_only(forms.URL), "\u2026"))
    )
    # A link may hold the question mark, and the title of what it leads to another: sharing is not asking.
    linked = text.str.contains("\u2026", literal=True)
    found = pl.concat([found.filter(~linked & (marked | by_form)), found.filter(linked).filter(by_form)])
    short = found.filter(text.str.len_chars() <= _SHORT).filter(
        (text.str.count_matches(_LETTERS) >= forms.SHORTEST) & ~text.str.contains(nothing_but(forms.SMALL_TALK))
    )
    long = found.filter(text.str.len_chars().is_between(_SHORT + 1, forms.LONGEST))
    return (
        pl.concat([short, long])
        .filter(~text.str.contains(any_of(forms.RHETORICAL)))
        .with_columns((text.str.starts_with("@") & ~text.str.contains(any_of(forms.TO_ALL))).alias("to_somebody"))
        .select("key", "to_somebody", personal.alias("to_one"))
    )
