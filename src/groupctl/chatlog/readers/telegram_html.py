"""Telegram Desktop's "export chat history" as HTML: messages.html, messages2.html and so on, each a part of one chat.

``line`` is the line on which the message begins. Service lines have no time of their own: they stand when the message
before them does.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import polars as pl

from groupctl.chatlog.columns import drop_timeless, names, texts
from groupctl.chatlog.events import recognise
from groupctl.chatlog.markup import parse
from groupctl.chatlog.phrases.telegram import DAY, EVENTS
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import MOST_QUOTED, LineCount, Request
from groupctl.chatlog.source import Sample
from groupctl.i18n import N_

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_MESSAGE = re.compile(rb'<div class="message (?:default|service)[ "]')
_BREAK = re.compile(rb"<br ?/?>")
_TARGET = re.compile(r"go_to_(message-?\d+)")
_ZONE = re.compile(r" ?UTC([+-]\d\d):?(\d\d)$")
MEDIA = {
    "photo": "image", "video": "video", "animated": "video", "voice_message": "voice", "audio_file": "voice",
    "sticker": "sticker", "file": "file", "document": "file", "contact": "contact", "location": "location",
    "live_location": "location", "venue": "location", "poll": "poll", "call": "call", "game": "link",
    "video_file": "video", "video_message": "video", "invoice": "transfer",
}  # fmt: skip
_WRAPPED = re.compile(r"(?:media_(\w+)|(\w+)_wrap)(?:$|\s)")
MOST_ELEMENTS = 1000
"""Elements of one message; no message of Telegram's has more, and a parser is slow where they stand in each other."""
TIMES = ("%d.%m.%Y %H:%M:%S", "%d %B %Y, %H:%M:%S")
NAMES = ("sender", "kind", "text", "id", "reply_to", "time")


@dataclass
class Rows:
    """Columns on their way, and what one message hands to the next."""

    columns: dict[str, list[str | None]] = field(default_factory=lambda: {name: [] for name in NAMES})
    lines: list[int] = field(default_factory=list)
    sender: str | None = None
    time: str | None = None

    def add(self, line: int, **values: str | None) -> None:
        """Take one message."""
        for name, column in self.columns.items():
            column.append(values.get(name))
        self.lines.append(line)


def _claims(sample: Sample) -> bool:
    return "<html" in sample.text[:4096].lower() and _MESSAGE.search(sample.text.encode()) is not None


def _read(request: Request) -> Reading:
    rows, count, title = Rows(), LineCount(unit="elements"), ""
    for part, line in _parts(request):
        if part.count(b"<div") > MOST_ELEMENTS:
            count.lines += 1
            count.drop(line, part[:MOST_QUOTED].decode("utf-8", "replace"))
            continue
        tree = parse(_BREAK.sub(b"\n", part))
        if not line:
            head = tree.css_first(".page_header .text.bold, .page_header .content .text")
            title = head.text(strip=True) if head else ""
        elif node := tree.css_first("div.message"):
            _add(rows, count, node, line)
    return _reading(rows, count, title)


def _parts(request: Request) -> Iterator[tuple[bytes, int]]:
    """Yield what stands before the first message (line 0), then each message with its line."""
    carry, line, before = b"", 1, True
    for data in request.pieces():
        carry += data
        starts = [found.start() for found in _MESSAGE.finditer(carry)]
        if before and starts:
            yield carry[: starts[0]], 0
            line, before = line + carry.count(b"\n", 0, starts[0]), False
        for begin, end in itertools.pairwise(starts):
            yield carry[begin:end], line
            line += carry.count(b"\n", begin, end)
        carry = carry[starts[-1] :] if starts else carry
    if carry and not before:
        yield carry, line


