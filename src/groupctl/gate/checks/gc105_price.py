"""GC105: what a member pays."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find a positioning without a price."""
    if not gate.project.positioning.price.strip():
        message = _("nothing says what a member pays, or that it is free")
        yield CHECK.finding(message, command="groupctl positioning", evidence=gate.at("positioning", "price"))


CHECK = Check(
    code="GC105",
    severity=Severity.HIGH,
    title=N_("No price"),
    looks_at=N_("positioning.price: what a member pays; free is a price too."),
    why=N_("A group that starts free by accident loses its people the day it asks for money."),
    example=N_(
        "price is missing; after three months the owner asks for 99 a year and half of the members feel cheated."
    ),
    instead=N_("Decide now and say it in the invitation: a sum, a task, an order within the last year, or free."),
    run=run,
)
