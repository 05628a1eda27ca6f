"""Signal chats as the known exporters write them to text.

[2019-05-29, 15:04] Me: text of the message
"""

from dataclasses import dataclass

import numpy as np
import polars as pl

from groupctl.chatlog import clock
from groupctl.chatlog.assemble import assemble, seen
from groupctl.chatlog.fields import next_token
from groupctl.chatlog.headers import read_iso_date, starting_with
from groupctl.chatlog.kinds import kind_of_file
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Heads, Request, read_records
from groupctl.chatlog.scan import SPACE, Block, Scanner
from groupctl.chatlog.source import Sample
from groupctl.i18n import N_

ATTACHED = r"^!?\[[^\]\n]*\]\(([^)\s]+)\)"
"""A file that an exporter put beside the text, and nothing but the link to it."""


@dataclass
class Layout:
    """Recognises ``[date, time] name: text``."""

    def heads(self, block: Block) -> Heads:
        """Find the header lines of a block."""
        line = starting_with(block, b"[")
        scan = Scanner(block, block.starts[line])
        scan.literal(b"[")
        day = read_iso_date(scan)
        scan.literal(b", ")
        times = clock.read_time(scan, SPACE)
        # WhatsApp writes much the same, but with seconds.
        scan.ok &= ~times.has_seconds
        scan.literal(b"] ")
        ends = block.ends[line]
        colon = next_token(block, scan.at, ends, b": ")
        bare = (colon == ends) & Scanner(block, ends - 1).stands_at(b":")
        colon = colon - bare
        ok = scan.ok & (colon < ends)
        moment = clock.moments(day, times.seconds)
        text = np.minimum(colon + 2, ends)[ok]
        return Heads(line=line[ok], text=text, spans={"name": (scan.at[ok], colon[ok])}, columns={"moment": moment[ok]})

    def passed(self, heads: Heads, count: int) -> None:
        """Nothing is carried from one block to the next."""


def _claims(sample: Sample) -> bool:
    lines = sample.block
    heads = Layout().heads(lines)
    return len(heads.line) > 0 and int(heads.line[0]) == int(np.flatnonzero(lines.starts < lines.ends)[0])


def _read(request: Request) -> Reading:
    rows, count = read_records(request, Layout())
    rows = rows.with_columns(local=pl.col("moment").cast(pl.Datetime("us"))).drop("moment")
    linked = (pl.col("first_byte") == ord("!")) | (pl.col("first_byte") == ord("["))
    return Reading(rows=assemble(rows, linked, _look_closely), count=count, date_order="ymd")


def _look_closely(rows: pl.DataFrame) -> pl.DataFrame:
    """Tell which rows are an attached file."""
    return seen(rows, kind=kind_of_file(pl.col("text").str.extract(ATTACHED)))


READER = Reader(
    platform=None,
    title=N_("Signal text"),
    how=N_("with one of the programs that export Signal Desktop: a text file like [2024-01-31, 15:04] Name: text"),
    endings=("txt", "md"),
    claims=_claims,
    read=_read,
)
