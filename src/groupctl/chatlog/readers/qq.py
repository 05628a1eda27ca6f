"""QQ's own "export as text": one file, one or many chats, a header line above each message.

    2024-01-02 3:04:05 【管理员】Alice(10001)
    first line of the message

The number in brackets is missing in discussion groups, an address in pointed brackets stands in its place for some.
"""

import re
from dataclasses import dataclass, field

import numpy as np
import polars as pl

from groupctl.chatlog.assemble import assemble, rename, seen
from groupctl.chatlog.events import recognise
from groupctl.chatlog.headers import merge, read_iso_moment, starting_with, starting_with_digit
from groupctl.chatlog.phrases.qq import EVENTS, LEVELS, PLACEHOLDERS, ROLES, SYSTEM_IDS
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Heads, Request, read_records
from groupctl.chatlog.scan import Block, Positions, Scanner
from groupctl.chatlog.source import Sample
from groupctl.i18n import N_

OPENING = "消息记录（此消息记录为文本格式"
_BOM = "\ufeff".encode()
_TITLE = re.compile(rf"^【(?:({'|'.join(ROLES)})|(?:LV\d+[^】]*|{'|'.join(LEVELS)}))】")


@dataclass
class Layout:
    """Recognises QQ's headers, and the headings of the chats in one file."""

    titles: dict[int, str] = field(default_factory=dict)
    """Titles of the chats found so far, by number."""
    chat: int = 0
    """Number of the chat that the next block begins in; 0 before the first heading."""

    def heads(self, block: Block) -> Heads:
        """Find message headers and headings in a block."""
        messages, at, moment = _message_heads(block)
        headings, opens_chat = _headings(block)
        line, order = merge(messages, headings)
        makes_record = order < len(messages)
        opens = np.append(np.zeros(len(messages), dtype=np.bool_), opens_chat)[order]
        chat = self.chat + np.cumsum(opens)
        for index in np.flatnonzero(opens).tolist():
            self.titles[int(chat[index])] = block.text(int(line[index])).partition(":")[2].strip()
        name, number = _name_and_number(block, np.append(at, block.ends[headings])[order], block.ends[line])
        return Heads(
            line=line,
            text=block.ends[line] + 1,
            spans={"name": name, "sender": number},
            columns={
                "moment": np.append(moment, np.zeros(len(headings), dtype=np.int64))[order],
                "chat": chat.astype(np.int32),
            },
            makes_record=makes_record,
        )

    def passed(self, heads: Heads, count: int) -> None:
        """Remember the chat that the next block begins in."""
        if count:
            self.chat = int(heads.columns["chat"][count - 1])


def _message_heads(block: Block) -> tuple[Positions, Positions, np.ndarray]:
    """Return the header lines, where the name begins in each, and their moments."""
    line = starting_with_digit(block)
    scan = Scanner(block, block.starts[line])
    moment = read_iso_moment(scan)
    ends = block.ends[line]
    scan.ok &= scan.maybe(b" ") | (scan.at == ends)
    return line[scan.ok], scan.at[scan.ok], moment[scan.ok]


def _headings(block: Block) -> tuple[Positions, np.ndarray]:
    """Return the lines that are no message: the opening, rulers, group and chat names; and which open a chat."""
    line = starting_with(block, b"=" + "消".encode()[:1] + _BOM[:1])
    scan = Scanner(block, block.starts[line])
    scan.maybe(_BOM)
    ruler = scan.stands_at(b"=" * 8) & (block.ends[line] - scan.at >= 32)
    subject = scan.maybe("消息".encode())
    chat = subject & scan.stands_at("对象:".encode())
    heading = ruler | chat | subject & (scan.stands_at("分组:".encode()) | scan.stands_at("记录".encode()))
    return line[heading], chat[heading]


