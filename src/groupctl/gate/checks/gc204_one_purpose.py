"""GC204: how many purposes the statement holds."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.focus import purposes
from groupctl.gate.phrasing import quoted
from groupctl.gate.subject import Gate, needs
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find a statement that wants several things."""
    named = purposes(gate.project.goal.statement)
    most = gate.project.thresholds["focus.purposes_most"]
    if len(named) > most:
        yield CHECK.finding(
            _("the statement holds {count} purposes: {words}").format(count=len(named), words=quoted(named)),
            command="groupctl goal",
            figure=len(named),
            threshold=most,
            unit="count",
            evidence=gate.at("goal", "statement"),
        )


CHECK = Check(
    code="GC204",
    severity=Severity.MEDIUM,
    title=N_("Several purposes in one sentence"),
    looks_at=N_(
        "How many unlike purposes goal.statement names: learning, selling, meeting people, exchanging resources, …"
    ),
    why=N_("Members who came for one purpose leave over the other two."),
    example=N_("“Learn together, exchange resources and earn on the side”"),
    instead=N_("Keep one purpose; each of the others is a group of its own, or a means."),
    thresholds=("focus.purposes_most",),
    run=needs("goal.statement", run),
)
