"""Values as the cells of a CSV file that a spreadsheet may open: none is taken for a formula, and each comes back.

A spreadsheet runs what begins with = + - @, also behind spaces or as a full-width character (OWASP, CSV Injection).
An apostrophe in front makes it a text. A text that itself begins with apostrophes before such a character gets one
more, so that taking one away gives back exactly what was written. The empty cell means null; an empty text is an
apostrophe (and an apostrophe two).
"""

import msgspec
import polars as pl

from groupctl.chatlog.columns import sparse_lists

_ESCAPED = r"^'*(?:[\s\u200b\u2060\ufeff]*[=+\-@＝＋－＠\t\r\n]|$)"
"""What gets an apostrophe: dangerous or empty, behind any number of apostrophes."""
_LIST = msgspec.json.Decoder(list[str | None])


def to_cells(text: pl.Expr) -> pl.Expr:
    """Return texts as cells; null becomes the empty cell."""
    return pl.when(~text.str.contains(_ESCAPED)).then(text).otherwise("'" + text).fill_null("")


def from_cells(cell: pl.Expr) -> pl.Expr:
    """Return the texts that cells were made of."""
    return cell.map_batches(_from_cells, return_dtype=pl.String)


def _from_cells(cells: pl.Series) -> pl.Series:
    """Return texts; the few cells that begin with an apostrophe are looked at closely."""
    marked = cells.str.starts_with("'").arg_true()
    texts = cells.set(cells == "", None)
    if not len(marked):
        return texts
    rest = cells.gather(marked).str.slice(1)
    neutralised = rest.str.contains(_ESCAPED)
    return texts.scatter(marked.filter(neutralised), rest.filter(neutralised))


def mostly_empty(cell: pl.Expr) -> pl.Expr:
    """Return cells of a column where an empty text is usual and null is not, the two exchanged; also the way back."""
    return cell.map_batches(_mostly_empty, return_dtype=pl.String)


def _mostly_empty(cells: pl.Series) -> pl.Series:
    empty, marked = (cells == "").arg_true(), (cells == "'").arg_true()
    return cells.scatter(empty, "'").scatter(marked, "") if len(empty) or len(marked) else cells


def lists_to_cells(lists: pl.Series) -> pl.Series:
    """Return lists of texts as JSON; they begin with a bracket, so that no spreadsheet minds them."""
    texts = [msgspec.json.encode(value).decode() for value in lists.drop_nulls().to_list()]
    empty = pl.Series(lists.name, [""]).new_from_index(0, len(lists))
    return empty.scatter(lists.is_not_null().arg_true(), texts)


def cells_to_lists(cells: pl.Series) -> pl.Series:
    """Return what ``lists_to_cells`` was given; what somebody else wrote into a cell is a list of that one text."""
    filled = (cells.fill_null("") != "").arg_true()
    texts = zip(filled.to_list(), cells.gather(filled).to_list(), strict=True)
    return sparse_lists(len(cells), {place: _list(text) for place, text in texts}).alias(cells.name)


def _list(text: str) -> list[str | None]:
    try:
        return _LIST.decode(text)
    except msgspec.MsgspecError:
        return [text]
