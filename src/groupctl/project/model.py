"""What a group declares about itself: the shape of ``group.toml``.

Everything but ``version`` may be absent: the file says what is decided so far, and the launch gate says what is
missing. Wrong types and impossible values are errors of the file; gaps and bad ideas are findings of the gate.
"""

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PositiveInt

from groupctl.i18n import _
from groupctl.thresholds import BY_NAME, Thresholds, nearest_name

VERSION = 1
"""The version of the file format that this program writes."""

Platform = Literal[
    "wechat", "qq", "wecom", "dingtalk", "feishu", "telegram", "whatsapp", "discord", "line", "slack", "kakaotalk", "other"
]
Side = Literal["b", "c"]
"""Whom the group serves: ``b`` businesses, ``c`` consumers."""
GoalKind = Literal["service", "conversion", "interest"]
Step = Literal["remind", "warn", "mute", "task", "red_packet", "remove"]
"""One step of a ladder of penalties."""
GameplayKind = Literal[
    "morning_news", "good_night", "expert_inside", "expert_outside", "qa", "case_study", "reading", "check_in", "activity", "other"
]
EntryBar = Literal["pay", "task", "review", "invitation", "open"]
ChannelKind = Literal[
    "wecom", "dingtalk", "feishu", "telegram", "discord", "slack", "onebot", "webhook", "email"
]


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(_("no time zone of this name; write it like Asia/Shanghai")) from None
    return name


def _number_as_text(value: object) -> object:
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


TimeZone = Annotated[str, AfterValidator(_known_zone)]
Amount = Annotated[str, BeforeValidator(_number_as_text)]
"""Free text that is often just a number: a price, a cost."""


class Table(BaseModel):
    """A table of the file. Keys we do not know are kept (``model_extra``) and reported, never dropped."""

    model_config = ConfigDict(extra="allow", frozen=True, use_attribute_docstrings=True)


class Group(Table):
    """Who and where the group is."""

    name: str = ""
    platform: Platform | None = None
    side: Side | None = None
    """Whom the group serves: b (businesses) or c (consumers)."""
    language: Literal["zh-CN", "en"] | None = None
    timezone: TimeZone | None = None
    """An IANA name such as Asia/Shanghai."""
    created: dt.date | None = None
    operators: list[str] = []
    """Names, as they stand in the chat, of those who run the group."""
    robots: list[str] = []
    """Names of robots: left out of every figure about people."""
    namecard: str = ""
    """How members write their name in the group, for example city-company-role."""
    upkeep_hours: float | None = Field(None, ge=0)
    """Hours a week that the group costs its operators."""


class Target(Table):
    """One measurable aim: a figure of the audit, its bound, and the day it is due."""

    figure: str = ""
    at_least: float | None = None
    at_most: float | None = None
    by: dt.date | None = None


class Goal(Table):
    """What the group is for."""

    kind: GoalKind | None = None
    statement: str = ""
    strategy: list[str] = []
    target: list[Target] = []


class Positioning(Table):
    """5W2H, and what makes this group this group."""

    what: str = ""
    why: str = ""
    who: str = ""
    """The crowd: who belongs here."""
    when: str = ""
    where: str = ""
    how: str = ""
    how_much: Amount = ""
    """What running it costs: money, hours."""
    scale: PositiveInt | None = None
    """How many members it is planned for."""
    value: str = ""
    """What a member gets that is worth staying for."""
    price: Amount = ""
    """What a member pays; free is a price too."""
    differentiator: str = ""
    slogan: str = ""
    topics: list[str] = []
    common_ground: list[str] = []
    """What members have in common: an identity, a hobby, a task."""
    owner_outputs: list[str] = []
    """What the owner publishes."""
    member_gets: list[str] = []


class Gameplay(Table):
    """One recurring slot: what happens, when, led by whom, about which topic."""

    id: str = ""
    kind: GameplayKind | None = None
    title: str = ""
    schedule: str = ""
    """A cron expression in the group's time zone, for example ``0 8 * * *``."""
    host: str = ""
    topic: str = ""
    form: Literal["serial", "fragment"] | None = None
    """``serial`` (one thing follows the other) or ``fragment`` (each stands alone)."""


class Entry(Table):
    """How one gets in."""

    threshold: list[EntryBar] = []
    questions: list[str] = []
    agreement: str = ""
    """The text that a member agrees to before joining."""


