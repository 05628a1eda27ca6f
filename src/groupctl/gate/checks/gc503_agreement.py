"""GC503: what one agrees to before joining."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find an entry without an agreement."""
    if not gate.project.entry.agreement.strip():
        message = _("nothing is agreed to before joining")
        yield CHECK.finding(message, command="groupctl entry", evidence=gate.at("entry", "agreement"))


CHECK = Check(
    code="GC503",
    severity=Severity.HIGH,
    title=N_("No agreement"),
    looks_at=N_("entry.agreement: the text that a member agrees to before joining."),
    why=N_("Rules that were read afterwards are felt as a trap; rules that were agreed to are one's own."),
    example=N_('agreement = ""; the first removal, and “nobody told me”.'),
    instead=N_("Two sentences: what this group is, and that they have read the rules and keep to them."),
    run=run,
)
