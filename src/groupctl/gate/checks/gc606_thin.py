"""GC606: whether a group is large enough to talk."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity
from groupctl.gate.subject import Gate, needs
from groupctl.i18n import N_, _


def run(gate: Gate) -> Iterator[Finding]:
    """Find a group that is planned for few."""
    scale, thin = gate.project.positioning.scale, gate.project.thresholds["size.thin"]
    if scale is not None and scale < thin:
        yield CHECK.finding(
            _("{scale} members are planned; below {thin:g} every silent day shows").format(scale=scale, thin=thin),
            figure=scale,
            threshold=thin,
            unit="count",
            evidence=gate.at("positioning", "scale"),
        )


CHECK = Check(
    code="GC606",
    severity=Severity.LOW,
    title=N_("A thin group"),
    looks_at=N_("positioning.scale below size.thin."),
    why=N_(
        "In a small group every silent day shows. It is no illness: sixty people who meet offline have "
        "kept a group alive for years."
    ),
    example=N_("scale = 12"),
    instead=N_("Let it be small on purpose (ignore this with a reason), or plan how people come."),
    thresholds=("size.thin",),
    run=needs("positioning.scale", run),
)
