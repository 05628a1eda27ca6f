"""GC107: what makes the group different."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find a positioning without a difference."""
    if not gate.project.positioning.differentiator.strip():
        message = _("nothing says why one should join this group and not another")
        yield CHECK.finding(message, command="groupctl positioning", evidence=gate.at("positioning", "differentiator"))


CHECK = Check(
    code="GC107",
    severity=Severity.MEDIUM,
    title=N_("No difference"),
    looks_at=N_("positioning.differentiator: what this group does and others do not."),
    why=N_("Your people are already in twenty groups. Without a difference yours is the twenty-first, and muted."),
    example=N_('differentiator = ""; the same links as everywhere, an hour later.'),
    instead=N_("Name one thing that you do and others do not: faster, checked, in person, on one town."),
    run=run,
)
