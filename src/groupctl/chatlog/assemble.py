"""From raw rows (a name, a text) to what they are: who sent what, and what the platform reported.

Nearly all rows are plain text of a member. A reader marks cheaply what could be more; only that is looked at
closely, and the same line only once.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import polars as pl

from groupctl.chatlog import heap
from groupctl.chatlog.events import Phrase, recognise
from groupctl.chatlog.table import SYSTEM_KINDS, Kind, cut_like, pieces

NOBODY = ""
"""In a name's place: the export names nobody."""
PLATFORM = "\0"
"""In a name's place: the platform itself speaks."""

CloseLook = Callable[[pl.DataFrame], pl.DataFrame]
"""Takes what stands in a name's place (null for a member's), ``text``, what else tells rows apart, and how many
``times`` that is in the chat.

Returns what ``seen`` makes of it, row by row.
"""

_SEEN: dict[str, pl.DataType | type[pl.DataType]] = {
    "kind": Kind,
    "by": pl.Categorical,
    "members": pl.List(pl.String),
    "event": pl.Boolean,
}


def seen(rows: pl.DataFrame, **columns: pl.Expr) -> pl.DataFrame:
    """Return what a close look found: ``kind`` (null: text), and for what the platform wrote ``event``.

    With an event go ``by``, who brought it about, and ``members``, whom it happened to. What is not given is null;
    ``event`` that is not given follows from the kind.
    """
    event = columns.get("kind", pl.lit(None)).cast(pl.String).is_in(SYSTEM_KINDS)
    return rows.select(**{**dict.fromkeys(_SEEN, pl.lit(None)), "event": event, **columns})


def by_phrases(events: Sequence[Phrase], placeholders: Mapping[str, str] | None = None) -> CloseLook:
    """Return the close look for exports in which the platform's own lines have no name.

    A nameless line that no phrase fits is the platform's too, of kind ``system``.
    """

    def look(rows: pl.DataFrame) -> pl.DataFrame:
        nobody = (pl.col("name") == NOBODY).fill_null(value=False)
        lines = rows.select(pl.when(nobody).then("text").otherwise(pl.lit(""))).to_series()
        return seen(
            rows.with_columns(recognise(lines, events)),
            kind=pl.when(nobody)
            .then(pl.col("kind").fill_null("system"))
            .otherwise(medium(pl.col("text"), placeholders or {})),
            by=pl.when(nobody).then("by"),
            members=pl.when(nobody).then("members"),
        )

    return look


def medium(text: pl.Expr, placeholders: Mapping[str, str]) -> pl.Expr:
    """Return the kinds of texts that stand in place of a message; null for what somebody typed."""
    return text.replace_strict(dict(placeholders), default=None, return_dtype=pl.String)


def assemble(rows: pl.DataFrame, special: pl.Expr, look: CloseLook, apart: Sequence[str] = ()) -> pl.DataFrame:
    """Return rows with ``sender``, ``name``, ``kind`` and ``members``; ``special`` marks what ``look`` looks at.

    ``rows`` has ``name`` (or what stands in its place), ``text``, and ``sender`` where the export has ids. Columns
    that are named in ``apart`` are shown to ``look`` as well, and dropped.
    """
    heap.give_back()
    facts, place_of = _facts(rows, special, look, apart)
    rows = rows.drop("first_byte", "last_byte", *apart, strict=False)
    # Piece by piece: a list column of a million rows takes several times its size while it is put together.
    filled = [_filled(piece, facts, place_of(start, len(piece))) for start, piece in pieces(rows)]
    return pl.concat(filled, rechunk=False)


def _facts(
    rows: pl.DataFrame, special: pl.Expr, look: CloseLook, apart: Sequence[str]
) -> tuple[pl.DataFrame, Callable[[int, int], pl.Series]]:
    """Return what was seen, plain text first, and a function that gives some rows' places in it."""
    index = rows.select(special.arg_true()).to_series()
    shown = ("name", "text", *apart)
    close = pl.DataFrame({"row": index, **{name: rows[name].gather(index) for name in shown}})
    close = close.with_columns(name=pl.when(pl.col("name").is_in([NOBODY, PLATFORM])).then("name").cast(pl.String))
    distinct = close.group_by(*shown, maintain_order=True).agg("row", times=pl.len())
    found = _cast(look(distinct.drop("row"))).with_columns(pl.col("kind").fill_null("text"))
    plain = _cast(pl.DataFrame({"kind": ["text"], "by": [None], "members": [None], "event": [False]}))
    of_row = distinct.with_row_index("place", offset=1).select("row", "place").explode("row").sort("row")
    row, place = of_row["row"].to_numpy(), of_row["place"].to_numpy()

    def place_of(start: int, count: int) -> pl.Series:
        places = np.zeros(count, dtype=np.uint32)
        here = slice(*np.searchsorted(row, (start, start + count)))
        places[row[here] - start] = place[here]
        return pl.Series(places)

    return pl.concat([plain, found], rechunk=True), place_of


def _cast(found: pl.DataFrame) -> pl.DataFrame:
    return found.select(pl.col(name).cast(dtype) for name, dtype in _SEEN.items())


def _filled(rows: pl.DataFrame, facts: pl.DataFrame, place: pl.Series) -> pl.DataFrame:
    """Return rows with what is known of them; an event was sent by whoever brought it about."""
    fact = facts.select(pl.all().gather(place))
    event = fact["event"].fill_null(value=False)
    nobody = (rows["name"] == NOBODY) | (rows["name"] == PLATFORM)
    name = fact["by"].zip_with(event, rows["name"].set(nobody, None))
    sender = name  # the same column: no memory of its own
    if "sender" in rows.columns:
        sender = fact["by"].zip_with(event, rows["sender"].set(rows["sender"] == NOBODY, None))
    return rows.with_columns(kind=fact["kind"], members=fact["members"], name=name, sender=sender)


def translated(names: pl.Series, translate: Callable[[str], str | None]) -> pl.Series:
    """Return a categorical column with its values translated, each distinct one once."""
    distinct = names.unique()
    codes = distinct.to_physical().to_numpy()
    place = np.zeros(codes.max(initial=0) + 1, dtype=np.uint32)
    place[codes] = np.arange(len(codes))
    meanings = pl.Series([translate(name) for name in distinct.to_list()], dtype=pl.Categorical)
    return meanings.gather(pl.Series(place[names.to_physical().to_numpy()]))


def rename(rows: pl.DataFrame, names: Mapping[str, str]) -> pl.DataFrame:
    """Return rows with some names replaced."""
    if not names:
        return rows
    renamed = translated(rows["name"], lambda name: names.get(name, name))
    return rows.with_columns(name=cut_like(rows, renamed))
