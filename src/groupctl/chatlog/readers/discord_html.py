"""DiscordChatExporter's HTML: one channel, of old and new versions.

``line`` is the line on which the group of messages begins that somebody wrote without interruption. The number of a
message holds its moment; the wall-clock time is the exporter's, where it is written in a style that we know.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import polars as pl

from groupctl.chatlog.columns import drop_timeless, names, texts
from groupctl.chatlog.discord import moments_of, written_moments
from groupctl.chatlog.kinds import kind_of_file
from groupctl.chatlog.markup import parse, typed
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import MOST_QUOTED, LineCount, Request
from groupctl.chatlog.source import Sample
from groupctl.i18n import N_

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_GROUP = re.compile(rb'<div\s+class="?chatlog__message-group[\s">]')
_TARGET = re.compile(r"scrollToMessage\(\s*event\s*,\s*['\"](\d+)['\"]")
_JOINED = re.compile(r"\bjoined the server\b")
_LEFT = re.compile(r"\bleft the group\b")
_ADDED = re.compile(r"\badded\s+(.+?)\s+to the group\b")
_REMOVED = re.compile(r"\bremoved\s+(.+?)\s+from the group\b")
_PINNED = re.compile(r"\bpinned\b.*\bmessage\b")
_COUNT = re.compile(r"[0-9]{1,8}")
_CALLED = re.compile(r"\bstarted a call\b")
ZONE_STEP = 15
"""Minutes: all zones are a multiple of them away from UTC."""
AUTHORS = ".chatlog__author, .chatlog__author-name, .chatlog__system-notification-author"
MESSAGES = "[data-message-id]"
REACTIONS = ".chatlog__reaction-count"


NAMES = ("sender", "name", "role", "kind", "file", "text", "id", "reply_to", "time")


@dataclass
class Rows:
    """Columns on their way."""

    columns: dict[str, list[str | None]] = field(default_factory=lambda: {name: [] for name in NAMES})
    reactions: list[int | None] = field(default_factory=list)
    members: list[list[str] | None] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)

    def add(self, line: int, members: list[str] | None, **values: str | None) -> None:
        """Take one message."""
        for name, column in self.columns.items():
            column.append(values.get(name))
        self.members.append(members)
        self.reactions.append(None)
        self.lines.append(line)


def _claims(sample: Sample) -> bool:
    return "<html" in sample.text[:4096].lower() and ".chatlog__message-group" in sample.text


def _read(request: Request) -> Reading:
    rows, count, title = Rows(), LineCount(unit="elements"), ""
    for part, line in _groups(request):
        if line == 1:
            title = _title(part)
        found = _add_group(rows, part, line)
        unread = not found and b"data-message-id" in part
        count.lines += found + unread
        count.matched += found
        if unread:
            count.drop(line, part[:MOST_QUOTED].decode("utf-8", "replace"))
    return _reading(rows, count, title)


def _groups(request: Request) -> Iterator[tuple[bytes, int]]:
    """Yield what stands before the first group, then each group, with the line on which it begins."""
    carry, line = b"", 1
    for data in request.pieces():
        carry += data
        starts = [found.start() for found in _GROUP.finditer(carry)]
        for begin, end in zip([0, *starts], starts, strict=False):
            if end > begin:
                yield carry[begin:end], line
                line += carry.count(b"\n", begin, end)
        carry = carry[starts[-1] :] if starts else carry
    if carry:
        yield carry, line


def _title(head: bytes) -> str:
    tree = parse(head)
    entries = [node.text(strip=True) for node in tree.css(".preamble__entry, .info__guild-name, .info__channel-name")][
        :2
    ]
    return " / ".join(entry for entry in entries if entry)


def _add_group(rows: Rows, part: bytes, line: int) -> int:
    """Add the messages of one group; return how many."""
    if b"data-message-id" not in part:
        return 0
    tree = parse(part)
    # Old versions write one time for a whole group: that of its first message.
    shared = tree.css_first(".chatlog__timestamp")
    author = tree.css_first(AUTHORS)
    messages = [node for node in tree.css(MESSAGES) if node.attributes.get("id") or node.css_first(".chatlog__content")]
    for node in messages:
        own = node.css_first(AUTHORS)
        author = own or author
        stamp = node.css_first(
            ".chatlog__timestamp, .chatlog__short-timestamp, .chatlog__system-notification-timestamp"
        )
        stamp, shared = stamp or shared, None
        _add_message(rows, node, author, _time(stamp) if stamp else None, line)
    if messages and b"chatlog__reaction-count" in part:
        rows.reactions[-len(messages) :] = map(_reactions, messages)
    return len(messages)


def _time(node: "LexborNode") -> str | None:
    return node.attributes.get("title") or node.text(strip=True)


def _add_message(rows: Rows, node: "LexborNode", author: "LexborNode | None", time: str | None, line: int) -> None:
    notice = node.css_first(".chatlog__system-notification-content")
    content = node.css_first(
        ".chatlog__content .markdown, .chatlog__content .chatlog__markdown-preserve, .chatlog__content"
    )
    answered = node.css_first(".chatlog__reply-link, .chatlog__reference-link")
    target = _TARGET.search((answered.attributes.get("onclick") or "") if answered else "")
    shown = author.attributes.get("title") or author.text(strip=True) if author else None
    text = _squeezed(notice.text()) if notice else typed(content).strip() if content else ""
    kind, members = _event(text, shown) if notice else (_medium(node, text), None)
    rows.add(
        line, members, text=text, kind=kind, time=time, name=shown, id=node.attributes.get("data-message-id"),
        sender=(author.attributes.get("data-user-id") if author else None) or shown,
        role="robot" if node.css_first(".chatlog__author-tag, .chatlog__bot-tag, .chatlog__bot-label") else None,
        reply_to=target[1] if target else None, file=None if text or notice else _file(node),
    )  # fmt: skip


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _medium(node: "LexborNode", text: str) -> str | None:
    """Say what a message is that somebody sent; null where the name of a file tells."""
    if text:
        return "text"
    if node.css_first(".chatlog__sticker"):
        return "sticker"
    if _file(node):
        return None
    return "link" if node.css_first(".chatlog__embed") else "text"


def _file(node: "LexborNode") -> str | None:
    """Return the name of the first attached file."""
    link = node.css_first(".chatlog__attachment a, .chatlog__attachment source, .chatlog__attachment-thumbnail")
    if link is None:
        return "file" if node.css_first(".chatlog__attachment") else None
    address = link.attributes.get("href") or link.attributes.get("src") or "file"
    return address.partition("?")[0].rpartition("/")[2]


def _reactions(node: "LexborNode") -> int | None:
    """Return how many reactions stand below a message; None where none does."""
    counts = [int(count) for one in node.css(REACTIONS) if _COUNT.fullmatch(count := one.text(strip=True))]
    return sum(counts) if counts else None


def _event(text: str, author: str | None) -> tuple[str, list[str] | None]:
    """Return what a notice tells, and whom it is about."""
    alone = [author] if author else None
    if found := _ADDED.search(text):
        return "join", [found[1]]
    if found := _REMOVED.search(text):
        return "kick", [found[1]]
    patterns = ((_JOINED, "join", alone), (_LEFT, "leave", alone), (_PINNED, "pin", None), (_CALLED, "call", None))
    return next(((kind, members) for pattern, kind, members in patterns if pattern.search(text)), ("system", None))


def _reading(found: Rows, count: LineCount, title: str) -> Reading:
    columns = {name: texts(values) for name, values in found.columns.items()}
    at = moments_of(columns["id"])
    written = written_moments(columns["time"])
    rows = pl.DataFrame(
        {
            "at": at,
            "local": written.local,
            **{name: names(columns[name]) for name in ("sender", "name", "role")},
            **{name: columns[name] for name in ("text", "id", "reply_to")},
            "members": pl.Series(found.members, dtype=pl.List(pl.String)),
            "reactions": pl.Series(found.reactions, dtype=pl.UInt32),
            "line": pl.Series(found.lines, dtype=pl.UInt32),
            "kind": pl.DataFrame(columns).select(pl.coalesce("kind", kind_of_file(pl.col("file")))).to_series(),
        }
    )
    return Reading(rows=_to_the_minute(drop_timeless(rows, count)), count=count, title=title)


def _to_the_minute(rows: pl.DataFrame) -> pl.DataFrame:
    """Fill ``local`` where a message has no time of its own, to the minute like the others, by the zone before it."""
    if rows["local"].null_count() in {0, len(rows)}:
        return rows
    at = pl.col("at").dt.replace_time_zone(None)
    told = ((pl.col("local") - at).dt.total_seconds() / (60 * ZONE_STEP)).round()
    zone = told.forward_fill().backward_fill().fill_null(0)
    shifted = at + pl.duration(minutes=(zone * ZONE_STEP).cast(pl.Int64))
    return rows.with_columns(local=pl.coalesce("local", shifted.dt.truncate("1m")))


READER = Reader(
    platform="discord",
    title=N_("Discord HTML of DiscordChatExporter"),
    how=N_("DiscordChatExporter: choose the channel → Export → format HTML"),
    endings=("html",),
    claims=_claims,
    read=_read,
)
