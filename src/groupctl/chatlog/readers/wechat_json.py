"""WeChat chats as third-party programs export them to JSON: a document with a session, or plain rows.

``line`` is the line on which the message begins; its number in a file of one line.
"""

from collections.abc import Sequence

import msgspec

from groupctl.chatlog import clock
from groupctl.chatlog.columns import drop_timeless, either, instants, iso_moments, lists, names, texts, with_wall_clock
from groupctl.chatlog.json_outline import outline
from groupctl.chatlog.json_records import Columns, read_array
from groupctl.chatlog.notices import tell_events
from groupctl.chatlog.phrases.wechat import EVENTS, PLACEHOLDERS
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Request
from groupctl.chatlog.source import Sample, take_sample
from groupctl.chatlog.wechat_types import kind_of
from groupctl.i18n import N_

ROOM = "@chatroom"
"""How the id of a group ends; where it stands for a sender, WeChat itself speaks."""

Scalar = str | int | None


class Message(msgspec.Struct, gc=False):
    """A message, under the names of either program."""

    localId: Scalar = None  # noqa: N815 - the programs' names
    seq: Scalar = None
    createTime: str | int | float | None = None  # noqa: N815
    time: str | int | float | None = None
    formattedTime: str | None = None  # noqa: N815
    type: Scalar = None
    subType: Scalar = None  # noqa: N815
    content: str | None = None
    senderUsername: str | None = None  # noqa: N815
    senderDisplayName: str | None = None  # noqa: N815
    sender: str | None = None
    senderName: str | None = None  # noqa: N815
    talkerName: str | None = None  # noqa: N815
    replyToMessageId: Scalar = None  # noqa: N815
    serverId: Scalar = None  # noqa: N815
    platformMessageId: Scalar = None  # noqa: N815


class Session(msgspec.Struct):
    """The group."""

    displayName: str | None = None  # noqa: N815
    nickname: str | None = None


class Export(msgspec.Struct):
    """What stands around the messages."""

    session: Session | None = None


def _kind(message: Message) -> str:
    kind = kind_of(message.type, message.subType)
    sender = message.senderUsername or message.sender or ""
    if kind == "system" or sender.endswith(ROOM) or not (sender or message.senderDisplayName or message.senderName):
        return "system"
    content = message.content or ""
    return (
        PLACEHOLDERS.get(content[1:-1], kind) if kind == "text" and content[:1] == "[" and content[-1:] == "]" else kind
    )


def _columns(messages: Sequence[Message]) -> Columns:
    times = [message.createTime if message.createTime is not None else message.time for message in messages]
    iso_at, iso_local = iso_moments([time if isinstance(time, str) else None for time in times])
    _, written = iso_moments([message.formattedTime for message in messages])
    return {
        "at": either(instants(times), iso_at),
        "local": either(written, iso_local),
        "sender": names(
            [
                message.senderUsername or message.sender or message.senderDisplayName or message.senderName
                for message in messages
            ]
        ),
        "name": names(
            [
                message.senderDisplayName or message.senderName or message.senderUsername or message.sender
                for message in messages
            ]
        ),
        "kind": texts([_kind(message) for message in messages]),
        "text": texts([message.content or "" for message in messages]),
        "members": lists([None] * len(messages)),
        "id": texts(
            [_first(message.platformMessageId, message.serverId, message.localId, message.seq) for message in messages]
        ),
        "reply_to": texts([message.replyToMessageId for message in messages]),
    }


def _first(*values: Scalar) -> Scalar:
    return next((value for value in values if value not in {None, ""}), None)


def _claims(sample: Sample) -> bool:
    keys = outline(sample.text)
    return bool({"session.wxid", "messages[].senderUsername"} & keys.keys()) or _row_place(keys) is not None


def _row_place(keys: dict[str, str]) -> str | None:
    """Return where plain rows stand: in the document itself, or under a key."""
    places = ("", "messages", "items", "data")
    return next(
        (
            place
            for place in places
            if {f"{place}[].talker", f"{place}[].isChatRoom", f"{place}[].senderName"} <= keys.keys()
            or {f"{place}[].talker", f"{place}[].localId", f"{place}[].createTime", f"{place}[].sender"} <= keys.keys()
        ),
        None,
    )


def _read(request: Request) -> Reading:
    keys = outline(take_sample(request.source, request.decoding.encoding).text)
    place = _row_place(keys)
    whole = place == ""
    reading = read_array(
        request, Message, _columns, key=None if whole else place or "messages", depths=(0,) if whole else (1,)
    )
    session = None if whole else reading.heading(Export, request).session
    rows = with_wall_clock(drop_timeless(reading.rows, reading.count))
    title = (session.displayName or session.nickname or "") if session else keys.get(f"{place}[].talkerName", "")
    return Reading(rows=tell_events(rows, EVENTS), count=reading.count, title=title)


READER = Reader(
    platform="wechat",
    title=N_("WeChat JSON of third-party programs"),
    how=N_("in the program that keeps your WeChat backups: export the group as JSON"),
    endings=("json",),
    claims=_claims,
    read=_read,
    exact=clock.SECOND,
)
