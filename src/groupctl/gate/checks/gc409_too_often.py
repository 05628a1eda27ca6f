"""GC409: how often a slot fires."""

from collections.abc import Iterator
from contextlib import suppress

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.phrasing import quoted
from groupctl.gate.subject import Gate, needs
from groupctl.i18n import N_, _
from groupctl.recurrence import ScheduleError, timetable


def run(gate: Gate) -> Iterator[Finding]:
    """Find slots whose schedule fires more often than anybody means."""
    most = gate.project.thresholds["gameplay.times_a_day_most"]
    for index, name, slot in gate.slots():
        with suppress(ScheduleError):  # GC405 speaks of those
            times = timetable(slot.schedule).times_a_day
            if times > most:
                yield CHECK.finding(
                    _("the slot {slot} fires {count} times a day").format(slot=quoted([name]), count=times),
                    command="groupctl gameplay",
                    figure=times,
                    threshold=most,
                    unit="per_day",
                    evidence=gate.at("gameplay", index, "schedule"),
                )


CHECK = Check(
    code="GC409",
    severity=Severity.MEDIUM,
    title=N_("A slot that fires too often"),
    looks_at=N_("How many times a day each schedule fires."),
    why=N_("* 8 * * * is no daily post at eight but sixty posts, one a minute: the group is muted before nine."),
    example=N_('schedule = "* 8 * * *"'),
    instead=N_("Put a number in the first field: 0 8 * * *."),
    thresholds=("gameplay.times_a_day_most",),
    run=needs("gameplay", run),
)
