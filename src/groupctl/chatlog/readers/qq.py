"""QQ's own "export as text": one file, one or many chats, a header line above each message.

    2024-01-02 3:04:05 【管理员】Alice(10001)
    first line of the message

The number in brackets is missing in discussion groups, an address in pointed brackets stands in its place for some.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import polars as pl

from groupctl.chatlog import clock
from groupctl.chatlog.assemble import PLATFORM, assemble, rename, seen, translated
from groupctl.chatlog.events import recognise
from groupctl.chatlog.fields import headings, merged
from groupctl.chatlog.headers import read_iso_moment, starting_with, starting_with_digit
from groupctl.chatlog.phrases.qq import EVENTS, LEVELS, PLACEHOLDERS, RECALLED, ROLES, SYSTEM_IDS
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Heads, LineCount, Request, Span, read_records
from groupctl.chatlog.scan import Block, Mask, Positions, Scanner
from groupctl.chatlog.source import Sample
from groupctl.chatlog.table import cut_like
from groupctl.i18n import N_

OPENING = "消息记录（此消息记录为文本格式"
_FOLDER, _CHAT = "消息分组", "消息对象"
_HEADINGS = OPENING.encode(), f"{_FOLDER}:".encode(), f"{_CHAT}:".encode()
_NEAR = 4
"""How many lines above a chat's heading that of its folder may stand."""
_WORDS = "消息".encode()
"""What all headings begin with."""
_RULER = 32
"""How many ``=`` in a row make a ruler, at least."""
_LONGEST = max(_RULER, *map(len, _HEADINGS))
_TITLE = re.compile(rf"^【(?:({'|'.join(ROLES)})|(?:LV\d+[^】]*|{'|'.join(LEVELS)}))】")
MOSTLY = 0.9
"""Share of numbered headers above which one without a number is a quotation: a chat has numbers or has none."""


@dataclass
class Layout:
    """Recognises QQ's headers, and the headings of the chats in one file."""

    chats: dict[int, tuple[str, str]] = field(default_factory=dict)
    """Titles of the chats found so far and of the folders they are in, by number."""
    folders: dict[int, str] = field(default_factory=dict)
    """Titles of folders, by the number of the line."""
    chat: int = 0
    """Number of the chat that the next block begins in; 0 before the first heading."""
    not_heads: Positions = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    """Numbers of lines that only look like headers."""

    def heads(self, block: Block) -> Heads:
        """Find message headers and headings in a block."""
        messages = _message_heads(block, self.not_heads)
        lines, opens = _headings(block)
        heads = merged(messages, headings(block, lines, messages.spans, opens=opens))
        opens_chat = heads.columns["opens"] > 0
        chat = (self.chat + np.cumsum(opens_chat)).astype(np.int32)
        self._remember(block, lines.tolist(), chat[opens_chat].tolist())
        return replace(heads, columns={"moment": heads.columns["moment"], "chat": chat})

    def _remember(self, block: Block, lines: Sequence[int], numbers: Sequence[int]) -> None:
        """Take note of the titles in some headings; ``numbers`` are the chats that they open."""
        following = iter(numbers)
        for line in lines:
            word, _colon, title = block.text(line).partition(":")
            number = block.first_line + line
            if word == _FOLDER:
                self.folders[number] = title.strip()
            elif word == _CHAT:
                above = (self.folders[near] for near in range(number, number - _NEAR, -1) if near in self.folders)
                self.chats[next(following)] = title.strip(), next(above, "")

    def passed(self, heads: Heads, count: int) -> None:
        """Remember the chat that the next block begins in."""
        if count:
            self.chat = int(heads.columns["chat"][count - 1])


def _message_heads(block: Block, not_heads: Positions) -> Heads:
    line = starting_with_digit(block)
    if len(not_heads):
        line = line[~np.isin(line + block.first_line, not_heads)]
    scan = Scanner(block, block.starts[line])
    moment = read_iso_moment(scan)
    ends = block.ends[line]
    scan.ok &= scan.maybe(b" ") | (scan.at == ends)
    line, at, ends = (line, scan.at, ends) if scan.ok.all() else (line[scan.ok], scan.at[scan.ok], ends[scan.ok])
    name, number = _name_and_number(block, at, ends)
    moment = moment if len(moment) == len(line) else moment[scan.ok]
    return Heads(line=line, text=ends + 1, spans={"name": name, "sender": number}, columns={"moment": moment})


def _headings(block: Block) -> tuple[Positions, Positions]:
    """Return the lines that are no message: opening, rulers, group and chat names; 1 for those that open a chat.

    A ruler counts beside one of the others only: members draw such lines too.
    """
    candidates = starting_with(block, b"=" + _WORDS[:1])
    scan = Scanner(block, block.starts[candidates])
    candidates = candidates[scan.stands_at(_WORDS) | scan.stands_at(b"=" * 8)]
    lines = [block.data[start : start + _LONGEST] for start in block.starts[candidates].tolist()]
    words = np.array([line.startswith(_HEADINGS) for line in lines], dtype=np.bool_)
    chats = np.array([line.startswith(_HEADINGS[-1]) for line in lines], dtype=np.bool_)
    rulers = candidates[[line.startswith(b"=" * _RULER) for line in lines]]
    beside = np.isin(rulers - 1, candidates[words]) | np.isin(rulers + 1, candidates[words]) | (rulers == 0)
    heading = words | np.isin(candidates, rulers[beside])
    return candidates[heading], chats[heading].astype(np.int64)


