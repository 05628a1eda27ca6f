"""What a channel is: two pure functions, one that words the request and one that reads the service's answer.

A file in ``channels/`` ends in ``CHANNEL = ChannelType(…)``; its name is the ``kind`` of a ``[[channel]]``.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from groupctl import registry
from groupctl.errors import GroupctlError
from groupctl.i18n import _

PACKAGE = "groupctl.push.channels"


class Outcome(StrEnum):
    """What became of one message, or of one attempt."""

    DELIVERED = "delivered"
    """The service itself says so."""
    FAILED = "failed"
    """Not delivered; another attempt may succeed."""
    REFUSED = "refused"
    """Not delivered, and it will not be until something is changed."""
    UNCLEAR = "unclear"
    """Maybe sent: the request went out and no answer says what became of it. Never tried again blindly."""
    ALREADY = "already"
    """Was delivered before: nothing was sent."""


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What an answer, or the lack of one, means."""

    outcome: Outcome
    reason: str = ""
    hint: str = ""
    wait: float | None = None
    """Seconds that the service asks us to wait."""
    throttled: bool = False
    """The service says that too much was sent: where it names no time, the table of thresholds does."""


DELIVERED = Verdict(outcome=Outcome.DELIVERED)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """One ``[[channel]]`` with its secrets filled in; never shown."""

    name: str
    kind: str
    url: str = field(default="", repr=False)
    token: str = field(default="", repr=False)
    secret: str = field(default="", repr=False)
    chat_id: str = field(default="", repr=False)
    group_id: str = field(default="", repr=False)
    to: tuple[str, ...] = field(default=(), repr=False)
    sender: str = field(default="", repr=False)
    user: str = field(default="", repr=False)
    subject: str = ""
    proxy: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True)
class Message:
    """One part of a text on its way."""

    text: str
    at: dt.datetime
    """Aware; what signatures are made with."""
    key: str = ""
    """The same for every attempt at the same part, and for no other."""


@dataclass(frozen=True, kw_only=True)
class Post:
    """An HTTP request: a JSON body to an address that may hold a secret."""

    url: str = field(repr=False)
    body: Mapping[str, Any] = field(repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, kw_only=True)
class Mail:
    """A letter and the server that takes it."""

    host: str
    port: int
    tls: bool
    """From the first byte on; else the connection is encrypted by STARTTLS, on the own machine not at all."""
    sender: str
    to: tuple[str, ...]
    letter: bytes = field(repr=False)
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What came back: an HTTP response (names of headers in lower case) or the last reply of a mail server."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    left_out: tuple[str, ...] = ()
    """Recipients that the mail server did not take."""


Wording = Callable[[Settings, Message], Post | Mail]
Reading = Callable[[Answer], Verdict]


def as_it_is(text: str) -> str:
    """Return the text: most services take it as it is."""
    return text


@dataclass(frozen=True, kw_only=True)
class ChannelType:
    """One kind of channel."""

    kind: str
    platform: str
    """Whose limits hold: a name in the table of lengths."""
    request: Wording
    verdict: Reading
    encode: Callable[[str], str] = as_it_is
    """What the service makes of the text before it counts: Slack wants ``&amp;`` for ``&``."""
    body_most: int | None = None
    """Bytes that the whole body may have."""


def channel_type(kind: str) -> ChannelType:
    """Return the channel type of a kind."""
    return registry.load(PACKAGE, kind, "CHANNEL", ChannelType)


class ChannelError(GroupctlError):
    """A ``[[channel]]`` cannot be used as it stands."""


def lacking(settings: Settings, key: str, example: str) -> ChannelError:
    """Return the error of a channel that lacks a key."""
    name = settings.name or settings.kind
    return ChannelError(
        _("the channel {name} lacks {key}").format(name=name, key=key),
        _("write it into group.toml, for example: {example}").format(example=example),
    )
