"""GC613: whether the platform shows the whole name."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity, Skip
from groupctl.gate.subject import Gate
from groupctl.i18n import N_, _
from groupctl.thresholds import BY_NAME


def run(gate: Gate) -> Iterator[Finding] | Skip:
    """Find a name that the platform does not take."""
    name, row = gate.project.group.name, f"name.limit.{gate.project.group.platform}"
    if row not in BY_NAME:
        return Skip(reason=_("no limit for names is known for this platform"))
    most = gate.project.thresholds[row]
    if len(name) <= most:
        return iter(())
    message = _("the name has {count} characters, the platform takes {most:g}").format(count=len(name), most=most)
    place = gate.at("group", "name")
    return iter((CHECK.finding(message, figure=len(name), threshold=most, unit="count", evidence=place),))


CHECK = Check(
    code="GC613",
    severity=Severity.LOW,
    title=N_("A name that is too long"),
    looks_at=N_("The length of group.name against the platform's limit, where one is known."),
    why=N_("What is cut off is mostly what made it special: the end."),
    example=N_("A name of fifty characters on WeChat."),
    instead=N_("Put what is special first, and leave out “group”."),
    thresholds=(
        "name.limit.wechat",
        "name.limit.wecom",
        "name.limit.telegram",
    ),
    run=run,
)
