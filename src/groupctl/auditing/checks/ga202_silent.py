"""GA202: whether the group has fallen silent."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity
from groupctl.i18n import N_, _
from groupctl.wording import duration, number

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterator[Finding]:
    """Find a group of some size in which hardly anything is said."""
    least = subject.thresholds["messages_per_day.least"]
    if subject.membership.is_small or CHECK.is_healthy(subject.messages_per_day, least):
        return
    message = _("{rate} messages a day (from {least} on a group is alive)")
    message = message.format(rate=number(subject.messages_per_day), least=number(least))
    silence = subject.longest_silence
    if silence:
        lasted = duration(silence.seconds)
        message = _("{message}; the longest silence lasted {time}").format(message=message, time=lasted)
    yield CHECK.missed(
        subject,
        message,
        figure=subject.messages_per_day,
        threshold=least,
        unit="per_day",
        proof=subject.proof(silence.rows, why=_("before and after the longest silence")) if silence else None,
        command="groupctl gameplay",
    )


def clause(subject: "Subject") -> str:
    """Say how little is said."""
    return _("there are only {rate} messages a day").format(rate=number(subject.messages_per_day))


CHECK = AuditCheck(
    code="GA202",
    severity=Severity.MEDIUM,
    title=N_("The group has fallen silent"),
    looks_at=N_("Messages a day over the whole period, in groups of more than 30; small groups may be quiet and well."),
    why=N_("Nobody writes into silence: below a few messages a day each one feels like an interruption."),
    example=N_("A group of 150 with two messages a day, one of them the owner's."),
    instead=N_(
        "Start fixed occasions that need no courage, and move those who are active to a smaller group if nothing helps."
    ),
    thresholds=("messages_per_day.least", "size.thin"),
    at_least=True,
    run=enough(run),
    clause=clause,
)
