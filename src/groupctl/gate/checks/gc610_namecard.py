"""GC610: how members of a group for businesses write their name."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find a group for businesses that has no pattern for names."""
    group = gate.project.group
    if group.side == "b" and not group.namecard.strip():
        message = _("nothing says how members write their name")
        yield CHECK.finding(message, command="groupctl init", evidence=gate.at("group", "namecard"))


CHECK = Check(
    code="GC610",
    severity=Severity.MEDIUM,
    title=N_("No name card"),
    looks_at=N_('group.namecard of a group with side = "b".'),
    why=N_("Business people look for a counterpart in a city and a role; nicknames hide both."),
    example=N_("Eighty members called Sunny, Wolf and A-123."),
    instead=N_("City, company, role: say it in the welcome, and repeat it."),
    run=run,
)
