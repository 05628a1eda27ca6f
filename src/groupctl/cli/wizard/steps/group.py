"""First of all, the group itself: who it is, where it meets, who runs it."""

import os
from pathlib import Path

from groupctl import i18n, titles
from groupctl.cli.wizard import kinds, known
from groupctl.cli.wizard.questions import Context, Plan, Question, Step
from groupctl.i18n import N_


def system_zone() -> str:
    """Return the IANA name of the zone that this machine is set to; empty where it does not say."""
    if os.environ.get("TZ"):
        return os.environ["TZ"].removeprefix(":")
    place = str(Path("/etc/localtime").resolve())
    return place.partition("zoneinfo/")[2]


def _zone(context: Context) -> str:
    """Suggest the machine's zone; servers often run on UTC, where people who speak Chinese hardly live."""
    zone = system_zone()
    if zone in {"", "UTC", "Etc/UTC", "UCT"} or not _is_zone(zone):
        return "Asia/Shanghai" if context.language == "zh-CN" else "UTC"
    return zone


def _platform(context: Context) -> str:
    return "wechat" if context.language == "zh-CN" else "whatsapp"


def _is_zone(name: str) -> bool:
    from zoneinfo import ZoneInfo

    try:
        return bool(ZoneInfo(name))
    except (KeyError, ValueError, OSError):
        return False


def _for_businesses(plan: Plan) -> bool:
    return plan.get("group.side") == "b"


def _namecard(context: Context) -> str:
    return known.in_language(context.language, N_("city-company-role"))


def _may_have_robots(plan: Plan) -> bool:
    """Personal WeChat groups have no official robot."""
    return plan.get("group.platform") != "wechat"


STEP = Step(
    name="group",
    rank=0,
    title=N_("The group"),
    why=N_(
        "Everything that follows is read against this: what is healthy on one platform is an alarm on another. "
        "Names of those who run the group keep their messages apart from the members' in every audit."
    ),
    tables=("group", "robot"),
    questions=(
        Question(
            key="group.language",
            kind=kinds.CHOICE,
            choices=known.LANGUAGES,
            prompt=N_("Which language is spoken in the group?"),
            explanation=N_("The rules, the welcome and the reports are written in it."),
            help=N_("Language of the group."),
            suggest=lambda _context: i18n.language(),
        ),
        Question(
            key="group.name",
            kind=kinds.TEXT,
            required=True,
            own=True,
            prompt=N_("What is the group called?"),
            explanation=N_(
                "Say who meets here and for what. “Operations exchange” tells nobody what to post; "
                "“Short-video topic ideas” does."
            ),
            help=N_("Name of the group."),
        ),
        Question(
            key="group.platform",
            kind=kinds.CHOICE,
            choices=titles.PLATFORMS,
            required=True,
            own=True,
            prompt=N_("Where does it meet?"),
            explanation=N_("Sizes, lengths of texts and healthy figures differ between platforms."),
            suggest=_platform,
            help=N_("Platform: wechat, qq, wecom, dingtalk, feishu, telegram, whatsapp, discord, line, slack, …"),
        ),
        Question(
            key="group.side",
            kind=kinds.CHOICE,
            choices=known.SIDES,
            required=True,
            own=True,
            prompt=N_("Whom does it serve?"),
            explanation=N_(
                "Groups of businesses live from being useful and stay below a hundred; "
                "groups of consumers live from members who bring members."
            ),
            help=N_("Whom it serves: b (businesses) or c (consumers)."),
        ),
        Question(
            key="group.timezone",
            kind=kinds.ZONE,
            prompt=N_("Which time zone do its hours belong to?"),
            explanation=N_("Schedules and the hours of the chat are read in it, for example Asia/Shanghai."),
            help=N_("Time zone, for example Asia/Shanghai."),
            suggest=_zone,
        ),
        Question(
            key="group.operators",
            kind=kinds.WORDS,
            own=True,
            prompt=N_("Who runs it?"),
            explanation=N_(
                "Names exactly as they stand in the chat, separated by commas. Enter leaves it open; "
                "the audit then cannot tell your messages from the members'."
            ),
            help=N_("Names of those who run it, as they stand in the chat."),
        ),
        Question(
            key="group.robots",
            kind=kinds.WORDS,
            extra=True,
            when=_may_have_robots,
            prompt=N_("Are there robots in it?"),
            explanation=N_("Their names in the chat: they are left out of every figure about people."),
            help=N_("Names of robots, left out of every figure about people."),
        ),
        Question(
            key="robot.can",
            flag="--robot-can",
            kind=kinds.CHOICES,
            choices=known.ROBOT_SKILLS,
            extra=True,
            when=_may_have_robots,
            prompt=N_("What can the robot do?"),
            explanation=N_("What it cannot do, somebody has to do by hand: that is worth knowing before launch."),
            help=N_("What the group's robot can do."),
        ),
        Question(
            key="group.namecard",
            kind=kinds.TEXT,
            extra=True,
            prompt=N_("How do members write their name?"),
            explanation=N_("In groups of businesses, city-company-role lets people find each other."),
            help=N_("How members write their name, for example city-company-role."),
            when=_for_businesses,
            suggest=_namecard,
        ),
        Question(
            key="group.created",
            kind=kinds.DAY,
            extra=True,
            prompt=N_("Since when does it exist?"),
            explanation=N_("Like 2026-03-01; Enter leaves it open where the group is still to come."),
            help=N_("The day it was founded, for example 2026-03-01."),
        ),
        Question(
            key="group.upkeep_hours",
            kind=kinds.NUMBER,
            extra=True,
            prompt=N_("How many hours a week does it cost you?"),
            explanation=N_("A group that gives less than it costs is better moved or closed: count honestly."),
            help=N_("Hours a week that it costs those who run it."),
        ),
    ),
)
