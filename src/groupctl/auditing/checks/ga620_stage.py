"""GA620: whether the group is in decline, or dormant."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _
from groupctl.wording import number

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find a group past its best."""
    pace = subject.pace
    if pace.stage is None:
        return Skip(reason=pace.why_no_trend or subject.too_little)
    if pace.stage not in {"decline", "dormant"}:
        return ()
    latest, best = pace.windows["messages"][0], pace.windows["messages"][pace.best]
    norm = subject.thresholds["lifecycle.decline"]
    first, last = pace.window_days(pace.best)
    dormant = pace.stage == "dormant"
    message = (
        _("the group is dormant: messages in its last {days} days {latest}, in its best {best} ({first} to {last})")
        if dormant
        else _(
            "the group is in decline: messages in its last {days} days {latest}, in its best {best} ({first} to {last})"
        )
    )
    return (
        CHECK.missed(
            subject,
            message.format(latest=number(latest), days=pace.window, best=number(best), first=first, last=last),
            severity=Severity.HIGH if dormant else None,
            figure=latest / best,
            threshold=norm,
            unit="share",
            proof=subject.proof(
                pace.fell_silent(pace.best), why=_("the last message of somebody who wrote in its best days")
            ),
            command="groupctl render migration --blanks" if dormant else "groupctl gameplay",
            remedy=_("Move the most active to a new group with a narrower purpose, and close this one with thanks.")
            if dormant
            else _(CHECK.instead),
        ),
    )


def clause(subject: "Subject") -> str:
    """Say which stage it is in."""
    return (
        _("the group has gone quiet for good") if subject.pace.stage == "dormant" else _("the group is past its best")
    )


CHECK = AuditCheck(
    code="GA620",
    severity=Severity.MEDIUM,
    title=N_("Past its best"),
    looks_at=N_(
        "Messages and people who write in periods of equal length: whether the last two hold at most half of the best "
        "one. Stages are inception, growth, maturity, decline and dormant."
    ),
    why=N_(
        "Most groups live from a week to six months, two years is long; a decline that is seen early can be chosen."
    ),
    example=N_("2,400 messages in the four weeks of May, 700 in those of September."),
    instead=N_("Bring something new that is worth staying for, and give those who still write a part in it."),
    thresholds=("lifecycle.decline", "lifecycle.dormant", "lifecycle.growth", "lifecycle.new"),
    at_least=True,
    run=enough(run),
    clause=clause,
)
