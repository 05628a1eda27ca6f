"""GC206: whether a target's day is still to come."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.phrasing import quoted
from groupctl.gate.subject import Gate, needs
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find targets whose day has passed."""
    for index, target in enumerate(gate.project.goal.target):
        if target.by is not None and target.by < gate.today:
            message = _("the target for {figure} was due on {day}")
            message = message.format(figure=quoted([target.figure]), day=target.by)
            yield CHECK.finding(message, command="groupctl goal", evidence=gate.at("goal", "target", index, "by"))


CHECK = Check(
    code="GC206",
    severity=Severity.MEDIUM,
    title=N_("A target whose day has passed"),
    looks_at=N_("Whether the by of each [[goal.target]] is still to come."),
    why=N_("A target that lies behind you steers nothing."),
    example=N_("by = 2020-01-01"),
    instead=N_("Look whether it was reached (groupctl audit), then set the next one."),
    run=needs("goal.target", run),
)
