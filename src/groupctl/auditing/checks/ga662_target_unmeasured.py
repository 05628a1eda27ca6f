"""GA662: whether this audit measures what the targets are about."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck
from groupctl.auditing.targets import declared_at, figures
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import quoted

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterator[Finding] | Skip:
    """Find targets whose figure has no value here."""
    if not subject.project or not subject.project.goal.target:
        return Skip(reason=_("the project has no targets"))
    return _findings(subject)


def _findings(subject: "Subject") -> Iterator[Finding]:
    from groupctl.project.shape import nearest  # noqa: PLC0415 - the model of a project is dear to load without one

    known = figures(subject)
    for index, target in enumerate(subject.project.goal.target if subject.project else ()):
        if known.get(target.figure) is not None:
            continue
        if target.figure in known:
            message = _("{figure} cannot be told from this export").format(figure=quoted([target.figure]))
        else:
            message = _("nothing measures the figure {figure}").format(figure=quoted([target.figure]))
            near = nearest(target.figure, known)
            message += _("; did you mean {name}?").format(name=near) if near else ""
        yield CHECK.found(
            message,
            about=target.figure,
            evidence=declared_at(subject, index),
            evidence_count=1,
            command="groupctl explain figures",
        )


CHECK = AuditCheck(
    code="GA662",
    severity=Severity.LOW,
    title=N_("A target that this audit cannot measure"),
    looks_at=N_("The figure of each [[goal.target]]: whether the audit knows it, and whether this export shows it."),
    why=N_("A target without a figure is never missed, and so never reached."),
    example=N_('figure = "active_shares", or active_share from an export without join lines and without a roster.'),
    instead=N_("Correct the name; or give the audit what it lacks, such as --roster FILE."),
    run=run,
)
