"""Messenger and Instagram chats from "download your information", as JSON; newest first, several files a chat.

``line`` is the line on which the message begins; its number in a file of one line. Texts were written as UTF-8 and
escaped byte by byte as if they were Latin-1; that is undone.
"""

from collections.abc import Sequence

import msgspec

from groupctl.chatlog import clock
from groupctl.chatlog.columns import drop_timeless, instants, lists, names, texts
from groupctl.chatlog.json_outline import outline
from groupctl.chatlog.json_records import Columns, read_array
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Request
from groupctl.chatlog.source import Sample
from groupctl.i18n import N_


class Named(msgspec.Struct, gc=False):
    """Somebody who came or left."""

    name: str | None = None


class Message(msgspec.Struct, gc=False):
    """A message or a notice."""

    sender_name: str | None = None
    timestamp_ms: int | float | None = None
    content: str | None = None
    type: str | None = None
    is_unsent: bool | None = None
    users: list[Named] | None = None
    photos: list[msgspec.Raw] | None = None
    videos: list[msgspec.Raw] | None = None
    gifs: list[msgspec.Raw] | None = None
    audio_files: list[msgspec.Raw] | None = None
    files: list[msgspec.Raw] | None = None
    sticker: dict[str, msgspec.Raw] | None = None
    share: dict[str, msgspec.Raw] | None = None
    call_duration: int | float | None = None


class Export(msgspec.Struct):
    """What stands around the messages."""

    title: str | None = None


MEDIA = {
    "photos": "image", "videos": "video", "gifs": "video", "audio_files": "voice", "files": "file",
    "sticker": "sticker", "share": "link",
}  # fmt: skip


def _kind(message: Message) -> str:
    if message.type == "Subscribe":
        return "join"
    if message.type == "Unsubscribe":
        left = message.users and [user.name for user in message.users] == [message.sender_name]
        return "leave" if left else "kick"
    if message.is_unsent:
        return "deleted"
    if message.type == "Call" or message.call_duration is not None:
        return "call"
    return next((kind for medium, kind in MEDIA.items() if getattr(message, medium)), "text")


def mended(text: str | None) -> str:
    """Return a text whose UTF-8 bytes were taken for Latin-1 letters as it was typed."""
    if not text or text.isascii():
        return text or ""
    try:
        return text.encode("latin-1").decode()
    except UnicodeError:
        return text


def _columns(messages: Sequence[Message]) -> Columns:
    senders = names([mended(message.sender_name) for message in messages])
    return {
        "at": instants([message.timestamp_ms for message in messages]),
        "sender": senders,
        "name": senders,
        "kind": texts([_kind(message) for message in messages]),
        "text": texts([mended(message.content) for message in messages]),
        "members": lists([[mended(user.name) for user in message.users or () if user.name] for message in messages]),
    }


def _claims(sample: Sample) -> bool:
    return {"messages[].sender_name", "messages[].timestamp_ms"} <= outline(sample.text).keys()


def _read(request: Request) -> Reading:
    reading = read_array(request, Message, _columns)
    rows = drop_timeless(reading.rows, reading.count)
    return Reading(rows=rows, count=reading.count, title=mended(reading.heading(Export, request).title))


READER = Reader(
    platform="other",
    title=N_("Messenger or Instagram JSON"),
    how=N_("download your information → messages → format JSON; the group's message_1.json and so on"),
    endings=("json",),
    claims=_claims,
    read=_read,
    exact=clock.SECOND,
)
