"""GC310: whether each prohibited thing can be referred to."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.phrasing import quoted
from groupctl.gate.subject import Gate, needs
from groupctl.i18n import N_, _
from groupctl.project.model import Prohibited


def run(gate: Gate) -> Iterator[Finding]:
    """Find prohibited things without an id or a text, and ids that stand twice."""
    seen: set[str] = set()
    for index, item in enumerate(gate.project.rules.prohibited):
        for message in _wrong(item, seen):
            rule = quoted([item.text or item.id or f"#{index + 1}"])
            yield CHECK.finding(message.format(rule=rule), evidence=gate.at("rules", "prohibited", index))
        seen.add(item.id)


def _wrong(item: Prohibited, seen: set[str]) -> Iterator[str]:
    if not item.id.strip():
        yield _("the prohibition {rule} has no id")
    elif item.id in seen:
        yield _("the id of {rule} stands twice")
    if not item.text.strip():
        yield _("the prohibition {rule} has no text that members could read")


CHECK = Check(
    code="GC310",
    severity=Severity.MEDIUM,
    title=N_("A prohibition that cannot be referred to"),
    looks_at=N_("id and text of each [[rules.prohibited]]: both are there, and no id stands twice."),
    why=N_("The audit and the notices name a broken rule by its id; without a text members cannot have known it."),
    example=N_('Two items with id = "ads", one without text.'),
    instead=N_("Give each an id of its own and a sentence that members read."),
    run=needs("rules.prohibited", run),
)
