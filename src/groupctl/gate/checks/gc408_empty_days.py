"""GC408: whether something happens on every day of the week."""

from collections.abc import Iterator
from contextlib import suppress

from groupctl.findings import Check, Finding, Severity, Skip
from groupctl.gate.phrasing import listed
from groupctl.gate.subject import Gate, needs
from groupctl.i18n import N_, _
from groupctl.recurrence import ScheduleError, timetable

DAYS = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
)  # fmt: skip
WORKING_DAYS = 5


def run(gate: Gate) -> Iterator[Finding] | Skip:
    """Find days of the week that no slot falls on."""
    covered: set[int] = set()
    for _index, _name, slot in gate.slots():
        with suppress(ScheduleError):  # GC405 speaks of those
            covered |= timetable(slot.schedule).weekdays
    if not covered:
        return Skip(reason=_("no slot has a weekly schedule"))
    wanted = DAYS[:WORKING_DAYS] if gate.project.group.side == "b" else DAYS
    return _finding(gate, [name for day, name in enumerate(wanted) if day not in covered])


def _finding(gate: Gate, empty: list[str]) -> Iterator[Finding]:
    if empty:
        message = _("nothing happens on {days}").format(days=listed(_(day) for day in empty))
        yield CHECK.finding(message, command="groupctl gameplay", evidence=gate.at("gameplay"))


CHECK = Check(
    code="GC408",
    severity=Severity.LOW,
    title=N_("Days without anything"),
    looks_at=N_("The days of the week on which no scheduled slot falls; for businesses the working days."),
    why=N_("A day on which nothing happens teaches members not to look."),
    example=N_("Everything on Monday, and silence until Sunday."),
    instead=N_("A small thing is enough: one picture, one question."),
    run=needs("gameplay", run),
)
