"""What ChatLab's interchange format has no place for, and how our files keep it beside what ChatLab knows.

ChatLab knows a few types of messages, seconds, and a role for each member. Whatever of a row that does not tell
stands in the extra object ``groupctl`` of the message, which other programs pass over::

    local    the wall-clock time in the group (ISO 8601); always there
    at       the moment in UTC where ``timestamp``, in whole seconds, is not exactly it; null where no zone is known
             (``timestamp`` is then the wall-clock time taken for UTC)
    sender   null where nobody sent it (ChatLab wants a name there: ``system``)
    name     null where no name was shown (``accountName`` is then the sender)
    role     owner, admin, member or robot, where the export says so of this message
    kind     our kind, where ``type`` alone means another one
    members  for an event: whom it happened to
    reactions  how many reactions the message got
"""

from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from groupctl.chatlog import table

PROGRAM = "groupctl"
VERSION = "0.0.2"
"""Of ChatLab's format, in which we write."""
UNKNOWN = "unknown"
"""In the place of a platform: ChatLab wants one."""
NOBODY = "system"
"""In the place of a sender."""

TYPES = {
    0: "text", 1: "image", 2: "voice", 3: "video", 4: "file", 5: "sticker", 7: "link", 8: "location", 20: "red_packet",
    21: "transfer", 22: "system", 23: "call", 24: "link", 25: "text", 26: "forward", 27: "contact", 80: "system",
    81: "recall",
}  # fmt: skip
"""Kinds by ChatLab's numbers; any other number is ``other``."""
OTHER, SYSTEM = 99, 80
NUMBERS = {
    **dict.fromkeys(table.KINDS, OTHER),
    **{kind: number for number, kind in reversed(TYPES.items())},
    **{kind: SYSTEM for kind in table.SYSTEM_KINDS if kind != "recall"},
}
"""ChatLab's numbers by kind: the lowest that means it."""
KINDS = {number: TYPES.get(number, "other") for number in NUMBERS.values()}
"""What these numbers mean to whoever knows nothing else."""


class Ours(msgspec.Struct, omit_defaults=True, gc=False):
    """What a message of our own files says beside what ChatLab knows."""

    local: str
    at: str | UnsetType | None = UNSET
    sender: UnsetType | None = UNSET
    name: UnsetType | None = UNSET
    role: str | None = None
    kind: str | UnsetType = UNSET
    members: list[str | None] | None = None
    reactions: Annotated[int, Meta(ge=0, le=table.MOST_REACTIONS)] | None = None
