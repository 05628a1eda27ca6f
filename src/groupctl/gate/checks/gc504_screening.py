"""GC504: whether the questions come from the positioning."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity, Skip
from groupctl.gate.phrasing import quoted
from groupctl.gate.subject import Gate, filled, needs
from groupctl.gate.terms import terms
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding] | Skip:
    """Find screening questions that have nothing to do with the group."""
    questions, positioning = filled(gate.project.entry.questions), gate.project.positioning
    texts = [positioning.who, positioning.value, *positioning.common_ground, *positioning.topics]
    ours = frozenset().union(*(terms(text) for text in texts))
    if not questions or not ours:
        return Skip(reason=_("there is no positioning yet to compare the questions with"))
    if any(terms(question) & ours for question in questions):
        return iter(())
    message = _("none of the questions has anything to do with the positioning: {questions}")
    found = CHECK.finding(
        message.format(questions=quoted(questions)),
        command="groupctl entry",
        evidence=gate.at("entry", "questions"),
    )
    return iter((found,))


CHECK = Check(
    code="GC504",
    severity=Severity.LOW,
    title=N_("Questions that screen nobody"),
    looks_at=N_("Whether any of entry.questions shares a word with crowd, common ground, topics or value."),
    why=N_("“Where did you hear of us?” is answered by everybody; whoever only wants the red packet too."),
    example=N_("A group for lens repair that asks for the star sign."),
    instead=N_("Ask about what these people do: which lens did you last take apart?"),
    run=needs("entry.questions", run),
)
