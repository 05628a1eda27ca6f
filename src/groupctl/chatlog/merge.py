"""Exports of one chat that overlap: what stands in several files is kept once, what was said twice stays twice.

Two rows are the same message where they have the same platform id; else where moment, sender, kind and text agree,
the moment to the coarser resolution of the two files. A message that stands n times in one file and m times in
another was sent max(n, m) times.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

STEPS = (1, 1_000, 1_000_000, 60_000_000)
"""Resolutions in which exports write moments, in microseconds."""
_SAME = ("moment", "sender", "kind", "text")


@dataclass(frozen=True)
class Merged:
    """Rows of several files as one."""

    rows: pl.DataFrame
    duplicates: Sequence[int]
    """How many rows of each file stand in another one, from where they are read."""


def merge(rows: pl.DataFrame, formats: Sequence[str], exact: Sequence[int] = ()) -> Merged:
    """Return the rows of files (told apart by ``source``) without those that stand in another file as well.

    ``formats`` has the name of each file's format: two files of one format count messages in the same way. ``exact``
    has the resolution that each file's format says, in microseconds; 0, or none at all, where its moments tell.
    """
    shared = _sharing_time(rows, len(formats))
    if not shared:
        return Merged(rows, [0] * len(formats))
    lost = _doubled(_compared(rows, shared, exact or [0] * len(formats)), formats)
    counted = dict(lost["source"].value_counts().rows())
    kept = pl.Series([True]).new_from_index(0, len(rows)).scatter(lost["row"], False)
    return Merged(rows.filter(kept) if counted else rows, [counted.get(source, 0) for source in range(len(formats))])


def _sharing_time(rows: pl.DataFrame, files: int) -> list[int]:
    """Return the files of which another one covers a part of the time."""
    if files < 2:
        return []
    minute = pl.col("local").dt.truncate("1m")
    spans = rows.lazy().group_by("source").agg(minute.min().alias("first"), minute.max().alias("last")).collect()
    spans = spans.sort("first", "last")
    before = (pl.col("first") <= pl.col("last").cum_max().shift()).fill_null(value=False)
    behind = (pl.col("first").shift(-1) <= pl.col("last")).fill_null(value=False)
    return spans.filter(before | behind)["source"].to_list()


def _compared(rows: pl.DataFrame, files: Sequence[int], exact: Sequence[int]) -> pl.DataFrame:
    """Return what the rows of some files are compared by: ``moment`` in microseconds, the file's ``step``, the text."""
    when = "local" if rows["at"].has_nulls() else "at"
    told = rows.lazy().select(
        "source", "kind", "id",
        pl.int_range(pl.len(), dtype=pl.UInt32).alias("row"),
        pl.col(when).cast(pl.Int64).alias("moment"),
        pl.col("sender").to_physical().alias("sender"),
        pl.col("text").str.strip_chars().alias("text"),
    )  # fmt: skip
    step = pl.lit(STEPS[0])
    for coarser in STEPS[1:]:
        step = pl.when((pl.col("moment") % coarser == 0).all().over("source")).then(coarser).otherwise(step)
    # Few messages may all fall on whole minutes, in a format that writes seconds too.
    coarsest = pl.lit(pl.Series([said or STEPS[-1] for said in exact])).gather(pl.col("source"))
    told = told.filter(pl.col("source").is_in(list(files)))
    return told.with_columns(pl.min_horizontal(step, coarsest).alias("step")).collect()


def _doubled(rows: pl.DataFrame, formats: Sequence[str]) -> pl.DataFrame:
    """Return the rows to be left out: of several, the one of the finest resolution is kept, then of the first file."""
    rows = _with_unit(rows, formats).sort("step", "source", "row")
    numbered = rows.filter(pl.col("space").is_not_null())
    once = _distinct(numbered, ("space", "id"), "source")
    lost = [numbered.join(once, on="row", how="anti")]
    rows = rows.join(lost[0].select("row"), on="row", how="anti", maintain_order="left")
    for step in rows["step"].unique().sort():
        # What is finer was told apart already: by now it is one file.
        here = rows.filter(pl.col("step") <= step).with_columns(
            pl.col("moment") // step, unit=pl.when(pl.col("step") < step).then(pl.lit(-1)).otherwise("unit")
        )
        lost.append(here.join(_distinct(here, _SAME, "unit"), on="row", how="anti"))
        rows = rows.join(lost[-1].select("row"), on="row", how="anti", maintain_order="left")
    return pl.concat([part.select("row", "source") for part in lost])


def _distinct(rows: pl.DataFrame, same: Sequence[str], unit: str) -> pl.DataFrame:
    """Return the rows (``row``) that remain: the n-th of its kind in one file is the n-th in another."""
    nth = pl.int_range(pl.len()).over(*same, unit).alias("nth")
    return rows.with_columns(nth).unique([*same, "nth"], keep="first", maintain_order=True).select("row")


def _with_unit(rows: pl.DataFrame, formats: Sequence[str]) -> pl.DataFrame:
    """Add ``space``, in which ids mean the same (null: no id), and ``unit``, within which rows are never compared.

    All files of a space count as one unit once their ids are compared, of the coarsest resolution among them.
    """
    spaces = _spaces(rows, formats)
    space = pl.col("source").replace_strict(spaces, default=None, return_dtype=pl.Int32)
    rows = rows.with_columns(space=pl.when(pl.col("id").is_not_null()).then(space))
    rows = rows.with_columns(unit=pl.coalesce("space", pl.col("source").cast(pl.Int32) + len(formats)))
    return rows.with_columns(pl.col("step").max().over("unit"))


def _spaces(rows: pl.DataFrame, formats: Sequence[str]) -> dict[int, int]:
    """Return for each file with ids the number of the first one that has the same: same format, or an id in common."""
    having = rows.drop_nulls("id").select("source", "id").unique()
    spaces: dict[int, int] = {}
    for source, ids in having.group_by("source").agg("id").sort("source").rows():
        known = having.filter(pl.col("source").is_in(list(spaces)) & pl.col("id").is_in(pl.Series(ids).implode()))
        alike = [other for other in spaces if formats[other] == formats[source]]
        spaces[source] = spaces[min([*known["source"].to_list(), *alike])] if len(known) or alike else source
    return spaces
