"""GC108: a slogan that says what one becomes, does or learns."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.phrasing import quoted
from groupctl.gate.subject import Gate
from groupctl.gate.terms import says_nothing
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find a slogan that is missing or says nothing."""
    slogan = gate.project.positioning.slogan
    if not slogan.strip():
        message = _("there is no sentence with which a member could bring a friend")
    elif says_nothing(slogan):
        message = _("{slogan} could be any group's slogan").format(slogan=quoted([slogan]))
    else:
        return
    yield CHECK.finding(message, command="groupctl positioning", evidence=gate.at("positioning", "slogan"))


CHECK = Check(
    code="GC108",
    severity=Severity.LOW,
    title=N_("No slogan"),
    looks_at=N_("positioning.slogan: whether it is there and says more than that this is a group."),
    why=N_("A member who wants to bring a friend needs one sentence to say."),
    example=N_('slogan = "Learn, share, grow together": every group says so.'),
    instead=N_("With us you become / do / learn X: put your X in."),
    run=run,
)
