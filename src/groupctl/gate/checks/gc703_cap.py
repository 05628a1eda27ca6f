"""GC703: how often members are sold to."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity, Skip
from groupctl.gate.money import means_to_sell
from groupctl.gate.subject import Gate
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding] | Skip:
    """Find a group that means to sell without a cap, or with one that is too high."""
    if not means_to_sell(gate.project):
        return Skip(reason=_("this group does not mean to sell"))
    return _findings(gate, gate.project.monetization.cap_per_day)


def _findings(gate: Gate, cap: float | None) -> Iterator[Finding]:
    most, place = gate.project.thresholds["promotions.per_day_most"], gate.at("monetization", "cap_per_day")
    # Before maturity any promotion is one too many (GC701).
    command = f"groupctl goal --cap-per-day {most if gate.project.monetization.stage == 'maturity' else 0:g}"
    details = {"threshold": most, "unit": "per_day", "command": command, "evidence": place}
    if cap is None:
        yield CHECK.finding(_("nothing caps the promotions a day"), **details)
    elif cap > most:
        message = _("{cap:g} promotions a day; members put up with {most:g}").format(cap=cap, most=most)
        yield CHECK.finding(message, figure=cap, **details)


CHECK = Check(
    code="GC703",
    severity=Severity.MEDIUM,
    title=N_("No cap on promotions"),
    looks_at=N_("monetization.cap_per_day of a group that means to sell."),
    why=N_("An advertisement pushed several times a day drives members out, the buyers first."),
    example=N_("cap_per_day = 5, and two members fewer every day."),
    instead=N_("At most one a day; 0 until the group is mature."),
    thresholds=("promotions.per_day_most",),
    run=run,
)
