"""GA442: members whose name looks like an operator's."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _, ngettext
from groupctl.wording import number

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject

_HOW = {
    "letters": N_("letters that look like those of “{like}”"),
    "title": N_("the name of “{like}” with a title beside it"),
    "same": N_("a second account under the name of “{like}”, taken for an operator"),
}


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find accounts that members could take for an operator."""
    if subject.steering.why_unknown:
        return Skip(reason=subject.steering.why_unknown)
    found = subject.naming.rows_of(subject.naming.look_alikes).drop_nulls("row")
    if found.is_empty():
        return ()
    why = {row: _(_HOW[how]).format(like=like) for row, like, how in found.select("row", "like", "how").iter_rows()}
    return (
        CHECK.found(
            clause(subject),
            urgency=1 + found.height,
            figure=found.height,
            threshold=0,
            unit="count",
            proof=subject.proof(found["row"], why=why),
            command="groupctl render announcement --blanks",
        ),
    )


def clause(subject: "Subject") -> str:
    """Say how many names could be taken for an operator's."""
    count = subject.naming.rows_of(subject.naming.look_alikes).drop_nulls("row").height
    return ngettext(
        "{count} account writes under a name that looks like an operator's",
        "{count} accounts write under names that look like an operator's",
        count,
    ).format(count=number(count))


CHECK = AuditCheck(
    code="GA442",
    severity=Severity.HIGH,
    title=N_("Names that look like an operator's"),
    looks_at=N_(
        "Names that read like an operator's once look-alike letters are replaced (0 for o, Cyrillic for Latin), "
        "that add a title to it "
        "(admin, customer service), or that are the same on another account."
    ),
    why=N_(
        "Who is taken for the owner can collect money and passwords in the owner's name, in a private message "
        "that you never see."
    ),
    example=N_("“Оrange (official)” writes to newcomers about a deposit; the owner is called Orange."),
    instead=N_(
        "Ask them who they are. Tell members by which sign they know you, and that you never ask for money in private."
    ),
    run=run,
    clause=clause,
)
