"""Reading a chat: finds the format and the encoding, reads every file, says how each was read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import polars as pl

from groupctl.chatlog.reader import Reading, identify, reader_named
from groupctl.chatlog.records import Progress, Request
from groupctl.chatlog.source import Decoding, Sample, find_source, take_sample
from groupctl.chatlog.table import SYSTEM_KINDS, Chat, ParseReport, conform
from groupctl.errors import UnreadableChatError, UsageError
from groupctl.i18n import _

Paths = str | Path | Sequence[str | Path]


def read_chat(  # noqa: PLR0913 - the options of the command line
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
    read = [
        _read_one(Path(file), index, zone, format, encoding, chat, columns or {}, progress)
        for index, file in enumerate(files)
    ]
    rows = pl.concat([one.messages for one in read])
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


def _read_one(  # noqa: PLR0913, PLR0917 - the options of read_chat
    path: Path,
    index: int,
    zone: str | None,
    format_name: str | None,
    encoding: str | None,
    chat: str | None,
    columns: Mapping[str, str],
    progress: Progress | None,
) -> Chat:
    sample = take_sample(find_source(path), encoding)
    name, reader = (format_name, reader_named(format_name)) if format_name else identify(sample)
    decoding = Decoding(encoding=sample.encoding)
    reading = reader.read(Request(source=sample.source, decoding=decoding, progress=progress, columns=columns))
    reading = _one_chat(reading, sample, chat)
    if not len(reading.rows):
        raise UnreadableChatError(
            _("{file} holds no message in the format {format}").format(file=sample.source.name, format=name),
            _("groupctl formats lists what it reads and how to export it; --format NAME forces one"),
        )
    rows = _in_zone(conform(reading.rows), zone).with_columns(source=pl.lit(index, pl.UInt16))
    return Chat(
        messages=rows,
        reports=(_report(name, reading, rows, sample, decoding),),
        platform=reader.platform,
        title=reading.title,
    )


def _one_chat(reading: Reading, sample: Sample, chosen: str | None) -> Reading:
    """Return the one chat of a file: the only one, or the chosen one."""
    if "chat" not in reading.rows.columns:
        return reading
    sizes = reading.rows["chat"].value_counts(sort=True).rows()
    titles = [str(title) for title, _count in sizes]
    if chosen is None and len(titles) > 1:
        listed = ", ".join(f"{title} ({count})" for title, count in sizes[:10])
        raise UnreadableChatError(
            _("{file} holds {count} chats: {chats}").format(file=sample.source.name, count=len(titles), chats=listed),
            _("choose one with --chat NAME"),
        )
    if chosen is not None and chosen not in titles:
        raise UsageError(
            _("{file} holds no chat {chat!r}").format(file=sample.source.name, chat=chosen),
            _("it holds: {chats}").format(chats=", ".join(titles[:10])),
        )
    title = chosen if chosen is not None else next(iter(titles), "")
    return replace(
        reading, rows=reading.rows.filter(pl.col("chat") == title).drop("chat"), title=reading.title or title
    )


def _in_zone(rows: pl.DataFrame, zone: str | None) -> pl.DataFrame:
    """Fill ``at`` from ``local``, or ``local`` from ``at``, as far as the zone is known."""
    if rows["local"].null_count() == len(rows):
        return rows.with_columns(local=pl.col("at").dt.convert_time_zone(zone or "UTC").dt.replace_time_zone(None))
    if zone is None:
        return rows
    if not rows["at"].has_nulls():
        return rows.with_columns(local=pl.col("at").dt.convert_time_zone(zone).dt.replace_time_zone(None))
    # A wall-clock hour that a clock change repeats is taken as its first pass; one that it skips has no moment.
    at = pl.col("local").dt.replace_time_zone(zone, ambiguous="earliest", non_existent="null")
    return rows.with_columns(at=pl.coalesce("at", at.dt.convert_time_zone("UTC")))


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
        first=rows["local"].min(),  # type: ignore[arg-type]
        last=rows["local"].max(),  # type: ignore[arg-type]
        date_order=reading.date_order,
        date_order_ambiguous=other is not None,
        other_span=None if other is None else (other.min(), other.max()),  # type: ignore[arg-type]
        undecodable=decoding.undecodable,
        notes=reading.notes,
    )
