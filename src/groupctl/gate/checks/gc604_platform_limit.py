"""GC604: whether the platform lets so many in."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity, Skip
from groupctl.gate.subject import Gate
from groupctl.i18n import N_, _
from groupctl.thresholds import BY_NAME


def run(gate: Gate) -> Iterator[Finding] | Skip:
    """Find a scale above what the platform allows."""
    platform, scale = gate.project.group.platform, gate.project.positioning.scale
    name = f"size.limit.{platform}"
    if scale is None or name not in BY_NAME:
        return Skip(reason=_("no scale is given, or no limit is known for this platform"))
    limit = gate.project.thresholds[name]
    if scale <= limit:
        return iter(())
    message = _("{scale} members are planned, the platform lets in {limit:g}").format(scale=scale, limit=limit)
    found = CHECK.finding(
        message,
        command=f"groupctl positioning --scale {limit:g}",
        figure=scale,
        threshold=limit,
        unit="count",
        evidence=gate.at("positioning", "scale"),
    )
    return iter((found,))


CHECK = Check(
    code="GC604",
    severity=Severity.MEDIUM,
    title=N_("Larger than the platform allows"),
    looks_at=N_(
        "positioning.scale against the platform's limit for one group. Limits are reported, not "
        "guaranteed; override them in [thresholds]."
    ),
    why=N_("A full group turns away exactly those who come late because they heard good things."),
    example=N_('platform = "wechat", scale = 800'),
    instead=N_("Plan fewer, or several groups by topic or town from the start."),
    thresholds=(
        "size.limit.wechat",
        "size.limit.wecom",
        "size.limit.dingtalk",
        "size.limit.telegram",
        "size.limit.whatsapp",
        "size.limit.discord",
        "size.limit.line",
    ),
    run=run,
)
