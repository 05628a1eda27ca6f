"""GC403: whether each slot is about a topic of the group."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity, Skip
from groupctl.gate.phrasing import quoted
from groupctl.gate.subject import Gate, filled, needs
from groupctl.gate.terms import terms
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding] | Skip:
    """Find slots whose topic is none of the group's."""
    topics = filled(gate.project.positioning.topics)
    ours = frozenset().union(*(terms(topic) for topic in topics))
    if not ours:
        return Skip(reason=_("the group has no topics yet, or only broad ones"))
    return _findings(gate, topics, ours)


def _findings(gate: Gate, topics: tuple[str, ...], ours: frozenset[str]) -> Iterator[Finding]:
    for index, name, slot in gate.slots():
        if not slot.topic.strip() or slot.topic in topics or terms(slot.topic) & ours:
            continue
        message = _("the slot {slot} is about {topic}, which is none of the topics {topics}").format(
            slot=quoted([name]), topic=quoted([slot.topic]), topics=quoted(topics)
        )
        yield CHECK.finding(message, command="groupctl gameplay", evidence=gate.at("gameplay", index, "topic"))


CHECK = Check(
    code="GC403",
    severity=Severity.MEDIUM,
    title=N_("A slot off topic"),
    looks_at=N_("Whether the topic of each [[gameplay]] slot is one of positioning.topics, or shares a word with one."),
    why=N_("What is due every week shows members what the group is about, whatever the positioning says."),
    example=N_('topics = ["lens repair"], and a daily slot about stock tips.'),
    instead=N_("Move the slot to a topic of the group, or make its topic one of them."),
    run=needs("gameplay", run),
)
