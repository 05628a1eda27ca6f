"""GC115: the rest of 5W2H."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.phrasing import listed
from groupctl.gate.subject import Gate
from groupctl.i18n import N_, _

_KEYS = ("what", "why", "when", "where", "how", "how_much")


def run(gate: Gate) -> Iterator[Finding]:
    """Find the questions of 5W2H that are open, all in one finding."""
    positioning = gate.project.positioning
    gaps = [key for key in _KEYS if not getattr(positioning, key).strip()]
    if gaps:
        message = _("not said yet: {keys}").format(keys=listed(gaps))
        flags = listed(f"--{key.replace('_', '-')}" for key in gaps)
        remedy = _("Half a sentence each is enough: groupctl positioning takes {flags}").format(flags=flags)
        yield CHECK.finding(message, remedy=remedy, evidence=gate.at("positioning"))


CHECK = Check(
    code="GC115",
    severity=Severity.LOW,
    title=N_("5W2H has gaps"),
    looks_at=N_("What, why, when, where, how and how much; the crowd has a check of its own."),
    why=N_("What the owner has not thought through is asked by the first members, in front of everybody."),
    example=N_('when = "": the owner posts at noon, the members are there at ten in the evening.'),
    instead=N_("Half a sentence each is enough."),
    run=run,
)
