"""GC614: what the group costs its owner."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find a group whose costs are unknown."""
    if gate.project.group.upkeep_hours is None:
        message = _("nothing says how many hours a week it costs")
        yield CHECK.finding(message, command="groupctl init", evidence=gate.at("group", "upkeep_hours"))


CHECK = Check(
    code="GC614",
    severity=Severity.LOW,
    title=N_("Upkeep is not counted"),
    looks_at=N_("group.upkeep_hours: hours a week."),
    why=N_("A group that gives less than it costs should be moved or closed; without the hours nobody notices."),
    example=N_("Ten hours a week for three people who talk."),
    instead=N_("Count honestly, once: hours a week, all operators together."),
    run=run,
)
