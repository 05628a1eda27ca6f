"""GC502: whether a review asks anything."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate, filled, needs
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find a review that asks nothing."""
    entry = gate.project.entry
    if "review" in entry.threshold and not filled(entry.questions):
        message = _("members are reviewed, and nothing is asked")
        yield CHECK.finding(message, command="groupctl entry", evidence=gate.at("entry", "questions"))


CHECK = Check(
    code="GC502",
    severity=Severity.HIGH,
    title=N_("A review without questions"),
    looks_at=N_("entry.questions, where entry.threshold has a review."),
    why=N_("A review without questions lets everybody in a day late."),
    example=N_('threshold = ["review"], questions = []'),
    instead=N_("Two or three questions that only those can answer whom the positioning means."),
    run=needs("entry.threshold", run),
)
