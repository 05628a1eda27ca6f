"""From values as programs write them (numbers, ISO 8601, texts, null) to the columns of the messages table."""

from collections.abc import Iterable, Sequence

import polars as pl

from groupctl.chatlog.clock import FIRST_YEAR, LAST_YEAR
from groupctl.chatlog.records import EXAMPLES, LineCount
from groupctl.chatlog.table import LineExample

Scalar = str | int | float | None

LEAST_MILLISECONDS, LEAST_MICROSECONDS = 10**11, 10**14
"""A number of seconds as large as this would be in the year 5138: larger ones are milliseconds, or microseconds."""
_ISO = 19
"""Characters of ``2024-01-02T03:04:05``."""
_MINUTES = 16
"""Characters of ``2024-01-02T03:04``."""


def texts(values: Iterable[object]) -> pl.Series:
    """Return ids and texts as strings; null stays null."""
    listed = list(values)
    for kind in (pl.String, pl.Int64):
        try:
            return pl.Series(listed, dtype=kind, strict=True).cast(pl.String)
        except (TypeError, OverflowError):
            continue
    return pl.Series([value if value is None else str(value) for value in listed], dtype=pl.String)


def names(values: Iterable[object]) -> pl.Series:
    """Return what recurs often (senders, names, roles) as categories; empty ones as null."""
    column = texts(values)
    return column.set(column == "", None).cast(pl.Categorical)


def lists(values: Sequence[Sequence[str] | None]) -> pl.Series:
    """Return lists of names; empty ones as null."""
    return pl.Series([list(value) if value else None for value in values], dtype=pl.List(pl.String))


def instants(values: pl.Series | Iterable[Scalar]) -> pl.Series:
    """Return UTC moments of seconds, milliseconds or microseconds since 1970 (numbers or texts); null for others."""
    seconds = _numbers(values if isinstance(values, pl.Series) else list(values)).to_frame("value")
    size, value = pl.col("value").abs(), pl.col("value")
    unit = pl.when(size >= LEAST_MICROSECONDS).then(1.0).when(size >= LEAST_MILLISECONDS).then(1e3).otherwise(1e6)
    microseconds = seconds.select((value * unit).round().cast(pl.Int64, strict=False)).to_series()
    return in_range(microseconds).dt.replace_time_zone("UTC")


def _numbers(values: pl.Series | list[Scalar]) -> pl.Series:
    """Return numbers, or texts of numbers, as floats; null for what is none."""
    if isinstance(values, pl.Series):
        return values.cast(pl.Float64, strict=False)
    try:
        return pl.Series(values, dtype=pl.String, strict=True).cast(pl.Float64, strict=False)
    except (TypeError, OverflowError):
        return pl.Series([_number(value) for value in values], dtype=pl.Float64)


def _number(value: Scalar) -> float | None:
    """Return a number; None for what is none or could not be a moment."""
    try:
        return None if value is None or isinstance(value, bool) else float(value)
    except (ValueError, OverflowError):
        return None


def iso_moments(values: pl.Series | Iterable[str | None]) -> tuple[pl.Series, pl.Series]:
    """Return ``at`` (null where no zone stands) and ``local`` as written, of ``2024-01-02T03:04:05.678+08:00``."""
    listed = values if isinstance(values, pl.Series) else list(values)
    column = pl.Series("text", listed, dtype=pl.String)
    text = pl.col("text").str.strip_chars()
    base = text.str.slice(0, _ISO).str.replace_all("/", "-", literal=True).str.replace(" ", "T", literal=True)
    base = pl.when(text.str.len_chars() == _MINUTES).then(base + ":00").otherwise(base)
    local = base.str.to_datetime("%Y-%m-%dT%H:%M:%S", time_unit="us", strict=False).cast(pl.Int64)
    if (column.str.len_bytes() <= _ISO).all():
        plain = in_range(pl.DataFrame(column).select(local).to_series())
        return pl.Series([None], dtype=pl.Datetime("us", "UTC")).new_from_index(0, len(plain)), plain
    rest = text.str.slice(_ISO)
    digits = rest.str.extract(r"^[.,]([0-9]{1,6})").str.pad_end(6, "0").cast(pl.Int64).fill_null(0)
    sign = pl.when(rest.str.contains(r"-[0-9]{2}:?[0-9]{2}$")).then(-1).otherwise(1)
    zone = r"[+-]([0-9]{2}):?([0-9]{2})$"
    hours, minutes = (rest.str.extract(zone, group).cast(pl.Int64) for group in (1, 2))
    offset = pl.when(rest.str.ends_with("Z")).then(0).otherwise(sign * (hours * 60 + minutes)) * 60_000_000
    rows = pl.DataFrame(column).select(local=local + digits, offset=offset)
    return in_range(rows["local"] - rows["offset"]).dt.replace_time_zone("UTC"), in_range(rows["local"])


def in_range(moments: pl.Series) -> pl.Series:
    """Return wall-clock moments (or microseconds); null outside of the years in which chats were written."""
    moments = moments.cast(pl.Datetime("us"))
    return moments.set(~moments.dt.year().is_between(FIRST_YEAR, LAST_YEAR), None)


def with_wall_clock(rows: pl.DataFrame) -> pl.DataFrame:
    """Fill ``local`` where only ``at`` is known, by the distance of the two in the rows before (else behind)."""
    if rows["local"].null_count() in {0, len(rows)}:
        return rows
    distance = (pl.col("local") - pl.col("at").dt.replace_time_zone(None)).forward_fill().backward_fill()
    known = pl.col("at").dt.replace_time_zone(None) + distance.fill_null(pl.duration())
    return rows.with_columns(local=pl.coalesce("local", known))


def drop_timeless(rows: pl.DataFrame, count: LineCount) -> pl.DataFrame:
    """Return the rows without those that have no moment; they are counted as dropped and quoted."""
    present = [name for name in ("at", "local") if name in rows.columns]
    timeless = pl.all_horizontal(pl.col(name).is_null() for name in present)
    lost = rows.filter(timeless)
    if not len(lost):
        return rows
    count.matched -= len(lost)
    count.dropped += len(lost)
    for line, text in lost.select("line", "text").head(EXAMPLES - len(count.examples)).rows():
        count.examples.append(LineExample(line=line, text=text or ""))
    return rows.filter(~timeless)


def either(first: pl.Series, second: pl.Series) -> pl.Series:
    """Return the first where it is known, else the second."""
    return first.zip_with(first.is_not_null(), second)
