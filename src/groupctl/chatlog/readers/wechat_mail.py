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
from groupctl.chatlog.headers import carried, merge, read_iso_date, starting_with
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Heads, Request, read_records
from groupctl.chatlog.scan import Block, Positions, Scanner
from groupctl.chatlog.source import Sample
from groupctl.chatlog.wechat import classify
from groupctl.i18n import N_

DASH = "—".encode()
_TITLE = re.compile(r"^(?:微信群)?[\"“]?(.*?)[\"”]?\s*(?:的|在微信上的|微信群上的)聊天记录如下")
_FIRST_LINES = 10
"""The title stands at the top of the file, maybe below a greeting."""


@dataclass
class Layout:
    """Recognises day lines and ``name  time`` lines."""

    day: int = -1
    """Days since 1970-01-01 that the next block begins in; -1 before the first day line."""
    title: str = ""
    """The group's name, once the title has been seen."""

    def heads(self, block: Block) -> Heads:
        """Find title, day lines and messages in a block."""
        days, day = _day_lines(block)
        messages, name_end, seconds = _message_heads(block)
        titles = _title_lines(block)
        self.title = self.title or next(filter(None, (_group_name(block.text(line)) for line in titles.tolist())), "")
        line, order = merge(messages, days, titles)
        numbers = np.concatenate([np.zeros(len(messages), dtype=np.int64), day, np.zeros(len(titles), dtype=np.int64)])
        is_day = (order >= len(messages)) & (order < len(messages) + len(days))
        known_day = carried(numbers[order], is_day, self.day)
        rest = len(days) + len(titles)
        second = np.append(seconds, np.zeros(rest, dtype=np.int64))[order]
        ends = np.append(name_end, np.zeros(rest, dtype=np.int64))[order]
        is_message = order < len(messages)
        keep = ~is_message | (known_day >= 0)
        start = block.starts[line]
        return Heads(
            line=line[keep],
            text=block.ends[line[keep]] + 1,
            spans={"name": (start[keep], np.maximum(ends, start)[keep])},
            columns={"day": known_day[keep], "moment": clock.moments(known_day, second)[keep]},
            makes_record=is_message[keep],
        )

    def passed(self, heads: Heads, count: int) -> None:
        """Remember the day that the next block begins in."""
        if count:
            self.day = int(heads.columns["day"][count - 1])


def _day_lines(block: Block) -> tuple[Positions, np.ndarray]:
    line = starting_with(block, DASH[:1])
    scan = Scanner(block, block.starts[line])
    scan.literal(DASH)
    scan.any_number_of((DASH, b" "))
    day = read_iso_date(scan)
    scan.any_number_of((DASH, b" "))
    ok = scan.ok & (scan.at == block.ends[line])
    return line[ok], day[ok].astype(np.int64)


def _message_heads(block: Block) -> tuple[Positions, Positions, np.ndarray]:
    """Return the lines that end with two spaces and a time, where the name ends in each, and the time in seconds."""
    ends = _without_trailing_spaces(block)
    line = np.flatnonzero((ends - block.starts >= 6) & (block.array[np.maximum(ends - 3, 0)] == ord(":")))
    found = np.zeros(len(line), dtype=np.bool_)
    name_end = block.starts[line].copy()
    seconds = np.zeros(len(line), dtype=np.int64)
    for digits in (2, 1):
        at = np.maximum(ends[line] - digits - 3, 0)
        scan = Scanner(block, np.maximum(at - 2, 0))
        scan.ok &= at - 2 >= block.starts[line]
        scan.literal(b"  ")
        hour = scan.number(digits, digits)
        scan.literal(b":")
        minute = scan.number(2, 2)
        hit = scan.ok & (hour < 24) & (minute < 60) & (scan.at == ends[line]) & ~found
        name_end = np.where(hit, at - 2, name_end)
        seconds = np.where(hit, hour * 3600 + minute * 60, seconds)
        found |= hit
    return line[found], name_end[found], seconds[found]


def _without_trailing_spaces(block: Block) -> Positions:
    ends = block.ends.copy()
    while np.count_nonzero(trailing := (ends > block.starts) & (block.array[np.maximum(ends - 1, 0)] == 32)):
        ends -= trailing
    return ends


def _title_lines(block: Block) -> Positions:
    if block.first_line > 1:
        return np.empty(0, dtype=np.int64)
    lines = [line for line in range(min(block.lines, _FIRST_LINES)) if _is_title(block.text(line))]
    return np.array(lines, dtype=np.int64)


def _is_title(text: str) -> bool:
    return _TITLE.match(text) is not None or text.strip().startswith("Dear:")


def _group_name(title: str) -> str:
    """Return the name of the group in a title; empty where two people talked, or for a greeting."""
    found = re.search(r"微信群[\"“]?(.*?)[\"”]?\s*的聊天记录如下", title)
    return found[1].strip() if found else ""


def _claims(sample: Sample) -> bool:
    days = sum(1 for line in sample.lines if re.match(r"^—{3,}\s+\d{4}-\d{1,2}-\d{1,2}\s+—{3,}\s*$", line))
    return days > 0 and any(re.search(r"\S {2,}\d{1,2}:\d\d\s*$", line) for line in sample.lines)


def _read(request: Request) -> Reading:
    layout = Layout()
    rows, count = read_records(request, layout)
    rows = rows.with_columns(local=pl.col("moment").cast(pl.Datetime("us"))).drop("moment", "day")
    return Reading(rows=classify(rows), count=count, title=layout.title, date_order="ymd")


READER = Reader(
    platform="wechat",
    title=N_("WeChat, sent by mail"),
    how=N_("in the chat: select messages → more → mail them to yourself; save the text of the mail"),
    endings=("txt",),
    claims=_claims,
    read=_read,
)
