"""GC110: what is talked about."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate, filled
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find a group that is about nothing."""
    if not filled(gate.project.positioning.topics):
        message = _("nothing says what is talked about here")
        yield CHECK.finding(message, command="groupctl positioning", evidence=gate.at("positioning", "topics"))


CHECK = Check(
    code="GC110",
    severity=Severity.HIGH,
    title=N_("No topics"),
    looks_at=N_("positioning.topics: one to five narrow topics."),
    why=N_("Without topics nothing is off topic: chatter and advertisements fill the room."),
    example=N_("topics = []; on the second day somebody asks “what is this group for?”."),
    instead=N_("Write down the questions that these people ask you anyway; each is a topic."),
    run=run,
)
