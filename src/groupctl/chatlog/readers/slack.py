"""Slack's export: a zip or a folder with the people, the channels, and one file a channel and day.

A public archive that keeps its channels as numbered pages, with each thread in a folder of its own, is read too.
``line`` is the number of the message within its channel, oldest first; an export has more files than lines.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import msgspec
import polars as pl

from groupctl.chatlog import clock
from groupctl.chatlog.bundle import Bundle
from groupctl.chatlog.columns import drop_timeless, instants, lists, names, texts
from groupctl.chatlog.json_outline import outline
from groupctl.chatlog.json_records import Columns, decoded, read_array
from groupctl.chatlog.kinds import kind_of_file
from groupctl.chatlog.locate import find_source
from groupctl.chatlog.reactions import UNTOLD, reactions
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import EXAMPLES, LineCount, Request
from groupctl.chatlog.source import Decoding, Sample, Source, opened
from groupctl.errors import UnreadableChatError
from groupctl.i18n import N_, _

_PAGE = re.compile(r"^([^/]+/)?\d{4}-\d\d-\d\d\.json$|^([^/]+)/\d+(?:/[\d.]+)?\.json$")
"""``channel/2024-01-02.json``, or a numbered page and the threads of one."""
_THREAD = re.compile(r"/\d+/(\d{10}\.\d+)\.json$")
_USER = re.compile(r"<@([A-Z0-9]+)(?:\|([^>]*))?>")
_LINK = re.compile(r"<(?:[#!]?)([^<>|]+)(?:\|([^<>]*))?>")
_CAME = re.compile(r"<@[A-Z0-9]+(?:\|[^>]*)?> has (joined|left) the (?:channel|group)\.?")
CAME = {"joined": "join", "left": "leave"}
_ESCAPED = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))
_LISTS = ("users.json", "channels.json", ".users.json")
MOST_PEOPLE = 256 << 20
"""Bytes of the list of people."""

EVENTS = {
    "channel_join": "join", "group_join": "join", "channel_leave": "leave", "group_leave": "leave",
    "pinned_item": "pin",
    "tombstone": "deleted", "thread_broadcast": "text", "me_message": "text", "file_share": "text",
    "bot_message": "text",
    "reply_broadcast": "text", "file_comment": "text", "huddle_thread": "call",
}  # fmt: skip
"""Kinds by Slack's subtypes; a row with another subtype is ``system``, one with none is a message."""


class Profile(msgspec.Struct):
    """How somebody is shown."""

    display_name: str | None = None
    real_name: str | None = None


class Person(msgspec.Struct):
    """Somebody in the workspace."""

    id: str
    name: str | None = None
    profile: Profile | None = None
    is_bot: bool | None = None
    is_admin: bool | None = None
    is_owner: bool | None = None

    @property
    def shown(self) -> str:
        """The name that others see."""
        profile = self.profile or Profile()
        return profile.display_name or profile.real_name or self.name or self.id

    @property
    def role(self) -> str | None:
        """Owner, admin or robot of the workspace."""
        return "robot" if self.is_bot else "owner" if self.is_owner else "admin" if self.is_admin else None


class File(msgspec.Struct, gc=False):
    """A shared file."""

    name: str | None = None


class Message(msgspec.Struct, gc=False):
    """A message or a notice."""

    ts: str | float | None = None
    type: str | None = None
    subtype: str | None = None
    user: str | None = None
    bot_id: str | None = None
    username: str | None = None
    inviter: str | None = None
    text: str | None = None
    thread_ts: str | None = None
    client_msg_id: str | None = None
    file: File | None = None
    files: list[File] | None = None
    reactions: msgspec.Raw = UNTOLD


@dataclass
class People:
    """Who is who."""

    names: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)

    def add(self, person: Person) -> None:
        """Take note of somebody."""
        self.names[person.id] = person.shown
        if person.role:
            self.roles[person.id] = person.role

    def plain(self, text: str) -> str:
        """Return a text with names for ids, and without Slack's escapes."""
        if "<" in text:
            text = _USER.sub(lambda found: "@" + self.names.get(found[1], found[2] or found[1]), text)
            text = _LINK.sub(lambda found: found[2] or found[1], text)
        for escaped, char in _ESCAPED:
            text = text.replace(escaped, char)
        return text

    def columns(self, messages: Sequence[Message]) -> Columns:
        """Return the columns of a batch."""
        senders = [message.user or message.bot_id or message.username for message in messages]
        files = texts([_file(message) for message in messages])
        kinds = texts([_kind(message) for message in messages])
        stamps = texts([message.ts for message in messages])
        threads = texts([message.thread_ts for message in messages])
        medium = pl.when(pl.col("kind") == "text", pl.col("file").is_not_null()).then(kind_of_file(pl.col("file")))
        return {
            "at": instants(stamps.to_list()),
            "sender": names(senders),
            "name": names(
                [
                    self.names.get(sender or "") or message.username or sender
                    for sender, message in zip(senders, messages, strict=True)
                ]
            ),
            "role": names(
                [
                    "robot" if message.subtype == "bot_message" else self.roles.get(message.user or "")
                    for message in messages
                ]
            ),
            "kind": pl.DataFrame({"kind": kinds, "file": files}).select(pl.coalesce(medium, "kind")).to_series(),
            "text": texts([self.plain(message.text or "") for message in messages]),
            "members": lists([self._members(message) for message in messages]),
            "id": stamps,
            "reply_to": threads.set((threads == stamps).fill_null(value=False), None),
            "reactions": reactions(messages),
        }

    def _members(self, message: Message) -> list[str] | None:
        """Return who came or left."""
        if not message.user or _kind(message) not in {"join", "leave"}:
            return None
        return [self.names.get(message.user, message.user)]


