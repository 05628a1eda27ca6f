"""Looking rows of a log up: a gather by binary search, where a join would hash the whole log."""

import polars as pl


def look_up(talk: pl.DataFrame, rows: pl.Series) -> pl.DataFrame:
    """Return the messages of ``talk`` (sorted by ``row``) with these ``rows``, in their order; each must be there."""
    return talk[talk["row"].search_sorted(rows)] if rows.len() else talk.clear()


def with_columns_of(found: pl.DataFrame, talk: pl.DataFrame, *columns: str) -> pl.DataFrame:
    """Return ``found`` (``row``, …) with columns of the messages it is about."""
    return pl.concat([found, look_up(talk.select("row", *columns), found["row"]).drop("row")], how="horizontal")
