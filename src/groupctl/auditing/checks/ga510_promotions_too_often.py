"""GA510: days on which the group was sold to more often than it puts up with."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import polars as pl

from groupctl.auditing.check import AuditCheck
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _, ngettext
from groupctl.wording import number

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find days with more promotions than the cap."""
    promoting = subject.promoting
    if promoting.why_unknown:
        return Skip(reason=promoting.why_unknown)
    cap = promoting.cap
    over = promoting.days.filter(pl.col("promotions") > cap)
    if over.is_empty():
        return ()
    most = int(over["promotions"][0])
    why = {
        row: _("{count} that day").format(count=number(count))
        for row, count in over.select("row", "promotions").iter_rows()
    }
    return (
        CHECK.missed(
            subject,
            _message(subject, over.height, most, cap),
            severity=None if over.height > 1 else Severity.MEDIUM,
            figure=most,
            threshold=cap,
            unit="per_day",
            proof=subject.proof(over["row"], why=why),
            command=f"{subject.command} --show GA510",
        ),
    )


def _message(subject: "Subject", days: int, most: int, cap: float) -> str:
    message = ngettext(
        "{days} day with more promotions than the {cap} that members put up with, {most} at the most",
        "{days} days with more promotions than the {cap} that members put up with, {most} at the most",
        days,
    ).format(days=number(days), cap=number(cap), most=number(most))
    found = subject.promoting.found
    nobody = int(found["whom"].is_null().sum())
    return _("{message}; {nobody} of {all} do not say whom they are for").format(
        message=message, nobody=number(nobody), all=number(found.height)
    )


def clause(subject: "Subject") -> str:
    """Say how often the group is sold to."""
    return _("up to {count} promotions a day").format(count=number(subject.promoting.days["promotions"][0]))


CHECK = AuditCheck(
    code="GA510",
    severity=Severity.MEDIUM,
    title=N_("Too many promotions a day"),
    looks_at=N_(
        "What operators and their robots post to sell something: two of sales words, a price, a shop link, a "
        "call to order. "
        "Per day, against monetization.cap_per_day."
    ),
    why=N_("An advertisement pushed several times a day drives members out, and the operator's own is one too."),
    example=N_("Four offers between nine and noon, the same course each time."),
    instead=N_("One a day at the most, written for this group and for those it is for; say who need not read on."),
    thresholds=("promotions.per_day_most",),
    most_urgent="urgency.slow_most",
    run=run,
    clause=clause,
)
