"""ChatLab's interchange format: one object a line (.jsonl), or one JSON document (.json).

``groupctl.chatlog.chatlab`` says where what ChatLab does not know is kept.
"""

import time
from collections.abc import Iterator
from typing import Any

import msgspec
import polars as pl
from msgspec import UNSET, UnsetType

from groupctl.chatlog.chatlab import KINDS, NOBODY, NUMBERS, PROGRAM, UNKNOWN, VERSION, Ours
from groupctl.chatlog.table import Chat
from groupctl.chatlog.writer import Writer

BATCH = 50_000
"""Messages that become objects at a time."""
ROLES = ("owner", "admin")
"""What ChatLab knows of."""
_MOMENT = "%Y-%m-%dT%H:%M:%S%.f"
_ENCODER = msgspec.json.Encoder()


class Message(msgspec.Struct, gc=False):
    """A message, in ChatLab's names."""

    sender: str
    accountName: str  # noqa: N815
    timestamp: int
    type: int
    content: str | None
    platformMessageId: str | UnsetType  # noqa: N815
    replyToMessageId: str | UnsetType  # noqa: N815
    groupctl: Ours


class Line(Message, tag_field="_type", tag="message", gc=False):
    """A message on a line of its own, which says what it is."""


def _write(chat: Chat, ending: str) -> bytes:
    head, members = _head(chat), _members(chat.messages)
    if ending == "json":
        around = _ENCODER.encode({**head, "members": members, "messages": []}).removesuffix(b"]}")
        return around + b"\n" + b",\n".join(map(_ENCODER.encode, _messages(chat.messages, Message))) + b"\n]}\n"
    about = [{"_type": "header", **head}, *({"_type": "member", **member} for member in members)]
    return _ENCODER.encode_lines(about) + _ENCODER.encode_lines(_messages(chat.messages, Line))


def _head(chat: Chat) -> dict[str, Any]:
    return {
        "chatlab": {"version": VERSION, "exportedAt": int(time.time()), "generator": PROGRAM},
        "meta": {"name": chat.title, "platform": chat.platform or UNKNOWN, "type": "group"},
    }


def _members(rows: pl.DataFrame) -> list[dict[str, Any]]:
    """Return everybody who wrote, under the name and with the role that they had last."""
    last = (
        rows.lazy()
        .select(pl.col("sender", "name", "role").cast(pl.String))
        .drop_nulls("sender")
        .group_by("sender", maintain_order=True)
        .agg(pl.col("name", "role").drop_nulls().last())
        .collect()
    )
    return [
        {"platformId": sender, "accountName": name or sender, **({"roles": [{"id": role}]} if role in ROLES else {})}
        for sender, name, role in last.rows()
    ]


def _messages(rows: pl.DataFrame, shape: type[Message]) -> Iterator[Message]:
    """Yield the messages as objects."""
    at, local = pl.col("at"), pl.col("local")
    whole = at.dt.microsecond() == 0
    table = rows.lazy().select(
        pl.col("sender", "name", "role", "kind").cast(pl.String), "text", "members", "id", "reply_to", "reactions",
        pl.coalesce(at.dt.epoch("s"), local.dt.epoch("s")).alias("seconds"),
        local.dt.to_string(_MOMENT),
        pl.when(whole).then(pl.lit("")).otherwise(at.dt.to_string(_MOMENT + "Z")).alias("at"),
    )  # fmt: skip
    for part in table.collect().iter_slices(BATCH):
        for row in part.iter_rows():
            yield _message(shape, *row)


def _message(  # noqa: PLR0913, PLR0917 - a row of the table
    shape: type[Message],
    sender: str | None,
    name: str | None,
    role: str | None,
    kind: str,
    text: str | None,
    members: list[str | None] | None,
    id_: str | None,
    reply_to: str | None,
    reactions: int | None,
    seconds: int,
    local: str,
    at: str | None,
) -> Message:
    """Return a row as ChatLab has it; ``at`` is empty where the seconds say it all."""
    who = NOBODY if sender is None else sender
    called = who if name is None else name
    number = NUMBERS[kind]
    return shape(
        who,
        called,
        seconds,
        number,
        text,
        UNSET if id_ is None else id_,
        UNSET if reply_to is None else reply_to,
        Ours(
            local,
            UNSET if at == "" else at,
            None if sender is None else UNSET,
            None if name is None else UNSET,
            role,
            UNSET if KINDS[number] == kind else kind,
            members,
            reactions,
        ),
    )


WRITER = Writer(title="ChatLab", endings=("jsonl", "json"), write=_write, wants_zone=True)
