"""ChatLab's interchange format, as one JSON document or as one object a line.

``line`` is the line on which the message begins; its number in a file of one line. A notice of the platform (type 80)
is told apart by the sentences that WeChat, QQ and WhatsApp write.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec
import polars as pl

from groupctl.chatlog.columns import drop_timeless, instants, lists, names, texts
from groupctl.chatlog.events import all_phrases
from groupctl.chatlog.json_outline import outline
from groupctl.chatlog.json_records import Columns, decoded, read_array, read_lines
from groupctl.chatlog.notices import tell_events
from groupctl.chatlog.phrases import qq, wechat, whatsapp
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Request
from groupctl.chatlog.source import Sample, take_sample
from groupctl.i18n import N_

TYPES = {
    0: "text", 1: "image", 2: "voice", 3: "video", 4: "file", 5: "sticker", 7: "link", 8: "location", 20: "red_packet",
    21: "transfer", 22: "system", 23: "call", 24: "link", 25: "text", 26: "forward", 27: "contact", 80: "system",
    81: "recall",
}  # fmt: skip
"""Kinds by ChatLab's numbers; any other number is ``other``."""
ROLES = ("owner", "admin")
NOTICES = all_phrases(wechat.EVENTS, qq.EVENTS, whatsapp.ENGLISH)


class Role(msgspec.Struct):
    """What a member is."""

    id: str = ""


class Meta(msgspec.Struct):
    """The group."""

    name: str | None = None


class Member(msgspec.Struct, kw_only=True):
    """A member of the group."""

    platformId: str | int  # noqa: N815 - ChatLab's names
    roles: list[Role] | None = None


class Row(msgspec.Struct, gc=False):
    """A message; in a file of lines also the header, or a member."""

    _type: str | None = None
    meta: Meta | None = None
    platformId: str | int | None = None  # noqa: N815
    roles: list[Role] | None = None
    sender: str | int | None = None
    accountName: str | None = None  # noqa: N815
    groupNickname: str | None = None  # noqa: N815
    timestamp: int | float | str | None = None
    type: int | None = None
    content: str | None = None
    platformMessageId: str | int | None = None  # noqa: N815
    replyToMessageId: str | int | None = None  # noqa: N815


class Document(msgspec.Struct):
    """What stands around the messages."""

    meta: Meta | None = None
    members: list[Member] | None = None


@dataclass
class Group:
    """What a file of lines tells about the group before its messages."""

    title: str = ""
    roles: dict[str, str] = field(default_factory=dict)

    def columns(self, rows: Sequence[Row]) -> Columns:
        """Take note of headers and members, and return all rows; ``kind`` is null for those that are no message."""
        for row in rows:
            if row._type == "header" and row.meta:
                self.title = row.meta.name or ""
            elif row._type == "member" and row.platformId is not None:
                self.roles.update(_roles(row.platformId, row.roles))
        return _columns(rows)


def _roles(member: str | int, roles: Sequence[Role] | None) -> dict[str, str]:
    """Return the highest role of a member that the table knows, by id."""
    ids = {role.id for role in roles or ()}
    return next(({str(member): role} for role in ROLES if role in ids), {})


def _columns(rows: Sequence[Row]) -> Columns:
    return {
        "at": instants([row.timestamp for row in rows]),
        "sender": names([row.sender for row in rows]),
        "name": names([row.groupNickname or row.accountName for row in rows]),
        "kind": texts([None if row._type in _NO_MESSAGE else TYPES.get(row.type or 0, "other") for row in rows]),
        "text": texts([row.content or "" for row in rows]),
        "members": lists([None] * len(rows)),
        "id": texts([row.platformMessageId for row in rows]),
        "reply_to": texts([row.replyToMessageId for row in rows]),
    }


_NO_MESSAGE = ("header", "member")


def _claims(sample: Sample) -> bool:
    keys = outline(sample.text)
    return "chatlab" in keys and bool({"chatlab.version", "meta.name", "_type"} & keys.keys())


def _read(request: Request) -> Reading:
    return _read_lines(request) if _is_lines(request) else _read_document(request)


def _is_lines(request: Request) -> bool:
    """Say whether the first object stands alone on the first line that is no remark."""
    sample = take_sample(request.source, request.decoding.encoding).lines
    first = next((line for line in sample if line.strip() and not line.startswith("#")), "")
    return '"_type"' in first and decoded(Row, first.encode("utf-8", "replace")) is not None


def _read_lines(request: Request) -> Reading:
    group = Group()
    reading = read_lines(request, Row, group.columns)
    rows = reading.rows.filter(pl.col("kind").is_not_null())
    about = len(reading.rows) - len(rows)
    reading.count.matched -= about
    reading.count.structural += about
    return Reading(
        rows=_finish(drop_timeless(rows, reading.count), group.roles),
        count=reading.count,
        dialect="JSONL",
        title=group.title,
    )


def _read_document(request: Request) -> Reading:
    reading = read_array(request, Row, _columns)
    document = reading.heading(Document, request)
    roles: dict[str, str] = {}
    for member in document.members or ():
        roles.update(_roles(member.platformId, member.roles))
    title = document.meta.name if document.meta else ""
    rows = _finish(drop_timeless(reading.rows, reading.count), roles)
    return Reading(rows=rows, count=reading.count, dialect="JSON", title=title or "")


def _finish(rows: pl.DataFrame, roles: dict[str, str]) -> pl.DataFrame:
    """Tell the events apart and give each member his role."""
    rows = tell_events(rows, NOTICES)
    role = (
        pl.col("sender").cast(pl.String).replace_strict(roles, default=None, return_dtype=pl.String)
        if roles
        else pl.lit(None, pl.String)
    )
    return rows.with_columns(role=role.cast(pl.Categorical))


READER = Reader(
    platform=None,
    title=N_("ChatLab JSON or JSONL"),
    how=N_("in the program that writes ChatLab files: export the group as ChatLab JSON or JSONL"),
    endings=("json", "jsonl"),
    claims=_claims,
    read=_read,
)
