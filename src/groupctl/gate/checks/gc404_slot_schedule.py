"""GC404: whether slots with a fixed time have one."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.phrasing import quoted
from groupctl.gate.subject import Gate, needs
from groupctl.i18n import N_, _

_FIXED = {"morning_news", "good_night", "expert_inside", "expert_outside", "qa", "case_study", "reading"}


def run(gate: Gate) -> Iterator[Finding]:
    """Find slots that need a time and have none."""
    for index, name, slot in gate.slots():
        if slot.kind in _FIXED and not slot.schedule.strip():
            message = _("the slot {slot} needs a fixed time and has none").format(slot=quoted([name]))
            place = gate.at("gameplay", index, "schedule")
            yield CHECK.finding(message, command="groupctl gameplay", evidence=place)


CHECK = Check(
    code="GC404",
    severity=Severity.HIGH,
    title=N_("A slot without a time"),
    looks_at=N_(
        "The schedule of each slot whose kind lives from a fixed time: news, good-night words, experts, "
        "questions, cases, reading."
    ),
    why=N_("Members come to a time, not to a promise. Without one the owner forgets it in the second week."),
    example=N_('kind = "qa", topic = "visa forms": the experts wait on Tuesday, the questions come on Friday.'),
    instead=N_("Write a cron expression: 0 20 * * 3 is Wednesdays at 20:00."),
    run=needs("gameplay", run),
)
