"""GC410: whether each slot can be told apart."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.phrasing import quoted
from groupctl.gate.subject import Gate, needs
from groupctl.i18n import N_, _
from groupctl.project.model import Gameplay


def run(gate: Gate) -> Iterator[Finding]:
    """Find slots without an id or a kind, and ids that stand twice."""
    seen: set[str] = set()
    for index, name, slot in gate.slots():
        for message in _wrong(slot, seen):
            yield CHECK.finding(message.format(slot=quoted([name])), evidence=gate.at("gameplay", index))
        seen.add(slot.id)


def _wrong(slot: Gameplay, seen: set[str]) -> Iterator[str]:
    if not slot.id.strip():
        yield _("the slot {slot} has no id")
    elif slot.id in seen:
        yield _("the id of the slot {slot} stands twice")
    if slot.kind is None:
        yield _("the slot {slot} does not say of which kind it is")


CHECK = Check(
    code="GC410",
    severity=Severity.MEDIUM,
    title=N_("Slots that cannot be told apart"),
    looks_at=N_("id and kind of each [[gameplay]] slot: both are there, and no id stands twice."),
    why=N_("The audit scores each slot by its id: keep, change, drop. Without one you drop by feeling."),
    example=N_('Two slots with id = "news".'),
    instead=N_("Give each an id of its own and say its kind."),
    run=needs("gameplay", run),
)
