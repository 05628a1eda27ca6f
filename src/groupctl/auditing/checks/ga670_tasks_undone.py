"""GA670: whether members do the tasks that the rules name."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import number, percent, quoted

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterator[Finding] | Skip:
    """Find tasks that few of the active members did."""
    promises = subject.promises
    if not subject.project or not subject.project.rules.tasks:
        return Skip(reason=_("the rules name no tasks"))
    if not promises.tasks:
        return Skip(reason=_("no log shows whether {tasks} is done").format(tasks=quoted(promises.invisible_tasks)))
    least = subject.thresholds["tasks.active_least"]
    if promises.active_count < least:
        return Skip(reason=_("fewer than {count} members wrote lately").format(count=number(least)))
    return _findings(subject)


def _findings(subject: "Subject") -> Iterator[Finding]:
    promises, norm = subject.promises, subject.thresholds["tasks.done_least"]
    for task in promises.tasks:
        share = task.doers / max(promises.active_count, 1)
        if share >= norm:
            continue
        message = _(
            "{doers} of {active} members who wrote in the last {days} days did the task {task} ({share})"
        ).format(
            doers=number(task.doers),
            active=number(promises.active_count),
            days=number(subject.thresholds["active_share.window"]),
            task=quoted([task.text]),
            share=percent(share),
        )
        yield CHECK.missed(
            subject,
            message,
            about=task.text,
            severity=CHECK.severity,
            figure=share,
            threshold=norm,
            unit="share",
            proof=subject.proof(task.done, why=_("somebody who did it")),
            command="groupctl rules",
        )


CHECK = AuditCheck(
    code="GA670",
    severity=Severity.LOW,
    title=N_("A task that few members do"),
    looks_at=N_(
        "Tasks in rules.tasks whose doing is said in a word (check-in, sign-up list, notes, homework): how many of the "
        "members who wrote in the last 30 days said it. Tasks that leave no such trace are left out."
    ),
    why=N_("A duty that nobody does makes the other rules look optional too."),
    example=N_("“Check in every day”: three of forty did in the last month."),
    instead=N_("Make it smaller, show those who do it, or strike it from the rules."),
    thresholds=("tasks.done_least", "tasks.active_least", "active_share.window"),
    at_least=True,
    most_urgent="urgency.most",
    run=enough(run),
)
