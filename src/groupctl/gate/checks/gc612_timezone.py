"""GC612: whether schedules have a time zone."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate, needs
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find schedules that no time zone belongs to."""
    scheduled = any(slot.schedule.strip() for slot in gate.project.gameplay)
    if scheduled and gate.project.group.timezone is None:
        message = _("slots have hours, and no time zone says whose")
        yield CHECK.finding(message, command="groupctl init", evidence=gate.at("group", "timezone"))


CHECK = Check(
    code="GC612",
    severity=Severity.LOW,
    title=N_("Schedules without a time zone"),
    looks_at=N_("group.timezone, where a slot has a schedule."),
    why=N_("On a server a slot at 8:00 is then due at 8:00 of another continent."),
    example=N_('schedule = "0 8 * * *" and no timezone'),
    instead=N_("Write an IANA name such as Asia/Shanghai."),
    run=needs("gameplay", run),
)
