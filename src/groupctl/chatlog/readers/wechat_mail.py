"""WeChat's own export, sent by mail: a title, day lines, and a name with the time above each message.

—————  2018-09-03  —————
Dean  18:44
text of the message
"""

import re
from dataclasses import dataclass

import numpy as np
import polars as pl

from groupctl.chatlog import clock
from groupctl.chatlog.fields import chosen, headings, makes_record, merged, with_columns, without_spaces
from groupctl.chatlog.headers import carried, read_iso_date, starting_with
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Heads, Request, read_records
from groupctl.chatlog.scan import Block, Positions, Scanner
from groupctl.chatlog.source import Sample
from groupctl.chatlog.table import cut_like
from groupctl.chatlog.wechat import classify
from groupctl.i18n import N_

DASH = "—".encode()
_TITLE = re.compile(
    r"^(?:(?:微信群[\"“]?(?P<group>.+?)[\"”]?|(?P<name>.+?) ?微信群上|.+? 和 .+? ?在微信上)的聊天[记記][录錄]如下"
    r"|[Cc]hat [Hh]istory (?:in (?:the )?(?:group )?[\"“]?(?P<english>.+?)[\"”]?|.+?)(?: on We[Cc]hat.*|:?)$)"
)
_GREETING = "Dear:"
_FIRST_LINES = 10
"""The title stands at the top of the file, maybe below a greeting."""


@dataclass
class Layout:
    """Recognises day lines and ``name  time`` lines."""

    day: int = -1
    """Days since 1970-01-01 that the next block begins in; -1 before the first day line."""
    title: str = ""
    """The group's name, where one has been found; two people's chat has none."""

    def heads(self, block: Block) -> Heads:
        """Find title, day lines and messages in a block."""
        messages, (days, day), titles = _message_heads(block), _day_lines(block), self._title_lines(block)
        heads = merged(
            messages, headings(block, days, messages.spans, day=day), headings(block, titles, messages.spans)
        )
        day = carried(heads.columns["day"], heads.columns["day"] >= 0, self.day)
        return chosen(with_columns(heads, day=day), (day >= 0) | ~makes_record(heads))

    def passed(self, heads: Heads, count: int) -> None:
        """Remember the day that the next block begins in."""
        if count:
            self.day = int(heads.columns["day"][count - 1])

    def _title_lines(self, block: Block) -> Positions:
        """Return the lines at the top of the file that are title or greeting, and remember the title."""
        lines = []
        for line in range(min(block.lines, _FIRST_LINES - block.first_line + 1)):
            text = block.text(line).strip()
            title = _TITLE.match(text)
            if title:
                self.title = title["group"] or title["name"] or title["english"] or ""
            if title or text.startswith(_GREETING):
                lines.append(line)
        return np.array(lines, dtype=np.int64)


def _day_lines(block: Block) -> tuple[Positions, np.ndarray]:
    line = starting_with(block, DASH[:1])
    scan = Scanner(block, block.starts[line])
    scan.literal(DASH)
    scan.any_number_of((DASH, b" "))
    day = read_iso_date(scan, b"-/")
    scan.any_number_of((DASH, b" "))
    ok = scan.ok & (scan.at == block.ends[line])
    return line[ok], day[ok].astype(np.int64)


def _message_heads(block: Block) -> Heads:
    """Return the lines that end with two spaces and a time."""
    ends = without_spaces(block, block.ends, block.starts)
    line = np.flatnonzero((ends - block.starts >= 6) & (block.array[np.maximum(ends - 3, 0)] == ord(":")))
    start, ends = block.starts[line], ends[line]
    found = np.zeros(len(line), dtype=np.bool_)
    name_end, seconds = start, np.zeros(len(line), dtype=np.int64)
    for digits in (2, 1):
        at = ends - digits - 5
        scan = Scanner(block, np.maximum(at, 0))
        scan.literal(b"  ")
        hour = scan.number(digits, digits)
        scan.literal(b":")
        minute = scan.number(2, 2)
        hit = scan.ok & (at >= start) & (hour < 24) & (minute < 60) & (scan.at == ends) & ~found
        name_end = np.where(hit, at, name_end)
        seconds = np.where(hit, hour * 3600 + minute * 60, seconds)
        found |= hit
    heads = Heads(line=line, text=block.ends[line] + 1, spans={"name": (start, name_end)}, columns={"second": seconds})
    return chosen(heads, found)


def _claims(sample: Sample) -> bool:
    return bool(makes_record(Layout().heads(sample.block)).any())


def _read(request: Request) -> Reading:
    layout = Layout()
    rows, count = read_records(request, layout)
    moments = clock.moments(rows["day"].to_numpy(), rows["second"].to_numpy())
    local = cut_like(rows, pl.Series(moments).cast(pl.Datetime("us")))
    rows = rows.drop("day", "second").with_columns(local=local)
    return Reading(rows=classify(rows), count=count, date_order="ymd", title=layout.title)


READER = Reader(
    platform="wechat",
    title=N_("WeChat, sent by mail"),
    how=N_("in the chat: select messages → more → mail them to yourself; save the text of the mail"),
    endings=("txt",),
    claims=_claims,
    read=_read,
)
