"""WeChat chats as third-party programs print them: name, WeChat id in brackets and the time above each message.

    Alice(wxid_abc) 15:04:05
    text of the message

The time may have the date before it, or month and day alone; what is missing counts back from the file's last change.
"""

import re
from dataclasses import dataclass

import numpy as np
import polars as pl

from groupctl.chatlog import clock
from groupctl.chatlog.days import counted_years, rolled
from groupctl.chatlog.fields import byte_at, chosen, find_all, last_of
from groupctl.chatlog.headers import carried
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Heads, Request, read_records
from groupctl.chatlog.scan import SPACE, Block, Scanner
from groupctl.chatlog.source import Sample, Source
from groupctl.chatlog.wechat import classify
from groupctl.i18n import N_

_IS_ID = re.compile(rb"[A-Za-z_@]")


@dataclass
class Layout:
    """Recognises ``name(id) [date] time``."""

    def heads(self, block: Block) -> Heads:
        """Find the header lines of a block."""
        line = np.flatnonzero(
            (byte_at(block, block.ends - 3) == ord(":")) & (byte_at(block, block.ends - 6) == ord(":"))
        )
        start, ends = block.starts[line], block.ends[line]
        closing = last_of(find_all(block, b") "), ends, start)
        opening = last_of(block.find(b"("), np.maximum(closing, start), start)
        scan = Scanner(block, np.where(closing >= 0, closing + 2, ends))
        year, month, date = _date(scan)
        times = clock.read_time(scan, SPACE)
        ok = scan.ok & (scan.at == ends) & times.has_seconds & (opening >= start) & (closing > opening + 1)
        columns = {"year": year, "month": month, "date": date, "second": times.seconds.astype(np.int64)}
        opening, closing = np.maximum(opening, start), np.maximum(closing, start)
        spans = {"name": (start, opening), "sender": (np.minimum(opening + 1, closing), closing)}
        return chosen(Heads(line=line, text=ends + 1, spans=spans, columns=columns), ok)

    def passed(self, heads: Heads, count: int) -> None:
        """Nothing is carried from one block to the next."""


def _date(scan: Scanner) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Step over ``2024-01-31 `` or ``01-31 `` where it stands; return year, month and day, -1 where absent."""
    full, short = Scanner(scan.block, scan.at), Scanner(scan.block, scan.at)
    year = full.number(4, 4)
    full.byte_of(b"-/")
    months, dates = [], []
    for ahead in (full, short):
        months.append(ahead.number(1, 2))
        ahead.byte_of(b"-/")
        dates.append(ahead.number(1, 2))
        ahead.literal(b" ")
    known = [full.ok, short.ok]
    scan.at = np.select(known, [full.at, short.at], scan.at)
    scan.keep(np.ones(len(scan.at), dtype=np.bool_))
    chosen_parts = (np.where(full.ok, year, -1), np.select(known, months, -1), np.select(known, dates, -1))
    return tuple(part.astype(np.int64) for part in chosen_parts)  # type: ignore[return-value]


def _claims(sample: Sample) -> bool:
    lines = sample.block
    heads = Layout().heads(lines)
    if not len(heads.line) or int(heads.line[0]) != int(np.flatnonzero(lines.starts < lines.ends)[0]):
        return False
    ids = [lines.data[start:end] for start, end in zip(*heads.spans["sender"], strict=True)]
    return 2 * sum(_IS_ID.search(number) is not None for number in ids) > len(ids)


def _read(request: Request) -> Reading:
    rows, count = read_records(request, Layout())
    days, note = _days(rows, request.source)
    local = pl.Series(clock.moments(days, rows["second"].to_numpy())).cast(pl.Datetime("us"))
    rows = rows.drop("year", "month", "date", "second").with_columns(local=local)
    return Reading(rows=classify(rows), count=count, date_order="ymd", notes=(note,) if note else ())


def _days(rows: pl.DataFrame, source: Source) -> tuple[np.ndarray, str]:
    """Return the day of each row, and a note where the file leaves it open."""
    year, month, date, second = (rows[name].to_numpy() for name in ("year", "month", "date", "second"))
    yearless = (year < 0) & (month > 0)
    note = ""
    if yearless.any():
        years, note = counted_years(month, date, yearless, source)
        year = np.where(yearless, years, year)
    read, valid = clock.days(year, month, date)
    days = carried(np.where(valid & (month > 0), read, -1).astype(np.int64), month > 0, -1)
    return rolled(days, second, source) if (days < 0).any() else (days, note)


READER = Reader(
    platform="wechat",
    title=N_("WeChat text with ids"),
    how=N_("in the program that keeps your WeChat backups: save the group's messages as plain text"),
    endings=("txt",),
    claims=_claims,
    read=_read,
    exact=clock.SECOND,
)
