"""GA314: whether announced expert shares take place."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find days on which an expert was announced and wrote nothing."""
    leading = subject.leading
    if leading.why_no_experts:
        return Skip(reason=leading.why_no_experts)
    due, missed = len(leading.expert_dates), leading.experts_missed
    if not due:
        return Skip(reason=_("no expert share was due in the last weeks of the log"))
    share, norm = 1 - len(missed) / due, subject.thresholds["experts.held_least"]
    if CHECK.is_healthy(share, norm):
        return ()
    message = ngettext(
        "{missed} of {due} expert share that was due in the last weeks did not take place: {days}",
        "{missed} of {due} expert shares that were due in the last weeks did not take place: {days}",
        due,
    )
    return (
        CHECK.missed(
            subject,
            message.format(missed=len(missed), due=due, days=", ".join(day.isoformat() for day in missed)),
            severity=None if len(missed) > 1 else Severity.LOW,
            most=len(missed) + 1.0,
            figure=share,
            threshold=norm,
            unit="share",
            command="groupctl due",
        ),
    )


def clause(_subject: "Subject") -> str:
    """Say that announced shares do not take place."""
    return _("announced expert shares do not take place")


CHECK = AuditCheck(
    code="GA314",
    severity=Severity.MEDIUM,
    title=N_("Expert shares that did not take place"),
    looks_at=N_(
        "The slots of the project in which an expert shares, by their schedule over the last four weeks; and whether "
        "the host named there wrote anything on that day."
    ),
    why=N_("An hour that was announced and passed in silence costs more trust than one that was never announced."),
    example=N_("“Every Thursday at eight: Dr. Li answers”; on three Thursdays of four Dr. Li wrote nothing."),
    instead=N_("Agree on the next dates with the host and remind them the day before; else take the slot off."),
    thresholds=("experts.held_least",),
    at_least=True,
    run=enough(run),
    clause=clause,
)
