"""GA660: whether targets that are due were reached."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough, miss
from groupctl.auditing.targets import aims, declared_at, today
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import quoted

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterator[Finding] | Skip:
    """Find targets whose day has come and that were not reached."""
    if not subject.project or not subject.project.goal.target:
        return Skip(reason=_("the project has no targets"))
    if not any(target.by and target.by <= today(subject) for target in subject.project.goal.target):
        return Skip(reason=_("no target was due before the log ends"))
    return _findings(subject)


def _findings(subject: "Subject") -> Iterator[Finding]:
    for aim in aims(subject):
        if not aim.missed or not aim.target.by or aim.target.by > today(subject):
            continue
        wanted = _("at least {bound}") if aim.at_least else _("at most {bound}")
        yield CHECK.missed(
            subject,
            _("{figure} is {value}; it was to be {wanted} by {day}").format(
                figure=quoted([aim.target.figure]),
                value=aim.shown(aim.figure),
                wanted=wanted.format(bound=aim.shown(aim.bound)),
                day=aim.target.by,
            ),
            about=aim.target.figure,
            urgency=miss(aim.figure, aim.bound, at_least=aim.at_least),
            figure=aim.figure,
            threshold=aim.bound,
            unit=aim.unit,
            evidence=declared_at(subject, aim.index),
            evidence_count=1,
            command="groupctl goal",
        )


def clause(_subject: "Subject") -> str:
    """Say that a target was missed."""
    return _("a target of the project was missed")


CHECK = AuditCheck(
    code="GA660",
    severity=Severity.MEDIUM,
    title=N_("A target that was missed"),
    looks_at=N_(
        "Each [[goal.target]] whose day lies before the end of the log: its bound against the figure of this audit."
    ),
    why=N_("A target is there to ask, on its day, whether to go on as before; nobody does who does not look."),
    example=N_("active_share was to be at least 30 % by the first of June; it is 12 %."),
    instead=N_("Change one thing for the next four weeks, set a new day, and close the group if that passes too."),
    most_urgent="urgency.most",
    run=enough(run),
    clause=clause,
)
