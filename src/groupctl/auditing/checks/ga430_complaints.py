"""GA430: what members say against the group itself."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck
from groupctl.figures.complaints import COMPLAINTS
from groupctl.findings import Finding, Severity
from groupctl.i18n import N_, _, ngettext
from groupctl.wording import number

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject

_TITLES = {remark.name: remark.title for remark in COMPLAINTS}


def run(subject: "Subject") -> Iterable[Finding]:
    """Find complaints about advertisements, noise, those who run the group, and goodbyes."""
    found, table = subject.trouble.complaints, subject.thresholds
    a_month = found.height / max(subject.days / 30, 1)
    if found.height < 2 or a_month <= table["complaints.most"]:
        return ()
    rows = found["row"].reverse()
    why = {
        row: _("read as: {kind} (“{words}”)").format(kind=_(_TITLES[kind]), words=words.strip())
        for row, kind, words in found.select("row", "remark", "match").iter_rows()
    }
    return (
        CHECK.found(
            _message(subject),
            severity=Severity.HIGH if a_month >= table["complaints.serious"] else Severity.MEDIUM,
            urgency=a_month / max(table["complaints.most"], 1),
            figure=found.height,
            threshold=table["complaints.most"],
            unit="count",
            proof=subject.proof(rows, why=why),
            command=f"{subject.command} --show GA430",
        ),
    )


def _message(subject: "Subject") -> str:
    kinds = subject.trouble.complaints["remark"].value_counts(sort=True)
    parts = [
        _("{count} {about}").format(count=number(count), about=_(_TITLES[kind])) for kind, count in kinds.iter_rows()
    ]
    return _("{what}: {parts}").format(what=clause(subject), parts=_(", ").join(parts))


def clause(subject: "Subject") -> str:
    """Say how often members complain."""
    count = subject.trouble.complaints.height
    return ngettext("members complained {count} time", "members complained {count} times", count).format(
        count=number(count)
    )


CHECK = AuditCheck(
    code="GA430",
    severity=Severity.MEDIUM,
    title=N_("Members complain"),
    looks_at=N_(
        "Members' messages that complain of advertisements, noise or those who run the group, or say that they "
        "leave it."
    ),
    why=N_("For one who says it, several have muted the group. It is the cheapest warning there is."),
    example=N_("“Advertisements again, is nobody in charge here?”"),
    instead=N_("Answer each of them today, say what you will do about it, and do it where all can see."),
    thresholds=("complaints.most", "complaints.serious"),
    run=run,
    clause=clause,
    incidents=True,
)
