"""GC104: whether the group is about one thing."""

import shlex
from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity, Skip
from groupctl.gate.focus import judge
from groupctl.gate.phrasing import listed
from groupctl.gate.split import Split, split
from groupctl.gate.subject import Gate, filled
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding] | Skip:
    """Find a group that is about everything; the remedy is what it could be split into."""
    if not gate.project.group.name.strip() and not filled(gate.project.positioning.topics):
        return Skip(reason=_("there is neither a name nor a topic yet"))
    return _findings(gate)


def _findings(gate: Gate) -> Iterator[Finding]:
    focus = judge(gate.project)
    if not focus.too_broad:
        return
    reasons = _("; ").join(signal.message for signal in focus.signals)
    found = split(gate.project)
    yield CHECK.finding(
        _("too broad: {reasons}").format(reasons=reasons),
        remedy=advice(found),
        command=_command(focus.signals[0].key, found),
        evidence=tuple(place for signal in focus.signals for place in gate.at(*signal.key.split("."))),
    )


def advice(found: Split) -> str:
    """Return the proposals, one on a line, or the questions that come before any proposal."""
    lines = [_("It could become:")] if found.proposals else [_("Before it can be split, answer for yourself:")]
    for proposal in found.proposals:
        text = _("· {name}: {audience}; topics: {topics}") if proposal.topics else _("· {name}: {audience}")
        lines.append(text.format(name=proposal.name, audience=proposal.audience, topics=listed(proposal.topics)))
    return "\n".join([*lines, *(f"? {question}" for question in found.questions)])


def _command(key: str, found: Split) -> str:
    """Return what narrows the group where it is broadest: its name, else its topics, else the step that asks."""
    first = next(iter(found.proposals), None)
    if first and key == "group.name":
        return f"groupctl init --name {shlex.quote(first.name)} --yes"
    if first and first.topics:
        return f"groupctl positioning --topics {shlex.quote(','.join(first.topics))}"
    return "groupctl positioning"


CHECK = Check(
    code="GC104",
    severity=Severity.HIGH,
    title=N_("Too broad"),
    looks_at=N_(
        "The name, the topics, the audience and the statement: whether any word in them belongs to this "
        "group alone. groupctl check says which words it went by; it judges words, not your group."
    ),
    why=N_(
        "Such a group falls silent within about half a year: the owner does not know what to post, "
        "members do not know what they came for."
    ),
    example=N_(
        "“Operations exchange group”, hundreds of members: dead in half a year. “Short-video operations” "
        "or “new-media operations” would each have lived."
    ),
    instead=N_(
        "Narrow it along a topic, an audience, a place or a stage, until a stranger can tell from the "
        "name whether they are meant."
    ),
    thresholds=(
        "topics.most",
        "focus.purposes_most",
        "focus.subjects_most",
    ),
    run=run,
)
