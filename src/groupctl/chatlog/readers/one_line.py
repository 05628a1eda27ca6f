"""Chats as many small programs print them, one line a message: date, time, name and text.

2024-05-12 21:41:03 Alice: text of the message      [2024-05-12 21:41:03] 小林：text of the message
"""

import re
from dataclasses import dataclass

import numpy as np
import polars as pl

from groupctl.chatlog import clock
from groupctl.chatlog.assemble import PLATFORM, rename
from groupctl.chatlog.fields import byte_at, find_all, next_of
from groupctl.chatlog.headers import read_iso_date
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Heads, Request, read_records
from groupctl.chatlog.scan import SPACE, Block, Scanner
from groupctl.chatlog.source import Sample
from groupctl.chatlog.wechat import classify
from groupctl.i18n import N_

FULL_WIDTH = "：".encode()
LONGEST_NAME = 96
"""Bytes."""
FEWEST = 2
"""Lines by which the format is known."""
_NO_NAME = re.compile(
    rb"^(?:[<\[{(*\-#]|(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\b)|[\t=/\\]", re.IGNORECASE
)
"""What stands in a name's place in the logs of IRC and of programs."""


@dataclass
class Layout:
    """Recognises ``date time name: text``; without a name, the platform speaks."""

    def heads(self, block: Block) -> Heads:
        """Find the header lines of a block."""
        line = np.flatnonzero((block.first - np.uint8(48) < 10) | (block.first == ord("[")))
        scan = Scanner(block, block.starts[line])
        bracket = scan.maybe(b"[")
        day = read_iso_date(scan, b"-/")
        scan.literal(b" ", b"T")
        times = clock.read_time(scan, SPACE)
        scan.ok &= scan.maybe(b"]") == bracket
        scan.ok &= scan.maybe(b" ") | bracket
        line, at = line[scan.ok], scan.at[scan.ok]
        moment, bracket = clock.moments(day, times.seconds)[scan.ok], bracket[scan.ok]
        ends = block.ends[line]
        half, full = next_of(block.find(b":"), at, ends), next_of(find_all(block, FULL_WIDTH), at, ends)
        colon, wide = np.minimum(half, full), full < half
        named = (colon < ends) & (colon > at) & (colon - at <= LONGEST_NAME)
        text = np.where(named, colon + np.where(wide, len(FULL_WIDTH), 1), at)
        text += named & (byte_at(block, text) == ord(" ")) & (text < ends)
        spans = {"name": (at, np.where(named, colon, at))}
        columns = {"moment": moment, "ours": (wide | ~bracket).astype(np.int64)}
        return Heads(line=line, text=text, spans=spans, columns=columns)

    def passed(self, heads: Heads, count: int) -> None:
        """Nothing is carried from one block to the next."""


def _claims(sample: Sample) -> bool:
    lines = sample.block
    heads = Layout().heads(lines)
    filled = np.flatnonzero(lines.starts < lines.ends)
    if len(heads.line) < FEWEST or int(heads.line[0]) != int(filled[0]) or 2 * len(filled) > 3 * len(heads.line):
        return False
    start, end = heads.spans["name"]
    names = [lines.data[begin:stop] for begin, stop in zip(start.tolist(), end.tolist(), strict=True)]
    good = sum(name != b"" and _NO_NAME.search(name) is None for name in names)
    # In brackets before a plain colon, WhatsApp writes the same.
    return 2 * good > len(names) and 2 * int(heads.columns["ours"].sum()) > len(names)


def _read(request: Request) -> Reading:
    rows, count = read_records(request, Layout())
    rows = rows.with_columns(local=pl.col("moment").cast(pl.Datetime("us"))).drop("moment", "ours")
    return Reading(rows=classify(rename(rows, {"": PLATFORM})), count=count, date_order="ymd")


READER = Reader(
    platform=None,
    title=N_("Text, one line a message"),
    how=N_("a text in which every message begins a line: date, time, name, a colon and the text"),
    endings=("txt", "log"),
    claims=_claims,
    read=_read,
)
