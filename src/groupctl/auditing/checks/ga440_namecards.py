"""GA440: how many names follow the pattern that the project asks for."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import number, percent

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find a group whose name cards tell nothing."""
    naming = subject.naming
    if naming.why_unknown:
        return Skip(reason=naming.why_unknown)
    share, norm = naming.coverage, subject.thresholds["namecard.coverage"]
    if share is None:
        return Skip(reason=_("the log shows no members"))
    if CHECK.is_healthy(share, norm):
        return ()
    off = int((~naming.cards["follows"]).sum())
    message = _("{count} of {all} names are not written as {pattern} ({share} are; healthy from {norm} on)").format(
        count=number(off),
        all=number(naming.cards.height),
        pattern=naming.declared,
        share=percent(share),
        norm=percent(norm),
    )
    return (
        CHECK.missed(
            subject,
            message,
            severity=CHECK.severity,
            figure=share,
            threshold=norm,
            unit="share",
            proof=subject.proof(naming.others, quotes=dict.fromkeys(naming.others, ""), count=off),
            command="groupctl render announcement --blanks",
        ),
    )


CHECK = AuditCheck(
    code="GA440",
    severity=Severity.LOW,
    title=N_("Names do not say who is who"),
    looks_at=N_("Members' names against group.namecard: as many parts, whatever stands between them."),
    why=N_(
        "A name like city-company-role answers “who are you?” before anybody has to ask, and keeps impostors visible."
    ),
    example=N_("The rules ask for city-trade-name; of sixty members two are written so."),
    instead=N_(
        "Post the pattern with one example, change your own name first, and ask newcomers for it on their first day."
    ),
    thresholds=("namecard.coverage",),
    at_least=True,
    most_urgent="urgency.slow_most",
    run=enough(run),
)
