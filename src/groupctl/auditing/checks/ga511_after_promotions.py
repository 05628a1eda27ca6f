"""GA511: who leaves or complains in the days after a promotion."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import polars as pl

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _, ngettext
from groupctl.wording import number

if TYPE_CHECKING:
    from groupctl.facts.promoting import Aftermath
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find promotions that drive members out."""
    promoting = subject.promoting
    if promoting.why_unknown:
        return Skip(reason=promoting.why_unknown)
    if promoting.found.is_empty():
        return Skip(reason=_("no promotion of an operator stands in this log"))
    exits, complaints = promoting.exits[-1], promoting.complaints[-1]
    worse = [one for one in (exits, complaints) if _is_worse(subject, one)]
    if not worse:
        return Skip(reason=promoting.why_no_exits) if promoting.why_no_exits and not complaints.rows.len() else ()
    figure = max((one.surplus or 0.0) for one in worse)
    most = subject.thresholds["promotions.exits_most"]
    rows = pl.concat([one.rows for one in worse]).sort(descending=True)
    return (
        CHECK.found(
            _message(subject),
            severity=Severity.HIGH if figure > 2 * most else Severity.MEDIUM,
            urgency=1 + min(figure, 9),
            figure=exits.rows.len() if exits in worse else complaints.rows.len(),
            threshold=exits.expected if exits in worse else complaints.expected,
            unit="count",
            proof=subject.proof(rows),
            command=f"{subject.command} --show GA511",
        ),
    )


def _is_worse(subject: "Subject", one: "Aftermath") -> bool:
    table = subject.thresholds
    chance = table["promotions.chance"] * max(one.expected, 1.0) ** 0.5
    if one.rows.len() < table["promotions.least"] or one.rows.len() - one.expected < chance:
        return False
    surplus = one.surplus
    return surplus is None or surplus > subject.thresholds["promotions.exits_most"]


def _message(subject: "Subject") -> str:
    promoting = subject.promoting
    count = promoting.found.height
    parts = [
        ngettext("after {count} promotion", "after {count} promotions", count).format(count=number(count)),
        *([_after(_("exits"), promoting.exits)] if not promoting.why_no_exits else []),
        *([_after(_("complaints"), promoting.complaints)] if promoting.complaints[-1].rows.len() else []),
    ]
    text = parts[0]
    for part in parts[1:]:
        text = _("{message}; {more}").format(message=text, more=part)
    return text


def _after(what: str, aftermaths: "tuple[Aftermath, ...]") -> str:
    day, three = aftermaths
    return _("{what}: {day} in 24 hours, {three} in 72, where {expected} were to be expected").format(
        what=what, day=number(day.rows.len()), three=number(three.rows.len()), expected=number(three.expected)
    )


def clause(_subject: "Subject") -> str:
    """Say that promotions drive members out."""
    return _("members leave or complain after promotions")


CHECK = AuditCheck(
    code="GA511",
    severity=Severity.MEDIUM,
    title=N_("Members leave after promotions"),
    looks_at=N_(
        "Exits and complaints within 24 and 72 hours after operators' promotions, against the rate of the rest "
        "of the log."
    ),
    why=N_("What a promotion earns is seen the same day; what it costs is seen in who is not there next week."),
    example=N_("Nine members left in the three days after the course was announced; in other weeks it is two."),
    instead=N_("Sell to those who asked: in a smaller group, to the tier it is for, and after something was given."),
    thresholds=(
        "promotions.exits_most",
        "promotions.least",
        "promotions.chance",
    ),
    run=enough(run),
    clause=clause,
)
