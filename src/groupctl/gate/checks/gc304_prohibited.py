"""GC304: what is not done here."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find rules that prohibit nothing."""
    if not gate.project.rules.prohibited:
        message = _("the rules do not say what is not done here")
        command = "groupctl rules --prohibit ads,spam,attacks"
        yield CHECK.finding(message, command=command, evidence=gate.at("rules", "prohibited"))


CHECK = Check(
    code="GC304",
    severity=Severity.HIGH,
    title=N_("Nothing is prohibited"),
    looks_at=N_("[[rules.prohibited]]: what is not done here."),
    why=N_("Without a written ban every removal is a quarrel about whether it was allowed."),
    example=N_("No [[rules.prohibited]]; the first advertiser asks where it says so."),
    instead=N_("Four to six things; a longer list is not read."),
    run=run,
)
