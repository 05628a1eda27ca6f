"""GC303: whether the last step ends it."""

import shlex
from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.phrasing import quoted
from groupctl.gate.subject import Gate, needs
from groupctl.i18n import N_, _
from groupctl.titles import ladder

_UNSETTLED = {"remind", "warn", "mute"}


def run(gate: Gate) -> Iterator[Finding]:
    """Find ladders whose last step can only be repeated."""
    for index, item in enumerate(gate.project.rules.prohibited):
        if not item.ladder or item.ladder[-1] not in _UNSETTLED:
            continue
        message = _("the ladder of {rule} ends with {step}; what follows after that?")
        target = f" --prohibit {shlex.quote(item.id)}" if item.id else ""
        yield CHECK.finding(
            message.format(rule=quoted([item.text or item.id]), step=ladder(item.ladder[-1:])),
            command=f"groupctl rules{target} --ladder {','.join([*item.ladder, 'remove'])}",
            evidence=gate.at("rules", "prohibited", index, "ladder"),
        )


CHECK = Check(
    code="GC303",
    severity=Severity.MEDIUM,
    title=N_("A ladder without an end"),
    looks_at=N_(
        "The last step of each ladder: whether something is settled by it. Remind, warn and mute settle nothing."
    ),
    why=N_("After the last warning comes another last warning; members see that nothing happens."),
    example=N_('ladder = ["remind", "warn"]'),
    instead=N_("End with remove, or with what settles it: a task, a red packet."),
    run=needs("rules.prohibited", run),
)
