"""GC103: for how many members the group is planned."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find a positioning without a scale."""
    if gate.project.positioning.scale is None:
        message = _("nothing says for how many members it is planned")
        yield CHECK.finding(message, command="groupctl positioning", evidence=gate.at("positioning", "scale"))


CHECK = Check(
    code="GC103",
    severity=Severity.HIGH,
    title=N_("No scale"),
    looks_at=N_("positioning.scale: for how many members the group is planned."),
    why=N_(
        "Platform, robot, number of operators and hours of work all follow from it; a group that grows "
        "unplanned outgrows its owner."
    ),
    example=N_("scale is missing; the group reaches 480 and WeChat lets nobody in any more."),
    instead=N_(
        "Decide on a number. Operators' rule of thumb: businesses up to 100, WeChat about 200, QQ about "
        "1,000; small is no illness."
    ),
    run=run,
)
