"""A chat as one plain table, for spreadsheets and programs, and back: what our CSV and Parquet files hold.

Columns: those of MESSAGES but ``line`` and ``source``, which tell of the files that were read, and in every row the
``platform`` and the ``title`` of the group, so that rows keep them however they are sorted, cut or put together.
"""

from collections.abc import Iterable

import polars as pl

from groupctl.chatlog.columns import drop_timeless, with_wall_clock
from groupctl.chatlog.reader import Reading
from groupctl.chatlog.records import LineCount
from groupctl.chatlog.table import MESSAGES, Chat

LATER = ("reactions",)
"""Columns that tables of ours may lack: all null there."""
OF_MESSAGES = tuple(name for name in MESSAGES if name not in {"line", "source"})
COLUMNS = (*OF_MESSAGES, "platform", "title")
"""A table with all of these (but for LATER), in any order and beside any others, is one of ours."""
TEXTS = tuple(name for name in COLUMNS if name not in {"at", "local", "members", "reactions"})
"""Columns of plain texts."""
MOSTLY_EMPTY = ("text", "title")
"""Those of them in which an empty text is usual and null is not."""


def flat(chat: Chat) -> pl.DataFrame:
    """Return the table of a chat: COLUMNS."""
    constant = {
        name: pl.lit(value, pl.String).cast(pl.Categorical)
        for name, value in (("platform", chat.platform), ("title", chat.title))
    }
    return chat.messages.select(*OF_MESSAGES, **constant)


def is_flat(columns: Iterable[str]) -> bool:
    """Say whether the names of a table's columns are those of ours."""
    return set(COLUMNS) <= {*columns, *LATER}


def present(columns: Iterable[str]) -> list[str]:
    """Return those of COLUMNS that a table of ours has."""
    found = set(columns)
    return [name for name in COLUMNS if name not in LATER or name in found]


def reading_of(table: pl.DataFrame, count: LineCount) -> Reading:
    """Return what a table (``present`` columns and ``line``) holds; rows without a moment are counted as dropped."""
    rows = with_wall_clock(drop_timeless(table.select("line", *present(table.columns)), count))
    rows = rows.with_columns(pl.col("kind").cast(pl.String).cast(MESSAGES["kind"], strict=False).fill_null("text"))
    titles = _distinct(rows["title"])
    platforms = _distinct(rows["platform"])
    if len(titles) > 1:  # tables of several groups, put together by somebody
        rows = rows.with_columns(chat=pl.col("title").cast(pl.String).fill_null(""))
    return Reading(
        rows=rows.drop("platform", "title"),
        count=count,
        title=titles[0] if len(titles) == 1 else "",
        platform=platforms[0] if len(platforms) == 1 else None,
        settled=True,
    )


def _distinct(column: pl.Series) -> list[str]:
    return [text for text in column.cast(pl.String).unique(maintain_order=True).to_list() if text]
