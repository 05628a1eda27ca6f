"""GC702: whether the questions before selling are answered."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity, Skip
from groupctl.gate.money import METHOD, READINESS, means_to_sell
from groupctl.gate.phrasing import listed
from groupctl.gate.subject import Gate
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding] | Skip:
    """Find a group that means to sell and has not said why anybody would buy."""
    if not means_to_sell(gate.project):
        return Skip(reason=_("this group does not mean to sell"))
    money = gate.project.monetization
    gaps = [key for key in (*READINESS, *METHOD) if not getattr(money, key).strip()]
    if not gaps:
        return iter(())
    points = sum(bool(getattr(money, key).strip()) for key in READINESS)
    message = _("{points} of {count} points for readiness; not answered: {keys}").format(
        points=points, count=len(READINESS), keys=listed(gaps)
    )
    return iter((CHECK.finding(message, command="groupctl goal", evidence=gate.at("monetization")),))


CHECK = Check(
    code="GC702",
    severity=Severity.MEDIUM,
    title=N_("Readiness is not answered"),
    looks_at=N_(
        "The readiness answers in [monetization] of a group that means to sell: why members joined, what "
        "value they get, whether it makes them pay, what keeps payers active, whether they would share; "
        "and three about the method."
    ),
    why=N_("Whoever sells without these answers sells once."),
    example=N_('kind = "conversion" and an empty [monetization]'),
    instead=N_("Answer each in one sentence under [monetization]. The five about members come first."),
    run=run,
)
