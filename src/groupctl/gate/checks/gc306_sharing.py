"""GC306: how people share."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate, filled
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find rules that say nothing of sharing."""
    if not filled(gate.project.rules.sharing):
        message = _("the rules do not say how people share")
        yield CHECK.finding(message, command="groupctl rules", evidence=gate.at("rules", "sharing"))


CHECK = Check(
    code="GC306",
    severity=Severity.MEDIUM,
    title=N_("No manner of sharing"),
    looks_at=N_("rules.sharing: how people share here."),
    why=N_("Without a form sharing is either chaos or silence: the one floods, the other is afraid to speak."),
    example=N_("sharing = []; nine voice messages in a row, and nobody listens."),
    instead=N_("Orderly, yet so that nobody is afraid to speak: one case in one message, the question first."),
    run=run,
)
