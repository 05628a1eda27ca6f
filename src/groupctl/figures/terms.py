"""The terms that people use: what a chat is about, without grammar, greetings, names and links.

Words where a script writes spaces, runs of characters where it does not (``han``); what any chat is full of
(``everyday``) is the background and left out. Every message counts a term once, and a text that somebody repeats
counts once: a slogan posted daily is no topic.
"""

from dataclasses import dataclass

import polars as pl

from groupctl.figures import everyday, function_words
from groupctl.figures.han import han_terms
from groupctl.figures.normal import normalised, own_words
from groupctl.figures.patterns import ascii_only
from groupctl.figures.people import name_key
from groupctl.figures.stretches import sample

MOST_MESSAGES = 20_000
"""Messages from which terms are taken: stretches evenly spread over a longer log; shares are good to a point."""
LONGEST_TEXT = 400
"""Characters of a message that are read: what is longer is a pasted log or an article."""
A_LIST = 4
"""Lines that make a list."""
BULLET = r"^[\s•*·-]*(?:\d{1,3}[.)、:]+\s*)?"
LAST_WORD = r"[-_·|｜/\s](\p{L}{2,})\P{L}*$"
CALLED = r"^[老小阿大]?\p{Han}[哥姐叔姨]$"
"""How Chinese members call each other."""
COPIED = 12
"""Characters from which on a line that stood before is a copy, whoever posts it."""
LEAST_MESSAGES = 3
"""A term stands in so many messages, at least."""
LEAST_SPEAKERS = 2
"""And so many people use it: what one person alone says is theirs, not the group's."""

NOT_WORDS = (
    r"(?s)```.*?(?:```|$)|(?i)\b(?:https?://|www\.)\S+|\S+@\S+\.\w+|@[^\s@,，:：]{1,40}"
    r"|\[[^\[\]\n]{1,12}\]|<[^<>\n]{1,80}>|:[a-z0-9_+-]{2,40}:|#\d+"
)
"""Code, links, addresses, mentions, stickers and marks of the platform."""
ADDRESSED = r"^[\s<•]*[^\s@:,，：<>•]{2,40}(?:[:：>•]|, )"
"""Whom a message is put to: no word of it."""
_LETTERS = r"\p{Latin}\p{Cyrillic}\p{Greek}\p{Hangul}\p{Arabic}"
WORD = rf"[{_LETTERS}][{_LETTERS}\p{{M}}0-9'._+#-]*"
JAPANESE = r"[\p{Katakana}ー]{3,}|\p{Han}{2,}"
KANA = r"[\p{Hiragana}\p{Katakana}]"
LAUGHTER = r"^(?:[ha]{3,}|[he]{4,}|[ха]{3,}|lo+l+|\D?w{3,})$"
SHORTEST_WORD, LONGEST_WORD = 3, 30


@dataclass(frozen=True, kw_only=True)
class Terms:
    """The terms of a log, or of an even sample of it."""

    texts: pl.DataFrame
    """The messages read: ``row``, ``who``, ``local``, ``operator``, ``stretch``, ``text`` (cleaned)."""
    said: pl.DataFrame
    """Who said what: ``row``, ``term``, ``who``, ``stretch``; one row a message and term."""
    table: pl.DataFrame
    """One row a term, the most telling first: ``term``, ``messages``, ``speakers``, ``stretches``."""


def terms(talk: pl.DataFrame, who_is_who: pl.DataFrame) -> Terms:
    """Return the terms of what people sent (``people.talk``)."""
    texts = cleaned(sample(talk, MOST_MESSAGES))
    fresh = _fresh(texts)
    said = pl.concat([_words(fresh), _japanese(fresh), _chinese(fresh)]).unique(maintain_order=True)
    said = said.join(texts.select("row", "who", "stretch"), on="row", maintain_order="left")
    table = _counted(said).filter(
        (pl.col("messages") >= LEAST_MESSAGES)
        & (pl.col("speakers") >= LEAST_SPEAKERS)
        & ~pl.col("term").is_in(_names(who_is_who).implode())
        & ~pl.col("term").str.contains(CALLED)
    )
    kept = said.join(table.select("term"), on="term", how="semi", maintain_order="left")
    return Terms(texts=texts, said=kept, table=table)


