"""Zulip's messages as its API and its archives give them: a list of rows, texts as HTML, one file a topic.

``line`` is the line on which the message begins; its number in a file of one line.
"""

from collections.abc import Sequence

import msgspec

from groupctl.chatlog import clock
from groupctl.chatlog.columns import drop_timeless, instants, lists, names, texts
from groupctl.chatlog.json_outline import outline
from groupctl.chatlog.json_records import Columns, read_array
from groupctl.chatlog.markup import parse, typed
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Request
from groupctl.chatlog.source import Sample, take_sample
from groupctl.i18n import N_

ROBOTS = ("notification-bot", "welcome-bot", "reminder-bot")
"""What comes before the @ in the addresses of Zulip's own robots."""


class Message(msgspec.Struct, gc=False):
    """A message."""

    id: int | str | None = None
    timestamp: int | float | None = None
    sender_full_name: str | None = None
    sender_id: int | str | None = None
    sender_email: str | None = None
    content: str | None = None


def _text(content: str) -> str:
    """Return a text without its HTML."""
    if "<" not in content and "&" not in content:
        return content
    body = parse(content).body
    return typed(body).strip() if body else content


def _columns(messages: Sequence[Message]) -> Columns:
    robots = [(message.sender_email or "").startswith(ROBOTS) for message in messages]
    return {
        "at": instants([message.timestamp for message in messages]),
        "sender": names([_sender(message) for message in messages]),
        "name": names([message.sender_full_name for message in messages]),
        "role": names(["robot" if robot else None for robot in robots]),
        "kind": texts(["text"] * len(messages)),
        "text": texts([_text(message.content or "") for message in messages]),
        "members": lists([None] * len(messages)),
        "id": texts([message.id for message in messages]),
    }


def _sender(message: Message) -> str | int | None:
    return message.sender_id if message.sender_id is not None else message.sender_email or message.sender_full_name


def _place(keys: dict[str, str]) -> str | None:
    """Return where the rows stand: in the document itself, or under ``messages``."""
    return next(
        (place for place in ("", "messages") if {f"{place}[].sender_full_name", f"{place}[].timestamp"} <= keys.keys()),
        None,
    )


def _claims(sample: Sample) -> bool:
    return _place(outline(sample.text)) is not None


def _read(request: Request) -> Reading:
    keyed = _place(outline(take_sample(request.source, request.decoding.encoding).text)) == "messages"
    reading = read_array(request, Message, _columns, key="messages" if keyed else None, depths=(1,) if keyed else (0,))
    return Reading(rows=drop_timeless(reading.rows, reading.count), count=reading.count, title=request.source.path.stem)


READER = Reader(
    platform="other",
    title=N_("Zulip JSON"),
    how=N_("Zulip: save the messages of a topic with its API or archive tool; one file a topic"),
    endings=("json",),
    claims=_claims,
    read=_read,
    exact=clock.SECOND,
)
