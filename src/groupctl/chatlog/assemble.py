"""From raw rows (a name, a text) to what they are: who sent what, and what the platform reported.

Nearly all rows are plain text of a member. A reader marks cheaply what could be more, and only that is looked at
closely.
"""

from collections.abc import Callable, Mapping

import polars as pl

from groupctl.chatlog.table import SYSTEM_KINDS, Kind

CloseLook = Callable[[pl.DataFrame], pl.DataFrame]
"""Takes rows with ``row``, ``name``, ``text``; returns ``row``, ``kind`` (null: text), ``by``, ``members``."""


def assemble(rows: pl.DataFrame, special: pl.Expr, look: CloseLook) -> pl.DataFrame:
    """Return rows with ``sender``, ``name``, ``kind`` and ``members``; ``special`` marks what ``look`` looks at.

    ``rows`` has ``name`` (empty where there is none), ``text``, and ``id`` of the sender where the export has ids.
    """
    rows = rows.with_row_index("row")
    columns = ["row", "name", "text"]
    close = look(rows.lazy().filter(special).select(columns).collect())
    facts = close.select("row", pl.col("kind").cast(Kind), pl.col("by").cast(pl.Categorical), "members")
    # Joined on the row numbers alone, so that the texts of a million rows are not moved for the sake of a few.
    facts = rows.select("row").join(facts, on="row", how="left", maintain_order="left").drop("row")
    event = facts["kind"].is_in(SYSTEM_KINDS).fill_null(value=False)
    named = rows.drop("row", "first_byte", "last_byte", strict=False).with_columns(
        facts["kind"].fill_null("text"),
        facts["members"],
        **{name: _sent_by(rows[name], event, facts["by"]) for name in ("name", "sender") if name in rows.columns},
    )
    return named if "sender" in rows.columns else named.with_columns(sender=pl.col("name"))


def _sent_by(names: pl.Series, event: pl.Series, by: pl.Series) -> pl.Series:
    """Return who sent each row: for an event whoever brought it about, null where no name stands."""
    named = names.set(names == "", None)
    return by.zip_with(event, named)


def rename(rows: pl.DataFrame, names: Mapping[str, str]) -> pl.DataFrame:
    """Return rows with some names replaced."""
    if not names:
        return rows
    return rows.with_columns(pl.col("name").cast(pl.String).replace(dict(names)).cast(pl.Categorical))


def seen(rows: pl.DataFrame, **columns: pl.Expr) -> pl.DataFrame:
    """Return the columns that a close look returns, null where not given."""
    empty = {
        "kind": pl.lit(None, pl.String),
        "by": pl.lit(None, pl.String),
        "members": pl.lit(None, pl.List(pl.String)),
    }
    return rows.select("row", **{**empty, **columns})
