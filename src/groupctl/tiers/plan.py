"""What a plan of tiers says, ready to be drawn, written as JSON or worked through as a list."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from groupctl.chatlog.table import ParseReport
from groupctl.findings import Evidence
from groupctl.tiers.compiled import Gap

UP, HELD, DOWN, CAME, LEFT, BACK = "up", "held", "down", "came", "left", "back"
"""What became of somebody since the last plan."""
THANK, GREET, WAKE, SCREEN, PROMOTE, INVITE, MOVE, KEEP, CLEAR = (
    "thank", "greet", "wake", "screen", "promote", "invite", "move", "keep", "clear",
)  # fmt: skip
"""Kinds of lists to work through; ``keep`` are those whose loss would split the group."""


@dataclass(frozen=True, kw_only=True)
class Flag:
    """Something that was seen of a member, with its proof; never what somebody is."""

    kind: str
    """One of project.rule.vocabulary.FLAGS."""
    text: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Member:
    """One member of the plan."""

    id: str
    name: str
    tier: str
    by_rule: str
    """The tier that the rules give today; ``tier`` differs while it is held or pinned."""
    rule: str
    """The rule that put them there, as it is written."""
    since: dt.date
    held_until: dt.date | None = None
    """Until when they keep a tier whose rule no longer holds."""
    pinned: str = ""
    """Why somebody set the tier by hand; empty where nobody did."""
    next_tier: str = ""
    to_next: tuple[Gap, ...] = ()
    """What is missing to the next tier."""
    trend: float | None = None
    """Messages in the window against the one before: 0.5 is half as much again; None from nothing."""
    flags: tuple[Flag, ...] = ()
    quoted: Callable[[], tuple[Evidence, ...]] = field(default=tuple, repr=False, compare=False)
    """Looks up ``quotes``."""
    figures: Mapping[str, float | str | bool | None] = field(default_factory=dict)
    """Figures of project.rule.vocabulary, those that the rules name first."""

    @cached_property
    def quotes(self) -> tuple[Evidence, ...]:
        """Up to three messages that show how they take part; looked up when they are asked for."""
        return self.quoted()


@dataclass(frozen=True, kw_only=True)
class TierCount:
    """One tier of the pyramid and what is planned for it."""

    id: str
    title: str
    who: str
    rule: str
    count: int
    share: float | None
    """Of the ordinary members who are here; None for those who left."""
    before: int | None
    """How many the last plan had; None without one."""
    inner: tuple[str, ...] = ()
    outer: tuple[str, ...] = ()
    next_step: str = ""
    command: str = ""


@dataclass(frozen=True, kw_only=True)
class Shape:
    """The pyramid against a healthy one, and how far the staff are from ordinary members."""

    remarks: tuple[str, ...]
    healthy: bool
    staff_count: int
    staff_share: float | None
    """Of all messages in the window; None where nobody is named as operator."""
    staff_to_ordinary: float | None
    """The share of the staff's replies that go to ordinary members."""
    reached: float | None
    """The share of ordinary members who wrote in the window to whom staff replied."""


@dataclass(frozen=True, kw_only=True)
class Nomination:
    """A member who could play a role."""

    id: str
    name: str
    score: float
    """How often they did what the role is about."""
    why: str
    evidence: tuple[Evidence, ...] = ()
    command: str = ""


@dataclass(frozen=True, kw_only=True)
class RolePlan:
    """A role and who is nominated for it."""

    id: str
    title: str
    judged_by: str
    """What decides, as people say it; empty where nothing says how the role is told."""
    nominations: tuple[Nomination, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Item:
    """One line of a list to work through."""

    id: str
    name: str
    why: str
    command: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Action:
    """One list to work through."""

    kind: str
    title: str
    advice: str
    due: dt.date
    items: tuple[Item, ...]
    command: str = ""
    """The text to send; empty where each line has its own."""
    unknown: str = ""
    """Why the list cannot be made; empty where it could."""


@dataclass(frozen=True, kw_only=True)
class Move:
    """What became of one member since the last plan."""

    id: str
    name: str
    kind: str
    from_tier: str
    to_tier: str


@dataclass(frozen=True, kw_only=True)
class RosterSummary:
    """How the roster and the log fit together."""

    file: str
    entries: int
    by: Mapping[str, int]
    """How many entries were found in the log by id, name, alias."""
    silent: int
    """Entries of whom the log shows no message."""
    unsure: tuple[str, ...]
    """Names that several have, without an id that tells them apart."""
    not_listed: tuple[str, ...]
    """Who wrote in the window and stands on no roster."""
    proposals: tuple[tuple[str, str, str], ...]
    """Entry, name in the log, and why they may be one person."""
    dropped: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    repeated: int = 0


@dataclass(frozen=True, kw_only=True)
class NameCards:
    """How many follow the name card of the group, and what the others could write."""

    pattern: str
    coverage: float | None
    proposals: tuple[tuple[str, str], ...]
    """Name, and card with blanks for what is not known."""


@dataclass(frozen=True, kw_only=True)
class TierPlan:
    """One plan for one chat."""

    title: str
    command: str
    """The command line that makes it again."""
    reports: tuple[ParseReport, ...]
    today: dt.date
    """The last day of the log."""
    window: float
    """Days that the figures count."""
    tier_set: str
    tiers: tuple[TierCount, ...]
    members: Sequence[Member]
    """The top tier first; within a tier, who wrote most. Staff stand at the end."""
    moves: tuple[Move, ...]
    compared_with: dt.date | None
    """The day of the last plan; None without one."""
    shape: Shape
    roles: tuple[RolePlan, ...]
    actions: tuple[Action, ...]
    roster: RosterSummary | None = None
    name_cards: NameCards | None = None
    members_unknown: str = ""
    """Why nobody knows who is in the group beside those who ever wrote; empty where that is known."""
    opted_out: int = 0
    too_little: str = ""
    """Why there is too little for a plan one can rely on; empty where there is enough."""
    notes: tuple[str, ...] = ()

    def action(self, kind: str) -> Action | None:
        """Return the list of a kind."""
        return next((action for action in self.actions if action.kind == kind), None)
