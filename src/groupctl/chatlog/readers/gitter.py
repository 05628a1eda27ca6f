"""Gitter rooms and other logs with a full date and a nick in pointed brackets in every line.

[2016-01-04 19:59:51] <alice> hello
"""

import re
from dataclasses import dataclass

import numpy as np
import polars as pl

from groupctl.chatlog import clock
from groupctl.chatlog.assemble import assemble, seen
from groupctl.chatlog.fields import next_token
from groupctl.chatlog.headers import read_iso_moment, starting_with
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Heads, Request, read_records
from groupctl.chatlog.scan import Block, Scanner
from groupctl.chatlog.source import Sample
from groupctl.i18n import N_

_BY_IRC = re.compile(r"^\[\d{4}-\d\d-\d\d \d\d?:\d\d:\d\d\] (?:\*{1,3}|-!-|-->|<--|--)[ \t]", re.MULTILINE)
"""How IRC programs write what somebody does, and who comes."""


@dataclass
class Layout:
    """Recognises ``[date time] <nick> text``."""

    def heads(self, block: Block) -> Heads:
        """Find the header lines of a block."""
        line = starting_with(block, b"[")
        scan = Scanner(block, block.starts[line])
        scan.literal(b"[")
        moment = read_iso_moment(scan)
        scan.literal(b"] <")
        ends = block.ends[line]
        closing = next_token(block, scan.at, ends, b"> ")
        bare = (closing == ends) & Scanner(block, ends - 1).stands_at(b">")
        closing = closing - bare
        ok = scan.ok & (closing < ends)
        text = np.minimum(closing + 2, ends)[ok]
        return Heads(
            line=line[ok], text=text, spans={"name": (scan.at[ok], closing[ok])}, columns={"moment": moment[ok]}
        )

    def passed(self, heads: Heads, count: int) -> None:
        """Nothing is carried from one block to the next."""


def _claims(sample: Sample) -> bool:
    lines = sample.block
    filled = np.flatnonzero(lines.starts < lines.ends)
    heads = Layout().heads(lines)
    if _BY_IRC.search(sample.text):
        return False
    return len(heads.line) > 0 and int(heads.line[0]) == int(filled[0]) and 2 * len(heads.line) > len(filled)


def _read(request: Request) -> Reading:
    rows, count = read_records(request, Layout())
    rows = rows.with_columns(local=pl.col("moment").cast(pl.Datetime("us"))).drop("moment")
    return Reading(rows=assemble(rows, pl.col("name") == "", _look_closely), count=count, date_order="ymd")


def _look_closely(rows: pl.DataFrame) -> pl.DataFrame:
    """Mark the rows without a nick as the program's own."""
    return seen(rows, kind=pl.lit("system"))


READER = Reader(
    platform=None,
    title=N_("Gitter text, and logs like it"),
    how=N_("save the room's archive as lines like [2024-01-31 19:59:51] <nick> text"),
    endings=("txt", "log"),
    claims=_claims,
    read=_read,
    exact=clock.SECOND,
)
