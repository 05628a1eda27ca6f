"""GA422: members who broke the same rule again and whom no further step met."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import polars as pl

from groupctl import titles
from groupctl.auditing.check import AuditCheck
from groupctl.auditing.notices import next_notice, title_of
from groupctl.auditing.standing import standing_in_words
from groupctl.facts.base import Proof
from groupctl.findings import Evidence, Finding, Severity, Skip
from groupctl.i18n import N_, _, ngettext
from groupctl.wording import number

if TYPE_CHECKING:
    from groupctl.facts.strikes import Standing
    from groupctl.facts.subject import Subject


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find who broke a rule on several days while the ladder stood still."""
    if not subject.project:
        return Skip(reason=_("no project says what is prohibited"))
    if not any(item.rule.ladder for item in subject.rules.items):
        return Skip(reason=_("no prohibition of the project says what follows"))
    if subject.steering.why_unknown:
        return Skip(reason=subject.steering.why_unknown)
    let_off = _let_off(subject)
    if not let_off:
        return ()
    count = len(let_off)
    message = ngettext(
        "{count} member broke the same rule on {days} days and no step followed; “{rule}” says next: {step}",
        "{count} members broke the same rule on several days and no step followed, the first of them on {days}; "
        "“{rule}” says next: {step}",
        count,
    ).format(
        count=number(count),
        days=number(let_off[0].unanswered),
        rule=_title(subject, let_off[0].rule),
        step=titles.ladder([let_off[0].next_step]),
    )  # fmt: skip
    again = subject.thresholds["strikes.let_off"]
    return (
        CHECK.found(
            message,
            severity=Severity.HIGH if let_off[0].unanswered > again else Severity.MEDIUM,
            urgency=float(let_off[0].unanswered),
            figure=count,
            threshold=0,
            unit="count",
            proof=_proof(subject, let_off),
            command=next_notice(let_off[0]),
        ),
    )


def _title(subject: "Subject", name: str) -> str:
    return next(title_of(item.rule) for item in subject.rules.items if item.name == name)


def _let_off(subject: "Subject") -> "list[Standing]":
    again = subject.thresholds["strikes.let_off"]
    return [one for one in subject.rules.standings if one.is_due and one.unanswered >= again]


def _proof(subject: "Subject", let_off: "list[Standing]") -> Proof:
    """Return the latest strike of each, wherever it was seen: in this export or in an earlier one."""
    shown = let_off if subject.evidence is None else let_off[: subject.evidence]
    rows = subject.rules.last_rows
    places = [_place(subject, one, rows.get((one.rule, one.who))) for one in shown]
    return Proof(evidence=tuple(places), count=len(let_off))


def _place(subject: "Subject", one: "Standing", row: int | None) -> Evidence:
    why = _("rule “{rule}”: {standing}").format(rule=_title(subject, one.rule), standing=standing_in_words(one))
    if row is not None:
        return subject.proof(pl.Series([row], dtype=pl.UInt32), why=why).evidence[0]
    latest = one.strikes[-1]
    return Evidence(file=latest.file, line=latest.line, at=latest.at, who=one.name, why=why)


def clause(_subject: "Subject") -> str:
    """Say that nobody goes further."""
    return _("whoever breaks a rule again hears nothing")


CHECK = AuditCheck(
    code="GA422",
    severity=Severity.MEDIUM,
    title=N_("Broken again, and nothing followed"),
    looks_at=N_(
        "For each member and rule, the days on which it was broken (strikes.toml keeps them between audits; they "
        "expire) "
        "and the steps that the log shows: a call to order by name, a message taken back, a removal."
    ),
    why=N_("A ladder nobody climbs teaches that the first step is the last one."),
    example=N_("Reminded in March, advertised again in April and in May; the rules say remove."),
    instead=N_(
        "Take the step that is due, in public and with the rule's own words. The program proposes it and never "
        "takes it."
    ),
    thresholds=("strikes.expire_days", "strikes.let_off", "adverts.step_within"),
    run=run,
    clause=clause,
)
