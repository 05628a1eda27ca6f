"""GC210: what the group bets on."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate, filled
from groupctl.i18n import N_, _

_PRESETS = {"b": "retention,experience", "c": "stickiness,fission"}


def run(gate: Gate) -> Iterator[Finding]:
    """Find a goal without a strategy."""
    if not filled(gate.project.goal.strategy):
        message = _("nothing says what is to lead to the goal")
        preset = _PRESETS.get(gate.project.group.side or "", "stickiness")
        command = f"groupctl goal --strategy {preset}"
        yield CHECK.finding(message, command=command, evidence=gate.at("goal", "strategy"))


CHECK = Check(
    code="GC210",
    severity=Severity.LOW,
    title=N_("No strategy"),
    looks_at=N_("goal.strategy: what is to lead to the goal."),
    why=N_("Without one, every week tries something else."),
    example=N_("strategy = []; this week a lottery, next week a lecture."),
    instead=N_("Businesses: retention, stickiness, experience. Consumers: fission, monetization, stickiness."),
    run=run,
)
