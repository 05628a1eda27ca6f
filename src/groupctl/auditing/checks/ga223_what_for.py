"""GA223: whether members ask what the group is for."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck
from groupctl.findings import Finding, Severity
from groupctl.i18n import N_, _, ngettext
from groupctl.wording import number

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding]:
    """Find members who had to ask what the group is for."""
    arriving, table = subject.arriving, subject.thresholds
    most, several = table["asked_what_for.most"], table["asked_what_for.several"]
    count = arriving.asking_why["who"].n_unique()
    if count <= most:
        return
    message = ngettext(
        "{count} member asked what this group is for", "{count} members asked what this group is for", count
    ).format(count=number(count))
    fresh = len(arriving.asking_why_new)
    if fresh and fresh == arriving.asking_why.height:
        all_new = ngettext("{message}, and that is a newcomer", "{message}, all of them newcomers", count)
        message = all_new.format(message=message)
    elif fresh:
        new = ngettext("{count} of the messages by a newcomer", "{count} of the messages by newcomers", fresh)
        message = _("{message}; {more}").format(message=message, more=new.format(count=number(fresh)))
    why = {row: _since_coming(days) for row, days in arriving.asking_why_new.items()}
    yield CHECK.found(
        message,
        severity=Severity.MEDIUM if count >= several else Severity.LOW,
        urgency=1 + count / several,
        figure=count,
        threshold=most,
        unit="count",
        proof=subject.proof(arriving.asking_why["row"], why=why),
        command=_command(subject),
    )


def _since_coming(days: int) -> str:
    if not days:
        return _("on the day of coming")
    return ngettext("{days} day after coming", "{days} days after coming", days).format(days=days)


def _command(subject: "Subject") -> str:
    """Return what tells people: the announcement, once the project knows what the group is for."""
    project = subject.project
    known = project is not None and (project.positioning.value or project.goal.statement)
    return "groupctl render announcement --blanks" if known else "groupctl positioning"


def clause(_subject: "Subject") -> str:
    """Say that members do not know."""
    return _("members ask what the group is for")


CHECK = AuditCheck(
    code="GA223",
    severity=Severity.LOW,
    title=N_("“What is this group for?”"),
    looks_at=N_("Short messages of members that ask what the group is for, what it does, or who put them into it."),
    why=N_("It is the worst moment of a newcomer: whoever must ask was not told before coming, and most do not ask."),
    example=N_("“Who added me here? What do you do in this group?”"),
    instead=N_("Say it before people come: in the invitation, in the welcome, and in the announcement pinned on top."),
    thresholds=("asked_what_for.most", "asked_what_for.several"),
    run=run,
    clause=clause,
)
