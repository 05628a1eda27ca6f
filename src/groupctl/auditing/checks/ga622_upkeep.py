"""GA622: whether the group is worth the hours that it takes."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import number

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject

REVIVE = N_("Revive it: hand over what takes most time, and drop a slot that draws nothing.")


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find a group that gives back too little for its upkeep, and say whom to move."""
    upkeep, least = subject.upkeep, subject.thresholds["upkeep.members_per_hour"]
    value = upkeep.members_per_hour
    if value is None:
        return Skip(reason=_("the project does not say how many hours a week it takes: group.upkeep_hours"))
    if upkeep.advice == "keep":
        return ()
    migrate = upkeep.advice == "migrate"
    people = upkeep.to_move
    rows = subject.pace.last_messages(people["who"])
    why = {
        row: _("among the most active; lately messages: {count}, days: {days}").format(count=count, days=days)
        for row, count, days in zip(rows, people["recent"], people["recent_days"], strict=True)
    }
    message = _(
        "{members} members write in a week for {hours} hours of upkeep: {value} an hour (worth it from {least} on)"
    )
    return (
        CHECK.missed(
            subject,
            message.format(
                members=number(upkeep.weekly_members),
                hours=number(upkeep.hours or 0),
                value=number(value),
                least=number(least),
            ),
            severity=None if migrate else Severity.MEDIUM,
            figure=value,
            threshold=least,
            unit="count",
            proof=subject.proof(rows, why=why),
            remedy=_(CHECK.instead) if migrate else _(REVIVE),
            command="groupctl render migration --blanks" if migrate else "groupctl gameplay",
        ),
    )


def clause(_subject: "Subject") -> str:
    """Say that it costs more than it brings."""
    return _("it takes more hours than it is worth")


CHECK = AuditCheck(
    code="GA622",
    severity=Severity.MEDIUM,
    title=N_("It takes more than it gives"),
    looks_at=N_(
        "Members who write in a week, operators aside, for each hour of upkeep that the project names. Below the norm "
        "the advice is to revive the group, or, when it is past its best, to move its most active members to a new one."
    ),
    why=N_(
        "Pushing on where hardly anybody is left takes the hours that a new group with the same people would repay."
    ),
    example=N_("Six hours a week for nine people who still write."),
    instead=N_("Do not push on: open a new group with a narrower purpose and invite the most active, one by one."),
    thresholds=("upkeep.members_per_hour",),
    at_least=True,
    most_urgent="urgency.work_most",
    run=enough(run),
    clause=clause,
)