def cleaned(talk: pl.DataFrame) -> pl.DataFrame:
    """Return messages with their text, without what is no word: ``row``, ``who``, ``local``, ``operator``, …."""
    text = normalised(own_words(pl.col("text").str.head(LONGEST_TEXT)))
    for pattern in (ascii_only(NOT_WORDS), ADDRESSED):
        text = text.str.replace_all(pattern, " ")
    said = talk.filter((pl.col("kind") == "text") & pl.col("text").is_not_null())
    return said.select("row", "who", "local", "operator", "stretch", text.str.replace_all("’", "'"))


def _fresh(texts: pl.DataFrame) -> pl.DataFrame:
    """Return the lines of texts that are no copies: ``row``, ``text``.

    A short line may be said by many, a longer one only once, and so each line of a list: lists that everybody posts
    again with a line more, chain messages and news would count by their copies.
    """
    lines = pl.col("text").str.split("\n")
    said_by = pl.when((pl.col("text").str.len_chars() < COPIED) & (pl.col("lines") < A_LIST)).then("who")
    return (
        texts.select("row", "who", lines, lines.list.len().alias("lines"))
        .explode("text")
        .with_columns(pl.col("text").str.strip_chars().str.replace(BULLET, ""))
        .filter(pl.col("text") != "")
        .with_columns(said_by.alias("copied_by"))
        .unique(["copied_by", "text"], keep="first", maintain_order=True)
        .select("row", "text")
    )


def _counted(said: pl.DataFrame) -> pl.DataFrame:
    """Return how often and by how many each term was said; what many people say often comes first."""
    return (
        said.group_by("term")
        .agg(
            pl.len().alias("messages"),
            pl.col("who").n_unique().alias("speakers"),
            pl.col("stretch").n_unique().alias("stretches"),
        )
        .sort(pl.col("speakers").sqrt() * pl.col("stretches"), "term", descending=[True, False])
    )


def _words(lines: pl.DataFrame) -> pl.DataFrame:
    """Return the words of scripts that write spaces: ``row``, ``term``; a plural under its singular."""
    found = (
        lines.lazy()
        .select("row", pl.col("text").str.extract_all(WORD).alias("word"))
        .explode("word")
        .drop_nulls("word")
        .with_columns(pl.col("word").str.strip_chars("'._-").str.replace(r"'s$", ""))
        .filter(pl.col("word").str.len_chars().is_between(SHORTEST_WORD, LONGEST_WORD))
        .collect()
    )
    words = found["word"].unique().to_frame()
    hissing = pl.col("word").str.replace(r"(s|x|z|ch|sh)es$", "$1")
    plain = pl.col("word").str.replace(r"ies$", "y").str.replace(r"([^sui])s$", "$1")
    single = pl.when(pl.col("word") != hissing).then(hissing).otherwise(plain)
    listed = everyday.listed(everyday.EN + function_words.WORDS)
    kept = (
        words.with_columns(pl.when(single.is_in(words["word"].implode())).then(single).otherwise("word").alias("term"))
        .filter(~pl.col("word").is_in(listed) & ~pl.col("term").is_in(listed))
        .filter(~pl.col("term").str.contains(LAUGHTER))
    )
    return found.join(kept, on="word", maintain_order="left").select("row", "term")


def _is_japanese() -> pl.Expr:
    return pl.col("text").str.count_matches(KANA) >= 3


def _japanese(lines: pl.DataFrame) -> pl.DataFrame:
    """Return the words of Japanese: what is written in Katakana, and runs of Chinese characters."""
    return (
        lines.lazy()
        .filter(_is_japanese())
        .select("row", pl.col("text").str.extract_all(JAPANESE).alias("term"))
        .explode("term")
        .drop_nulls("term")
        .filter(~pl.col("term").is_in(everyday.listed(everyday.JA)))
        .collect()
    )


def _chinese(lines: pl.DataFrame) -> pl.DataFrame:
    return han_terms(lines.filter(~_is_japanese()), LEAST_MESSAGES)


def _names(who_is_who: pl.DataFrame) -> pl.Series:
    """Return what people are called: their names, the first word of each and the last (``city-trade-name``)."""
    name = pl.concat([who_is_who["name"], who_is_who["sender"]]).alias("name").to_frame()
    ends = [name.select(pl.col("name").str.extract(end).str.to_lowercase()) for end in (r"^\s*(\S{2,})", LAST_WORD)]
    return pl.concat([name.select(name_key(pl.col("name"))), *ends]).to_series().drop_nulls().unique()
