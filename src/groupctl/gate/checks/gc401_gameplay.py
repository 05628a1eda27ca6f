"""GC401: what happens in the group."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find a group in which nothing happens."""
    if not gate.project.gameplay:
        message = _("nothing says what happens in the group")
        yield CHECK.finding(message, command="groupctl gameplay", evidence=gate.at("gameplay"))


CHECK = Check(
    code="GC401",
    severity=Severity.HIGH,
    title=N_("No gameplay"),
    looks_at=N_("[[gameplay]]: what happens here again and again."),
    why=N_("A group in which nothing is due today has no reason to be opened today."),
    example=N_("No [[gameplay]]; three hundred members who were welcomed and then left to themselves."),
    instead=N_(
        "Begin with one or two: morning news, questions at a fixed time, one case a week. Add and drop "
        "by what the audit shows."
    ),
    run=run,
)
