"""WeLink chats, copied: name, number and moment above each message, a tab between them.

张三(z00123456)⇥2026-03-31 09:15:32
text of the message
"""

from dataclasses import dataclass

import numpy as np
import polars as pl

from groupctl.chatlog import clock
from groupctl.chatlog.fields import byte_at, last_of, lines_with
from groupctl.chatlog.headers import read_iso_moment
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Heads, Request, read_records
from groupctl.chatlog.scan import Block, Scanner
from groupctl.chatlog.source import Sample
from groupctl.chatlog.wechat import classify
from groupctl.i18n import N_


@dataclass
class Layout:
    """Recognises ``name(number)⇥date time``."""

    def heads(self, block: Block) -> Heads:
        """Find the header lines of a block."""
        tabs = block.find(b"\t")
        line = lines_with(block, tabs)
        start, ends = block.starts[line], block.ends[line]
        tab = last_of(tabs, ends, start)
        scan = Scanner(block, np.minimum(tab + 1, ends))
        moment = read_iso_moment(scan)
        opening = last_of(block.find(b"("), tab, start)
        ok = scan.ok & (scan.at == ends) & (byte_at(block, tab - 1) == ord(")")) & (opening > start)
        line, start, tab, opening = line[ok], start[ok], tab[ok], opening[ok]
        spans = {"name": (start, opening), "sender": (opening + 1, tab - 1)}
        return Heads(line=line, text=block.ends[line] + 1, spans=spans, columns={"moment": moment[ok]})

    def passed(self, heads: Heads, count: int) -> None:
        """Nothing is carried from one block to the next."""


def _claims(sample: Sample) -> bool:
    lines = sample.block
    heads = Layout().heads(lines)
    return len(heads.line) > 0 and int(heads.line[0]) == int(np.flatnonzero(lines.starts < lines.ends)[0])


def _read(request: Request) -> Reading:
    rows, count = read_records(request, Layout())
    rows = rows.with_columns(local=pl.col("moment").cast(pl.Datetime("us"))).drop("moment")
    return Reading(rows=classify(rows), count=count, date_order="ymd")


READER = Reader(
    platform=None,
    title=N_("WeLink, copied"),
    how=N_("in WeLink's window: select messages, copy them and save them as a text file"),
    endings=("txt",),
    claims=_claims,
    read=_read,
    exact=clock.SECOND,
)
