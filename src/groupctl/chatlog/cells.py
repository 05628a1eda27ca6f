"""Values as the cells of a CSV file that a spreadsheet may open: none is taken for a formula, and each comes back.

A spreadsheet runs what begins with = + - @, also behind spaces or as a full-width character (OWASP, CSV Injection).
An apostrophe in front makes it a text. A text that itself begins with apostrophes before such a character gets one
more, so that taking one away gives back exactly what was written. The empty cell means null; an empty text is an
apostrophe (and an apostrophe two).
"""

import msgspec
import polars as pl

_ESCAPED = r"^'*(?:[\s\u200b\u2060\ufeff]*[=+\-@＝＋－＠\t\r\n]|$)"
"""What gets an apostrophe: dangerous or empty, behind any number of apostrophes."""
_LIST = msgspec.json.Decoder(list[str | None])


def to_cells(text: pl.Expr) -> pl.Expr:
    """Return texts as cells; null becomes the empty cell."""
    return pl.when(~text.str.contains(_ESCAPED)).then(text).otherwise("'" + text).fill_null("")


def from_cells(cell: pl.Expr) -> pl.Expr:
    """Return the texts that cells were made of."""
    rest = cell.str.slice(1)
    neutralised = cell.str.starts_with("'") & rest.str.contains(_ESCAPED)
    return pl.when(neutralised).then(rest).when(cell != "").then(cell)


def mostly_empty(cell: pl.Expr) -> pl.Expr:
    """Return cells of a column where an empty text is usual and null is not, the two exchanged; also the way back."""
    return pl.when(~cell.is_in(["", "'"])).then(cell).when(cell == "").then(pl.lit("'")).otherwise(pl.lit(""))


def lists_to_cells(lists: pl.Series) -> pl.Series:
    """Return lists of texts as JSON; they begin with a bracket, so that no spreadsheet minds them."""
    texts = [msgspec.json.encode(value).decode() for value in lists.drop_nulls().to_list()]
    empty = pl.Series(lists.name, [""]).new_from_index(0, len(lists))
    return empty.scatter(lists.is_not_null().arg_true(), texts)


def cells_to_lists(cells: pl.Series) -> pl.Series:
    """Return what ``lists_to_cells`` was given; what somebody else wrote into a cell is a list of that one text."""
    filled = cells.fill_null("") != ""
    values: list[list[str | None] | None] = [None] * len(cells)
    for place, text in zip(filled.arg_true().to_list(), cells.filter(filled).to_list(), strict=True):
        values[place] = _list(text)
    return pl.Series(cells.name, values, dtype=pl.List(pl.String))


def _list(text: str) -> list[str | None]:
    try:
        return _LIST.decode(text)
    except msgspec.MsgspecError:
        return [text]
