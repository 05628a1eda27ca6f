"""GC607: whether a group stays lively at its size."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity, Skip
from groupctl.gate.subject import Gate
from groupctl.i18n import N_, _
from groupctl.thresholds import BY_NAME


def run(gate: Gate) -> Iterator[Finding] | Skip:
    """Find a scale at which groups of this platform fall quiet."""
    scale, name = gate.project.positioning.scale, f"size.healthy.{gate.project.group.platform}"
    if scale is None or name not in BY_NAME:
        return Skip(reason=_("no scale is given, or no lively size is known for this platform"))
    lively = gate.project.thresholds[name]
    if scale <= lively:
        return iter(())
    found = CHECK.finding(
        _("{scale} members are planned; on this platform groups stay lively up to about {lively:g}").format(
            scale=scale, lively=lively
        ),
        figure=scale,
        threshold=lively,
        unit="count",
        command=f"groupctl positioning --scale {lively:.0f}",
        evidence=gate.at("positioning", "scale"),
    )
    return iter((found,))


CHECK = Check(
    code="GC607",
    severity=Severity.LOW,
    title=N_("Larger than what stays lively"),
    looks_at=N_(
        "positioning.scale against the size up to which groups on this platform stay lively: WeChat "
        "about 200 with 20 % active, QQ about 1,000 with 5 to 10 %."
    ),
    why=N_("Each newcomer beyond it adds a reader and takes away a speaker."),
    example=N_('platform = "wechat", scale = 450'),
    instead=N_("Plan a second group before the first is full, by topic or town."),
    thresholds=(
        "size.healthy.wechat",
        "size.healthy.qq",
    ),
    run=run,
)
