"""QQ chats of QQChatExporter: one JSON document, or a ``manifest.json`` with the messages in files beside it.

``line`` is the line on which the message begins; the number of the message in a file of one line, or of many files.
"""

from collections.abc import Sequence
from dataclasses import replace

import msgspec
import polars as pl

from groupctl.chatlog import clock
from groupctl.chatlog.bundle import Bundle
from groupctl.chatlog.columns import drop_timeless, either, instants, iso_moments, lists, names, texts, with_wall_clock
from groupctl.chatlog.json_outline import outline
from groupctl.chatlog.json_records import Columns, JsonReading, decoded, read_array, read_lines
from groupctl.chatlog.notices import tell_events
from groupctl.chatlog.phrases.qq import EVENTS, PLACEHOLDERS, SYSTEM_IDS
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import EXAMPLES, LineCount, Request
from groupctl.chatlog.source import Decoding, Sample, opened, take_sample
from groupctl.errors import UnreadableChatError
from groupctl.i18n import N_, _

Scalar = str | int | None

TYPES = {
    "2": "text", "3": "file", "5": "system", "6": "voice", "7": "video", "8": "forward", "9": "text",
    "10": "red_packet",
    "11": "link", "17": "sticker", "text": "text", "reply": "text", "image": "image", "pic": "image",
    "audio": "voice",
    "ptt": "voice", "voice": "voice", "video": "video", "file": "file", "face": "sticker", "market_face": "sticker",
    "marketface": "sticker", "forward": "forward", "multi_forward": "forward", "json": "link", "ark": "link",
    "share": "link",
    "location": "location", "contact": "contact", "wallet": "red_packet", "system": "system",
    "recall": "recall", "notice": "system",
}  # fmt: skip
"""Kinds by the number of the type that QQ gives a message, or the name that the program does."""
NOBODY = ("", "0")
ROLES = {"owner": "owner", "admin": "admin", "群主": "owner", "管理员": "admin"}
MOST_MANIFEST = 64 << 20
"""Bytes of a manifest."""


class Sender(msgspec.Struct, gc=False):
    """Who wrote."""

    uid: Scalar = None
    uin: Scalar = None
    name: str | None = None
    nickname: str | None = None
    groupCard: str | None = None  # noqa: N815 - the program's names
    role: str | None = None

    @property
    def number(self) -> str | None:
        """The QQ number; QQ's inner id where there is none."""
        return next((str(one) for one in (self.uin, self.uid) if one is not None and str(one) not in NOBODY), None)

    @property
    def shown(self) -> str | None:
        """The name that the group sees."""
        return self.groupCard or self.nickname or (self.name if self.name not in NOBODY else None)


class Reply(msgspec.Struct, gc=False):
    """What a message answers."""

    messageId: Scalar = None  # noqa: N815
    referencedMessageId: Scalar = None  # noqa: N815


class Part(msgspec.Struct, gc=False):
    """A piece of a message."""

    type: str | None = None
    data: msgspec.Raw = msgspec.Raw()


class Content(msgspec.Struct, gc=False):
    """What a message says."""

    text: str | None = None
    reply: Reply | None = None
    elements: list[Part] | None = None


class Message(msgspec.Struct, gc=False):
    """A message or a notice."""

    messageId: Scalar = None  # noqa: N815
    id: Scalar = None
    timestamp: str | int | float | None = None
    time: str | int | float | None = None
    sender: Sender | None = None
    messageType: Scalar = None  # noqa: N815
    type: Scalar = None
    content: Content | str | None = None
    recalled: bool | None = None
    isRecalled: bool | None = None  # noqa: N815
    system: bool | None = None
    isSystemMessage: bool | None = None  # noqa: N815


class Info(msgspec.Struct):
    """The group."""

    name: str | None = None


class Chunk(msgspec.Struct):
    """One of many files."""

    relativePath: str  # noqa: N815


class Chunks(msgspec.Struct):
    """All of them."""

    chunks: list[Chunk] = []


class Export(msgspec.Struct):
    """What stands around the messages."""

    chatInfo: Info | None = None  # noqa: N815
    chunked: Chunks | None = None


def _text(message: Message) -> str:
    content = message.content
    return (content.text if isinstance(content, Content) else content) or ""


