"""A table of the operator's own: CSV (comma, semicolon, tab) or Parquet, its columns named on the command line.

It claims nothing: ``--format table`` asks for it. Without names, columns called as ours are taken.
``line`` is the line on which a row of a CSV file begins, the number of the row in a Parquet file.
"""

from collections.abc import Mapping

import polars as pl

from groupctl.chatlog.columns import drop_timeless, either, instants, iso_moments, with_wall_clock
from groupctl.chatlog.delimited import head_of, read_delimited
from groupctl.chatlog.parquet import read_parquet
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import LineCount, Request
from groupctl.chatlog.source import Sample, take_sample
from groupctl.chatlog.table import KINDS
from groupctl.errors import UsageError
from groupctl.i18n import N_, _

OURS = ("at", "sender", "name", "text", "role", "kind", "id", "reply_to")
NEEDED = ("at", "sender", "text")
ROLES = ("owner", "admin", "member", "robot")


def _read(request: Request) -> Reading:
    columns = dict(request.columns)
    unknown = sorted(columns.keys() - set(OURS))
    if unknown:
        raise UsageError(
            _("there is no column {name!r} in a chat").format(name=unknown[0]),
            _("columns: {names}").format(names=", ".join(OURS)),
        )
    if request.source.path.suffix.lower() == ".parquet":
        table, count = _parquet(request)
    else:
        table, count = read_delimited(request, head_of(take_sample(request.source, request.decoding.encoding)))
    rows = _rows(table, _chosen(columns, table.columns, request))
    return Reading(rows=with_wall_clock(drop_timeless(rows, count)), count=count)


def _parquet(request: Request) -> tuple[pl.DataFrame, LineCount]:
    """Return a Parquet file's columns and the number of each row."""
    table = read_parquet(request)
    numbered = table.drop("line", strict=False).with_row_index("line", 1)
    return numbered, LineCount(unit="rows", lines=len(table), matched=len(table))


def _chosen(columns: Mapping[str, str], present: list[str], request: Request) -> dict[str, str]:
    """Return which column of the table is which of ours; UsageError where one that is named or needed is not there."""
    chosen = {**{name: name for name in OURS if name in present}, **columns}
    for ours in (*columns, *NEEDED):
        if chosen.get(ours) not in present:
            raise UsageError(
                _("{file} has no column {name!r}").format(file=request.source.name, name=chosen.get(ours, ours)),
                _("it has: {names}; say which is which with --columns at=…,sender=…,text=…").format(
                    names=", ".join(name for name in present if name != "line")
                ),
            )
    return chosen


def _rows(table: pl.DataFrame, chosen: Mapping[str, str]) -> pl.DataFrame:
    named = table.select("line", **{ours: pl.col(theirs) for ours, theirs in chosen.items()})
    at, local = _moments(named["at"])
    others = named.drop("at").with_columns(pl.exclude("line").cast(pl.String, strict=False))
    rows = others.with_columns(at.alias("at"), local.alias("local"), pl.col("text").fill_null(""))
    rows = rows.with_columns(
        pl.when(pl.col(name) != "").then(pl.col(name)) for name in rows.columns if name in {"sender", "id", "reply_to"}
    )
    kind = pl.col("kind") if "kind" in rows.columns else pl.lit(None, pl.String)
    role = pl.col("role") if "role" in rows.columns else pl.lit(None, pl.String)
    return rows.with_columns(
        name=pl.col("name") if "name" in rows.columns else pl.col("sender"),
        kind=pl.when(kind.is_in(KINDS)).then(kind).otherwise(pl.lit("text")),
        role=pl.when(role.is_in(ROLES)).then(role),
        members=pl.lit(None, pl.List(pl.String)),
    )


def _moments(column: pl.Series) -> tuple[pl.Series, pl.Series]:
    """Return ``at`` and ``local`` of whatever the table holds: moments, seconds or milliseconds, or ISO 8601."""
    if isinstance(column.dtype, pl.Datetime):
        moments = column.cast(pl.Datetime("us", column.dtype.time_zone))
        nothing = pl.Series([None] * len(column), dtype=pl.Datetime("us"))
        zoned = column.dtype.time_zone is not None
        at = moments.dt.convert_time_zone("UTC") if zoned else nothing.dt.replace_time_zone("UTC")
        return at, nothing if zoned else moments
    values = column.cast(pl.String, strict=False).to_list()
    zoned_at, local = iso_moments(values)
    return either(instants(values), zoned_at), local


def _never(_sample: Sample) -> bool:
    return False


READER = Reader(
    platform=None,
    title=N_("a table of your own: CSV or Parquet"),
    how=N_("name its columns: --format table --columns at=time,sender=user,text=message"),
    endings=("csv", "tsv", "parquet"),
    claims=_never,
    read=_read,
)