def _name_and_number(
    block: Block, at: Positions, ends: Positions
) -> tuple[tuple[Positions, Positions], tuple[Positions, Positions]]:
    """Split ``name(number)`` or ``name<address>`` at the end of each line; no number: an empty span at the end."""
    number_start, number_end = ends.copy(), ends.copy()
    name_end = ends.copy()
    for opening, closing in ((b"(", b")"), (b"<", b">")):
        positions = np.append(-1, block.find(opening))
        last = positions[np.searchsorted(positions, ends) - 1]
        bracketed = (last >= at) & (block.array[np.maximum(ends - 1, 0)] == closing[0])
        inner = Scanner(block, np.where(bracketed, last + 1, ends))
        if opening == b"(":
            inner.digits(5)
            bracketed &= inner.ok & (inner.at == ends - 1)
        name_end = np.where(bracketed, last, name_end)
        number_start = np.where(bracketed, last + 1, number_start)
        number_end = np.where(bracketed, ends - 1, number_end)
    return (at, name_end), (number_start, number_end)


def _claims(sample: Sample) -> bool:
    if any(OPENING in line for line in sample.lines[:5]):
        return True
    lines = sample.block
    heads = Layout().heads(lines)
    start, end = heads.spans["sender"]
    return len(start) > 0 and float((end > start).mean()) > 0.5


def _read(request: Request) -> Reading:
    layout = Layout()
    rows, count = read_records(request, layout)
    rows = rows.with_columns(
        local=pl.col("moment").cast(pl.Datetime("us")),
        chat=pl.col("chat").replace_strict(layout.titles, default="", return_dtype=pl.String),
    ).drop("moment")
    return Reading(rows=_classify(_tidy_names(rows)), count=count, date_order="ymd")


def _tidy_names(rows: pl.DataFrame) -> pl.DataFrame:
    """Take roles and levels off the names, and give those without a number their name as their id."""
    names = rows["name"].unique().drop_nulls().to_list()
    roles = {name: ROLES[found[1]] for name in names if (found := _TITLE.match(name)) and found[1]}
    plain = {name: _TITLE.sub("", name).strip() for name in names}
    role = (
        pl.col("name").cast(pl.String).replace_strict(roles, default=None, return_dtype=pl.String)
        if roles
        else pl.lit(None, pl.String)
    )
    rows = rename(rows.with_columns(role=role), {name: tidy for name, tidy in plain.items() if tidy != name and tidy})
    return rows.with_columns(sender=pl.when(pl.col("sender") != "").then("sender").otherwise("name"))


def _classify(rows: pl.DataFrame) -> pl.DataFrame:
    system = pl.col("sender").is_in(list(SYSTEM_IDS))
    text = pl.col("text")
    special = system | (pl.col("first_byte") == ord("[")) | text.str.ends_with("撤回了一条消息")
    return assemble(rows.with_columns(name=pl.when(system).then(pl.lit("")).otherwise("name")), special, _look_closely)


def _look_closely(rows: pl.DataFrame) -> pl.DataFrame:
    """Tell what each row is that is not plainly text: an event, or a medium."""
    events = recognise(rows["text"], EVENTS)
    bracket = pl.col("text").str.extract(r"^(\[[^\[\]]+\])(?:$|请使用)")
    medium = bracket.replace_strict(PLACEHOLDERS, default=None, return_dtype=pl.String)
    unnamed = pl.col("name") == ""
    by_qq = unnamed | (events["kind"] == "recall").fill_null(value=False)
    return seen(
        rows.with_columns(events),
        kind=pl.when(by_qq).then(pl.col("kind").fill_null("system")).otherwise(medium),
        by=pl.when(by_qq).then("by"),
        members=pl.when(by_qq).then("members"),
    )


READER = Reader(
    platform="qq",
    title=N_("QQ text"),
    how=N_("QQ for Windows: message manager → right-click the group → export messages → text file"),
    endings=("txt",),
    claims=_claims,
    read=_read,
)
