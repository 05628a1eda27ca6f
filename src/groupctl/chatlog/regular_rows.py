"""The quick way through a table: blocks whose rows are all as wide as the head and whose quotes stand where they may.

What programs export is nearly always such; Polars turns it into columns at once. Everything else is read row by row.
"""

from dataclasses import dataclass

import numpy as np
import polars as pl

from groupctl.chatlog.scan import Positions

QUOTE, NEWLINE = 0x22, 0x0A


@dataclass(frozen=True, kw_only=True)
class Rows:
    """Whole rows at the beginning of a block."""

    columns: pl.DataFrame
    """Strings; an empty value is an empty string."""
    first_lines: Positions
    """How many lines of the block stand before each row."""
    lines: int
    """Lines that they cover."""


@dataclass(frozen=True)
class Shape:
    """Where the quotes, the ends of rows and the delimiters of a block stand."""

    whole: int
    """Bytes up to the end of the last whole row."""
    newlines: Positions
    """All line ends among them."""
    ends: Positions
    """Those that end a row."""
    delimiters: Positions
    """Those between values."""


def shape(data: bytes, delimiter: str) -> Shape | None:
    """Return the shape of a block that begins with a row; None where its quotes do not stand where they may."""
    block = np.frombuffer(data, dtype=np.uint8)
    marks = np.flatnonzero((block == QUOTE) | (block == NEWLINE) | (block == ord(delimiter)))
    found = block[marks]
    quotes = found == QUOTE
    if not _well_quoted(block, marks[quotes], ord(delimiter)):
        return None
    outside = ~np.logical_xor.accumulate(quotes)
    is_newline = found == NEWLINE
    ends = marks[is_newline & outside]
    whole = int(ends[-1]) + 1 if len(ends) else 0
    newlines, delimiters = marks[is_newline], marks[outside & ~quotes & ~is_newline]
    return Shape(whole, newlines[: np.searchsorted(newlines, whole)], ends, delimiters)


def _well_quoted(block: np.ndarray, quotes: Positions, delimiter: int) -> bool:
    """Say whether each value in quotes begins and ends where a value does; two quotes within one mean one."""
    opening, closing = quotes[0::2], quotes[1::2]
    edges = np.zeros(256, dtype=np.bool_)
    edges[[delimiter, NEWLINE, QUOTE]] = True
    before = block[opening[opening > 0] - 1]
    behind = block[closing[closing < len(block) - 1] + 1]
    return bool(edges[before].all() and edges[behind].all())


def read_rows(data: bytes, found: Shape, columns: tuple[str, ...], delimiter: str) -> Rows | None:
    """Return the whole rows of a block; None where one of them is blank, or wider or narrower than the head."""
    if len(set(columns)) != len(columns) or not all(columns) or len(columns) < 2:
        return None
    starts = np.append(0, found.ends[:-1] + 1)
    per_row = np.diff(np.searchsorted(found.delimiters, np.append(starts, found.whole)))
    if not len(found.ends) or (per_row != len(columns) - 1).any():
        return None
    try:
        rows = pl.read_csv(
            memoryview(data)[: found.whole].tobytes(),
            has_header=False,
            schema=dict.fromkeys(columns, pl.String),
            separator=delimiter,
        )
    except pl.exceptions.PolarsError:
        return None
    if len(rows) != len(starts):
        return None
    rows = rows.with_columns(pl.col(name).fill_null("") for name in rows.columns if rows[name].has_nulls())
    shortest = int((found.ends - starts).min())
    if shortest < 3 * len(columns) and rows.select(_blank()).to_series().any():
        return None
    return Rows(columns=rows, first_lines=np.searchsorted(found.newlines, starts), lines=len(found.newlines))


def _blank() -> pl.Expr:
    return pl.all_horizontal(pl.all() == "").alias("blank")
