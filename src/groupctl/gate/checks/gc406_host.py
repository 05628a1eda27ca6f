"""GC406: who leads each slot."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.phrasing import quoted
from groupctl.gate.subject import Gate, needs
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find slots that nobody leads."""
    for index, name, slot in gate.slots():
        if not slot.host.strip():
            message = _("nobody leads the slot {slot}").format(slot=quoted([name]))
            yield CHECK.finding(message, command="groupctl gameplay", evidence=gate.at("gameplay", index, "host"))


CHECK = Check(
    code="GC406",
    severity=Severity.MEDIUM,
    title=N_("A slot without a host"),
    looks_at=N_("The host of each [[gameplay]] slot."),
    why=N_("What is everybody's business is nobody's on the first busy evening."),
    example=N_('host = ""; three operators, each sure that it is another one\'s turn.'),
    instead=N_("Name one person; they can be relieved, but they are the one who is asked."),
    run=needs("gameplay", run),
)
