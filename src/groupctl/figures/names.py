"""Names: whether they follow the pattern that is asked for, hold contact details, or look like an operator's."""

import re
from collections.abc import Mapping

import polars as pl

from groupctl.figures import circumstances
from groupctl.figures.normal import han_digits, normalised, squashed
from groupctl.figures.people import name_key
from groupctl.figures.signals import DIGITS, SIGNALS, TEXT

SEPARATORS = r"[-－–—_/／|｜·•.．,，:：~～+＋&\s]+"
"""What stands between the parts of a name card; whichever a member types."""
_PATTERN_MARKS = r"\^$[](){}*?"
LEAST_LETTERS = 2
"""A name needs as many before another one can look like it."""

LOOK_ALIKES: Mapping[str, str] = {
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "х": "x", "у": "y", "к": "k", "м": "m", "т": "t", "в": "b",
    "н": "h", "і": "i", "ј": "j", "ѕ": "s", "ԁ": "d", "ɡ": "g", "ɑ": "a", "ι": "i", "ο": "o", "α": "a", "ρ": "p",
    "ν": "v", "κ": "k", "τ": "t", "υ": "u", "χ": "x", "0": "o", "1": "l", "|": "l", "5": "s", "ı": "i", "〇": "o",
    "○": "o", "囗": "口", "曰": "日", "未": "末", "己": "已", "巳": "已", "土": "士", "壬": "王", "夭": "天",
}  # fmt: skip
"""Letters that are taken for others, after NFKC and in lower case (of Unicode's confusables, those of names)."""
TITLES = (
    r"(?:群主|管理员?|客服|官方|助理|小助手|本人|大号|小号|唯一|正版|认证|"
    r"admin(?:istrator)?|official|support|owner|service|moderator|mod|team|real|verified)"
)
"""What impostors put beside a name."""


def card_pattern(declared: str) -> str:
    """Return the pattern of names that follow a declared one: city-company-role is three parts, however separated.

    What holds marks of a regular expression is one already.
    """
    if any(mark in declared for mark in _PATTERN_MARKS):
        return declared
    parts = [part for part in re.split(SEPARATORS, declared.strip()) if part]
    one = r"[^-－–—_/／|｜·•.．,，:：~～+＋&\s]+"
    if len(parts) < 2:
        return ""
    return rf"^\s*{one}(?:{SEPARATORS}{one}){{{len(parts) - 1}}}\s*$"


def following(names: pl.DataFrame, pattern: str) -> pl.DataFrame:
    """Return ``names`` (``name``, …) with ``follows``: whether each is of the pattern."""
    return names.with_columns(pl.col("name").fill_null("").str.contains(pattern).alias("follows"))


def with_contacts(names: pl.DataFrame) -> pl.DataFrame:
    """Return those of ``names`` (``who``, ``name``) that hold contact details: adds ``rule`` and ``match``.

    A name that is nothing but a number is what a platform shows for a stranger, and no advertisement.
    """
    plain = names.filter(pl.col("name").str.contains(r"\p{L}")).with_columns(normalised(pl.col("name")).alias(TEXT))
    close = plain.with_columns(squashed(pl.col(TEXT)).alias("squashed"))
    views = close.with_columns(han_digits(pl.col("squashed")).alias(DIGITS))
    found = [
        views.filter(pl.col(signal.on).str.contains(signal.pattern)).select(
            "who",
            "name",
            pl.lit(signal.rule).alias("rule"),
            pl.col(signal.on).str.extract(signal.pattern, 0).alias("match"),
        )
        for signal in SIGNALS
        if signal.rule in circumstances.CONTACTS
    ]
    empty = pl.DataFrame(schema={"who": names.schema["who"], "name": pl.String, "rule": pl.String, "match": pl.String})
    return pl.concat([empty, *found]).unique("who", keep="first", maintain_order=True)


def skeleton(name: pl.Expr) -> pl.Expr:
    """Return what a name looks like: its key with letters that are taken for others replaced by those."""
    return name_key(name).str.replace_many(dict(LOOK_ALIKES))


def look_alikes(people: pl.DataFrame) -> pl.DataFrame:
    """Return senders whose name looks like that of an operator and is not: ``who``, ``name``, ``like``, ``how``.

    ``how``: ``letters`` (other letters that look the same), ``title`` (the name, and a title beside it), ``same`` (two
    accounts under one operator's name: the one that wrote first is taken for the operator).
    """
    known = people.filter(~pl.col("robot")).select("who", "name", "operator", "first")
    known = known.with_columns(name_key(pl.col("name")).alias("key"), _letters(skeleton(pl.col("name"))).alias("looks"))
    theirs = known.filter(pl.col("operator") & (pl.col("looks").str.len_chars() >= LEAST_LETTERS))
    theirs = theirs.sort("first").unique("key", keep="first", maintain_order=True)
    others = known.join(theirs.select("who"), on="who", how="anti", maintain_order="left")
    again = theirs.select(_plain_nick(pl.col("key"))).to_series().implode()
    members = others.filter(~pl.col("operator") & ~_plain_nick(pl.col("key")).is_in(again))
    found = [_alike(others.filter("operator"), theirs, "key", "same"), _alike(members, theirs, "looks", "letters")]
    found += [_titled(members, name, looks) for name, looks in theirs.select("name", "looks").iter_rows()]
    return pl.concat(found).unique("who", keep="first", maintain_order=True)


def _plain_nick(key: pl.Expr) -> pl.Expr:
    """Return a key without what IRC clients put behind a nick that is taken: ann_ is Ann, come back."""
    return key.str.strip_chars("_`^|-")


def _letters(name: pl.Expr) -> pl.Expr:
    return name.str.replace_all(r"[^\p{L}\p{N}]+", "")


def _alike(others: pl.DataFrame, theirs: pl.DataFrame, key: str, how: str) -> pl.DataFrame:
    """Return those of ``others`` whose ``key`` is that of an operator."""
    names = theirs.select(key, pl.col("name").alias("like")).unique(key, keep="first", maintain_order=True)
    same = others.join(names, on=key, maintain_order="left")
    return same.select("who", "name", "like", pl.lit(how).alias("how"))


def _titled(others: pl.DataFrame, name: str, looks: str) -> pl.DataFrame:
    """Return those of ``others`` whose name is one operator's and nothing but titles beside it."""
    rest = pl.col("looks").str.replace(looks, "", literal=True)
    titled = others.filter((rest != pl.col("looks")) & rest.str.contains(f"^{TITLES}+$"))
    return titled.select("who", "name", pl.lit(name).alias("like"), pl.lit("title").alias("how"))
