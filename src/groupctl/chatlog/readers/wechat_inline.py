"""WeChat chats as third-party programs write them in one line a message.

Alice (2024-05-12 21:41:03):text of the message
"""

from dataclasses import dataclass

import numpy as np
import polars as pl

from groupctl.chatlog import clock
from groupctl.chatlog.days import rolled
from groupctl.chatlog.fields import chosen, find_all, lines_with, merged, next_of, without_spaces
from groupctl.chatlog.headers import carried, read_iso_date
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Heads, Request, read_records
from groupctl.chatlog.scan import SPACE, Block, Scanner
from groupctl.chatlog.source import Sample
from groupctl.chatlog.wechat import classify
from groupctl.i18n import N_

BRACKETS = (b"(", b")"), ("（".encode(), "）".encode())
COLONS = b":", "：".encode()
MOST_BRACKETS = 3
"""How many brackets a member's name may hold."""


@dataclass
class Layout:
    """Recognises ``name (time):text``."""

    def heads(self, block: Block) -> Heads:
        """Find the header lines of a block."""
        found = merged(*(_heads(block, *brackets) for brackets in BRACKETS))
        return chosen(found, np.diff(found.line, prepend=-1) > 0)

    def passed(self, heads: Heads, count: int) -> None:
        """Nothing is carried from one block to the next."""


def _heads(block: Block, opening: bytes, closing: bytes) -> Heads:
    opens = find_all(block, opening)
    line = lines_with(block, opens)
    start, ends = block.starts[line], block.ends[line]
    text, bracket = start.copy(), np.full(len(line), -1, dtype=np.int64)
    day, second = np.full(len(line), -1, dtype=np.int64), np.zeros(len(line), dtype=np.int64)
    open_ones, at = np.arange(len(line)), start
    for _pair in range(MOST_BRACKETS):
        at = next_of(opens, at, ends[open_ones])
        scan = Scanner(block, np.minimum(at + len(opening), ends[open_ones]))
        days, seconds = _moment(scan)
        scan.literal(closing)
        scan.literal(*COLONS)
        inside = at < ends[open_ones]
        hit = scan.ok & inside & (at > start[open_ones])
        found = open_ones[hit]
        bracket[found], text[found], day[found], second[found] = at[hit], scan.at[hit], days[hit], seconds[hit]
        open_ones, at = open_ones[inside & ~hit], at[inside & ~hit] + 1
    hit = bracket >= 0
    line, start, text = line[hit], start[hit], text[hit]
    name_end = without_spaces(block, bracket[hit], start)
    ahead = Scanner(block, text)
    ahead.maybe(b" ")
    return Heads(
        line=line, text=ahead.at, spans={"name": (start, name_end)}, columns={"day": day[hit], "second": second[hit]}
    )


def _moment(scan: Scanner) -> tuple[np.ndarray, np.ndarray]:
    """Read a time with or without a date; return days since 1970-01-01 (-1: none) and seconds."""
    ahead = Scanner(scan.block, scan.at)
    day = read_iso_date(ahead, b"-/")
    ahead.literal(b" ")
    dated = ahead.ok
    scan.at = np.where(dated, ahead.at, scan.at)
    scan.keep(np.ones(len(scan.at), dtype=np.bool_))
    return np.where(dated, day, -1).astype(np.int64), clock.read_time(scan, SPACE).seconds.astype(np.int64)


def _claims(sample: Sample) -> bool:
    lines = sample.block
    heads = Layout().heads(lines)
    return len(heads.line) > 0 and int(heads.line[0]) == int(np.flatnonzero(lines.starts < lines.ends)[0])


def _read(request: Request) -> Reading:
    rows, count = read_records(request, Layout())
    second, note = rows["second"].to_numpy(), ""
    days = carried(rows["day"].to_numpy(), rows["day"].to_numpy() >= 0, -1)
    if (days < 0).any():
        days, note = rolled(days, second, request.source)
    local = pl.Series(clock.moments(days, second)).cast(pl.Datetime("us"))
    rows = classify(rows.drop("day", "second").with_columns(local=local))
    return Reading(rows=rows, count=count, date_order="ymd", notes=(note,) if note else ())


READER = Reader(
    platform="wechat",
    title=N_("WeChat text, one line a message"),
    how=N_("in the program that keeps your WeChat backups: export the group as text"),
    endings=("txt",),
    claims=_claims,
    read=_read,
)
