"""GC002: a finding that is ignored without a reason."""

from collections.abc import Iterator

from groupctl.display import one_line
from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate, needs
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find ignored codes that say no reason."""
    for index, entry in enumerate(gate.project.ignore):
        if not entry.reason.strip():
            message = _("{code} is ignored, and nothing says why").format(code=one_line(entry.code, 20))
            yield CHECK.finding(message, evidence=gate.at("ignore", index))


CHECK = Check(
    code="GC002",
    severity=Severity.MEDIUM,
    title=N_("Ignored without a reason"),
    looks_at=N_("The reason of each entry of ignore."),
    why=N_("In three months nobody remembers whether this was a decision or an excuse."),
    example=N_('[[ignore]] with code = "GC606" and nothing else'),
    instead=N_('Write beside the code why you live with it: reason = "a family group, it stays small".'),
    run=needs("ignore", run),
)
