"""What a group declares about itself: the shape of ``group.toml``.

Everything but ``version`` may be absent: the file says what is decided so far, and the launch gate says what is
missing. Wrong types and impossible values are errors of the file; gaps and bad ideas are findings of the gate.
"""

import datetime as dt
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cached_property
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PositiveInt, WithJsonSchema

from groupctl.i18n import _
from groupctl.thresholds import Thresholds

VERSION = 1
"""The version of the file format that this program writes."""

Platform = Literal[
    "wechat", "qq", "wecom", "dingtalk", "feishu", "telegram",
    "whatsapp", "discord", "line", "slack", "kakaotalk", "other",
]  # fmt: skip
Side = Literal["b", "c"]
"""Whom the group serves: ``b`` businesses, ``c`` consumers."""
GoalKind = Literal["service", "conversion", "interest"]
Step = Literal["remind", "warn", "mute", "task", "red_packet", "remove"]
"""One step of a ladder of penalties."""
GameplayKind = Literal[
    "morning_news", "good_night", "expert_inside", "expert_outside", "qa",
    "case_study", "reading", "check_in", "activity", "other",
]  # fmt: skip
EntryBar = Literal["pay", "task", "review", "invitation", "open"]
ChannelKind = Literal["wecom", "dingtalk", "feishu", "telegram", "discord", "slack", "onebot", "webhook", "email"]


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        near = get_close_matches(name, available_timezones(), n=1, cutoff=0.8) or ["Asia/Shanghai"]
        raise ValueError(_("there is no time zone of this name; write it like {near}").format(near=near[0])) from None
    return name


def _text_as_date(value: object) -> object:
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value


def _number_as_text(value: object) -> object:
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


TimeZone = Annotated[str, AfterValidator(_known_zone)]
Day = Annotated[dt.date, BeforeValidator(_text_as_date)]
"""A date; in quotes it is one too."""
Amount = Annotated[str, BeforeValidator(_number_as_text), WithJsonSchema({"type": ["string", "number"]})]
"""Free text that is often just a number: a price, a cost."""


class Table(BaseModel):
    """A table of the file. Keys we do not know are kept (``model_extra``) and reported, never dropped.

    Strict: ``true`` is no number and ``5`` no date, whatever Python makes of them.
    """

    model_config = ConfigDict(
        extra="allow", frozen=True, strict=True, allow_inf_nan=False, use_attribute_docstrings=True
    )


class Group(Table):
    """Who and where the group is."""

    name: str = ""
    platform: Platform | None = None
    side: Side | None = None
    """Whom the group serves: b (businesses) or c (consumers)."""
    language: Literal["zh-CN", "en"] | None = None
    timezone: TimeZone | None = None
    """An IANA name such as Asia/Shanghai."""
    created: Day | None = None
    operators: list[str] = []
    """Names, as they stand in the chat, of those who run the group."""
    robots: list[str] = []
    """Names of robots: left out of every figure about people."""
    namecard: str = ""
    """How members write their name in the group, for example city-company-role."""
    upkeep_hours: float | None = Field(default=None, ge=0)
    """Hours a week that the group costs its operators."""


class Target(Table):
    """One measurable aim: a figure of the audit, its bound, and the day it is due."""

    figure: str = ""
    """A figure of ``groupctl audit --json``, for example ``active_share``."""
    at_least: float | None = None
    at_most: float | None = None
    by: Day | None = None


class Goal(Table):
    """What the group is for."""

    kind: GoalKind | None = None
    statement: str = ""
    """In one sentence: what for."""
    strategy: list[str] = []
    target: list[Target] = []


class Positioning(Table):
    """5W2H, and what makes this group this group."""

    what: str = ""
    """What kind of group it is."""
    why: str = ""
    """Why people need it."""
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
    """What other groups of the kind do not have."""
    slogan: str = ""
    """With us you become, do or learn something."""
    topics: list[str] = []
    common_ground: list[str] = []
    """What members have in common: an identity, a hobby, a task."""
    owner_outputs: list[str] = []
    """What the owner publishes."""
    member_gets: list[str] = []
    """What a member gets, thing by thing."""


