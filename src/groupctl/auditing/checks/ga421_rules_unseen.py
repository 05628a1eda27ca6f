"""GA421: which of the project's prohibitions no log can show."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck
from groupctl.auditing.notices import title_of
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Say which prohibitions were not looked for, and why: what nobody saw is not what did not happen."""
    if not subject.project:
        return Skip(reason=_("no project says what is prohibited"))
    unseen = [
        _("{rule} ({why})").format(rule=title_of(item.rule), why=item.why_unseen)
        for item in subject.rules.items
        if item.why_unseen
    ]
    if not unseen:
        return ()
    return Skip(reason=_("cannot be seen in a log: {rules}").format(rules=_(", ").join(unseen)))


CHECK = AuditCheck(
    code="GA421",
    severity=Severity.LOW,
    title=N_("Rules that no log can show"),
    looks_at=N_("Each [[rules.prohibited]]: whether a chat log could show that it is broken."),
    why=N_(
        "What happens in private messages or outside the group leaves no trace here; only members can tell you of it."
    ),
    example=N_("“Nobody adds members one by one to sell”: the log is silent about it, and so is this audit."),
    instead=N_("Tell members whom to write to when it happens, and ask now and then."),
    run=run,
)
