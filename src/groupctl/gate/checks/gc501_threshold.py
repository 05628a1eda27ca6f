"""GC501: whether there is a bar to get in."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find an entry that anybody can walk through; one that is open on purpose weighs less."""
    threshold = gate.project.entry.threshold
    if set(threshold) - {"open"}:
        return
    message = _("anybody with the link gets in") if threshold else _("nothing says how one gets in")
    severity = Severity.MEDIUM if threshold else CHECK.severity
    command = "groupctl entry --threshold review"
    yield CHECK.finding(message, severity=severity, command=command, evidence=gate.at("entry", "threshold"))


CHECK = Check(
    code="GC501",
    severity=Severity.HIGH,
    title=N_("No threshold"),
    looks_at=N_("entry.threshold: pay, a task, a review, an invitation; at least one. Open is stated, but no bar."),
    why=N_("Without a bar come onlookers, red-packet hunters and advertisers, and those you wanted leave."),
    example=N_("threshold = []; the code is forwarded into a group of advertisers on the second day."),
    instead=N_("A small bar is enough: two questions, a word of introduction, one member who vouches."),
    run=run,
)