def _add(rows: Rows, count: LineCount, node: "LexborNode", line: int) -> None:
    """Add one message, or a service line; a line that tells the day is neither."""
    count.lines += 1
    number = (node.attributes.get("id") or "").removeprefix("message")
    if "service" in (node.attributes.get("class") or "").split():
        text = " ".join(node.text().split())
        if DAY.fullmatch(text):
            count.structural += 1
            return
        count.matched += 1
        rows.add(line, kind="system", text=text, id=number, time=rows.time)
        return
    count.matched += 1
    forwarded = node.css_first(".forwarded.body")
    stamp = node.css_first(".pull_right.date.details, .date.details")
    rows.time = (stamp.attributes.get("title") if stamp else None) or rows.time
    author = next((name for name in node.css(".from_name") if not _within(name, forwarded)), None)
    rows.sender = _squeezed(author.text()) if author else rows.sender
    said = node.css_first(".text")
    text = said.text().strip() if said else ""
    link = node.css_first(".reply_to a")
    answered = _TARGET.search(link.attributes.get("href") or "") if link else None
    rows.add(
        line, sender=rows.sender, time=rows.time, id=number, text=text or _title(node), kind=_kind(node, forwarded),
        reply_to=answered[1].removeprefix("message") if answered else None,
    )  # fmt: skip


def _within(node: "LexborNode", around: "LexborNode | None") -> bool:
    parent = node.parent
    return around is not None and parent is not None and parent.mem_id == around.mem_id


def _squeezed(text: str) -> str:
    """Return a name without what Telegram writes behind it: the robot it was sent by."""
    return " ".join(text.split()).removesuffix(" via").strip()


def _kind(node: "LexborNode", forwarded: "LexborNode | None") -> str:
    if forwarded is not None:
        return "forward"
    for medium in node.css("[class*='media_'], [class*='_wrap']"):
        for found in _WRAPPED.finditer(medium.attributes.get("class") or ""):
            kind = MEDIA.get(found[1] or found[2])
            if kind:
                return kind
    return "text"


def _title(node: "LexborNode") -> str:
    """Return what stands beside a medium without a text: a poll's question, a file's name."""
    title = node.css_first(".question, .title")
    return " ".join(title.text().split()) if title else ""


def _reading(found: Rows, count: LineCount, title: str) -> Reading:
    columns = {name: texts(values) for name, values in found.columns.items()}
    columns["time"] = columns["time"].backward_fill()
    time, zone = columns["time"].str.replace(_ZONE.pattern, ""), columns["time"].str.extract_groups(_ZONE.pattern)
    local = pl.select(pl.coalesce(time.str.to_datetime(form, strict=False) for form in TIMES)).to_series()
    hours, minutes = (zone.struct.field(name).cast(pl.Int64) for name in ("1", "2"))
    ahead = (hours * 60 + minutes * hours.sign()) * 60_000_000
    at = (local - ahead.cast(pl.Duration("us"))).dt.replace_time_zone("UTC")
    rows = pl.DataFrame(
        {
            "at": at.cast(pl.Datetime("us", "UTC")),
            "local": local.cast(pl.Datetime("us")),
            "sender": names(columns["sender"]),
            "name": names(columns["sender"]),
            **{name: columns[name] for name in ("kind", "text", "id", "reply_to")},
            "line": pl.Series(found.lines, dtype=pl.UInt32),
        }
    )
    return Reading(rows=_told(drop_timeless(rows, count)), count=count, title=title)


def _told(rows: pl.DataFrame) -> pl.DataFrame:
    """Tell what service lines report, and whom they are about; whoever removes himself leaves."""
    rows = rows.with_row_index("row")
    lines = rows.filter(pl.col("kind") == "system").select("row", "text")
    told = recognise(lines["text"], EVENTS).with_columns(lines["row"]).rename({"kind": "what"})
    alone = (pl.col("what") == "kick") & (pl.col("members") == pl.concat_list("by"))
    told = told.with_columns(what=pl.when(alone).then(pl.lit("leave")).otherwise("what"))
    rows = rows.join(told, on="row", how="left", maintain_order="left")
    by = pl.col("by").cast(pl.Categorical)
    return rows.with_columns(
        kind=pl.coalesce("what", "kind"), sender=pl.coalesce("sender", by), name=pl.coalesce("name", by)
    ).drop("row", "what", "by")


READER = Reader(
    platform="telegram",
    title=N_("Telegram Desktop HTML"),
    how=N_("Telegram Desktop: open the group → ⋮ → Export chat history → format HTML; all files messages*.html"),
    endings=("html",),
    claims=_claims,
    read=_read,
)
