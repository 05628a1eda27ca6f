"""GC102: what a member gets that is worth staying for."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find a positioning without a value."""
    if not gate.project.positioning.value.strip():
        message = _("nothing says what is worth staying for")
        yield CHECK.finding(message, command="groupctl positioning", evidence=gate.at("positioning", "value"))


CHECK = Check(
    code="GC102",
    severity=Severity.HIGH,
    title=N_("No value"),
    looks_at=N_("positioning.value: what is worth staying for."),
    why=N_("People come for a benefit and stay for a value; without one they are silent from the second day on."),
    example=N_('value = ""; two hundred people, and nobody can say what they would miss.'),
    instead=N_("Name the one thing that is worth leaving notifications on for."),
    run=run,
)
