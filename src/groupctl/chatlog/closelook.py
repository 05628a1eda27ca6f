"""From raw rows to messages and events, for exports where a row's place or its member's name tells what it is.

Nearly all rows are plain text of a member. A reader marks cheaply what could be more, and only that is looked at.
"""

from collections.abc import Callable, Mapping, Sequence

import polars as pl

from groupctl.chatlog.events import Phrase, recognise
from groupctl.chatlog.table import SYSTEM_KINDS, Kind

CloseLook = Callable[[pl.DataFrame], pl.DataFrame]
"""Takes rows with ``row`` (its number), ``name`` and ``text``; returns what ``as_seen`` makes, in any order."""

_FOUND = {"kind": pl.String(), "by": pl.String(), "members": pl.List(pl.String)}


def as_seen(rows: pl.DataFrame, **columns: pl.Expr) -> pl.DataFrame:
    """Return what a close look found: ``kind`` (null: text), ``by`` who brought an event about, its ``members``."""
    return rows.select("row", **{name: columns.get(name, pl.lit(None)).cast(dtype) for name, dtype in _FOUND.items()})


def looked_at(rows: pl.DataFrame, special: pl.Expr, look: CloseLook) -> pl.DataFrame:
    """Return rows with ``sender``, ``name``, ``kind`` and ``members``; ``special`` marks what ``look`` looks at.

    ``rows`` has ``name`` (empty where there is none), ``text``, and ``sender`` where the export has ids.
    """
    rows = rows.with_row_index("row")
    close = rows.lazy().filter(special).select("row", pl.col("name").cast(pl.String), "text").collect()
    # Joined on the row numbers alone, so that the texts of a million rows are not moved for the sake of a few.
    facts = rows.select("row").join(look(close), on="row", how="left", maintain_order="left")
    event = facts["kind"].is_in(SYSTEM_KINDS).fill_null(value=False)
    by = facts["by"].cast(pl.Categorical)
    name = by.zip_with(event, rows["name"].set(rows["name"] == "", None))
    sender = by.zip_with(event, rows["sender"].set(rows["sender"] == "", None)) if "sender" in rows.columns else name
    return rows.drop("row", "first_byte", "last_byte", strict=False).with_columns(
        name=name, sender=sender, kind=facts["kind"].fill_null("text").cast(Kind), members=facts["members"]
    )


def by_phrases(events: Sequence[Phrase], placeholders: Mapping[str, str] | None = None) -> CloseLook:
    """Return the close look for exports in which the platform's own lines have no name.

    A nameless line that no phrase fits is the platform's too, of kind ``system``.
    """

    def look(rows: pl.DataFrame) -> pl.DataFrame:
        nobody = pl.col("name") == ""
        lines = rows.filter(nobody)
        told = recognise(lines["text"], events).with_columns(lines["row"], pl.col("kind").fill_null("system"))
        event = as_seen(told, kind=pl.col("kind"), by=pl.col("by"), members=pl.col("members"))
        return pl.concat([event, as_seen(rows.filter(~nobody), kind=medium(pl.col("text"), placeholders or {}))])

    return look


def medium(text: pl.Expr, placeholders: Mapping[str, str]) -> pl.Expr:
    """Return the kinds of texts that stand in place of a message; null for what somebody typed."""
    return text.replace_strict(dict(placeholders), default=None, return_dtype=pl.String)
