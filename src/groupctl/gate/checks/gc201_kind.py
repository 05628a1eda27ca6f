"""GC201: which of the three goals the group has."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find a group that has not decided what it is for."""
    if gate.project.goal.kind is None:
        message = _("nothing says whether it is a service, a conversion or an interest group")
        yield CHECK.finding(message, command="groupctl goal", evidence=gate.at("goal", "kind"))


CHECK = Check(
    code="GC201",
    severity=Severity.HIGH,
    title=N_("No kind of goal"),
    looks_at=N_("goal.kind: service, conversion or interest; exactly one."),
    why=N_(
        "A group that is to serve, to sell and to entertain at once does none of it; everything after "
        "the goal depends on which it is."
    ),
    example=N_("kind is missing; the rules forbid selling and the calendar is full of offers."),
    instead=N_("Take the one you would close the group over if it failed."),
    run=run,
)
