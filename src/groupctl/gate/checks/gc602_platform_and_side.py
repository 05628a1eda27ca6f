"""GC602: where the group meets and whom it serves."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find a group that says neither where it meets nor whom it serves, or only one."""
    group = gate.project.group
    if group.platform is None:
        message = _("nothing says on which platform it meets")
        yield CHECK.finding(message, command="groupctl init", evidence=gate.at("group", "platform"))
    if group.side is None:
        message = _("nothing says whom it serves: businesses (b) or consumers (c)")
        yield CHECK.finding(message, command="groupctl init", evidence=gate.at("group", "side"))


CHECK = Check(
    code="GC602",
    severity=Severity.HIGH,
    title=N_("No platform or side"),
    looks_at=N_("group.platform, and group.side: b (businesses) or c (consumers)."),
    why=N_(
        "What is healthy on one platform is an alarm on another, and groups of businesses live from "
        "other things than groups of consumers."
    ),
    example=N_("side is missing; fission tricks for wholesale customers."),
    instead=N_("Say where it meets and whom it serves."),
    run=run,
)
