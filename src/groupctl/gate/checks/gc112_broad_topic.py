"""GC112: a topic that any group could have."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity, Skip
from groupctl.gate.phrasing import quoted
from groupctl.gate.subject import Gate, filled, needs
from groupctl.gate.terms import says_nothing
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding] | Skip:
    """Find single topics without a word of their own; where all are so, GC104 has said it."""
    topics = filled(gate.project.positioning.topics)
    empty = [topic for topic in topics if says_nothing(topic)]
    if empty and len(empty) == len(topics):
        return Skip(reason=_("all topics are too broad: see GC104"))
    return (_finding(gate, topic) for topic in empty)


def _finding(gate: Gate, topic: str) -> Finding:
    message = _("the topic {topic} could be any group's").format(topic=quoted([topic]))
    index = gate.project.positioning.topics.index(topic)
    return CHECK.finding(message, command="groupctl positioning", evidence=gate.at("positioning", "topics", index))


CHECK = Check(
    code="GC112",
    severity=Severity.MEDIUM,
    title=N_("A topic that is too broad"),
    looks_at=N_("Each topic: whether it has a word that not every group could use."),
    why=N_("“Learning” is no topic: nobody can ask a question about it."),
    example=N_('topics = ["lens repair", "resources"]: the second is empty.'),
    instead=N_("Say which: not “resources” but what kind, from where, for what."),
    run=needs("positioning.topics", run),
)
