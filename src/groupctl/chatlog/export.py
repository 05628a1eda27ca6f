"""One export: which reader, which of its chats, in which zone, and the report of how it was read."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import polars as pl

from groupctl.chatlog.clock_changes import clock_changes
from groupctl.chatlog.locate import LISTS, find_source
from groupctl.chatlog.reader import Reading, claimants, identify, not_readable, of_no_time, reader_named
from groupctl.chatlog.records import Progress, Request
from groupctl.chatlog.source import Decoding, Sample, take_sample
from groupctl.chatlog.table import SYSTEM_KINDS, ParseReport, conform
from groupctl.chatlog.years import ahead
from groupctl.errors import UnreadableChatError, UsageError
from groupctl.i18n import _

MOST_LISTED = 10
"""How many chats of a file are named to somebody who has to choose."""
ALL = "all"
"""In place of a chat's name: all that there are, as one."""


@dataclass(frozen=True, kw_only=True)
class Options:
    """What the caller of ``read_chat`` wants, checked."""

    zone: str | None = None
    format: str | None = None
    encoding: str | None = None
    chat: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    progress: Progress | None = None


@dataclass(frozen=True, kw_only=True)
class Export:
    """One file, or one folder that its platform exported as a whole."""

    sample: Sample
    format: str
    """Name of the reader."""

    @property
    def name(self) -> str:
        """What the operator knows the file as; a list of people or channels only stands for what is around it."""
        source = self.sample.source
        return source.path.name if source.entry.rpartition("/")[2] in LISTS else source.name

    @property
    def size(self) -> int:
        """Bytes."""
        return self.sample.source.size


@dataclass(frozen=True, kw_only=True)
class OneRead:
    """What one export holds: columns MESSAGES but ``source``."""

    rows: pl.DataFrame
    report: ParseReport
    platform: str | None
    title: str
    settled: bool
    """As in ``Reading``."""
    exact: int = 0
    """As in ``Reader``."""


def export_at(path: Path, options: Options) -> Export:
    """Return the export that a path leads to; UnreadableChatError where it is none."""
    sample = take_sample(find_source(path), options.encoding)
    try:
        return Export(sample=sample, format=options.format or identify(sample)[0])
    except UnreadableChatError as error:
        raise _misread(sample, options) or error from None


def _misread(sample: Sample, options: Options) -> UnreadableChatError | None:
    """Return the error for an export that is one in another encoding than the one asked for; None for any other."""
    if not options.encoding:
        return None
    try:
        natural = take_sample(sample.source)
    except UnreadableChatError:
        return None
    if natural.encoding == sample.encoding or not claimants(natural):
        return None
    return UnreadableChatError(
        _("{file} is no chat export in {asked}, which --encoding asks for; it looks like {encoding}").format(
            file=sample.source.name, asked=sample.encoding.upper(), encoding=natural.encoding.upper()
        ),
        _("leave --encoding out, or write --encoding {encoding}").format(encoding=natural.encoding),
    )


def read_export(export: Export, options: Options) -> OneRead:
    """Read an export; it may hold no rows."""
    sample, reader = export.sample, reader_named(export.format)
    decoding = Decoding(encoding=sample.encoding, bare_cr=sample.bare_cr)
    reading = reader.read(
        Request(source=sample.source, decoding=decoding, progress=options.progress, columns=options.columns)
    )
    reading = _one_chat(reading, export, options.chat)
    rows = _in_zone(conform(reading.rows), options.zone)
    changes = clock_changes(rows.with_columns(reading.rows["chat"]) if "chat" in reading.rows.columns else rows)
    report = replace(_report(export, reading, rows, decoding), clock_changes=changes[0], clock_examples=changes[1])
    platform = reading.platform or reader.platform
    exact = reading.exact or reader.exact
    return OneRead(
        rows=rows, report=report, platform=platform, title=reading.title, settled=reading.settled, exact=exact
    )


def nothing_in(export: Export) -> UnreadableChatError:
    """Return the error for an export without a message."""
    return of_no_time(export.sample) or not_readable(
        _("{file} holds no message in the format {format}").format(file=export.name, format=export.format)
    )


def several_chats(name: str, sizes: Sequence[tuple[str, int]]) -> UnreadableChatError:
    """Return the error for several chats, given with how many rows each has, of which none was chosen."""
    listed = ", ".join(f"{title or '?'} ({count})" for title, count in sizes[:MOST_LISTED])
    return UnreadableChatError(
        _("{file} holds {count} chats: {chats}").format(file=name, count=len(sizes), chats=listed),
        _("choose one with --chat NAME, or read them as one with --chat all"),
    )


