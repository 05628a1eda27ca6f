"""One plan: the table of members, the rules, the last plan, and everything that follows from them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import polars as pl

from groupctl.chatlog.table import Chat
from groupctl.facts.strikes import Strike
from groupctl.facts.subject import Subject
from groupctl.figures import people as columns
from groupctl.i18n import _
from groupctl.project.rule import vocabulary
from groupctl.project.rule.tree import tags_in
from groupctl.roster.entry import Roster, name_key
from groupctl.tiers import roles as role_plans
from groupctl.tiers import standing
from groupctl.tiers.definitions import OTHER, STAFF, Definitions, TierDefinition, definitions
from groupctl.tiers.flags import SERIOUS, Flags
from groupctl.tiers.ground import Ground
from groupctl.tiers.history import History, of
from groupctl.tiers.lacks import Lacks
from groupctl.tiers.lately import Lately
from groupctl.tiers.matching import Matching, match
from groupctl.tiers.members import Entries, Members
from groupctl.tiers.pins import pinned
from groupctl.tiers.plan import TierCount, TierPlan
from groupctl.tiers.quotes import Quotes
from groupctl.tiers.rosters import name_cards, summary
from groupctl.tiers.shape import shape
from groupctl.tiers.table import People
from groupctl.tiers.wordings import render
from groupctl.tiers.worklists import worklists

if TYPE_CHECKING:
    from groupctl.project.model import Project

ROBOT = r"(?i)bot$|\bbot\b|robot|机器人|小助手$"
"""Names that robots have."""


def plan_tiers(  # noqa: PLR0913 - each is a choice of the operator
    chat: Chat,
    project: "Project | None" = None,
    *,
    operators: Sequence[str] = (),
    roster: Roster | None = None,
    strikes: Sequence[Strike] = (),
    ready: str = "",
    last: History | None = None,
    now: dt.date | None = None,
    command: str = "",
) -> TierPlan:
    """Plan for every member of a chat: tier, reasons, roles, and the lists to work through.

    ``operators`` (names) add to what the project and the export say. ``strikes`` are those of earlier audits
    (auditing.strikes): the steps that were taken already. ``ready`` names a ready set of tiers in place of
    the project's own. ``last`` is the last plan (tiers.history.load). Lists are due from ``now`` on, by default from
    the last day of the log. ``command`` is the command line that asked for it.
    """
    prepared = prepare(chat, project, operators=operators, roster=roster, strikes=strikes, ready=ready, command=command)
    return prepared.plan(last, now)[0]


def prepare(  # noqa: PLR0913 - each is a choice of the operator
    chat: Chat,
    project: "Project | None" = None,
    *,
    operators: Sequence[str] = (),
    roster: Roster | None = None,
    strikes: Sequence[Strike] = (),
    ready: str = "",
    command: str = "",
) -> "Prepared":
    """Return what a plan is made of, which takes long; ``Prepared.plan`` then compares it with the last one."""
    tiers = definitions(project, ready)
    role_plans.specs(project)  # a bad rule is said before the work, not after it
    list_of_members = roster or Roster()
    base = Subject(
        chat=chat,
        whole=chat,
        project=project,
        operators=(*operators, *(project.group.operators if project else ())),
        robots=tuple(project.group.robots) if project else (),
        evidence=None,
        called=command,
        strikes=strikes,
    )
    found = match(base, list_of_members)
    subject = replace(base, roster=_listed(base, found)) if list_of_members.entries else base
    return Prepared(subject=subject, matching=found, tiers=tiers, has_roster=roster is not None)


def _listed(subject: Subject, found: Matching) -> tuple[str, ...]:
    """Return the names under which the log may know the entries of a roster: senders by their id."""
    senders = dict(subject.people.select("who", "sender").iter_rows())
    return tuple(
        senders.get(found.who.get(place, -1), entry.name)
        for place, entry in enumerate(found.roster.entries)
        if place not in found.unsure
    )


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """Everything that a plan is made of, but the last plan."""

    subject: Subject
    matching: Matching
    tiers: Definitions
    has_roster: bool

    @property
    def project(self) -> "Project | None":
        """The project, where there is one."""
        return self.subject.project

    @cached_property
    def lately(self) -> Lately:
        """The days that the figures count."""
        return Lately(self.subject, self.tiers.window or self.subject.thresholds["tiers.window"])

    @cached_property
    def everybody(self) -> People:
        """The table of members."""
        members = self.project.members if self.project else None
        return People(
            subject=self.subject,
            matching=self.matching,
            lately=self.lately,
            opt_out=members.opt_out if members else (),
            exempt=members.exempt if members else (),
        )

    @cached_property
    def flags(self) -> Flags:
        """What is worth a second look."""
        return Flags(self.subject, self.everybody.planned)

    @cached_property
    def people(self) -> pl.DataFrame:
        """Who is planned for, with ``keys`` (what ``has`` asks for) and ``by_rule``."""
        planned = self.everybody.planned
        flags = self.flags.table.group_by("person").agg("flag")
        tags = pl.col("tags").list.eval(columns.name_key(pl.element()))
        keyed = planned.join(flags, on="person", how="left", maintain_order="left").with_columns(
            pl.concat_list(tags, pl.col("flag").fill_null([])).alias("keys")
        )
        return keyed.drop("flag").with_columns(standing.by_rules(keyed, self.tiers).alias("by_rule"))

    def with_pins(self, last: History | None, pins: Sequence[tuple[str, str, str]]) -> History | None:
        """Return the last plan with tiers set by hand: name or id, tier (empty leaves it to the rules), reason.

        UsageError for somebody or a tier that there is not, and for a name that several have.
        """
        return pinned(last, pins, self.people, self.tiers, self.everybody.today) if pins else last

    def plan(self, last: History | None = None, now: dt.date | None = None) -> tuple[TierPlan, History]:
        """Return the plan, and what is to be kept of it."""
        return _Planning(self, last, now or self.everybody.today).made()


@dataclass(frozen=True)
class _Planning:
    prepared: Prepared
    last: History | None
    now: dt.date

    @cached_property
    def decided(self) -> standing.Decided:
        one = self.prepared
        return standing.decide(
            one.people, one.tiers, self.last, one.matching,
            today=one.everybody.today, hold=one.subject.thresholds["tiers.hold"],
        )  # fmt: skip

    @cached_property
    def people(self) -> pl.DataFrame:
        """Who is planned for, with ``tier`` and ``pinned`` as they stand now."""
        placed = [self.decided.standings[person] for person in self.prepared.people["person"]]
        return self.prepared.people.with_columns(
            pl.Series("tier", [one.tier for one in placed], dtype=pl.String),
            pl.Series("pinned", [one.pinned for one in placed], dtype=pl.Boolean),
        )

    @cached_property
    def lacks(self) -> Lacks:
        return Lacks(self.prepared.tiers)

    @cached_property
    def members(self) -> Members:
        one = self.prepared
        quotes = Quotes(one.subject, self.people["who"].drop_nulls().to_list())
        entries = Entries(
            people=self.people, tiers=one.tiers, decided=self.decided, flags=one.flags, lacks=self.lacks, quotes=quotes
        )
        return Members(entries)

    @cached_property
    def tiers(self) -> tuple[TierCount, ...]:
        counts = dict(self.people.group_by("tier").len().iter_rows())
        here = self.people.filter(~pl.col("operator") & ~pl.col("left")).height
        used = [*self.prepared.tiers.tiers]
        used += [
            TierDefinition(id=name, title=self.prepared.tiers.titled(name), rule="")
            for name in (OTHER, STAFF)
            if counts.get(name)
        ]
        return tuple(self._count(tier, counts.get(tier.id, 0), here) for tier in used)

    def _count(self, tier: TierDefinition, count: int, here: int) -> TierCount:
        gone = tier.for_the_gone
        before = None if self.last is None else sum(one.tier == tier.id for one in self.last.members.values())
        return TierCount(
            id=tier.id,
            title=tier.title,
            who=tier.who,
            rule=tier.rule,
            count=count,
            share=None if gone or tier.id == STAFF or not here else count / here,
            before=before,
            inner=tier.inner,
            outer=tier.outer,
            next_step=tier.next_step,
            command=render(tier.text) if tier.text else "",
        )

    def made(self) -> tuple[TierPlan, History]:
        one = self.prepared
        ground = Ground(
            subject=one.subject, people=self.people, lately=one.lately, flags=one.flags, tiers=one.tiers,
            decided=self.decided, lacks=self.lacks, now=self.now, has_roster=one.has_roster,
        )  # fmt: skip
        plan = TierPlan(
            title=(self.prepared.project.group.name if self.prepared.project else "") or one.subject.chat.title,
            command=one.subject.command.replace("groupctl audit", "groupctl tiers", 1),
            reports=one.subject.chat.reports,
            today=one.everybody.today,
            window=one.lately.days,
            tier_set=one.tiers.name,
            tiers=self.tiers,
            members=self.members,
            moves=self.decided.moves,
            compared_with=self.last.today if self.last else None,
            shape=shape(self.people, one.tiers, one.lately),
            roles=role_plans.nominated(role_plans.specs(one.project), self.people, one.lately, SERIOUS),
            actions=worklists(ground),
            roster=summary(one.matching, self.people) if one.has_roster else None,
            name_cards=name_cards(one.project, one.matching, self.people),
            members_unknown="" if one.has_roster else one.subject.membership.why_unknown,
            opted_out=one.everybody.opted_out_count,
            too_little=one.subject.too_little,
            notes=(*one.tiers.notes, *self.decided.notes, *self._notes()),
        )
        kept = of(one.everybody.today, one.tiers.name, self.decided.standings.values(), self.last)
        return plan, kept

    def _notes(self) -> list[str]:
        one = self.prepared
        notes: list[str] = []
        asked = {tag for tier in one.tiers.tiers if tier.tree for tag in tags_in(tier.tree)}
        known = {*one.people["keys"].explode().unique(), *vocabulary.FLAGS} if asked else set()
        unknown = [tag for tag in sorted(asked) if name_key(tag) not in known]
        notes += [_("nobody has the tag {tag} that a rule asks for").format(tag=tag) for tag in unknown]
        robots = one.people.filter(~pl.col("operator") & pl.col("name").str.contains(ROBOT) & (pl.col("messages") > 0))
        if robots.height:
            text = _("{names}: robots? Name them in group.toml, group.robots, and they are left out")
            notes.append(text.format(names=", ".join(robots["name"].head(3))))
        if one.project is None:
            notes.append(_("Without a group.toml the texts lack the group's name and value: groupctl init makes one."))
        if not one.subject.steering.known:
            notes.append(one.subject.steering.why_unknown)
        return notes
