"""What a group declares about itself: the shape of ``group.toml``.

Everything but ``version`` may be absent: the file says what is decided so far, and the launch gate says what is
missing. Wrong types and impossible values are errors of the file; gaps and bad ideas are findings of the gate.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Literal

from pydantic import Field, NonNegativeInt, PositiveInt

from groupctl.project.channel import Channel
from groupctl.project.scalars import Amount, AnyDay, Clock, Day, LunarDay, Overrides, TimeZone
from groupctl.project.table import Table
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
    text: str = ""
    """What is posted when it is time; else a text from a template."""
    template: str = ""
    """The template of what is posted; else the one of its kind."""


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
    exempt: list[str] = []
    """Members, by name, whom the rules do not bind: partners, sponsors. Operators never need to be named."""
    approved: list[str] = []
    """A few words each of what may be posted whatever the rules say: a fundraiser, a partner's announcement."""


class Tier(Table):
    """One level of members."""

    id: str = ""
    title: str = ""
    rule: str = ""
    """Who belongs to it, over figures of a member: active_days >= 8 and replies_received >= 5."""
    who: str = ""
    """Who belongs to it, in words."""
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
    terms: list[str] = []
    """Words that such a member uses."""
    rule: str = ""
    """Who can be nominated, like the rule of a tier."""
    limit: PositiveInt | None = None
    """How many are nominated at the most."""


class Members(Table):
    """Members of whom something is decided by hand."""

    opt_out: list[str] = []
    """Names or ids of those who do not want to be planned for: no tier, no list names them."""
    exempt: list[str] = []
    """Names or ids of those who are not cleared out though they are silent."""


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
    start: Day | None = None
    """The day of the first step; without one the activity is not in the calendar."""
    offsets: list[NonNegativeInt] = []
    """How many days after the start each step is; else one step a day."""
    at: Clock = ""
    """When on the day, like 20:00."""


class Occasion(Table):
    """A day on which the group says something: a fixed date, a lunar one or a public holiday."""

    date: AnyDay = ""
    """2026-09-25 for that day only, 09-25 for every year."""
    lunar: LunarDay = ""
    """Month and day of the Chinese calendar, every year: 08-15; the thirtieth is the last day of the month."""
    holiday: str = ""
    """The name of a public holiday, for example Mid-Autumn Festival."""
    title: str = ""
    text: str = ""
    at: Clock = ""
    """When on the day, like 09:00."""


class Robot(Table):
    """What the group's robot can do."""

    can: list[Literal["admit", "welcome", "rules", "keywords", "activities", "administrators", "antispam"]] = []


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
    members: Members = Members()
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
