"""GC407: whether the form of the content fits the audience."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity, Skip
from groupctl.gate.money import asks_money
from groupctl.gate.subject import Gate, needs
from groupctl.i18n import N_, _
from groupctl.project.model import Project

_BARS = {"pay", "task", "review"}


def run(gate: Gate) -> Iterator[Finding] | Skip:
    """Find content of which no piece has the form that its audience follows."""
    forms = {slot.form for slot in gate.project.gameplay if slot.form}
    if not forms:
        return Skip(reason=_("no slot says its form"))
    fitting = _fitting(gate.project)
    if fitting is None:
        return Skip(reason=_("the file does not show whether members have a real need"))
    return iter(()) if fitting in forms else iter((_finding(gate, fitting),))


def _fitting(project: Project) -> str | None:
    """Return the form that fits who gets in; None where the file does not show it."""
    entry = set(project.entry.threshold)
    if entry & _BARS or asks_money(project.positioning.price):
        return "serial"
    return "fragment" if entry == {"open"} and project.goal.kind == "interest" else None


def _finding(gate: Gate, fitting: str) -> Finding:
    message = {
        "serial": _("members pass a bar to get in, and every slot stands alone (fragment)"),
        "fragment": _("anybody can walk in, and every slot has to be followed (serial)"),
    }[fitting]
    return CHECK.finding(message, command="groupctl gameplay", evidence=gate.at("gameplay"))


CHECK = Check(
    code="GC407",
    severity=Severity.MEDIUM,
    title=N_("Form and audience disagree"),
    looks_at=N_(
        "The form of the slots against the audience. Whoever pays, does a task or is reviewed has a real "
        "need; whoever walks in freely has not."
    ),
    why=N_(
        "Members with a real need follow serialized content (about 20 % comment and create); members "
        "without follow fresh fragments (about 80 % forward). The wrong form is scrolled past."
    ),
    example=N_("A paid exam group that lives off daily quotations."),
    instead=N_("Real need: let one part follow the other (serial). Passing interest: let each stand alone (fragment)."),
    run=needs("gameplay", run),
)
