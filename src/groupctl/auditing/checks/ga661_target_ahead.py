"""GA661: whether targets that are due soon will be reached."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough, miss
from groupctl.auditing.targets import aims, declared_at, today
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _, ngettext
from groupctl.wording import number, quoted

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterator[Finding] | Skip:
    """Find targets that are due soon and not reached yet."""
    if not subject.project or not any(target.by for target in subject.project.goal.target):
        return Skip(reason=_("the project has no targets with a date"))
    return _findings(subject)


def _findings(subject: "Subject") -> Iterator[Finding]:
    for aim in aims(subject):
        left = (aim.target.by - today(subject)).days if aim.target.by else -1
        if not aim.missed or not 0 < left <= subject.thresholds["targets.ahead"]:
            continue
        wanted = _("at least {bound}") if aim.at_least else _("at most {bound}")
        message = ngettext(
            "{figure} is {value} and is to be {wanted} by {day}, {count} day after the log ends",
            "{figure} is {value} and is to be {wanted} by {day}, {count} days after the log ends",
            left,
        ).format(
            figure=quoted([aim.target.figure]),
            value=aim.shown(aim.figure),
            wanted=wanted.format(bound=aim.shown(aim.bound)),
            day=aim.target.by,
            count=number(left),
        )
        yield CHECK.missed(
            subject,
            message,
            about=aim.target.figure,
            severity=CHECK.severity,
            urgency=miss(aim.figure, aim.bound, at_least=aim.at_least),
            figure=aim.figure,
            threshold=aim.bound,
            unit=aim.unit,
            evidence=declared_at(subject, aim.index),
            evidence_count=1,
            command="groupctl goal",
        )


CHECK = AuditCheck(
    code="GA661",
    severity=Severity.LOW,
    title=N_("A target that is due soon"),
    looks_at=N_(
        "Each [[goal.target]] whose day comes within a month of the end of the log and that is not reached yet."
    ),
    why=N_(
        "A month is enough to change one thing and see what it does; on the day itself there is nothing left to do."
    ),
    example=N_("messages_per_day is 6 and is to be 10 in three weeks."),
    instead=N_("Pick the finding of this report that moves the figure, and do that one this week."),
    thresholds=("targets.ahead",),
    most_urgent="urgency.most",
    run=enough(run),
)