def no_such_chat(name: str, chosen: str, titles: Sequence[str]) -> UsageError:
    """Return the error for a chat that is not there."""
    return UsageError(
        _("{file} holds no chat {chat!r}").format(file=name, chat=chosen),
        _("it holds: {chats}").format(chats=", ".join(titles[:MOST_LISTED])),
    )


def _one_chat(reading: Reading, export: Export, chosen: str | None) -> Reading:
    """Return the one chat of a file: the only one, the chosen one, or all as one (``chat`` stays in the rows)."""
    if "chat" not in reading.rows.columns:
        return reading
    titles = reading.rows["chat"].unique().to_list()
    if chosen == ALL and ALL not in titles and len(titles) > 1:
        return replace(reading, rows=_with_distinct_ids(reading.rows))
    if chosen in {None, ALL} and len(titles) > 1 and ALL not in titles:
        raise several_chats(export.name, reading.rows["chat"].value_counts(sort=True).rows())
    if chosen not in {None, ALL, *titles}:
        assert chosen is not None
        raise no_such_chat(export.name, chosen, titles)
    rows = reading.rows if len(titles) < 2 else reading.rows.filter(pl.col("chat") == chosen)
    title = reading.title or (next(iter(titles), "") if chosen == ALL else chosen) or next(iter(titles), "")
    return replace(reading, rows=rows.drop("chat"), title=title)


def _with_distinct_ids(rows: pl.DataFrame) -> pl.DataFrame:
    """Return rows with the chat's name in front of the ids, where several chats count from the same number."""
    if "id" not in rows.columns:
        return rows
    ids = rows.select("chat", "id").drop_nulls("id").unique()
    if ids["id"].n_unique() == len(ids):
        return rows
    present = [name for name in ("id", "reply_to") if name in rows.columns]
    return rows.with_columns(pl.concat_str("chat", name, separator="/").alias(name) for name in present)


def _in_zone(rows: pl.DataFrame, zone: str | None) -> pl.DataFrame:
    """Fill ``at`` from ``local``, or ``local`` from ``at``, as far as the zone is known."""
    if rows["local"].null_count() == len(rows) or (zone and not rows["at"].has_nulls()):
        return rows.with_columns(local=pl.col("at").dt.convert_time_zone(zone or "UTC").dt.replace_time_zone(None))
    if zone is None:
        return rows
    # A wall-clock hour that a clock change repeats is taken as its first pass. One that it skips was written by a
    # clock not yet put forward: it is as far from the same time on the day before as days are long.
    rows = rows.with_columns(at=pl.coalesce("at", _moment(pl.col("local"), zone)))
    if not rows["at"].has_nulls():
        return rows
    day = pl.duration(days=1)
    return rows.with_columns(at=pl.coalesce("at", _moment(pl.col("local") - day, zone) + day))


def _moment(local: pl.Expr, zone: str) -> pl.Expr:
    """Return moments in UTC of wall-clock times; null where the clock skipped them."""
    return local.dt.replace_time_zone(zone, ambiguous="earliest", non_existent="null").dt.convert_time_zone("UTC")


def _moment_of(value: object) -> dt.datetime | None:
    assert value is None or isinstance(value, dt.datetime)
    return value


def _span(moments: pl.Series | None) -> tuple[dt.datetime, dt.datetime] | None:
    first, last = (None, None) if moments is None else (_moment_of(moments.min()), _moment_of(moments.max()))
    return (first, last) if first and last else None


def _report(export: Export, reading: Reading, rows: pl.DataFrame, decoding: Decoding) -> ParseReport:
    count = reading.count
    system = int(rows["kind"].is_in(SYSTEM_KINDS).sum())
    return ParseReport(
        file=export.name,
        format=export.format,
        dialect=reading.dialect,
        encoding=decoding.encoding,
        newline=decoding.newline,
        unit=count.unit,
        lines=count.lines,
        matched=count.matched,
        folded=count.folded,
        folded_into=count.folded_into,
        structural=count.structural,
        dropped=count.dropped,
        dropped_examples=tuple(count.examples),
        messages=len(rows) - system,
        system=system,
        first=_moment_of(rows["local"].min()),
        last=_moment_of(rows["local"].max()),
        date_order=reading.date_order,
        date_order_ambiguous=reading.other_order is not None,
        other_span=_span(reading.other_order),
        undecodable=decoding.undecodable,
        notes=(*reading.notes, *ahead(rows, export.name)),
    )
