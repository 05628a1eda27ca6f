"""A chat without names: everybody under a stable pseudonym, also where others speak of them, and messages renumbered.

Ids of messages are replaced too: several platforms put the account or the phone number of the sender into them.
"""

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import replace

import polars as pl

from groupctl.chatlog.pseudonyms import Pseudonyms, is_telling, key_of
from groupctl.chatlog.table import SYSTEM_KINDS, Chat

_SUSPECT = r"\d[\d\s().-]{5,}\d"
"""What else than a name may make a text tell who somebody is."""


def anonymous(chat: Chat, key: bytes = b"") -> Chat:
    """Return a chat in which nobody is named; without a key, the log's beginning is one."""
    rows = chat.messages
    names = Pseudonyms(_people(rows), key or key_of(rows["text"]))
    changed = rows.with_columns(
        *(_categories(rows[column], names.of) for column in ("sender", "name")),
        *(_translated(rows[column], lambda id_: _id(id_, names.key)) for column in ("id", "reply_to")),
        _texts(_events(rows, names), names),
        _lists(rows["members"], names),
    )
    reports = tuple(replace(report, dropped_examples=()) for report in chat.reports)
    return replace(chat, messages=changed, title=names.text(chat.title), reports=reports, called={})


def _people(rows: pl.DataFrame) -> dict[str, str]:
    """Return the person behind every name and id; whoever is only spoken of in events is a person too."""
    known = rows.lazy().select(pl.col("sender", "name").cast(pl.String)).unique(maintain_order=True).collect()
    spoken_of = rows["members"].drop_nulls().explode().drop_nulls().unique().to_list()
    people = {name: name for name in spoken_of if name}
    for sender, name in known.rows():
        people |= {text: sender or name for text in (name, sender) if text}
    return people


def _categories(column: pl.Series, translate: Callable[[str], str]) -> pl.Series:
    return _translated(column.cast(pl.String), translate).cast(pl.Categorical)


def _translated(column: pl.Series, translate: Callable[[str], str]) -> pl.Series:
    """Return texts translated, each distinct one once; null stays null."""
    distinct = column.drop_nulls().unique()
    meanings = pl.Series([translate(text) for text in distinct.to_list()], dtype=pl.String)
    return column.replace_strict(distinct, meanings, default=None, return_dtype=pl.String) if len(distinct) else column


def _id(id_: str, key: bytes) -> str:
    return hashlib.blake2b(id_.encode("utf-8", "replace"), key=key[:64], digest_size=8).hexdigest()


def _events(rows: pl.DataFrame, names: Pseudonyms) -> pl.Series:
    """Return the texts, in events without the names of those whom they are about, however short or common."""
    events = rows["kind"].is_in(SYSTEM_KINDS) & rows["text"].is_not_null()
    told = rows.filter(events).select("text", pl.col("name").cast(pl.String), "members")
    changed = [_unnamed(text, [name, *(members or ())], names) for text, name, members in told.iter_rows()]
    return rows["text"].scatter(events.arg_true(), pl.Series(changed, dtype=pl.String))


def _unnamed(text: str, said: Iterable[str | None], names: Pseudonyms) -> str:
    for name in sorted({name for name in said if name}, key=len, reverse=True):
        text = re.sub(rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])", names.of(name), text)
    return text


def _texts(texts: pl.Series, names: Pseudonyms) -> pl.Series:
    """Return texts without names; only those in which one may stand are looked at closely."""
    folded = pl.Series([text.casefold() for text in texts.fill_null("").to_list()], dtype=pl.String)
    wanted = ["@", *(name.casefold() for name in names.people if is_telling(name))]
    suspect = folded.str.contains_any(wanted) | folded.str.contains(_SUSPECT)
    close = texts.filter(suspect)
    narrowed = names.among(close.drop_nulls().to_list())
    return texts.scatter(suspect.arg_true(), _translated(close, narrowed.text))


def _lists(members: pl.Series, names: Pseudonyms) -> pl.Series:
    """Return lists of names with each name translated."""
    filled = members.is_not_null()
    values = [[name and names.of(name) for name in one] for one in members.drop_nulls().to_list()]
    translated = iter(values)
    return pl.Series(members.name, [next(translated) if is_ else None for is_ in filled], dtype=members.dtype)