class Prohibited(Table):
    """One thing that is not done here, and what follows if it is."""

    id: str = ""
    text: str = ""
    ladder: list[Step] = []


class Rules(Table):
    """How people treat each other here."""

    advocated: list[str] = []
    prohibited: list[Prohibited] = []
    sharing: list[str] = []
    tasks: list[str] = []
    services: list[str] = []


class Tier(Table):
    """One level of members."""

    id: str = ""
    title: str = ""
    rule: str = ""
    incentives_inner: list[str] = []
    incentives_outer: list[str] = []
    next_step: str = ""


class Role(Table):
    """A part that an ordinary member can play."""

    id: str = ""
    title: str = ""
    signals: list[str] = []


class Baits(Table):
    """What draws people on at each point of an activity."""

    attract: str = ""
    induce: str = ""
    old_user: str = ""
    hidden: str = ""


class Activity(Table):
    """Something out of the ordinary, in steps."""

    id: str = ""
    title: str = ""
    steps: list[str] = []
    baits: Baits = Baits()


class Occasion(Table):
    """A day on which the group says something: a fixed date, a lunar one or a public holiday."""

    date: str = ""
    lunar: str = ""
    holiday: str = ""
    title: str = ""
    text: str = ""


class Robot(Table):
    """What the group's robot can do."""

    can: list[Literal["admit", "welcome", "rules", "keywords", "activities", "administrators", "antispam"]] = []


class Channel(Table):
    """A way to post into the group. Secrets stand in the environment: write ``${NAME}``."""

    name: str = ""
    kind: ChannelKind | None = None
    url: str = ""
    secret: str = ""


class Monetization(Table):
    """Whether the group may be asked for money, and how often."""

    stage: Literal["inception", "growth", "maturity", "decline", "dormant"] | None = None
    why_joined: str = ""
    value: str = ""
    worth_paying: str = ""
    keeps_payers: str = ""
    would_share: str = ""
    must_educate: str = ""
    product_fits: str = ""
    better_way: str = ""
    cap_per_day: float | None = Field(None, ge=0)


class Ignore(Table):
    """A finding that the project has decided to live with."""

    code: str
    reason: str = ""


def _flat(table: object, prefix: str = "") -> dict[str, object]:
    """Return nested tables as one with dotted names: ``{"a": {"b": 1}}`` becomes ``{"a.b": 1}``."""
    if not isinstance(table, Mapping):
        return {prefix: table}
    return {
        name: value
        for key, inner in table.items()
        for name, value in _flat(inner, f"{prefix}.{key}" if prefix else str(key)).items()
    }


def _known_thresholds(overrides: dict[str, float]) -> dict[str, float]:
    for name in overrides:
        if name not in BY_NAME:
            near = nearest_name(name)
            hint = _("did you mean {name}?").format(name=near) if near else _("groupctl explain thresholds lists them")
            raise ValueError(_("no threshold is called {name}; {hint}").format(name=name, hint=hint))
    return overrides


Overrides = Annotated[dict[str, float], BeforeValidator(_flat), AfterValidator(_known_thresholds)]


class Project(Table):
    """A whole ``group.toml``."""

    version: int = VERSION
    group: Group = Group()
    goal: Goal = Goal()
    positioning: Positioning = Positioning()
    gameplay: list[Gameplay] = []
    entry: Entry = Entry()
    rules: Rules = Rules()
    thresholds_: Overrides = Field({}, alias="thresholds")
    tier: list[Tier] = []
    role: list[Role] = []
    activity: list[Activity] = []
    occasion: list[Occasion] = []
    robot: Robot = Robot()
    channel: list[Channel] = []
    monetization: Monetization = Monetization()
    ignore: list[Ignore] = []

    @cached_property
    def thresholds(self) -> Thresholds:
        """The table of thresholds with this project's overrides."""
        return Thresholds(self.thresholds_)

    def to_table(self) -> dict[str, Any]:
        """Return what ``group.toml`` holds as plain TOML values; empty tables and unset keys are left out."""
        return {
            key: value
            for key, value in self.model_dump(mode="python", by_alias=True, exclude_defaults=True).items()
            if value not in ({}, [], None)
        } | {"version": self.version}
