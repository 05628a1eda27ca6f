"""Who is spoken to by name: ``@name`` anywhere, or a name at the beginning (``name: …``, ``name，…``).

In a log where that is the custom (IRC, Gitter), a name that begins a message without any sign behind it counts too,
where its owner spoke shortly before.
"""

import polars as pl

from groupctl.figures.distinct import Distinct
from groupctl.figures.people import name_key
from groupctl.figures.question_forms import COMMON_WORDS

AT_NAME = r"@([^@\u2005\s,，:：;；!！?？。、()（）]{2,40})"
AT_NAME_WITH_SPACES = r"@([^@\u2005\n]{2,40})\u2005"
"""WeChat ends a mention with a four-per-em space, so that a name may hold spaces."""
LEADING_NAME = r"^[\s<•]*([^\s@:,，：<>•]{2,40})(?:[:,，：>•]|\s-\s)"
BARE_NAME = r"^\s*<?([^\s@:,，：<>•]{4,40})>?\s"
CUSTOM = 0.05
"""Share of messages that name somebody from which on naming is the custom."""
SPOKE_WITHIN = "2h"
"""Whose name is used without a sign has spoken within this time."""
NUMBERED = r"^(.{2,})#[0-9]{4}$"
"""A name as Discord wrote it, with four digits to tell apart those of one name: people are called without them."""
LEAST_DIGITS = 7
"""A name of digits (a phone number) counts from this length on, without its plus and spaces."""


def _keys(names: pl.DataFrame) -> pl.DataFrame:
    """Return every form by which a sender may be called: ``key``, ``who``; forms that two share are left out."""
    key = name_key(pl.col("called"))
    other = names.filter(pl.col("name") != pl.col("sender"))
    called = pl.concat(
        [names.select("who", pl.col("sender").alias("called")), other.select("who", pl.col("name").alias("called"))]
    ).with_columns(key.alias("key"))
    digits = called.filter(~pl.col("key").str.contains(r"\p{L}"))
    digits = digits.with_columns(pl.col("key").str.replace_all(r"[^0-9]", "").alias("key"))
    digits = digits.filter(pl.col("key").str.len_chars() >= LEAST_DIGITS)
    undecorated = called.with_columns(pl.col("key").str.replace_all(r"[^\p{L}\p{N}]", "").alias("key"))
    first_word = called.with_columns(pl.col("called").str.extract(r"^\s*(\S{3,})\s").str.to_lowercase().alias("key"))
    unnumbered = called.with_columns(pl.col("key").str.extract(NUMBERED).alias("key"))
    forms = (
        pl.concat([called, undecorated, digits, first_word, unnumbered])
        .drop_nulls()
        .select("key", "who")
        .unique(maintain_order=True)
    )
    return forms.filter(pl.col("key").str.len_chars() >= 2).unique("key", keep="none", maintain_order=True)


def mentions(said: pl.DataFrame, who_is_who: pl.DataFrame, distinct: Distinct | None = None) -> pl.DataFrame:
    """Return who is named in ``said`` (``row``, ``text``): one row a mention, ``row`` and ``target`` (a ``who``).

    ``distinct`` gives the texts of ``said``.
    """
    distinct, keys = distinct or Distinct(said), _keys(who_is_who)
    called = _called(distinct.texts)
    # Few different words begin messages: each is put into the form of a name once.
    key = name_key(pl.col("called").str.strip_chars("@\u2005").str.strip_chars_end(".")).alias("name")
    names = called.select(pl.col("called").unique()).with_columns(key).join(keys.rename({"key": "name"}), on="name")
    named = called.join(names.select("called", pl.col("who").alias("target")), on="called").select("key", "target")
    rows = said.select("row", distinct.keys).filter(distinct.of(named))
    signed = rows.join(named, on="key").select("row", "target").unique(maintain_order=True)
    custom = signed["row"].n_unique() > CUSTOM * said.height
    return pl.concat([signed, _bare(said, keys)]).unique(maintain_order=True) if custom else signed


def _called(texts: pl.DataFrame) -> pl.DataFrame:
    """Return the words in distinct texts (``key``, ``text``) that may name somebody: ``key``, ``called``."""
    text = pl.col("text")
    at_signs = texts.filter(text.str.contains("@", literal=True))
    # To find is cheaper than to say what was found, and most texts begin with nothing of the sort.
    led = texts.filter(text.str.contains(LEADING_NAME))
    return pl.concat(
        [
            at_signs.select("key", text.str.extract_all(AT_NAME).alias("called")).explode("called"),
            at_signs.select("key", text.str.extract_all(AT_NAME_WITH_SPACES).alias("called")).explode("called"),
            led.select("key", text.str.extract(LEADING_NAME).alias("called")),
        ]
    ).drop_nulls("called")


def _bare(said: pl.DataFrame, keys: pl.DataFrame) -> pl.DataFrame:
    """Return whose name begins a message with nothing but a space behind it, if they spoke shortly before."""
    names = keys.filter(~pl.col("key").is_in(list(COMMON_WORDS)))
    begin = said.select("row", "local", pl.col("text").str.extract(BARE_NAME).str.to_lowercase().alias("key"))
    spoke = said.select(pl.col("who").alias("target"), "local").sort("local")
    called = begin.join(names.rename({"who": "target"}), on="key").sort("local")
    near = spoke.with_columns(pl.col("local").alias("spoke"))
    recent = called.join_asof(near, on="local", by="target", tolerance=SPOKE_WITHIN, check_sortedness=False)
    return recent.drop_nulls("spoke").sort("row").select("row", "target")
