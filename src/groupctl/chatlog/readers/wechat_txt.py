"""WeChat chats as third-party programs export them to text: date, time and name above each message.

    2024-05-12 21:41:03 name
    text of the message

Some put the name in single quotes; a line that WeChat itself wrote stands where the name would, with no text below.
"""

import re
from dataclasses import dataclass

import numpy as np
import polars as pl

from groupctl.chatlog import clock
from groupctl.chatlog.headers import read_iso_moment, starting_with_digit
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Heads, Request, read_records
from groupctl.chatlog.scan import Block, Scanner
from groupctl.chatlog.source import Sample
from groupctl.chatlog.wechat import classify
from groupctl.i18n import N_

_QQ_NUMBER = re.compile(rb"\(\d{5,}\)$|<[^<>\s]+@[^<>\s]+>$")
"""What QQ puts behind the names in its own exports, which look like these otherwise."""


_COLON = re.compile(rb"[^\s]:|\xef\xbc\x9a")


@dataclass
class Layout:
    """Recognises ``date time name`` lines."""

    def heads(self, block: Block) -> Heads:
        """Find the header lines of a block."""
        line = starting_with_digit(block)
        scan = Scanner(block, block.starts[line])
        moment = read_iso_moment(scan)
        scan.literal(b" ")
        line, at = line[scan.ok], scan.at[scan.ok]
        ends = block.ends[line]
        return Heads(line=line, text=ends + 1, spans={"name": (at, ends)}, columns={"moment": moment[scan.ok]})

    def passed(self, heads: Heads, count: int) -> None:
        """Nothing is carried from one block to the next."""


def _claims(sample: Sample) -> bool:
    lines = sample.block
    heads = Layout().heads(lines)
    if not len(heads.line) or int(heads.line[0]) > int(np.flatnonzero(lines.starts < lines.ends)[0]):
        return False
    start, end = heads.spans["name"]
    names = [lines.data[begin:stop] for begin, stop in zip(start.tolist(), end.tolist(), strict=True)]
    qq = sum(_QQ_NUMBER.search(name) is not None for name in names) / len(names)
    gitter = sum(name.startswith(b"<") for name in names) / len(names)
    # A program's log begins its lines the same way, but has nothing below them.
    texts = int((lines.starts < lines.ends).sum()) - len(heads.line)
    # Where most have a colon instead, the text follows the name in the same line.
    one_line = sum(_COLON.search(name) is not None for name in names) / len(names)
    return qq <= 0.5 and gitter <= 0.5 and texts > 0 and (one_line <= 0.5 or 2 * texts > len(names))


def _read(request: Request) -> Reading:
    rows, count = read_records(request, Layout())
    rows = rows.with_columns(local=pl.col("moment").cast(pl.Datetime("us"))).drop("moment")
    return Reading(rows=classify(rows, silent_is_wechat=True), count=count, date_order="ymd")


READER = Reader(
    platform="wechat",
    title=N_("WeChat text of third-party programs"),
    how=N_("in the program that keeps your WeChat backups: export the group as TXT"),
    endings=("txt",),
    claims=_claims,
    read=_read,
    exact=clock.SECOND,
)
