"""GC203: a target that can be measured."""

import datetime as dt
from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find a goal without any target."""
    if not gate.project.goal.target:
        message = _("no figure says when the goal is reached")
        due = gate.today + dt.timedelta(weeks=8)
        command = f"groupctl goal --target 'answered_share>=90%@{due}'"
        yield CHECK.finding(message, command=command, evidence=gate.at("goal", "target"))


CHECK = Check(
    code="GC203",
    severity=Severity.HIGH,
    title=N_("No target"),
    looks_at=N_("[[goal.target]]: a figure, a bound and a day; at least one."),
    why=N_("Without a figure every group is doing fine until it is dead."),
    example=N_("“We want it lively”; in October nobody can say whether it is."),
    instead=N_("Two or three figures that the audit measures, with a date about two months ahead."),
    run=run,
)
