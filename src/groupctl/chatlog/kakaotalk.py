"""What all exports of KakaoTalk have in common: placeholders, and lines that KakaoTalk itself wrote."""

import re

import polars as pl

from groupctl.chatlog.assemble import assemble, medium, rename, seen
from groupctl.chatlog.events import recognise
from groupctl.chatlog.kinds import kind_of_file
from groupctl.chatlog.phrases.kakaotalk import (
    BEGINNINGS,
    EVENTS,
    NAMELESS_ENDINGS,
    PLACEHOLDERS,
    SEVERAL_PHOTOS,
    SYSTEM_NAMES,
    WARNINGS,
)

_BEGINS = f"^(?:{'|'.join(map(re.escape, BEGINNINGS))})"
_ENDS = f"(?:{'|'.join(map(re.escape, NAMELESS_ENDINGS))})$"
_WARNED = rf"(?s)^([^\n]*?)\s*(?:\n.*|(?:{'|'.join(WARNINGS)}).*)$"
"""A line of KakaoTalk's, and behind it or below it what newcomers are warned of."""
LONGEST_EVENT = 400
"""Bytes of a line that KakaoTalk writes."""


def classify(rows: pl.DataFrame) -> pl.DataFrame:
    """Return rows with ``sender``, ``name``, ``kind`` and ``members`` in place of the raw name."""
    names = rows["name"].unique().drop_nulls().to_list()
    text = pl.col("text")
    special = (
        pl.col("name").is_in(["", *SYSTEM_NAMES])
        | text.is_in(list(PLACEHOLDERS))
        | text.str.contains(f"{_BEGINS}|{SEVERAL_PHOTOS}")
        | (pl.col("last_byte") == ord(".")) & (text.str.len_bytes() < LONGEST_EVENT) & text.str.contains(_ENDS)
    )
    rows = rename(rows, {name: name.strip() for name in names if name != name.strip()})
    return assemble(rows.with_columns(member="name"), special, _look_closely, apart=("member",))


def _look_closely(rows: pl.DataFrame) -> pl.DataFrame:
    """Tell what each row is that is not plainly text: an event, or a medium."""
    nobody = pl.col("member").is_in(["", *SYSTEM_NAMES])
    # Between the names of several people stand "님," and "님과" where other platforms write a comma.
    warned = pl.when(nobody).then(pl.col("text").str.replace(_WARNED, "$1")).otherwise("text")
    lines = rows.select(warned).to_series()
    lines = lines.str.replace_all("님, ", ", ", literal=True).str.replace_all("님과 ", ", ", literal=True)
    told = rows.with_columns(recognise(lines, EVENTS))
    name = pl.col("member").cast(pl.String)
    about_sender = pl.col("members").list.contains(name).fill_null(value=False) | (pl.col("by") == name).fill_null(
        value=False
    )
    is_event = nobody | pl.col("kind").is_not_null() & about_sender
    return seen(
        told,
        kind=pl.when(is_event).then(pl.col("kind").fill_null("system")).otherwise(_medium(pl.col("text"))),
        by=pl.when(is_event).then("by"),
        members=pl.when(is_event).then("members"),
    )


def _medium(text: pl.Expr) -> pl.Expr:
    begins = text.str.extract(f"({_BEGINS})")
    kind = begins.replace_strict(BEGINNINGS, default=None, return_dtype=pl.String)
    file = pl.when(kind == "file").then(text.str.replace(_BEGINS, ""))
    several = pl.when(text.str.contains(SEVERAL_PHOTOS)).then(pl.lit("image"))
    return pl.coalesce(medium(text, PLACEHOLDERS), several, kind_of_file(file), kind)
