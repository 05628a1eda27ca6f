"""GA501: how long the group went without a benefit."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough, miss
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import number

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find a group that once gave its members something and has stopped."""
    benefits = subject.benefits
    gap, days = benefits.gap, benefits.gap_days
    if gap is None or days is None or benefits.occasions.height < subject.thresholds["benefits.habit"]:
        return Skip(reason=benefits.why_unjudged or _("too few benefits"))
    most = subject.thresholds["benefits.gap_most"]
    if days <= most:
        return ()
    around = benefits.given.filter(benefits.given["local"].is_in(list(gap)))["row"]
    return (
        CHECK.found(
            _("no benefit for {days} days, from {began} to {ended}; {count} in the whole log").format(
                days=number(round(days)),
                began=gap[0].date().isoformat(),
                ended=gap[1].date().isoformat(),
                count=number(benefits.given.height),
            ),
            urgency=miss(days, most),
            figure=days,
            threshold=most,
            unit="days",
            proof=subject.proof(around),
            command="groupctl render activity --blanks",
        ),
    )


CHECK = AuditCheck(
    code="GA501",
    severity=Severity.LOW,
    title=N_("Long without a benefit"),
    looks_at=N_("The longest stretch between two benefits: red packets, gifts, giveaways of those who run the group."),
    why=N_(
        "A small thing from time to time is one of five ways to trust; members notice when it stops sooner than "
        "when it comes."
    ),
    example=N_("Three giveaways in spring, and none since."),
    instead=N_("Plan something small each month, for those who take part and not for whoever is quickest."),
    thresholds=("benefits.gap_most", "benefits.habit"),
    run=enough(run),
)
