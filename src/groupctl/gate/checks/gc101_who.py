"""GC101: who belongs here."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find a positioning without a crowd."""
    if not gate.project.positioning.who.strip():
        message = _("nothing says who this group is for")
        yield CHECK.finding(message, command="groupctl positioning", evidence=gate.at("positioning", "who"))


CHECK = Check(
    code="GC101",
    severity=Severity.HIGH,
    title=N_("No crowd"),
    looks_at=N_("positioning.who: which people the group is for."),
    why=N_(
        "A group for nobody in particular is joined by whoever saw the poster, and these people have "
        "nothing to say to each other."
    ),
    example=N_('who = ""; the first fifty members turn out to be friends of friends.'),
    instead=N_("Write it so narrow that you can tell of a stranger whether they are meant."),
    run=run,
)
