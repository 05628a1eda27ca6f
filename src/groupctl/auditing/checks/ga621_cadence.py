"""GA621: whether the operators start less than they used to."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import number, percent

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find operators who start clearly less in the latest period than in the two before it."""
    steering, pace = subject.steering, subject.pace
    if steering.why_unknown or pace.why_no_trend:
        return Skip(reason=steering.why_unknown or pace.why_no_trend)
    table = subject.thresholds
    now, before = subject.leading.cadence_change
    bound = before * (1 - table["cadence.fall"])
    if before < table["cadence.least"] or now >= bound:
        return ()
    return (
        CHECK.missed(
            subject,
            _message(subject, now, before),
            figure=now,
            threshold=bound,
            unit="count",
            proof=subject.proof(
                subject.leading.topics["row"].reverse(), why=_("one of the last that operators started")
            ),
            command="groupctl calendar",
        ),
    )


def _message(subject: "Subject", now: float, before: float) -> str:
    message = _("the operators started {now} topics a week in the last {days} days, {before} a week before that")
    message = message.format(now=number(now), before=number(before), days=subject.pace.window)
    members = subject.pace.members_change
    if members is None:
        return message
    fell = -members
    followed = fell >= subject.thresholds["trend.fall"]
    more = (
        _("members wrote {share} less").format(share=percent(fell))
        if followed
        else _("the members have not followed yet")
    )
    return _("{message}; {more}").format(message=message, more=more)


def clause(_subject: "Subject") -> str:
    """Say that operators do less."""
    return _("the operators start less than they used to")


CHECK = AuditCheck(
    code="GA621",
    severity=Severity.MEDIUM,
    title=N_("The operators start less than before"),
    looks_at=N_(
        "Topics that operators start in a week: the latest period against the two before it; and whether what members "
        "write has fallen already."
    ),
    why=N_("The owner's own pace falls first, the group's weeks later: this is the earliest warning there is."),
    example=N_("Nine topics a week in spring, three in June; the members still wrote as much, until July."),
    instead=N_("Put the week's topics into the calendar, or hand some to members before you run out of steam."),
    thresholds=("cadence.fall", "cadence.least", "trend.fall"),
    at_least=True,
    most_urgent="urgency.work_most",
    run=enough(run),
    clause=clause,
)
