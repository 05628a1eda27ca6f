"""GC207: whether something measures a target's figure."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.measurable import FIGURES
from groupctl.gate.phrasing import quoted
from groupctl.gate.subject import Gate, needs
from groupctl.i18n import N_, _
from groupctl.project.shape import nearest


def run(gate: Gate) -> Iterator[Finding]:
    """Find targets whose figure the audit does not know."""
    for index, target in enumerate(gate.project.goal.target):
        if target.figure in FIGURES:
            continue
        message = _("nothing measures the figure {figure}").format(figure=quoted([target.figure]))
        near = nearest(target.figure, FIGURES)
        if near:
            message += _("; did you mean {name}?").format(name=near)
        place = gate.at("goal", "target", index, "figure")
        yield CHECK.finding(message, command="groupctl explain figures", evidence=place)


CHECK = Check(
    code="GC207",
    severity=Severity.HIGH,
    title=N_("A target that nothing measures"),
    looks_at=N_("The figure of each [[goal.target]]: whether the audit measures one of that name."),
    why=N_("A target that nothing measures will be judged by how the loudest member feels."),
    example=N_('figure = "happiness"'),
    instead=N_("Take a figure that the audit measures; groupctl explain figures lists them."),
    run=needs("goal.target", run),
)