def _kind(message: Message) -> str:
    """Say what a message is; archives that leave out the subtype still have Slack's own sentence."""
    if message.subtype:
        return EVENTS.get(message.subtype, "system")
    came = _CAME.fullmatch(message.text) if message.text and message.text.startswith("<@") else None
    return CAME[came[1]] if came else "text"


def _file(message: Message) -> str | None:
    shared = message.files[0] if message.files else message.file
    return None if shared is None else shared.name or "file"


def _claims(sample: Sample) -> bool:
    name = sample.source.name.rpartition("/")[2]
    keys = outline(sample.text)
    if name == "users.json":
        return {"[].id", "[].profile"} <= keys.keys() or "[].team_id" in keys
    if name == ".users.json":
        return any(re.fullmatch(r"[UW][A-Z0-9]{6,}", key) for key in keys)
    if name == "channels.json":
        return {"[].id", "[].name", "[].members[]"} <= keys.keys()
    return {"[].ts", "[].type"} <= keys.keys() and bool({"[].text", "[].user", "[].bot_id"} & keys.keys())


def _read(request: Request) -> Reading:
    bundle = Bundle(request.source)
    people = _people(bundle, request.source)
    pages = dict(_pages(bundle, request.source))
    if not pages:
        raise UnreadableChatError(
            _("{file} has no channel beside it").format(file=request.source.name),
            _("keep the files of an export together"),
        )
    count, frames, done = LineCount(unit="elements"), [], 0
    whole = sum(source.size for sources in pages.values() for source in sources)
    for channel, source in ((channel, source) for channel, sources in pages.items() for source in sources):
        page = replace(request, source=source, decoding=Decoding(encoding="utf-8"), progress=None)
        reading = read_array(page, Message, people.columns, key=None, depths=(0,))
        _add(count, reading.count)
        frames.append(_in_thread(reading.rows.with_columns(chat=pl.lit(channel)), source))
        done += source.size
        if request.progress:
            request.progress(done, whole)
    rows = drop_timeless(pl.concat(frames), count).sort("chat", "at", maintain_order=True)
    return Reading(rows=_numbered(rows, count), count=count)


def _in_thread(rows: pl.DataFrame, source: Source) -> pl.DataFrame:
    """Return the rows of a file that is named after the message with which its thread begins as answers to it."""
    thread = _THREAD.search(source.entry or source.path.as_posix())
    if not thread:
        return rows
    answer = pl.when(pl.col("id") != thread[1]).then(pl.lit(thread[1]))
    return rows.with_columns(reply_to=pl.coalesce("reply_to", answer))


def _numbered(rows: pl.DataFrame, count: LineCount) -> pl.DataFrame:
    """Return each message once (a thread's first one stands in its channel as well), numbered within its channel."""
    once = rows.unique(["chat", "id", "sender", "text"], keep="first", maintain_order=True)
    count.matched -= len(rows) - len(once)
    count.structural += len(rows) - len(once)
    return once.with_columns(line=pl.int_range(1, pl.len() + 1, dtype=pl.UInt32).over("chat"))


def _add(count: LineCount, more: LineCount) -> None:
    count.lines += more.lines
    count.matched += more.matched
    count.dropped += more.dropped
    count.examples += more.examples[: EXAMPLES - len(count.examples)]


def _pages(bundle: Bundle, source: Source) -> Iterator[tuple[str, list[Source]]]:
    """Yield each channel and its files: all of an export, or the one file that was named."""
    if not source.entry and source.path.name not in _LISTS:
        yield source.path.parent.name, [source]
        return
    channels: dict[str, list[str]] = {}
    for name in bundle.sizes:
        found = _PAGE.match(name)
        if found:
            channels.setdefault(name.split("/")[0] if "/" in name else source.path.name, []).append(name)
    titles = _titles(bundle)
    for channel, pages in sorted(channels.items()):
        yield titles.get(channel, channel), [bundle.source(page) for page in pages]


def _titles(bundle: Bundle) -> Mapping[str, str]:
    """Return names of channels by id, where folders are named by id."""
    found: dict[str, str] = {}
    for name in (".channels.json", ".groups.json"):
        found |= decoded(dict[str, str], _bytes(bundle, name)) or {}
    return found


def _people(bundle: Bundle, source: Source) -> People:
    """Return the people of the workspace; nobody where the export does not list them."""
    people = People()
    listed = _bytes(bundle, "users.json")
    above = source.path.parent if source.entry else source.path.parent.parent
    if not listed and (above / "users.json").is_file():
        listed = _bytes(Bundle(find_source(above / "users.json")), "users.json")
    for person in decoded(list[Person], listed) or ():
        people.add(person)
    people.names |= {
        key: name for key, name in (decoded(dict[str, str], _bytes(bundle, ".users.json")) or {}).items() if name
    }
    return people


def _bytes(bundle: Bundle, name: str) -> bytes:
    """Return a small file of the export; nothing where there is none."""
    if bundle.sizes.get(name, MOST_PEOPLE) >= MOST_PEOPLE:
        return b""
    with opened(bundle.source(name)) as file:
        return file.read()


READER = Reader(
    platform="slack",
    title=N_("Slack export"),
    how=N_("Slack: Settings → Import/Export Data → Export; the zip, or the folder that it unpacks to"),
    endings=("zip", "json"),
    claims=_claims,
    read=_read,
    exact=clock.SECOND,
)
