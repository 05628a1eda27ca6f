"""GC301: what follows where something prohibited is done."""

import shlex
from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.phrasing import quoted
from groupctl.gate.subject import Gate, needs
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find prohibited things that nothing follows."""
    for index, item in enumerate(gate.project.rules.prohibited):
        if item.ladder:
            continue
        message = _("nothing says what follows where somebody breaks {rule} (remind → remove?)")
        target = f" --prohibit {shlex.quote(item.id)}" if item.id else ""
        yield CHECK.finding(
            message.format(rule=quoted([item.text or item.id])),
            command=f"groupctl rules{target} --ladder remind,remove",
            evidence=gate.at("rules", "prohibited", index, "ladder"),
        )


CHECK = Check(
    code="GC301",
    severity=Severity.HIGH,
    title=N_("Prohibited without a consequence"),
    looks_at=N_("The ladder of each [[rules.prohibited]]: what follows the first time, the second, in the end."),
    why=N_(
        "A ban without a consequence is tested on the first evening, and whatever the owner does then "
        "looks like a mood."
    ),
    example=N_('text = "No advertisements", ladder = []'),
    instead=N_(
        "Say it before: remind the first time, remove the second; or a red packet, or a task, or removal at once."
    ),
    run=needs("rules.prohibited", run),
)
