"""GC106: a price that nothing stands against."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.money import asks_money
from groupctl.gate.phrasing import quoted
from groupctl.gate.subject import Gate, filled, needs
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find a price where value or gets are missing."""
    positioning = gate.project.positioning
    paid_for = positioning.value.strip() and filled(positioning.member_gets)
    if asks_money(positioning.price) and not paid_for:
        message = _("members pay {price}, and the file does not say what for").format(price=quoted([positioning.price]))
        yield CHECK.finding(message, command="groupctl positioning", evidence=gate.at("positioning", "price"))


CHECK = Check(
    code="GC106",
    severity=Severity.HIGH,
    title=N_("A price without a value"),
    looks_at=N_("Whether something stands against a price: positioning.value and member_gets."),
    why=N_("Whoever pays counts what they get. If you have not counted it, they will."),
    example=N_('price = "99 a year", value and member_gets empty: refunds in the second month.'),
    instead=N_("Say what a member takes home for it, and how often."),
    run=needs("positioning.price", run),
)
