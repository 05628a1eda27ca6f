"""GC611: what the robot cannot do."""

from collections.abc import Iterator

from groupctl.findings import Check, Finding, Severity, Skip
from groupctl.gate.phrasing import listed
from groupctl.gate.subject import Gate
from groupctl.i18n import N_, _

SKILLS = {
    "admit": N_("letting people in"),
    "welcome": N_("greeting newcomers"),
    "rules": N_("sending the rules"),
    "keywords": N_("answering keywords"),
    "activities": N_("announcing activities"),
    "administrators": N_("appointing administrators"),
    "antispam": N_("stopping spam"),
}


def run(gate: Gate) -> Iterator[Finding] | Skip:
    """Find what is left to do by hand."""
    can, group = gate.project.robot.can, gate.project.group
    if group.platform == "wechat" and not can:
        return Skip(reason=_("personal WeChat groups have no official robot; never automate them"))
    return _finding(gate, [name for skill, name in SKILLS.items() if skill not in can])


def _finding(gate: Gate, gaps: list[str]) -> Iterator[Finding]:
    if gaps:
        message = _("no robot does this, so somebody does it by hand: {skills}")
        message = message.format(skills=listed(_(name) for name in gaps))
        yield CHECK.finding(message, command="groupctl init", evidence=gate.at("robot", "can"))


CHECK = Check(
    code="GC611",
    severity=Severity.LOW,
    title=N_("What no robot does"),
    looks_at=N_("robot.can: admit, welcome, rules, keywords, activities, administrators, antispam."),
    why=N_("What no robot does, somebody does by hand, at midnight too."),
    example=N_('can = ["welcome"]; advertisements at three in the morning stand until eight.'),
    instead=N_(
        "Decide for each gap who does it by hand. Personal WeChat groups have no official robot: never "
        "automate them, move to WeCom if you need one."
    ),
    run=run,
)
