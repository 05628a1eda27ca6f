"""GC202: the goal in one sentence."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find a goal that is not put into words."""
    if not gate.project.goal.statement.strip():
        message = _("the goal is not put into one sentence")
        yield CHECK.finding(message, command="groupctl goal", evidence=gate.at("goal", "statement"))


CHECK = Check(
    code="GC202",
    severity=Severity.HIGH,
    title=N_("No statement"),
    looks_at=N_("goal.statement: the goal in one sentence."),
    why=N_("What cannot be said in one sentence cannot be told to a newcomer, nor to the second operator."),
    example=N_('statement = ""; two operators answer the same question in two ways.'),
    instead=N_("For whom, and what they can do in three months that they cannot do now."),
    run=run,
)
