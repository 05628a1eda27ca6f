"""GC302: whether penalties grow."""

import shlex
from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.phrasing import quoted
from groupctl.gate.subject import Gate, needs
from groupctl.i18n import N_, _
from groupctl.titles import ladder

_WEIGHT = {"remind": 0, "warn": 1, "mute": 2, "task": 2, "red_packet": 2, "remove": 3}


def run(gate: Gate) -> Iterator[Finding]:
    """Find ladders that get milder."""
    for index, item in enumerate(gate.project.rules.prohibited):
        ordered = sorted(item.ladder, key=_WEIGHT.__getitem__)
        if ordered == item.ladder:
            continue
        message = _("the ladder of {rule} gets milder: {steps}")
        target = f" --prohibit {shlex.quote(item.id)}" if item.id else ""
        yield CHECK.finding(
            message.format(rule=quoted([item.text or item.id]), steps=ladder(item.ladder)),
            command=f"groupctl rules{target} --ladder {','.join(ordered)}",
            evidence=gate.at("rules", "prohibited", index, "ladder"),
        )


CHECK = Check(
    code="GC302",
    severity=Severity.MEDIUM,
    title=N_("A ladder that gets milder"),
    looks_at=N_(
        "The order of each ladder. Mute, task and red packet weigh the same; before them stand remind "
        "and warn, after them remove."
    ),
    why=N_("Whoever pays less the second time does it a third time."),
    example=N_('ladder = ["mute", "remind"]'),
    instead=N_("Put the milder step first."),
    run=needs("rules.prohibited", run),
)
