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
    seen = look(rows.filter(special).select("row", "name", "text"))
    rows = rows.join(seen.select("row", "kind", "by", "members"), on="row", how="left", maintain_order="left")
    event = pl.col("kind").is_in(SYSTEM_KINDS).fill_null(value=False)
    name = pl.when(event).then(pl.col("by")).otherwise(_or_null("name"))
    own = ["name"] if "sender" not in rows.columns else ["sender"]
    sender = pl.when(event).then(pl.col("by")).otherwise(_or_null(own[0])) if own == ["sender"] else name
    named = rows.with_columns(
        name=name.cast(pl.Categorical), sender=sender.cast(pl.Categorical), kind=pl.col("kind").fill_null("text").cast(Kind)
    )
    return named.drop("row", "by")


def _or_null(column: str) -> pl.Expr:
    return pl.when(pl.col(column) != "").then(pl.col(column))


def rename(rows: pl.DataFrame, names: Mapping[str, str]) -> pl.DataFrame:
    """Return rows with some names replaced."""
    return rows.with_columns(pl.col("name").replace(dict(names))) if names else rows


def seen(rows: pl.DataFrame, **columns: pl.Expr) -> pl.DataFrame:
    """Return the columns that a close look returns, null where not given."""
    empty = {"kind": pl.lit(None, pl.String), "by": pl.lit(None, pl.String), "members": pl.lit(None, pl.List(pl.String))}
    return rows.select("row", **{**empty, **columns})
