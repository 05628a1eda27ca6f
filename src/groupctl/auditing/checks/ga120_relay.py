"""GA120: senders who post for people of another network and that nobody declared as robots."""

import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import polars as pl

from groupctl.auditing.check import AuditCheck
from groupctl.chatlog.table import is_message
from groupctl.findings import Finding, Severity
from groupctl.i18n import N_, _
from groupctl.wording import number

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterator[Finding]:
    """Find relays."""
    return (_finding(subject, one) for one in subject.relays.iter_rows(named=True))


def _finding(subject: "Subject", one: dict[str, Any]) -> Finding:
    message = _(
        "{name} posts for others: {relayed} of {messages} messages begin with the name of one of {people} people of "
        "another network; it is counted as a robot, and what it relays is in no figure about people"
    ).format(**{key: number(one[key]) for key in ("relayed", "messages", "people")}, name=one["name"])
    robots = [*(subject.project.group.robots if subject.project else ()), *subject.relays["name"]]
    return CHECK.found(
        message,
        about=one["name"],
        figure=one["relayed"] / one["messages"],
        threshold=subject.thresholds["relay.share"],
        unit="share",
        proof=subject.proof(_rows(subject, one["who"])),
        command=shlex.join(["groupctl", "init", "--robots", ",".join(robots)]) if subject.project else "groupctl init",
    )


def _rows(subject: "Subject", who: int) -> pl.Series:
    """Return its messages, the latest first."""
    sent = subject.chat.messages.select((pl.col("sender").to_physical() == who) & is_message()).to_series()
    return sent.arg_true().reverse()


CHECK = AuditCheck(
    code="GA120",
    severity=Severity.MEDIUM,
    title=N_("A relay that nobody declared"),
    looks_at=N_(
        "Senders whose messages nearly all begin with a name in brackets or before a colon, several names again and "
        "again: a bridge to another chat. Names that write here themselves, known robots and operators are left out."
    ),
    why=N_("Counted as one member, a relay is the most active of all, and everything about members is wrong."),
    example=N_("A bot wrote half of the channel, every message as “<nick> text”."),
    instead=N_(
        "Put it among group.robots, so that it is counted the same whatever it writes; among group.operators where it "
        "is a person after all."
    ),
    thresholds=("relay.share", "relay.least", "relay.names"),
    run=run,
)