class Gameplay(Table):
    """One recurring slot: what happens, when, led by whom, about which topic."""

    id: str = ""
    kind: GameplayKind | None = None
    title: str = ""
    schedule: str = ""
    """A cron expression in the group's time zone, for example ``0 8 * * *``."""
    host: str = ""
    topic: str = ""
    """One of ``positioning.topics``."""
    form: Literal["serial", "fragment"] | None = None
    """``serial`` (one thing follows the other) or ``fragment`` (each stands alone)."""


class Entry(Table):
    """How one gets in."""

    threshold: list[EntryBar] = []
    """What one must do to get in."""
    questions: list[str] = []
    """What newcomers are asked at a review."""
    agreement: str = ""
    """The text that a member agrees to before joining."""


class Prohibited(Table):
    """One thing that is not done here, and what follows if it is."""

    id: str = ""
    text: str = ""
    ladder: list[Step] = []
    """What follows, from mild to severe; the last step is final."""


class Rules(Table):
    """How people treat each other here."""

    advocated: list[str] = []
    """What members are encouraged to do."""
    prohibited: list[Prohibited] = []
    sharing: list[str] = []
    """How members share things and advertise."""
    tasks: list[str] = []
    """What members are asked to do: check in, take notes, share."""
    services: list[str] = []
    """What the group does for its members."""


class Tier(Table):
    """One level of members."""

    id: str = ""
    title: str = ""
    rule: str = ""
    """Who belongs to it."""
    incentives_inner: list[str] = []
    """Honour, responsibility."""
    incentives_outer: list[str] = []
    """Rewards, permissions."""
    next_step: str = ""


class Role(Table):
    """A part that an ordinary member can play."""

    id: str = ""
    title: str = ""
    signals: list[str] = []
    """What one sees in the chat of somebody who could play it."""


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
    """Why did members join?"""
    value: str = ""
    """What value do they get?"""
    worth_paying: str = ""
    """Does that value make them pay?"""
    keeps_payers: str = ""
    """What keeps those active who have paid?"""
    would_share: str = ""
    """Would they share the group outside?"""
    must_educate: str = ""
    """Must members first be taught why to buy?"""
    product_fits: str = ""
    """Does the product fit the group?"""
    better_way: str = ""
    """Could it be sold in a better way?"""
    cap_per_day: float | None = Field(default=None, ge=0)
    """Promotions a day, at the most."""


class Ignore(Table):
    """A finding that the project has decided to live with."""

    code: str
    reason: str = ""


def flat(table: object, prefix: str = "") -> object:
    """Return nested tables as one with dotted names: ``{"a": {"b": 1}}`` becomes ``{"a.b": 1}``."""
    if not isinstance(table, Mapping):
        return table
    names: dict[str, object] = {}
    for key, value in table.items():
        inner = flat(value, f"{prefix}{key}.")
        names |= inner if isinstance(inner, dict) else {f"{prefix}{key}": inner}
    return names


Overrides = Annotated[dict[str, float], BeforeValidator(flat)]


class Project(Table):
    """A whole ``group.toml``."""

    version: PositiveInt = VERSION
    group: Group = Group()
    goal: Goal = Goal()
    positioning: Positioning = Positioning()
    gameplay: list[Gameplay] = []
    entry: Entry = Entry()
    rules: Rules = Rules()
    thresholds_: Overrides = Field(default={}, alias="thresholds")
    tier: list[Tier] = []
    role: list[Role] = []
    activity: list[Activity] = []
    occasion: list[Occasion] = []
    robot: Robot = Robot()
    channel: list[Channel] = []
    monetization: Monetization = Monetization()
    ignore: list[Ignore] = []

    @cached_property
    def lines(self) -> Mapping[str, int]:
        """The line of each key (``goal.target[0].by``) in the file this was loaded from; else empty."""
        return {}  # load_project puts them in its place; no field, so that they are no part of what is compared

    @cached_property
    def thresholds(self) -> Thresholds:
        """The table of thresholds with this project's overrides."""
        return Thresholds(self.thresholds_)

    def to_table(self) -> dict[str, Any]:
        """Return what ``group.toml`` holds as plain TOML values; empty tables and unset keys are left out."""
        return {"version": self.version} | self.model_dump(mode="python", by_alias=True, exclude_defaults=True)
