"""GC608: whether members are told apart by tiers."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find a group without tiers."""
    if not gate.project.tier:
        message = _("nothing tells those who carry the group from the others")
        yield CHECK.finding(message, evidence=gate.at("tier"))


CHECK = Check(
    code="GC608",
    severity=Severity.LOW,
    title=N_("No tiers"),
    looks_at=N_("[[tier]]: levels of members with a rule each."),
    why=N_("Treating everybody alike loses the few who carry the group."),
    example=N_("No [[tier]]; whoever answers forty questions gets the same thanks as whoever lurks."),
    instead=N_("Begin with three: strong, interested, potential. groupctl tiers proposes who is in which."),
    run=run,
)
