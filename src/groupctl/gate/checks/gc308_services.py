"""GC308: what the group gives for it."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate, filled
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find rules that promise nothing."""
    if not filled(gate.project.rules.services):
        message = _("the rules do not say what members get for it")
        yield CHECK.finding(message, command="groupctl rules", evidence=gate.at("rules", "services"))


CHECK = Check(
    code="GC308",
    severity=Severity.MEDIUM,
    title=N_("No services"),
    looks_at=N_("rules.services: what the group gives its members."),
    why=N_("Rules that only take are obeyed by nobody who has a choice."),
    example=N_("services = []; three duties and no promise."),
    instead=N_("Promise what you can keep in a busy week, with a time: answers by eight in the evening."),
    run=run,
)