def _name_and_number(block: Block, at: Positions, ends: Positions) -> tuple[Span, Span]:
    """Split ``name(number)`` or ``name<address>`` at the end of each line; no number: an empty span at the end."""
    name_end, number_start, number_end = ends.copy(), ends.copy(), ends.copy()
    for opening, closing, fits in ((b"(", b")", _is_number), (b"<", b">", _is_address)):
        positions = np.append(-1, block.find(opening))
        last = positions[np.searchsorted(positions, ends) - 1]
        bracketed = np.flatnonzero((last >= at) & (block.array[np.maximum(ends - 1, 0)] == ord(closing)))
        bracketed = bracketed[fits(Scanner(block, last[bracketed] + 1), ends[bracketed] - 1)]
        name_end[bracketed] = last[bracketed]
        number_start[bracketed] = last[bracketed] + 1
        number_end[bracketed] = ends[bracketed] - 1
    return (at, name_end), (number_start, number_end)


def _is_number(inside: Scanner, ends: Positions) -> Mask:
    """Say where nothing but a QQ number, of 5 to 15 digits, stands up to the end."""
    inside.number(5, 8)
    inside.number(0, 7)
    fits: Mask = inside.ok & (inside.at == ends)
    return fits


def _is_address(inside: Scanner, ends: Positions) -> Mask:
    """Say where a mail address stands up to the end."""
    at = inside.next_of(b"@ <\n")
    fits: Mask = (at < ends) & (inside.block.array[at] == ord("@"))
    return fits


def _claims(sample: Sample) -> bool:
    if any(OPENING in line for line in sample.lines[:5]):
        return True
    heads = Layout().heads(sample.block)
    start, end = heads.spans["sender"]
    return len(start) > 0 and float((end > start).mean()) > 0.5


def _read(request: Request) -> Reading:
    rows, count, titles = _read_chats(request)
    rows = rows.with_columns(
        local=pl.col("moment").cast(pl.Datetime("us")),
        chat=pl.col("chat").replace_strict(titles, default="", return_dtype=pl.String).cast(pl.Categorical),
    ).drop("moment")
    return Reading(rows=_classify(_tidy_names(rows)), count=count, date_order="ymd")


def _read_chats(request: Request) -> tuple[pl.DataFrame, LineCount, dict[int, str]]:
    """Read the file, and once more where headers turn out to be quoted ones."""
    layout = Layout()
    rows, count = read_records(request, layout)
    quoted = _quoted(rows)
    if len(quoted):
        layout = Layout(not_heads=quoted.to_numpy().astype(np.int64))
        rows, count = read_records(request, layout)
    return rows, count, _told_apart(layout.chats)


def _quoted(rows: pl.DataFrame) -> pl.Series:
    """Return the lines of headers without a number in chats where nearly all have one."""
    unnumbered = rows.filter(pl.col("sender") == "").select("chat", "line")
    if not len(unnumbered):
        return unnumbered["line"]
    numbered = rows.group_by("chat").agg((pl.col("sender") != "").mean().alias("share"))
    return unnumbered.join(numbered.filter(pl.col("share") > MOSTLY), on="chat", how="semi")["line"]


def _told_apart(chats: Mapping[int, tuple[str, str]]) -> dict[int, str]:
    """Return what each chat is called: with its folder, where another folder has a chat with the same title."""
    places = set(chats.values())
    shared = {title for title, count in Counter(title for title, _folder in places).items() if count > 1}
    return {number: f"{title} ({folder})" if title in shared else title for number, (title, folder) in chats.items()}


def _tidy_names(rows: pl.DataFrame) -> pl.DataFrame:
    """Take roles and levels off the names, and give those without a number their name as their id."""
    names = rows["name"].unique().to_list()
    roles = {name: ROLES[found[1]] for name in names if (found := _TITLE.match(name)) and found[1]}
    plain = {name: _TITLE.sub("", name).strip() for name in names}
    role = cut_like(rows, translated(rows["name"], roles.get)) if roles else pl.lit(None, pl.Categorical)
    rows = rename(rows.with_columns(role=role), {name: tidy for name, tidy in plain.items() if tidy != name})
    return rows.with_columns(sender=pl.when(pl.col("sender") != "").then("sender").otherwise("name"))


def _classify(rows: pl.DataFrame) -> pl.DataFrame:
    platform = pl.col("sender").is_in(list(SYSTEM_IDS))
    special = platform | (pl.col("first_byte") == ord("[")) | pl.col("text").str.ends_with(RECALLED)
    name = pl.when(platform).then(pl.lit(PLATFORM, pl.Categorical)).otherwise("name")
    return assemble(rows.with_columns(name=name), special, _look_closely)


def _look_closely(rows: pl.DataFrame) -> pl.DataFrame:
    """Tell what each row is that is not plainly text: an event, or a medium."""
    bracket = pl.col("text").str.extract(r"^(\[[^\[\]]+\])(?:$|请使用)")
    medium = bracket.replace_strict(PLACEHOLDERS, default=None, return_dtype=pl.String)
    event = ((pl.col("name") == PLATFORM) | (pl.col("kind") == "recall")).fill_null(value=False)
    return seen(
        rows.with_columns(recognise(rows["text"], EVENTS)),
        kind=pl.when(event).then(pl.col("kind").fill_null("system")).otherwise(medium),
        by=pl.when(event).then("by"),
        members=pl.when(event).then("members"),
        event=event,
    )


READER = Reader(
    platform="qq",
    title=N_("QQ text"),
    how=N_("QQ for Windows: message manager → right-click the group → export messages → text file"),
    endings=("txt",),
    claims=_claims,
    read=_read,
    exact=clock.SECOND,
)
