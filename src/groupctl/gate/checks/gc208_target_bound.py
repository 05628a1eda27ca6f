"""GC208: whether a target's bound can be met."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.measurable import FIGURES
from groupctl.gate.phrasing import quoted
from groupctl.gate.subject import Gate, needs
from groupctl.i18n import N_, _
from groupctl.project.model import Target


def run(gate: Gate) -> Iterator[Finding]:
    """Find targets whose bound is missing or cannot be met."""
    for index, target in enumerate(gate.project.goal.target):
        wrong = _wrong(target)
        if wrong:
            message = wrong.format(figure=quoted([target.figure]))
            yield CHECK.finding(message, command="groupctl goal", evidence=gate.at("goal", "target", index))


def _wrong(target: Target) -> str:
    """Return what is wrong with a target's bounds, "" for nothing."""
    bounds = [bound for bound in (target.at_least, target.at_most) if bound is not None]
    if not bounds:
        return _("the target for {figure} has neither at_least nor at_most")
    if bounds != sorted(bounds):
        return _("the target for {figure} asks for more than it allows")
    figure = FIGURES.get(target.figure)
    if figure and figure.unit == "share" and not all(0 <= bound <= 1 for bound in bounds):
        return _("{figure} is a share and lies between 0 and 1: write 0.2 for 20 %")
    return ""


CHECK = Check(
    code="GC208",
    severity=Severity.MEDIUM,
    title=N_("A target without a sensible bound"),
    looks_at=N_(
        "at_least and at_most of each [[goal.target]]: one is needed, they must not contradict each "
        "other, and shares lie between 0 and 1."
    ),
    why=N_("A bound that cannot be met is ignored, and the ones beside it with it."),
    example=N_('figure = "active_share", at_least = 20: that is 2,000 %.'),
    instead=N_("Write shares like 0.2 for 20 %."),
    run=needs("goal.target", run),
)
