"""GC305: what is welcome here."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate, filled
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find rules that welcome nothing."""
    if not filled(gate.project.rules.advocated):
        message = _("the rules do not say what is welcome")
        yield CHECK.finding(message, command="groupctl rules", evidence=gate.at("rules", "advocated"))


CHECK = Check(
    code="GC305",
    severity=Severity.HIGH,
    title=N_("Nothing is welcome"),
    looks_at=N_("rules.advocated: what is welcome."),
    why=N_("Rules without a “please do” teach newcomers that silence is safest."),
    example=N_("advocated = []; everybody reads the rules, nobody dares to ask."),
    instead=N_("Two or three concrete things that a member can do today."),
    run=run,
)
