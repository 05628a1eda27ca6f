"""What all exports of WeChat have in common: placeholders in brackets, and lines that WeChat itself wrote."""

import polars as pl

from groupctl.chatlog.assemble import NOBODY, PLATFORM, assemble, rename, seen
from groupctl.chatlog.events import recognise
from groupctl.chatlog.phrases.wechat import EVENTS, PLACEHOLDERS, WITH_TITLE
from groupctl.chatlog.table import cut_like

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
    silent = rows.filter((pl.col("text") == "") & ~pl.col("name").is_in([NOBODY, PLATFORM]))["name"].unique()
    silent = silent.cast(pl.String)
    spoken = recognise(silent, EVENTS)["kind"].is_not_null()
    if silent_is_wechat:
        spoken |= ~silent.is_in(rows.filter(pl.col("text") != "")["name"].unique().cast(pl.String).implode())
    sentences = silent.filter(spoken)
    if not len(sentences):
        return rows
    name = rows["name"].cast(pl.String)
    spoken = (rows["text"] == "") & name.is_in(sentences.implode())
    platform = pl.Series([PLATFORM], dtype=pl.String)
    return rows.with_columns(
        text=cut_like(rows, name.zip_with(spoken, rows["text"])),
        name=cut_like(rows, platform.zip_with(spoken, name).cast(pl.Categorical)),
    )


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
