"""GC109: what members have in common."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate, filled
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find members who have nothing in common."""
    if not filled(gate.project.positioning.common_ground):
        message = _("nothing says in what the members are alike")
        yield CHECK.finding(message, command="groupctl positioning", evidence=gate.at("positioning", "common_ground"))


CHECK = Check(
    code="GC109",
    severity=Severity.HIGH,
    title=N_("No common ground"),
    looks_at=N_(
        "positioning.common_ground: an identity, a hobby or a task; for businesses a city, a line of "
        "business or a kind of company."
    ),
    why=N_("Strangers talk when they are alike in one thing. Without it every talk needs the owner."),
    example=N_("common_ground = []; students, retailers and pensioners who once scanned the same code."),
    instead=N_("Name at least one thing that is true of every member."),
    run=run,
)
