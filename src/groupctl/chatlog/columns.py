"""From values as programs write them (numbers, ISO 8601, texts, null) to the columns of the messages table."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import polars as pl

from groupctl.chatlog.clock import FIRST_YEAR, LAST_YEAR
from groupctl.chatlog.fixed_moments import read_fixed
from groupctl.chatlog.records import EXAMPLES, LineCount
from groupctl.chatlog.table import KINDS, Kind, LineExample

Scalar = str | int | float | None

LEAST_MILLISECONDS, LEAST_MICROSECONDS = 10**11, 10**14
"""A number of seconds as large as this would be in the year 5138: larger ones are milliseconds, or microseconds."""
_ISO = 19
"""Characters of ``2024-01-02T03:04:05``."""
_MINUTES = 16
"""Characters of ``2024-01-02T03:04``."""


_FIRST, _LAST = dt.datetime(FIRST_YEAR, 1, 1), dt.datetime(LAST_YEAR + 1, 1, 1)  # noqa: DTZ001 - on any clock


_CODES = {kind: code for code, kind in enumerate(KINDS)}


def texts(values: Iterable[object]) -> pl.Series:
    """Return ids and texts as strings; null stays null."""
    listed = list(values)
    first = next((value for value in listed if value is not None), None)
    for kind in (pl.Int64, pl.String) if isinstance(first, int) else (pl.String, pl.Int64):
        try:
            return pl.Series(listed, dtype=kind, strict=True).cast(pl.String)
        except (TypeError, OverflowError):
            continue
    return pl.Series([value if value is None else str(value) for value in listed], dtype=pl.String)


def names(values: Iterable[object]) -> pl.Series:
    """Return what recurs often (senders, names, roles) as categories; empty ones as null."""
    column = texts(values)
    empty = column == ""
    return (column.set(empty, None) if empty.any() else column).cast(pl.Categorical)


def kinds(count: int, others: Mapping[int, str]) -> pl.Series:
    """Return what ``count`` messages are: plain text, but for ``others`` by their place."""
    codes = np.full(count, _CODES["text"], dtype=np.uint8)
    codes[[*others]] = [_CODES[kind] for kind in others.values()]
    return pl.Series(KINDS, dtype=Kind).gather(codes)


def lists(values: Sequence[Sequence[str] | None]) -> pl.Series:
    """Return lists of names; empty ones as null."""
    return sparse_lists(len(values), {place: value for place, value in enumerate(values) if value})


def sparse_lists(count: int, some: Mapping[int, Sequence[str | None]]) -> pl.Series:
    """Return ``count`` lists of names, null but for ``some`` by their place."""
    null = pl.Series([None], dtype=pl.List(pl.String))
    if not some:
        return null.new_from_index(0, count)
    places = np.zeros(count, dtype=np.uint32)
    places[[*some]] = np.arange(1, len(some) + 1)
    return pl.concat([null, pl.Series(list(map(list, some.values())), dtype=pl.List(pl.String))]).gather(places)


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
    first = next((value for value in values if value is not None), None)
    try:
        kind = pl.Int64 if type(first) is int else pl.String
        return pl.Series(values, dtype=kind, strict=True).cast(pl.Float64, strict=False)
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
    column = values if isinstance(values, pl.Series) else pl.Series(list(values), dtype=pl.String)
    fixed = read_fixed(column)
    rows = pl.DataFrame({"local": fixed.local, "offset": fixed.offset, "read": fixed.read, "zoned": fixed.zoned})
    rows = rows.select(local=pl.when("read").then("local"), offset=pl.when("zoned").then("offset"))
    if not fixed.read.all():
        others = np.flatnonzero(column.is_not_null().to_numpy() & ~fixed.read)
        slow = _iso_parts(column.gather(others))
        rows = rows.with_columns(rows[name].scatter(others, slow[name]) for name in rows.columns)
    return in_range(rows["local"] - rows["offset"]).dt.replace_time_zone("UTC"), in_range(rows["local"])


def _iso_parts(column: pl.Series) -> pl.DataFrame:
    """Return ``local`` as written and the ``offset`` of the zone (null where none stands), in microseconds."""
    text = pl.col("text").str.strip_chars()
    base = text.str.slice(0, _ISO).str.replace_all("/", "-", literal=True).str.replace(" ", "T", literal=True)
    base = pl.when(text.str.len_chars() == _MINUTES).then(base + ":00").otherwise(base)
    local = base.str.to_datetime("%Y-%m-%dT%H:%M:%S", time_unit="us", strict=False).cast(pl.Int64)
    rest = text.str.slice(_ISO)
    digits = rest.str.extract(r"^[.,]([0-9]{1,6})").str.pad_end(6, "0").cast(pl.Int64).fill_null(0)
    sign = pl.when(rest.str.contains(r"-[0-9]{2}:?[0-9]{2}$")).then(-1).otherwise(1)
    zone = r"[+-]([0-9]{2}):?([0-9]{2})$"
    hours, minutes = (rest.str.extract(zone, group).cast(pl.Int64) for group in (1, 2))
    offset = pl.when(rest.str.ends_with("Z")).then(0).otherwise(sign * (hours * 60 + minutes)) * 60_000_000
    return column.to_frame("text").select(local=local + digits, offset=offset)


def in_range(moments: pl.Series) -> pl.Series:
    """Return wall-clock moments (or microseconds); null outside of the years in which chats were written."""
    moments = moments.cast(pl.Datetime("us"))
    outside = ~moments.is_between(_FIRST, _LAST, closed="left")
    return moments.set(outside, None) if outside.any() else moments


def _possible(moments: pl.Series) -> pl.Series:
    """Return moments, with their zone where they have one; null outside of the years in which chats were written."""
    zone = moments.dtype.time_zone if isinstance(moments.dtype, pl.Datetime) else None
    return in_range(moments).dt.replace_time_zone(zone) if zone else in_range(moments)


def with_wall_clock(rows: pl.DataFrame) -> pl.DataFrame:
    """Fill ``local`` where only ``at`` is known, by the distance of the two in the rows before (else behind)."""
    if rows["local"].null_count() in {0, len(rows)}:
        return rows
    distance = (pl.col("local") - pl.col("at").dt.replace_time_zone(None)).forward_fill().backward_fill()
    known = pl.col("at").dt.replace_time_zone(None) + distance.fill_null(pl.duration())
    return rows.with_columns(local=pl.coalesce("local", known))


def drop_timeless(rows: pl.DataFrame, count: LineCount) -> pl.DataFrame:
    """Return the rows without those that have no moment in a year in which chats were written.

    They are counted as dropped and quoted.
    """
    present = [name for name in ("at", "local") if name in rows.columns]
    rows = rows.with_columns(_possible(rows[name]) for name in present)
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
