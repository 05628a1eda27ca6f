"""Rows that a program marked as the platform's own: which event each of them tells."""

from collections.abc import Sequence

import polars as pl

from groupctl.chatlog.events import Phrase, recognise


def tell_events(rows: pl.DataFrame, known: Sequence[Phrase]) -> pl.DataFrame:
    """Return the rows with ``kind``, ``members`` and who brought it about for those whose kind is ``system``.

    ``rows`` has ``sender``, ``name``, ``kind`` (text), ``text`` and ``members``. Phrases hold names; the sender becomes
    the id under which that name wrote, or the name itself where it never did.
    """
    rows = rows.with_row_index("row")
    notices = rows.filter(pl.col("kind") == "system")
    if not len(notices):
        return rows.drop("row")
    told = recognise(notices["text"].fill_null(""), known).rename({"kind": "event", "members": "whom"})
    ids = rows.filter(pl.col("kind") != "system").select(
        name=pl.col("name").cast(pl.String), id=pl.col("sender").cast(pl.String)
    )
    ids = ids.drop_nulls().unique("name", keep="last")
    told = told.with_columns(row=notices["row"]).join(
        ids, left_on="by", right_on="name", how="left", maintain_order="left"
    )
    joined = rows.join(told, on="row", how="left", maintain_order="left", suffix="_told")
    by_id = "id_told" if "id_told" in joined.columns else "id"
    system = pl.col("kind") == "system"
    return (
        joined.with_columns(
            kind=pl.when(system).then(pl.col("event").fill_null("system")).otherwise("kind"),
            sender=pl.when(system).then(pl.coalesce(by_id, "by").cast(pl.Categorical)).otherwise("sender"),
            name=pl.when(system).then(pl.col("by").cast(pl.Categorical)).otherwise("name"),
            members=pl.when(system).then(pl.coalesce("whom", "members")).otherwise("members"),
        )
        .select(rows.columns)
        .drop("row")
    )
