"""GC307: what members do."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate, filled
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find rules that give members nothing to do."""
    if not filled(gate.project.rules.tasks):
        message = _("the rules do not say what a member does")
        yield CHECK.finding(message, command="groupctl rules", evidence=gate.at("rules", "tasks"))


CHECK = Check(
    code="GC307",
    severity=Severity.MEDIUM,
    title=N_("Members have no tasks"),
    looks_at=N_("rules.tasks: what each member does, such as a check-in, notes, a share."),
    why=N_("Whoever has nothing to do watches, and whoever watches leaves."),
    example=N_("tasks = []; ninety per cent lurk."),
    instead=N_("One small thing to begin with: introduce yourself, answer one question a week."),
    run=run,
)
