"""GC113: what the owner publishes."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate, filled
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find an owner with nothing to publish."""
    if not filled(gate.project.positioning.owner_outputs):
        message = _("nothing says what the owner publishes")
        yield CHECK.finding(message, command="groupctl positioning", evidence=gate.at("positioning", "owner_outputs"))


CHECK = Check(
    code="GC113",
    severity=Severity.HIGH,
    title=N_("Nothing to publish"),
    looks_at=N_("positioning.owner_outputs: what the owner publishes."),
    why=N_("An owner who does not know what to post on day ten goes silent on day ten, and the group follows."),
    example=N_("owner_outputs = []; three good days, then forwarded links."),
    instead=N_("List what you can still do in a busy week: a table every Monday, one case every Thursday."),
    run=run,
)
