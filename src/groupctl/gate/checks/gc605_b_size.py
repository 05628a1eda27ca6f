"""GC605: whether a group for businesses stays small enough."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate, needs
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find a group for businesses that is too large to know its members."""
    scale, most = gate.project.positioning.scale, gate.project.thresholds["size.b.most"]
    if gate.project.group.side == "b" and scale is not None and scale > most:
        yield CHECK.finding(
            _("{scale} members are planned for a group of businesses; up to {most:g} can be known").format(
                scale=scale, most=most
            ),
            command=f"groupctl positioning --scale {most:g}",
            figure=scale,
            threshold=most,
            unit="count",
            evidence=gate.at("positioning", "scale"),
        )


CHECK = Check(
    code="GC605",
    severity=Severity.MEDIUM,
    title=N_("Too large for businesses"),
    looks_at=N_('positioning.scale of a group with side = "b".'),
    why=N_("Business customers come for an answer from somebody who knows them; above a hundred nobody does."),
    example=N_('side = "b", scale = 300'),
    instead=N_("Split by city, line of business or kind of company."),
    thresholds=("size.b.most",),
    run=needs("positioning.scale", run),
)
