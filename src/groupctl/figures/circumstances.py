"""What speaks for an advertisement around a message and not in it: repetition, newness, a sender's name.

Rows weigh and stand aside as those of ``signals``; ``adverts`` finds them.
"""

from dataclasses import dataclass

from groupctl.figures.signals import ASIDE, SOFT
from groupctl.i18n import N_


@dataclass(frozen=True, kw_only=True)
class Circumstance:
    """One row: what is seen, and what it weighs."""

    rule: str
    title: str
    weight: int
    strength: str = ASIDE


FLOOD = Circumstance(
    rule="flood", title=N_("the same text by the same sender three times in two minutes"), weight=3, strength=SOFT
)
COPIES = Circumstance(rule="copies", title=N_("the same text by several senders within a day"), weight=2)
NEWCOMER_LINK = Circumstance(rule="newcomer_link", title=N_("a link by somebody new"), weight=2)
FIRST_MESSAGE = Circumstance(rule="first_message", title=N_("the first message of this member"), weight=1)
MENTIONS = Circumstance(rule="mentions", title=N_("five or more people named"), weight=1)
CONTACT_IN_NAME = Circumstance(rule="contact_in_name", title=N_("contact details in the name"), weight=2)

PIECES = Circumstance(rule="pieces", title=N_("cut into several short messages"), weight=1)

CIRCUMSTANCES = (PIECES, FLOOD, COPIES, NEWCOMER_LINK, FIRST_MESSAGE, MENTIONS, CONTACT_IN_NAME)

CONTACTS = ("wechat_id", "qq_number", "mobile", "invitation")
"""Rows that are looked for in names too."""
