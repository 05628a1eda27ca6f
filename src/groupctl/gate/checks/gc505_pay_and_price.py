"""GC505: whether entry and price say the same."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity, Skip
from groupctl.gate.money import asks_money
from groupctl.gate.phrasing import quoted
from groupctl.gate.subject import Gate
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding] | Skip:
    """Find an entry and a price that contradict each other."""
    price, threshold = gate.project.positioning.price, gate.project.entry.threshold
    if not price.strip() or not threshold:
        return Skip(reason=_("entry.threshold or positioning.price is not said yet"))
    return _finding(gate, asks=asks_money(price), pays="pay" in threshold)


def _finding(gate: Gate, *, asks: bool, pays: bool) -> Iterator[Finding]:
    price = quoted([gate.project.positioning.price])
    place = gate.at("entry", "threshold")
    if pays and not asks:
        message = _("one pays to get in, but the price is {price}").format(price=price)
        yield CHECK.finding(message, command="groupctl positioning", evidence=place)
    if asks and not pays:
        message = _("the price is {price}, but one gets in without paying").format(price=price)
        threshold = ",".join(["pay", *gate.project.entry.threshold])
        yield CHECK.finding(message, command=f"groupctl entry --threshold {threshold}", evidence=place)


CHECK = Check(
    code="GC505",
    severity=Severity.MEDIUM,
    title=N_("Entry and price contradict each other"),
    looks_at=N_("Whether pay in entry.threshold and a sum in positioning.price go together."),
    why=N_("Who reads two prices trusts neither."),
    example=N_('threshold = ["pay"], price = "free"'),
    instead=N_("Correct the one that is not meant."),
    run=run,
)
