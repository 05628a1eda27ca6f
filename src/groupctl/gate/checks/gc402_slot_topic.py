"""GC402: whether each slot is about something."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.phrasing import quoted
from groupctl.gate.subject import Gate, needs
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find slots that are about nothing."""
    for index, name, slot in gate.slots():
        if not slot.topic.strip():
            message = _("the slot {slot} is about no topic").format(slot=quoted([name]))
            yield CHECK.finding(message, command="groupctl gameplay", evidence=gate.at("gameplay", index, "topic"))


CHECK = Check(
    code="GC402",
    severity=Severity.MEDIUM,
    title=N_("A slot without a topic"),
    looks_at=N_("The topic of each [[gameplay]] slot."),
    why=N_("A slot without a topic has to be invented anew each time, until it is not."),
    example=N_('kind = "qa", schedule = "0 20 * * 3": questions about what?'),
    instead=N_("Give each slot one of positioning.topics."),
    run=needs("gameplay", run),
)
