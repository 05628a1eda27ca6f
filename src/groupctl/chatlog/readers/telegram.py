"""Telegram Desktop's "export chat history" as JSON: one chat, or all chats of an account.

``line`` is the line of ``result.json`` on which the message begins; the number of the message in a file of one line.
Telegram writes both the moment and the wall-clock time of whoever exported. Texts are strings, or lists of strings
and of pieces with a style.
"""

from collections import Counter
from collections.abc import Sequence

import msgspec
import polars as pl

from groupctl.chatlog import clock
from groupctl.chatlog.columns import (
    drop_timeless,
    either,
    instants,
    iso_moments,
    kinds,
    names,
    sparse_lists,
    texts,
    with_wall_clock,
)
from groupctl.chatlog.json_outline import outline
from groupctl.chatlog.json_records import Columns, read_array
from groupctl.chatlog.reactions import UNTOLD, reactions
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Request
from groupctl.chatlog.source import Sample
from groupctl.i18n import N_

ABSENT = msgspec.Raw()


class Piece(msgspec.Struct, gc=False):
    """A piece of a text that has a style."""

    text: str = ""


Text = str | list[str | Piece]


class Message(msgspec.Struct, gc=False):
    """A message or a service row; only what the table needs is decoded."""

    id: int | str | None = None
    type: str | None = None
    date: str | None = None
    date_unixtime: str | int | None = None
    sender: str | None = msgspec.field(name="from", default=None)
    from_id: str | int | None = None
    actor: str | None = None
    actor_id: str | int | None = None
    action: str | None = None
    members: list[str | None] | None = None
    title: str | None = None
    text: Text | None = None
    reply_to_message_id: int | str | None = None
    forwarded_from: msgspec.Raw = ABSENT
    media_type: str | None = None
    mime_type: str | None = None
    photo: msgspec.Raw = ABSENT
    file: msgspec.Raw = ABSENT
    sticker_emoji: str | None = None
    poll: msgspec.Raw = ABSENT
    contact_information: msgspec.Raw = ABSENT
    location_information: msgspec.Raw = ABSENT
    reactions: msgspec.Raw = UNTOLD


class Chat(msgspec.Struct):
    """What stands around the messages of one chat."""

    name: str | None = None
    type: str | None = None
    id: int | str | None = None
    messages: msgspec.Raw = ABSENT


class Chats(msgspec.Struct):
    """The chats of an account."""

    each: list[Chat] = msgspec.field(name="list", default_factory=list)


class Export(Chat):
    """A whole file: one chat, or all of an account."""

    chats: Chats | None = None
    left_chats: Chats | None = None


MEDIA = {
    "sticker": "sticker", "voice_message": "voice", "video_message": "video", "video_file": "video",
    "animation": "video",
    "audio_file": "voice",
}  # fmt: skip
_MIME = {"image": "image", "video": "video", "audio": "voice"}
ACTIONS = {
    "join_group_by_link": "join", "join_group_by_request": "join", "invite_members": "join", "remove_members": "kick",
    "pin_message": "pin", "phone_call": "call",
}  # fmt: skip
"""Service rows that are more than a notice; everything else is ``system``."""


def _not_plain(messages: Sequence[Message]) -> dict[int, Message]:
    """Return what is more than text, by its place; nearly nothing is, so the rest is passed over quickly."""
    return {
        place: message
        for place, message in enumerate(messages)
        if message.type != "message"
        or message.media_type is not None
        or message.photo is not ABSENT
        or message.file is not ABSENT
        or message.forwarded_from is not ABSENT
        or message.poll is not ABSENT
        or message.contact_information is not ABSENT
        or message.location_information is not ABSENT
    }


def _kind(message: Message) -> str:
    """Say what a message is."""
    if message.type == "service":
        return _event(message)
    if message.forwarded_from:
        return "forward"
    if message.media_type in MEDIA:
        return MEDIA[message.media_type]
    if message.file and not message.photo:
        return _MIME.get((message.mime_type or "").partition("/")[0], "file")
    parts = (message.photo, "image"), (message.poll, "poll"), (message.contact_information, "contact")
    return next((kind for part, kind in parts if part), "location" if message.location_information else "text")


def _event(message: Message) -> str:
    """Say what a service row tells; whoever removes himself leaves."""
    if message.action == "remove_members" and message.members == [message.actor]:
        return "leave"
    return ACTIONS.get(message.action or "", "system")


def _text(message: Message) -> str:
    text = message.text
    if isinstance(text, list):
        text = "".join([piece if isinstance(piece, str) else piece.text for piece in text])
    return text or message.title or message.action or message.sticker_emoji or ""


def _members(message: Message) -> Sequence[str] | None:
    """Return whom a service row is about; who comes by a link comes alone."""
    if message.type != "service":
        return None
    if message.members is not None:
        return [name for name in message.members if name]
    if ACTIONS.get(message.action or "") == "join" and message.actor:
        return [message.actor]
    return None


def _columns(messages: Sequence[Message]) -> Columns:
    special = _not_plain(messages)
    text = [message.text for message in messages]
    for place in [place for place, one in enumerate(text) if type(one) is not str or not one]:
        text[place] = _text(messages[place])
    at, local = iso_moments([message.date for message in messages])
    return {
        "at": either(instants([message.date_unixtime for message in messages]), at),
        "local": local,
        "sender": names(
            [message.from_id or message.actor_id or message.sender or message.actor for message in messages]
        ),
        "name": names([message.sender or message.actor for message in messages]),
        "kind": kinds(len(messages), {place: _kind(message) for place, message in special.items()}),
        "text": texts(text),
        "members": sparse_lists(
            len(messages),
            {place: found for place, message in special.items() if (found := _members(message))},
        ),
        "id": texts([message.id for message in messages]),
        "reply_to": texts([message.reply_to_message_id for message in messages]),
        "reactions": reactions(messages),
    }


def _claims(sample: Sample) -> bool:
    keys = outline(sample.text)
    return any(
        f"{messages}[].text" in keys
        and {f"{messages}[].date", f"{messages}[].date_unixtime"} & keys.keys()
        and f"{messages}[].type" in keys
        for messages in ("messages", "chats.list[].messages", "left_chats.list[].messages")
    )


def _read(request: Request) -> Reading:
    reading = read_array(request, Message, _columns, depths=(1, 4))
    rows = with_wall_clock(drop_timeless(reading.rows, reading.count))
    export = reading.heading(Export, request)
    chats = [chat for part in (export.chats, export.left_chats) if part for chat in part.each if chat.messages]
    if chats:
        titles = dict(enumerate(_titles(chats)))
        rows = rows.with_columns(chat=pl.col("array").replace_strict(titles, default="", return_dtype=pl.String))
    return Reading(rows=rows, count=reading.count, title=export.name or "", dialect="" if chats else export.type or "")


def _titles(chats: Sequence[Chat]) -> list[str]:
    """Return a name for each chat; those of one name, or of none, by their number."""
    plain = [chat.name or "" for chat in chats]
    count = Counter(plain)
    return [
        name if name and count[name] == 1 else f"{name} ({chat.id})".strip()
        for name, chat in zip(plain, chats, strict=True)
    ]


READER = Reader(
    platform="telegram",
    title=N_("Telegram Desktop JSON"),
    how=N_("Telegram Desktop: open the group → ⋮ → Export chat history → format JSON; the file result.json"),
    endings=("json",),
    claims=_claims,
    read=_read,
    exact=clock.SECOND,
)
