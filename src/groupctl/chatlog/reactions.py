"""How many reactions messages got, of JSON exports: a list on the message with a ``count`` for each kind of reaction.

Telegram, Discord and Slack write it alike. Most messages have none, and the list of those that have is decoded at
once; where one of them is odd, each alone, so that a list nobody understands costs its number and not the message.
"""

from collections.abc import Sequence
from typing import Annotated, Protocol

import msgspec
import polars as pl

from groupctl.chatlog.json_records import NOT_AN_ELEMENT
from groupctl.chatlog.table import MESSAGES, MOST_REACTIONS

UNTOLD = msgspec.Raw()
"""The list of a message on which none stands."""
Count = Annotated[int, msgspec.Meta(ge=0, le=MOST_REACTIONS)]


class Reaction(msgspec.Struct, gc=False):
    """One kind of reaction to a message."""

    count: Count


_ALL = msgspec.json.Decoder(list[list[Reaction]], strict=False)
_PARTS = msgspec.json.Decoder(list[msgspec.Raw])
_ONE = msgspec.json.Decoder(Reaction, strict=False)


class Message(Protocol):
    """A message; its list as it stands, or UNTOLD."""

    reactions: msgspec.Raw


def reactions(messages: Sequence[Message]) -> pl.Series:
    """Return how many reactions each message got (UInt32); null where no list stands, or an odd one."""
    nothing = pl.Series([None], dtype=MESSAGES["reactions"]).new_from_index(0, len(messages))
    told = [message.reactions for message in messages if message.reactions is not UNTOLD]
    if not told:
        return nothing
    places = [place for place, message in enumerate(messages) if message.reactions is not UNTOLD]
    counts = _counts(told)
    return nothing.scatter(places, pl.Series(counts, dtype=MESSAGES["reactions"]))


def _counts(lists: Sequence[msgspec.Raw]) -> list[int | None]:
    try:
        found = _ALL.decode(b"".join((b"[", b",".join(lists), b"]")))
    except NOT_AN_ELEMENT:
        return [_tolerant(one) for one in lists]
    return [_believed(sum([one.count for one in kinds])) for kinds in found]


def _tolerant(kinds: msgspec.Raw) -> int | None:
    """Return the sum of the counts that are such; None where something stands there and none is."""
    try:
        parts = _PARTS.decode(kinds)
    except NOT_AN_ELEMENT:
        return None
    counts = [count for part in parts if (count := _count(part)) is not None]
    return _believed(sum(counts)) if counts or not parts else None


def _count(part: msgspec.Raw) -> int | None:
    try:
        return _ONE.decode(part).count
    except NOT_AN_ELEMENT:
        return None


def _believed(count: int) -> int | None:
    return count if count <= MOST_REACTIONS else None
