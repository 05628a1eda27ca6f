"""GC601: what the group is called."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find a group without a name."""
    if not gate.project.group.name.strip():
        message = _("the group has no name")
        yield CHECK.finding(message, command="groupctl init", evidence=gate.at("group", "name"))


CHECK = Check(
    code="GC601",
    severity=Severity.HIGH,
    title=N_("No name"),
    looks_at=N_("group.name."),
    why=N_("The name is all that a stranger reads before deciding."),
    example=N_('name = ""'),
    instead=N_("Who meets here, and for what."),
    run=run,
)
