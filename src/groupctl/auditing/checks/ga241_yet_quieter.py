"""GA241: symptom S2, newcomers every day, yet quieter."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import number

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find a group that people keep joining while those who write say less and less."""
    arriving, pace = subject.arriving, subject.pace
    if arriving.why_unknown:
        return Skip(reason=arriving.why_unknown)
    if pace.why_no_trend:
        return Skip(reason=pace.why_no_trend)
    if not arriving.yet_quieter:
        return ()
    latest, before, first = pace.windows["per_head"].head(3)
    by = subject.thresholds["trend.fall"]
    fell, bound = 1 - latest / first, 1 - (1 - by) ** 2
    message = _(
        "{joined} came in the last {days} days, no fewer than before, while messages per active member fell from "
        "{first} to {before} to {latest} in three such periods"
    ).format(
        joined=number(arriving.joins[0]), days=pace.window, first=number(first), before=number(before),
        latest=number(latest),
    )  # fmt: skip
    return (
        CHECK.missed(
            subject,
            message,
            figure=fell,
            threshold=bound,
            unit="share",
            proof=subject.proof(
                pace.fell_silent(2), why=_("the last message of somebody who wrote in the first period")
            ),
            command=subject.command.replace("groupctl audit", "groupctl tiers", 1),
        ),
    )


def clause(_subject: "Subject") -> str:
    """Say that newcomers do not make it livelier."""
    return _("newcomers come, and yet it grows quieter")


CHECK = AuditCheck(
    code="GA241",
    severity=Severity.MEDIUM,
    title=N_("Newcomers every day, yet quieter (S2)"),
    looks_at=N_(
        "Joins, and messages per member who writes, in the last three periods of equal length: as many come as before, "
        "and each says less."
    ),
    why=N_("New people do not repair a group: they see how quiet it is, and the old ones write less among strangers."),
    example=N_(
        "Forty joined in each of three months; a member who writes wrote 20 messages in the first, 9 in the last."
    ),
    instead=N_(
        "Stop inviting for two weeks. Bring those who used to write back first: ask them, give each a small part."
    ),
    thresholds=("trend.fall", "newcomers.least"),
    run=enough(run),
    clause=clause,
)
