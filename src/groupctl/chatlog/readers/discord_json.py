"""DiscordChatExporter's JSON: one channel, or one group of friends.

``line`` is the line on which the message begins; its number in a file of one line. Times carry the exporter's zone.
"""

from collections.abc import Sequence

import msgspec
import polars as pl

from groupctl.chatlog import clock
from groupctl.chatlog.columns import drop_timeless, iso_moments, lists, names, texts
from groupctl.chatlog.discord import role_of, with_even_fences
from groupctl.chatlog.json_outline import outline
from groupctl.chatlog.json_records import Columns, read_array
from groupctl.chatlog.kinds import kind_of_file
from groupctl.chatlog.reactions import UNTOLD, reactions
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Request
from groupctl.chatlog.source import Sample
from groupctl.i18n import N_


class Named(msgspec.Struct, gc=False):
    """A role, a guild, a channel."""

    name: str | None = None


class User(msgspec.Struct, gc=False):
    """Who wrote, or is mentioned."""

    id: str | int | None = None
    name: str | None = None
    nickname: str | None = None
    isBot: bool = False  # noqa: N815 - the exporter's names
    roles: list[Named] | None = None

    @property
    def shown(self) -> str | None:
        """The name that the group sees."""
        return self.nickname or self.name


class File(msgspec.Struct, gc=False):
    """An attached file."""

    fileName: str | None = None  # noqa: N815


class Reference(msgspec.Struct, gc=False):
    """What a message answers."""

    messageId: str | int | None = None  # noqa: N815


class Message(msgspec.Struct, gc=False):
    """A message or a notice."""

    id: str | int | None = None
    type: str | int | None = None
    timestamp: str | None = None
    content: str | None = None
    author: User | None = None
    attachments: list[File] | None = None
    embeds: list[msgspec.Raw] | None = None
    stickers: list[msgspec.Raw] | None = None
    mentions: list[User] | None = None
    reference: Reference | None = None
    forwardedMessage: msgspec.Raw = msgspec.Raw()  # noqa: N815
    reactions: msgspec.Raw = UNTOLD


class Export(msgspec.Struct):
    """What stands around the messages."""

    guild: Named | None = None
    channel: Named | None = None


SPOKEN = ("Default", "Reply", "ChatInputCommand", "ContextMenuCommand", "ApplicationCommand", "0", "19", "20", "23")
NOTICES = {
    "GuildMemberJoin": "join", "7": "join", "RecipientAdd": "join", "1": "join", "RecipientRemove": "kick", "2": "kick",
    "ChannelPinnedMessage": "pin", "6": "pin", "Call": "call", "3": "call",
}  # fmt: skip
"""Kinds by the exporter's names, or by Discord's numbers for types that the exporter had no name for."""


def _kind(message: Message) -> str | None:
    """Say what a message is; null where an attached file's name tells."""
    kind = str(message.type or "Default")
    if kind not in SPOKEN:
        return _notice(message, kind)
    if message.forwardedMessage and bytes(message.forwardedMessage) != b"null":
        return "forward"
    if message.content:
        return "text"
    if message.attachments:
        return None
    if message.stickers:
        return "sticker"
    return "link" if message.embeds else "text"


def _notice(message: Message, kind: str) -> str:
    event = NOTICES.get(kind, "system")
    alone = message.author is not None and [user.id for user in message.mentions or ()] == [message.author.id]
    return "leave" if event == "kick" and (alone or not message.mentions) else event


def _members(message: Message) -> list[str] | None:
    """Return whom a notice is about: those mentioned, or whoever came or went by himself."""
    if message.type in SPOKEN or NOTICES.get(str(message.type)) not in {"join", "kick"}:
        return None
    users = message.mentions or ([message.author] if message.author else [])
    return [name for user in users if (name := user.shown)]


def _columns(messages: Sequence[Message]) -> Columns:
    at, local = iso_moments([message.timestamp for message in messages])
    nobody = User()
    authors = [message.author or nobody for message in messages]
    files = texts([message.attachments[0].fileName or "file" if message.attachments else None for message in messages])
    kinds = texts([_kind(message) for message in messages])
    return {
        "at": at,
        "local": local,
        "sender": names([author.id if author.id is not None else author.shown for author in authors]),
        "name": names([author.shown for author in authors]),
        "role": names(
            [role_of([role.name or "" for role in author.roles or ()], robot=author.isBot) for author in authors]
        ),
        "kind": pl.DataFrame({"kind": kinds, "file": files})
        .select(pl.coalesce("kind", kind_of_file(pl.col("file"))))
        .to_series(),
        "text": texts([message.content or "" for message in messages]),
        "members": lists([_members(message) for message in messages]),
        "id": texts([message.id for message in messages]),
        "reply_to": texts([message.reference.messageId if message.reference else None for message in messages]),
        "reactions": reactions(messages),
    }


def _claims(sample: Sample) -> bool:
    keys = outline(sample.text)
    return "guild.id" in keys and "channel.id" in keys


def _read(request: Request) -> Reading:
    reading = read_array(request, Message, _columns)
    export = reading.heading(Export, request)
    parts = [part.name for part in (export.guild, export.channel) if part and part.name]
    rows = reading.rows.with_columns(with_even_fences(pl.col("text")))
    return Reading(rows=drop_timeless(rows, reading.count), count=reading.count, title=" / ".join(parts))


READER = Reader(
    platform="discord",
    title=N_("Discord JSON of DiscordChatExporter"),
    how=N_("DiscordChatExporter: choose the channel → Export → format JSON"),
    endings=("json",),
    claims=_claims,
    read=_read,
    exact=clock.SECOND,
)
