"""Reading a chat: finds the format and the encoding, reads every file, says how each was read."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import polars as pl

from groupctl.chatlog.reader import Reading, identify, not_readable, reader_named
from groupctl.chatlog.records import Progress, Request
from groupctl.chatlog.source import Decoding, Sample, find_source, take_sample
from groupctl.chatlog.table import SYSTEM_KINDS, Chat, ParseReport, conform
from groupctl.errors import UnreadableChatError, UsageError
from groupctl.i18n import _

MOST_LISTED = 10
"""How many chats of a file are named to somebody who has to choose."""

Paths = str | Path | Sequence[str | Path]


def read_chat(  # noqa: PLR0913 - options, each a word of its own
    paths: Paths,
    *,
    timezone: str | None = None,
    format: str | None = None,  # noqa: A002 - the word that the command line uses
    encoding: str | None = None,
    chat: str | None = None,
    columns: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Chat:
    """Read one group's export, or several files of one group.

    ``timezone`` (IANA name) is the group's: it gives ``at`` to exports that write wall-clock time only.
    ``format`` and ``encoding`` overrule what the file seems to be; ``chat`` chooses where a file holds several.
    ``columns`` says which column of a table of one's own is which of ours (format ``table``).
    Raises UnreadableChatError for what is not readable, UsageError for a format or zone that does not exist.
    """
    zone = _zone(timezone)
    files = [paths] if isinstance(paths, str | Path) else list(paths)
    if not files:
        raise UsageError(_("no chat was named"), _("name an exported file"))
    options = Options(zone=zone, format=format, encoding=encoding, chat=chat, columns=columns or {}, progress=progress)
    read = [_read_one(Path(file), index, options) for index, file in enumerate(files)]
    rows = pl.concat([one.messages for one in read], rechunk=False)
    if not rows["local"].is_sorted():
        rows = rows.sort("local", maintain_order=True)
    platforms = {one.platform for one in read}
    return Chat(
        messages=rows,
        reports=tuple(report for one in read for report in one.reports),
        platform=platforms.pop() if len(platforms) == 1 else None,
        title=next((one.title for one in read if one.title), ""),
    )


def _zone(name: str | None) -> str | None:
    try:
        return str(ZoneInfo(name)) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UsageError(
            _("there is no time zone {name!r}").format(name=name), _("write it like Asia/Shanghai")
        ) from None


@dataclass(frozen=True, kw_only=True)
class Options:
    """What the caller of ``read_chat`` wants, checked."""

    zone: str | None
    format: str | None
    encoding: str | None
    chat: str | None
    columns: Mapping[str, str]
    progress: Progress | None


def _read_one(path: Path, index: int, options: Options) -> Chat:
    sample = take_sample(find_source(path), options.encoding)
    name, reader = (options.format, reader_named(options.format)) if options.format else identify(sample)
    decoding = Decoding(encoding=sample.encoding, bare_cr=sample.bare_cr)
    reading = reader.read(
        Request(source=sample.source, decoding=decoding, progress=options.progress, columns=options.columns)
    )
    reading = _one_chat(reading, sample, options.chat)
    if not len(reading.rows):
        raise not_readable(
            _("{file} holds no message in the format {format}").format(file=sample.source.name, format=name)
        )
    rows = _in_zone(conform(reading.rows), options.zone).with_columns(source=pl.lit(index, pl.UInt16))
    report = _report(name, reading, rows, sample, decoding)
    return Chat(messages=rows, reports=(report,), platform=reader.platform, title=reading.title)


def _one_chat(reading: Reading, sample: Sample, chosen: str | None) -> Reading:
    """Return the one chat of a file: the only one, or the chosen one."""
    if "chat" not in reading.rows.columns:
        return reading
    titles = reading.rows["chat"].unique().to_list()
    if chosen is None and len(titles) > 1:
        sizes = reading.rows["chat"].value_counts(sort=True).rows()
        listed = ", ".join(f"{title or '?'} ({count})" for title, count in sizes[:MOST_LISTED])
        raise UnreadableChatError(
            _("{file} holds {count} chats: {chats}").format(file=sample.source.name, count=len(titles), chats=listed),
            _("choose one with --chat NAME"),
        )
    if chosen is not None and chosen not in titles:
        raise UsageError(
            _("{file} holds no chat {chat!r}").format(file=sample.source.name, chat=chosen),
            _("it holds: {chats}").format(chats=", ".join(titles[:MOST_LISTED])),
        )
    rows = reading.rows if len(titles) < 2 else reading.rows.filter(pl.col("chat") == chosen)
    return replace(reading, rows=rows.drop("chat"), title=reading.title or chosen or next(iter(titles), ""))


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


def _moment_of(value: object) -> dt.datetime:
    assert isinstance(value, dt.datetime)
    return value


def _report(name: str, reading: Reading, rows: pl.DataFrame, sample: Sample, decoding: Decoding) -> ParseReport:
    count = reading.count
    system = int(rows["kind"].is_in(SYSTEM_KINDS).sum())
    other = reading.other_order
    return ParseReport(
        file=sample.source.name,
        format=name,
        dialect=reading.dialect,
        encoding=decoding.encoding,
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
        date_order_ambiguous=other is not None,
        other_span=None if other is None else (_moment_of(other.min()), _moment_of(other.max())),
        undecodable=decoding.undecodable,
        notes=reading.notes,
    )
