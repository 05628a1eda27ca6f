"""GA203: whether less is said from one period to the next."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import number, percent

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find a group in which messages fall twice in a row, unless its stage or its newcomers say more about it."""
    pace = subject.pace
    if pace.why_no_trend:
        return Skip(reason=pace.why_no_trend)
    by = subject.thresholds["trend.fall"]
    told_elsewhere = pace.stage in {"decline", "dormant"} or subject.arriving.yet_quieter
    if told_elsewhere or not pace.falls_twice:
        return ()
    latest, before, first = pace.windows["messages"].head(3)
    fell, bound = 1 - latest / first, 1 - (1 - by) ** 2
    message = _(
        "{first} → {before} → {latest} messages in three periods of {days} days: {share} fewer than in the first"
    )
    return (
        CHECK.missed(
            subject,
            message.format(
                first=number(first), before=number(before), latest=number(latest), days=pace.window, share=percent(fell)
            ),
            figure=fell,
            threshold=bound,
            unit="share",
            proof=subject.proof(
                pace.fell_silent(2), why=_("the last message of somebody who wrote in the first period")
            ),
            command="groupctl gameplay",
        ),
    )


def clause(subject: "Subject") -> str:
    """Say that less is said."""
    return _("less is said from month to month") if subject.pace.window == 28 else _("less is said from week to week")


CHECK = AuditCheck(
    code="GA203",
    severity=Severity.MEDIUM,
    title=N_("Less is said each time"),
    looks_at=N_(
        "Messages in the last three periods of equal length (four weeks, two or one, whatever fits three times into "
        "the log), and whether each holds clearly less than the one before."
    ),
    why=N_("One quiet month is a holiday; two in a row are a direction, and it is still cheap to turn round."),
    example=N_("1,200 messages in March, 900 in April, 600 in May."),
    instead=N_("Ask those who stopped writing what they miss, and start one slot that answers it."),
    thresholds=("trend.fall",),
    run=enough(run),
    clause=clause,
)
