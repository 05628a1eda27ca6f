"""What all exports of WeChat have in common: placeholders in brackets, and lines that WeChat itself wrote."""

import polars as pl

from groupctl.chatlog.assemble import NOBODY, PLATFORM, assemble, rename, seen
from groupctl.chatlog.events import recognise
from groupctl.chatlog.phrases.wechat import EVENTS, PLACEHOLDERS, WITH_TITLE
from groupctl.chatlog.table import pieces

SYSTEM_NAMES = ("系统消息", "系统")
"""Names under which exporters let WeChat itself speak."""


def classify(rows: pl.DataFrame, *, silent_is_wechat: bool = False) -> pl.DataFrame:
    """Return rows with ``sender``, ``name``, ``kind`` and ``members`` in place of the raw name.

    A sentence of WeChat may stand in a name's place with nothing below. With ``silent_is_wechat`` so may any line
    of its own: members send no empty messages, so a name that never says anything is none.
    """
    special = (pl.col("first_byte") == ord("[")) | (pl.col("name") == PLATFORM)
    return assemble(_give_back_to_wechat(_tidy_names(rows), silent_is_wechat), special, _look_closely)


def _give_back_to_wechat(rows: pl.DataFrame, silent_is_wechat: bool) -> pl.DataFrame:
    silent = rows["name"].filter(rows["text"] == "").unique().cast(pl.String)
    silent = silent.filter(~silent.is_in([NOBODY, PLATFORM]))
    spoken = recognise(silent, EVENTS)["kind"].is_not_null()
    if silent_is_wechat:
        spoken |= ~silent.is_in(rows["name"].filter(rows["text"] != "").unique().cast(pl.String).implode())
    sentences = silent.filter(spoken).to_list()
    if not sentences:
        return rows
    said = (pl.col("text") == "") & pl.col("name").is_in(sentences)
    name = pl.when(said).then(pl.lit(PLATFORM, pl.Categorical)).otherwise("name")
    given_back = []
    for _start, piece in pieces(rows):
        place = piece.select(said.arg_true()).to_series()
        text = piece["text"].scatter(place, piece["name"].gather(place).cast(pl.String))  # a copy of few, not of all
        given_back.append(piece.with_columns(text, name=name))
    return pl.concat(given_back, rechunk=False)


def _tidy_names(rows: pl.DataFrame) -> pl.DataFrame:
    """Give each member one spelling, without spaces and quotes around the name; WeChat itself has none."""
    tidy = {name: _tidy(name) for name in rows["name"].unique().to_list()}
    return rename(rows, {name: better for name, better in tidy.items() if better != name})


def _tidy(name: str) -> str:
    bare = name.strip()
    if len(bare) > 2 and bare[0] == bare[-1] == "'":
        bare = bare[1:-1].strip()
    return PLATFORM if name == PLATFORM or bare in SYSTEM_NAMES else bare


def _look_closely(rows: pl.DataFrame) -> pl.DataFrame:
    """Tell what each row is that is not plainly text: an event, or a medium."""
    platform = (pl.col("name") == PLATFORM).fill_null(value=False)
    return seen(
        rows.with_columns(recognise(rows["text"], EVENTS)),
        kind=pl.when(platform).then(pl.col("kind").fill_null("system")).otherwise(_medium(pl.col("text"))),
        by=pl.when(platform).then("by"),
        members=pl.when(platform).then("members"),
        event=platform,
    )


def _medium(text: pl.Expr) -> pl.Expr:
    """Return the kinds of placeholders: ``[图片]``, ``[图片: name]``, ``[链接] title``; null for text."""
    alone = text.str.extract(r"^\[([^\[\]:：]+)(?:[:：].*)?\]$")
    titled = text.str.extract(r"^\[([^\[\]:：]+)\]")
    return pl.coalesce(
        alone.replace_strict(PLACEHOLDERS, default=None, return_dtype=pl.String),
        titled.replace_strict(WITH_TITLE, default=None, return_dtype=pl.String),
    )
