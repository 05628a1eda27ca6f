"""ChatLab's interchange format, as one JSON document or as one object a line.

``line`` is the line on which the message begins; its number in a file of one line. A notice of the platform (type 80)
is told apart by the sentences that WeChat, QQ and WhatsApp write. What our own files say beside is read back as it
was written (``groupctl.chatlog.chatlab``).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec
import polars as pl
from msgspec import UNSET

from groupctl.chatlog.chatlab import TYPES, UNKNOWN, Ours
from groupctl.chatlog.columns import drop_timeless, instants, iso_moments, kinds, names, texts, with_wall_clock
from groupctl.chatlog.events import all_phrases
from groupctl.chatlog.json_outline import outline
from groupctl.chatlog.json_records import Columns, decoded, read_array, read_lines
from groupctl.chatlog.notices import tell_events
from groupctl.chatlog.phrases import qq, wechat, whatsapp
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import LineCount, Request
from groupctl.chatlog.source import Sample, take_sample
from groupctl.chatlog.table import MESSAGES
from groupctl.i18n import N_

ROLES = ("owner", "admin")
NOTICES = all_phrases(wechat.EVENTS, qq.EVENTS, whatsapp.ENGLISH)


class Role(msgspec.Struct):
    """What a member is."""

    id: str = ""


class Meta(msgspec.Struct):
    """The group."""

    name: str | None = None
    platform: str | None = None


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
    groupctl: Ours | None = None


class Document(msgspec.Struct):
    """What stands around the messages."""

    meta: Meta | None = None
    members: list[Member] | None = None


@dataclass
class Group:
    """What a file of lines tells about the group before its messages."""

    title: str = ""
    platform: str | None = None
    roles: dict[str, str] = field(default_factory=dict)

    def columns(self, rows: Sequence[Row]) -> Columns:
        """Take note of headers and members, and return all rows; ``kind`` is null for those that are no message."""
        for row in [row for row in rows if row._type in _NO_MESSAGE]:
            if row._type == "header" and row.meta:
                self.title, self.platform = row.meta.name or "", row.meta.platform
            elif row._type == "member" and row.platformId is not None:
                self.roles.update(_roles(row.platformId, row.roles))
        return _columns(rows)


def _roles(member: str | int, roles: Sequence[Role] | None) -> dict[str, str]:
    """Return the highest role of a member that the table knows, by id."""
    ids = {role.id for role in roles or ()}
    return next(({str(member): role} for role in ROLES if role in ids), {})


def _columns(rows: Sequence[Row]) -> Columns:
    """Return the columns of messages, with what only our own files say where they say it."""
    plain = {
        "at": instants([row.timestamp for row in rows]),
        "sender": names([row.sender for row in rows]),
        "name": names([row.groupNickname or row.accountName for row in rows]),
        "kind": _kinds(rows),
        "text": texts([row.content or "" for row in rows]),
        "id": texts([row.platformMessageId for row in rows]),
        "reply_to": texts([row.replyToMessageId for row in rows]),
    }
    ours = [row.groupctl for row in rows].count(None) < len(rows)
    return {**plain, **(_told(rows, plain) if ours else _untold(len(rows)))}


def _kinds(rows: Sequence[Row]) -> pl.Series:
    """Return what each row is by ChatLab's number; null for what is no message."""
    numbers = [row.type for row in rows]
    known = kinds(len(rows), {place: TYPES.get(number, "other") for place, number in enumerate(numbers) if number})
    return known.cast(pl.String).scatter([place for place, row in enumerate(rows) if row._type in _NO_MESSAGE], None)


def _untold(count: int) -> Columns:
    """Return what only our own files say, for rows of others."""
    kinds = {name: MESSAGES[name] for name in ("local", "role", "members", "reactions")} | {"ours": pl.Boolean}
    return {name: pl.Series(name, [None], dtype=kind).new_from_index(0, count) for name, kind in kinds.items()}


def _told(rows: Sequence[Row], plain: Columns) -> Columns:
    """Return what our own files say, and what others say of the rows that are not ours."""
    told = [(row, row.groupctl or _NOTHING) for row in rows]
    at = pl.Series([ours.at is UNSET for _row, ours in told])
    exact = iso_moments([ours.at or None for _row, ours in told])[0]
    kinds = zip(plain["kind"].to_list(), told, strict=True)
    return {
        "ours": pl.Series([row.groupctl is not None for row in rows]),
        "at": plain["at"].zip_with(at, exact),
        "local": iso_moments([ours.local for _row, ours in told])[1],
        "sender": _categories([None if ours.sender is None else row.sender for row, ours in told]),
        "name": _categories([None if ours.name is None else _called(row) for row, ours in told]),
        "role": _categories([ours.role for _row, ours in told]),
        "kind": texts([kind if ours.kind is UNSET else ours.kind for kind, (_row, ours) in kinds]),
        "text": texts([row.content if row.groupctl else row.content or "" for row in rows]),
        "members": pl.Series([ours.members for _row, ours in told], dtype=MESSAGES["members"]),
        "reactions": pl.Series([ours.reactions for _row, ours in told], dtype=MESSAGES["reactions"]),
    }


def _called(row: Row) -> str | None:
    return row.accountName if row.groupctl else row.groupNickname or row.accountName


def _categories(values: Sequence[str | int | None]) -> pl.Series:
    return texts(values).cast(pl.Categorical)


_NOTHING = Ours(local="")
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
    return _finished(rows, reading.count, group, "JSONL")


def _read_document(request: Request) -> Reading:
    reading = read_array(request, Row, _columns)
    document = reading.heading(Document, request)
    group = Group()
    for member in document.members or ():
        group.roles.update(_roles(member.platformId, member.roles))
    if document.meta:
        group.title, group.platform = document.meta.name or "", document.meta.platform
    return _finished(reading.rows, reading.count, group, "JSON")


def _finished(rows: pl.DataFrame, count: LineCount, group: Group, dialect: str) -> Reading:
    """Return what was read; of a file that is not ours, with its events told apart and each member's role."""
    rows = drop_timeless(rows, count)
    ours = len(rows) > 0 and bool(rows["ours"].fill_null(value=False).all())
    return Reading(
        rows=(rows if ours else _understood(rows, group.roles)).drop("ours"),
        count=count,
        dialect=dialect,
        title=group.title,
        platform=group.platform if ours and group.platform != UNKNOWN else None,
        settled=True,  # senders are the platform's ids
    )


def _understood(rows: pl.DataFrame, roles: dict[str, str]) -> pl.DataFrame:
    """Tell the events apart and give each member his role."""
    known = pl.col("sender").cast(pl.String)
    role = known.replace_strict(roles, default=None, return_dtype=pl.String) if roles else pl.lit(None, pl.String)
    return with_wall_clock(tell_events(rows, NOTICES)).with_columns(
        role=pl.coalesce(pl.col("role").cast(pl.String), role).cast(pl.Categorical)
    )


READER = Reader(
    platform=None,
    title=N_("ChatLab JSON or JSONL"),
    how=N_("in the program that writes ChatLab files: export the group as ChatLab JSON or JSONL"),
    endings=("json", "jsonl"),
    claims=_claims,
    read=_read,
)
