"""What all exports of WeChat have in common: placeholders in brackets, and lines that WeChat itself wrote."""

import polars as pl

from groupctl.chatlog.assemble import assemble, rename, seen
from groupctl.chatlog.events import recognise
from groupctl.chatlog.phrases.wechat import EVENTS, PLACEHOLDERS, WITH_TITLE

SYSTEM_NAMES = ("系统消息", "系统")
"""Names under which exporters let WeChat itself speak."""


def classify(rows: pl.DataFrame) -> pl.DataFrame:
    """Return rows with ``sender``, ``name``, ``kind`` and ``members`` in place of the raw name."""
    special = (pl.col("first_byte") == ord("[")) | (pl.col("name") == "")
    return assemble(_give_back_to_wechat(_tidy_names(rows)), special, _look_closely)


def _tidy_names(rows: pl.DataFrame) -> pl.DataFrame:
    """Give each member one spelling, without spaces and quotes around the name; WeChat itself has none."""
    names = rows["name"].unique().drop_nulls().to_list()
    tidy = {name: "" if name in SYSTEM_NAMES else name.strip().strip("'").strip() for name in names}
    return rename(rows, {name: better for name, better in tidy.items() if better != name})


def _give_back_to_wechat(rows: pl.DataFrame) -> pl.DataFrame:
    """Where a sentence of WeChat stands in a name's place with nothing below, make it the text of nobody."""
    lines = rows.filter(pl.col("text") == "").select(pl.col("name").cast(pl.String).unique())["name"]
    sentences = lines.filter(recognise(lines, EVENTS)["kind"].is_not_null())
    if not len(sentences):
        return rows
    spoken = (pl.col("text") == "") & pl.col("name").cast(pl.String).is_in(sentences.implode())
    return rows.with_columns(
        text=pl.when(spoken).then(pl.col("name").cast(pl.String)).otherwise("text"),
        name=pl.when(spoken).then(pl.lit("", pl.Categorical)).otherwise("name"),
    )


def _look_closely(rows: pl.DataFrame) -> pl.DataFrame:
    """Tell what each row is that is not plainly text: an event, or a medium."""
    nobody = pl.col("name") == ""
    return seen(
        rows.with_columns(recognise(rows["text"], EVENTS)),
        kind=pl.when(nobody).then(pl.col("kind").fill_null("system")).otherwise(_medium(pl.col("text"))),
        by=pl.when(nobody).then("by"),
        members=pl.when(nobody).then("members"),
    )


def _medium(text: pl.Expr) -> pl.Expr:
    """Return the kinds of placeholders: ``[图片]``, ``[图片: name]``, ``[链接] title``; null for text."""
    alone = text.str.extract(r"^\[([^\[\]:：]+)(?:[:：][^\]]*)?\]$")
    titled = text.str.extract(r"^\[([^\[\]:：]+)\]")
    return pl.coalesce(
        alone.replace_strict(PLACEHOLDERS, default=None, return_dtype=pl.String),
        titled.replace_strict(WITH_TITLE, default=None, return_dtype=pl.String),
    )
