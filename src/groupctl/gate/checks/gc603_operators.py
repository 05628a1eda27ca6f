"""GC603: who runs the group."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate, filled
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find a group that nobody runs."""
    if not filled(gate.project.group.operators):
        message = _("nothing says who runs the group")
        yield CHECK.finding(message, command="groupctl init", evidence=gate.at("group", "operators"))


CHECK = Check(
    code="GC603",
    severity=Severity.MEDIUM,
    title=N_("No operator"),
    looks_at=N_("group.operators: names of those who run the group, as they stand in the chat."),
    why=N_("Members must know whom to ask; and without the names the audit takes your monologue for a lively group."),
    example=N_("operators = []; 60 % of all messages are the owner's, and the report says “active”."),
    instead=N_("Write the names exactly as they stand in the chat."),
    run=run,
)
