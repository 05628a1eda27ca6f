"""Messages copied out of WeChat's windows: the name above each message, on a Mac with the time behind it.

    Alice 2022/11/17 21:07          Alice:
    text of the message             text of the message

WeChat for Windows copies no times: the rows then stand a second apart up to the file's last change, and a note says so.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import polars as pl

from groupctl.chatlog import clock
from groupctl.chatlog.days import untimed
from groupctl.chatlog.fields import byte_at, chosen, is_blank, last_space, without_spaces
from groupctl.chatlog.headers import read_iso_date
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Heads, Request, read_records
from groupctl.chatlog.scan import SPACE, Block, Scanner
from groupctl.chatlog.source import Sample
from groupctl.chatlog.wechat import classify
from groupctl.i18n import N_

LONGEST_NAME = 96
"""Bytes: 32 Chinese characters."""
_SENTENCE = re.compile(r"[，。！？；、…\t\"“”]|https?$|[,!?;]\s|^\s|^[\[(（【#*\-—=+>|/{}]*$|\d\d?$")
"""What a line that ends with a colon holds when it is no name."""
_NOT_OURS = re.compile(r"^(?:时间|内容|资源): ", re.MULTILINE)


@dataclass
class Layout:
    """Recognises ``name date time`` or ``name:``, whichever the file has."""

    timed: bool

    def heads(self, block: Block) -> Heads:
        """Find the header lines of a block."""
        return _timed(block) if self.timed else _untimed(block)

    def passed(self, heads: Heads, count: int) -> None:
        """Nothing is carried from one block to the next."""


def _timed(block: Block) -> Heads:
    ends = without_spaces(block, block.ends, block.starts)
    line = np.flatnonzero((byte_at(block, ends - 3) == ord(":")) & (ends - block.starts > 14))
    start, end = block.starts[line], ends[line]
    time = last_space(block, end, start) + 1
    date = last_space(block, time - 1, start) + 1
    scan = Scanner(block, date)
    day = read_iso_date(scan, b"/-")
    scan.literal(b" ")
    times = clock.read_time(scan, SPACE)
    name_end = without_spaces(block, np.maximum(date, start), start)
    ok = scan.ok & (scan.at == end) & ~times.has_seconds & (date > start) & (name_end > start)
    columns = {"moment": clock.moments(day, times.seconds)}
    heads = Heads(line=line, text=block.ends[line] + 1, spans={"name": (start, name_end)}, columns=columns)
    return chosen(heads, ok)


def _untimed(block: Block) -> Heads:
    """Return the lines below an empty one that are a name and a colon, with text below."""
    ends = without_spaces(block, block.ends, block.starts)
    last = byte_at(block, ends - 1) == ord(":")
    line = np.flatnonzero(last & (ends - block.starts > 1) & (ends - block.starts <= LONGEST_NAME))
    first = (line > 0) | (block.first_line == 1)
    line = line[is_blank(block, line - 1) & (first | (line == 0)) & ~is_blank(block, line + 1)]
    line = line[
        np.array(
            [
                _is_name(block.data[a:b])
                for a, b in zip(block.starts[line].tolist(), (ends[line] - 1).tolist(), strict=True)
            ],
            dtype=np.bool_,
        )
    ]
    return Heads(
        line=line,
        text=block.ends[line] + 1,
        spans={"name": (block.starts[line], ends[line] - 1)},
        columns={"moment": np.zeros(len(line), dtype=np.int64)},
    )


@lru_cache(maxsize=4096)
def _is_name(text: bytes) -> bool:
    return _SENTENCE.search(text.decode("utf-8", "replace")) is None


def _is_timed(sample: Sample) -> bool | None:
    """Say whether the messages of a sample have times; None where it is another format's."""
    lines = sample.block
    filled = np.flatnonzero(lines.starts < lines.ends)
    if not len(filled):
        return None
    for timed, heads in ((True, _timed(lines)), (False, _untimed(lines))):
        if len(heads.line) and int(heads.line[0]) == int(filled[0]):
            return timed if timed or _begins_paragraphs(sample, heads) else None
    return None


def _begins_paragraphs(sample: Sample, heads: Heads) -> bool:
    """Say whether names stand above most paragraphs: without times, nothing else tells a chat from other texts."""
    paragraphs = [text for text in re.split(r"\n[ \t]*\n", sample.text) if text.strip()]
    return not _NOT_OURS.search(sample.text) and len(heads.line) > 1 and 2 * len(heads.line) > len(paragraphs)


def _claims(sample: Sample) -> bool:
    return _is_timed(sample) is not None


def _read(request: Request) -> Reading:
    rows, count = read_records(request, Layout(timed=True))
    timed = len(rows) > 0
    if not timed:
        rows, count = read_records(request, Layout(timed=False))
    moments, note = (rows["moment"].to_numpy(), "") if timed else untimed(len(rows), request.source)
    rows = rows.drop("moment").with_columns(local=pl.Series(moments).cast(pl.Datetime("us")))
    dialect = "Mac" if timed else "Windows"
    return Reading(
        rows=classify(rows),
        count=count,
        dialect=dialect,
        date_order="ymd" if timed else "",
        notes=(note,) if note else (),
    )


READER = Reader(
    platform="wechat",
    title=N_("WeChat, copied"),
    how=N_("in WeChat's window: select messages, copy them and save them as a text file (on a Mac, times come along)"),
    endings=("txt",),
    claims=_claims,
    read=_read,
)
