"""GA671: whether what members are promised shows in the log."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import number, quoted

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find promises of which nothing is to be seen."""
    promises = subject.promises
    if promises.why_unknown:
        return Skip(reason=promises.why_unknown)
    if not promises.unseen:
        return ()
    message = _("in {days} days nobody who runs the group posted a word about {promises}").format(
        days=number(subject.days), promises=quoted(promises.unseen)
    )
    return (
        CHECK.found(
            message,
            figure=len(promises.unseen),
            threshold=0,
            unit="count",
            command="groupctl positioning",
        ),
    )


CHECK = AuditCheck(
    code="GA671",
    severity=Severity.LOW,
    title=N_("A promise that does not show"),
    looks_at=N_(
        "positioning.owner_outputs and rules.services: whether any of their own words stands in anything that "
        "operators, hosts or robots posted. Words are compared, not meanings: one kept in other words shows up too."
    ),
    why=N_("Trust is returns that are honoured; members remember what the invitation said longer than you do."),
    example=N_(
        "“A price list every Monday” stands in the rules, and in two months no post held the words price or list."
    ),
    instead=N_("Keep it this week, or take it out of the positioning and the rules before somebody asks."),
    thresholds=("promises.least_days",),
    run=enough(run),
)
