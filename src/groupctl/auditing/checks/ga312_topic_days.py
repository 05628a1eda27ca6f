"""GA312: whether operators start something on most days."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import number

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find operators who start something on too few days."""
    steering, leading = subject.steering, subject.leading
    if steering.why_unknown:
        return Skip(reason=steering.why_unknown)
    days, least = leading.topic_days, subject.thresholds["topic_days.least"]
    if subject.pace.members_per_day >= subject.thresholds["topic_days.lively"]:
        return ()
    if CHECK.is_healthy(days, least):
        return ()
    message = _("in the last weeks operators started something on {days} of seven days (healthy from {least} on)")
    latest = leading.topics["row"].reverse()
    return (
        CHECK.missed(
            subject,
            message.format(days=number(days), least=number(least)),
            grades=(Severity.LOW, Severity.MEDIUM),
            figure=days,
            threshold=least,
            unit="days",
            proof=subject.proof(latest, why=_("one of the last that operators started")),
            command="groupctl calendar",
        ),
    )


def clause(subject: "Subject") -> str:
    """Say on how few days there is a topic."""
    return _("operators start something on {days} of seven days").format(days=number(subject.leading.topic_days))


CHECK = AuditCheck(
    code="GA312",
    severity=Severity.LOW,
    title=N_("Days without a topic"),
    looks_at=N_(
        "On how many days of the week an operator started something, on average of the last four weeks: one of the "
        "five figures of trust. Where members write plenty among themselves, nobody needs to start anything."
    ),
    why=N_("Members open a group that has something for them every day, and forget one that might."),
    example=N_("The owner wrote on Monday and on Friday; in between nobody had anything to answer."),
    instead=N_("Plan the week ahead: one small topic a day, from the topics of the group, and let members host two."),
    thresholds=("topic_days.least", "topic_days.lively"),
    at_least=True,
    most_urgent="urgency.work_most",
    run=enough(run),
    clause=clause,
)
