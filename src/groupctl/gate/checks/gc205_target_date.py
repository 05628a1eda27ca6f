"""GC205: the day a target is due."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.phrasing import quoted
from groupctl.gate.subject import Gate, needs
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find targets that are due on no day; worse where all are so."""
    targets = gate.project.goal.target
    undated = [index for index, target in enumerate(targets) if target.by is None]
    severity = Severity.HIGH if len(undated) == len(targets) else CHECK.severity
    for index in undated:
        message = _("the target for {figure} is due on no day").format(figure=quoted([targets[index].figure]))
        yield CHECK.finding(
            message, severity=severity, command="groupctl goal", evidence=gate.at("goal", "target", index)
        )


CHECK = Check(
    code="GC205",
    severity=Severity.MEDIUM,
    title=N_("A target without a date"),
    looks_at=N_("The by of each [[goal.target]]."),
    why=N_("A target without a day is never missed, so nobody ever asks whether to go on."),
    example=N_('figure = "active_share", at_least = 0.2 and no by'),
    instead=N_(
        "Give it a day; two months show whether a group lives. Where no target has one, this blocks the launch."
    ),
    run=needs("goal.target", run),
)
