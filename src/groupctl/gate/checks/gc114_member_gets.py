"""GC114: what a member takes home."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate, filled
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find members who get nothing."""
    if not filled(gate.project.positioning.member_gets):
        message = _("nothing says what a member takes home")
        yield CHECK.finding(message, command="groupctl positioning", evidence=gate.at("positioning", "member_gets"))


CHECK = Check(
    code="GC114",
    severity=Severity.HIGH,
    title=N_("Members get nothing"),
    looks_at=N_("positioning.member_gets: what a member takes home."),
    why=N_("Members stay while they can name what they got last week."),
    example=N_("member_gets = []; “I am in there, but I do not know what for.”"),
    instead=N_("Write it from the member's side: an answer within a day, a checked list, people nearby."),
    run=run,
)