def _kind(message: Message) -> str:
    """Say what a message is: the flags tell more than the type, and a lone placeholder more than ``text``."""
    kind = TYPES.get(str(message.messageType if message.type is None else message.type), "other")
    number = message.sender.number if message.sender else None
    if message.system or message.isSystemMessage or kind == "system" or number in SYSTEM_IDS:
        return "system"
    if message.recalled or message.isRecalled:
        return "deleted"
    if kind != "text":
        return kind
    alone = isinstance(message.content, Content) and message.content.elements and len(message.content.elements) == 1
    if alone:
        kind = TYPES.get(message.content.elements[0].type or "", "text")  # type: ignore[union-attr, index]
    return PLACEHOLDERS.get(_text(message).strip(), kind)


def _reply(message: Message) -> Scalar:
    """Return the number of the message that is answered: it stands beside the text, or among the pieces."""
    if not isinstance(message.content, Content):
        return None
    reply = message.content.reply
    if reply is None:
        pieces = (part.data for part in message.content.elements or () if part.type == "reply" and part.data)
        reply = next((found for data in pieces if (found := decoded(Reply, bytes(data)))), None)
    return None if reply is None else reply.referencedMessageId or reply.messageId


def _columns(messages: Sequence[Message]) -> Columns:
    times = [message.timestamp if message.timestamp is not None else message.time for message in messages]
    at, local = iso_moments([time if isinstance(time, str) else None for time in times])
    nobody = Sender()
    senders = [message.sender or nobody for message in messages]
    return {
        "at": either(instants(times), at),
        "local": local.set(at.is_not_null(), None),  # the program writes UTC, whatever the group's zone is
        "sender": names([sender.number or sender.shown for sender in senders]),
        "name": names([sender.shown for sender in senders]),
        "role": names([ROLES.get(sender.role or "") for sender in senders]),
        "kind": texts([_kind(message) for message in messages]),
        "text": texts([_text(message) for message in messages]),
        "members": lists([None] * len(messages)),
        "id": texts([message.messageId if message.messageId is not None else message.id for message in messages]),
        "reply_to": texts([_reply(message) for message in messages]),
    }


def _claims(sample: Sample) -> bool:
    keys = outline(sample.text)
    ours = "qqchatexporter" in keys.get("metadata.name", "").casefold()
    return "chatInfo" in keys and (ours or "messages[].sender.uin" in keys)


def _read(request: Request) -> Reading:
    keys = outline(take_sample(request.source, request.decoding.encoding).text)
    if "chunked" in keys:
        reading, export = _read_chunks(request)
    else:
        reading = read_array(request, Message, _columns)
        export = reading.heading(Export, request)
    rows = drop_timeless(reading.rows, reading.count)
    rows = tell_events(with_wall_clock(rows), EVENTS)
    return Reading(rows=rows, count=reading.count, title=(export.chatInfo.name or "") if export.chatInfo else "")


def _read_chunks(request: Request) -> tuple[JsonReading, Export]:
    """Read the files that a manifest lists, in its order."""
    with opened(request.source) as file:
        export = decoded(Export, file.read(MOST_MANIFEST))
    if export is None or export.chunked is None or not export.chunked.chunks:
        raise UnreadableChatError(
            _("{file} lists no files of messages").format(file=request.source.name), _("export the chat again")
        )
    bundle, count, frames = Bundle(request.source), LineCount(unit="elements"), []
    for chunk in export.chunked.chunks:
        part = replace(request, source=bundle.source(chunk.relativePath), decoding=Decoding(encoding="utf-8"))
        reading = read_lines(part, Message, _columns)
        frames.append(reading.rows)
        count.lines += reading.count.lines
        count.matched += reading.count.matched
        count.structural += reading.count.structural
        count.dropped += reading.count.dropped
        count.examples += reading.count.examples[: EXAMPLES - len(count.examples)]
    rows = pl.concat(frames).with_columns(line=pl.int_range(1, pl.len() + 1, dtype=pl.UInt32))
    return JsonReading(rows, b"", count), export


READER = Reader(
    platform="qq",
    title=N_("QQ JSON of QQChatExporter"),
    how=N_("QQChatExporter: choose the group → export as JSON; the file, or the folder with manifest.json"),
    endings=("json",),
    claims=_claims,
    read=_read,
    exact=clock.SECOND,
)
