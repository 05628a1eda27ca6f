"""GC111: how many topics the group has."""

import shlex
from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.phrasing import quoted
from groupctl.gate.subject import Gate, filled, needs
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find more topics than a group can hold."""
    topics = filled(gate.project.positioning.topics)
    most = gate.project.thresholds["topics.most"]
    if len(topics) > most:
        yield CHECK.finding(
            _("{count} topics are more than {most:g}: {topics}").format(
                count=len(topics), most=most, topics=quoted(topics)
            ),
            command=f"groupctl positioning --topics {shlex.quote(','.join(topics[: int(most)]))}",
            figure=len(topics),
            threshold=most,
            unit="count",
            evidence=gate.at("positioning", "topics"),
        )


CHECK = Check(
    code="GC111",
    severity=Severity.MEDIUM,
    title=N_("Too many topics"),
    looks_at=N_("How many topics positioning.topics holds."),
    why=N_("With ten topics nine out of ten messages are not for the reader; they mute the group and miss the tenth."),
    example=N_('topics = ["recipes", "fitness", "travel", "school", "deals", "pets"]'),
    instead=N_("Keep the one to five that most members share; the rest is another group."),
    thresholds=("topics.most",),
    run=needs("positioning.topics", run),
)
