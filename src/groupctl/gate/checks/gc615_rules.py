"""GC615: whether the rules of tiers and roles can be read."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.phrasing import quoted
from groupctl.gate.subject import Gate
from groupctl.i18n import N_, _
from groupctl.project.rule import RuleError, is_for_people, parse


def run(gate: Gate) -> Iterator[Finding]:
    """Find rules over figures that are none: an unknown figure, a missing number, an open bracket."""
    declared = [("tier", index, one.title or one.id, one.rule) for index, one in enumerate(gate.project.tier)]
    declared += [("role", index, one.title or one.id, one.rule) for index, one in enumerate(gate.project.role)]
    for table, index, name, rule in declared:
        if not rule or is_for_people(rule):
            continue
        try:
            parse(rule)
        except RuleError as error:
            message = _("the rule of {name} cannot be read: {reason} (column {column})").format(
                name=quoted([name or f"#{index + 1}"]), reason=error.reason, column=error.column + 1
            )
            remedy = error.hint or _(CHECK.instead)
            yield CHECK.finding(message, remedy=remedy, evidence=gate.at(table, index, "rule"))


CHECK = Check(
    code="GC615",
    severity=Severity.MEDIUM,
    title=N_("A rule that cannot be read"),
    looks_at=N_("The rules of [[tier]] and [[role]] that compare figures of members."),
    why=N_("groupctl tiers stops at a rule it cannot read; better to know before the day it is needed."),
    example='rule = "activ_days >= 8"',
    instead=N_("groupctl tiers --figures lists what a rule can name, groupctl tiers --sets shows rules that work."),
    run=run,
)
