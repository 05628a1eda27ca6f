"""GC405: whether each schedule can be read."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.phrasing import quoted
from groupctl.gate.subject import Gate, needs
from groupctl.i18n import N_, _
from groupctl.recurrence import ScheduleError, timetable


def run(gate: Gate) -> Iterator[Finding]:
    """Find schedules that are no cron expressions."""
    for index, name, slot in gate.slots():
        if not slot.schedule.strip():
            continue
        try:
            timetable(slot.schedule)
        except ScheduleError as error:
            message = _("the schedule {schedule} of the slot {slot} is none: {reason}").format(
                schedule=quoted([slot.schedule]), slot=quoted([name]), reason=error
            )
            place = gate.at("gameplay", index, "schedule")
            yield CHECK.finding(message, command="groupctl gameplay", evidence=place)


CHECK = Check(
    code="GC405",
    severity=Severity.HIGH,
    title=N_("A schedule that is none"),
    looks_at=N_(
        "The schedule of each slot: a cron expression of five fields (minute, hour, day, month, day of the week)."
    ),
    why=N_("A schedule that cannot be read never comes due, and nobody notices that nothing happens."),
    example=N_('schedule = "8:00" instead of "0 8 * * *"'),
    instead=N_("0 8 * * * is every day at 8:00; 0 20 * * 3 is Wednesdays at 20:00; 30 8 * * 1-5 is weekdays at 8:30."),
    run=needs("gameplay", run),
)
