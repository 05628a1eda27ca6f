"""Who stands where: the rules, then the last plan; promotion at once, demotion after a hold, by hand above all."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import polars as pl

from groupctl.i18n import _, ngettext
from groupctl.roster.entry import name_key
from groupctl.tiers.compiled import expression
from groupctl.tiers.definitions import OTHER, STAFF, Definitions
from groupctl.tiers.history import History, Standing
from groupctl.tiers.matching import Matching
from groupctl.tiers.plan import BACK, CAME, DOWN, HELD, LEFT, UP, Move
from groupctl.wording import number


def by_rules(people: pl.DataFrame, tiers: Definitions) -> pl.Series:
    """Return the tier that the rules give each of ``people`` (tiers.table, with ``keys``): the first that holds.

    Who left comes only into a tier whose rule asks for that; who fits none is OTHER, who runs the group STAFF.
    """
    chosen = pl.lit(OTHER)
    for tier in reversed(tiers.tiers):
        if tier.tree is not None:
            holds = expression(tier.tree) & (~pl.col("left") | pl.lit(tier.for_the_gone))
            chosen = pl.when(holds).then(pl.lit(tier.id)).otherwise(chosen)
    chosen = pl.when(pl.col("operator") & ~pl.col("left")).then(pl.lit(STAFF)).otherwise(chosen)
    return people.select(chosen.alias("tier"))["tier"]


@dataclass(frozen=True, kw_only=True)
class Decided:
    """Where everybody stands, and who moved."""

    standings: Mapping[str, Standing]
    held_until: Mapping[str, dt.date]
    moves: tuple[Move, ...]
    notes: tuple[str, ...]


@dataclass
class _Decision:
    tiers: Definitions
    today: dt.date
    hold: float
    first: bool
    moves: list[Move] = field(default_factory=list)
    held_until: dict[str, dt.date] = field(default_factory=dict)
    by_hand: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def rank(self, tier: str) -> int:
        """Return the place of a tier from the top; who fits no rule stands below all but those who left."""
        place = self.tiers.rank(tier)
        return len(self.tiers.tiers) if place is None else place

    def place(self, row: Mapping[str, Any], old: Standing | None) -> Standing:
        """Return where one member stands now."""
        person, name, ruled = row["person"], row["name"], row["by_rule"]
        if old is None:
            if not self.first:
                self._moved(row, CAME, "", ruled)
            return Standing(id=person, name=name, tier=ruled, since=self.today, placed=ruled)
        if (old.id, old.name) != (person, name):
            old = replace(old, id=person, name=name)
        if old.pinned or old.tier != old.placed:
            return self._by_hand(old)
        if STAFF in (ruled, old.tier) or (self.tiers.rank(old.tier) is None and old.tier != OTHER):
            return self._placed(old, ruled)
        if row["left"]:
            if old.tier != ruled:
                self._moved(row, LEFT, old.tier, ruled)
            return self._placed(old, ruled)
        return self._weighed(row, old, ruled)

    def _weighed(self, row: Mapping[str, Any], old: Standing, ruled: str) -> Standing:
        if self.rank(ruled) == self.rank(old.tier):
            same = (old.tier, old.placed, old.below_since) == (ruled, ruled, None)
            return old if same else replace(old, tier=ruled, placed=ruled, below_since=None)
        if self.rank(ruled) < self.rank(old.tier):
            was_gone = any(tier.id == old.tier and tier.for_the_gone for tier in self.tiers.tiers)
            self._moved(row, BACK if was_gone else UP, old.tier, ruled)
            return self._placed(old, ruled)
        below = old.below_since or self.today
        until = below + dt.timedelta(days=self.hold)
        if self.today >= until and (old.below_since or not self.hold):
            self._moved(row, DOWN, old.tier, ruled)
            return self._placed(old, ruled)
        self.held_until[old.id] = until
        self._moved(row, HELD, old.tier, ruled)
        return replace(old, below_since=below)

    def _placed(self, old: Standing, tier: str) -> Standing:
        since = old.since if tier == old.tier else self.today
        return replace(old, tier=tier, placed=tier, since=since, below_since=None)

    def _by_hand(self, old: Standing) -> Standing:
        """Keep what somebody set; a tier changed without ``pinned`` is taken for set by hand too."""
        if self.tiers.rank(old.tier) is None and old.tier not in (STAFF, OTHER):
            self.unknown.append(old.name)
        if not old.pinned:
            self.by_hand.append(old.name)
        return replace(old, pinned=True, reason=old.reason or _("set by hand"), below_since=None)

    def _moved(self, row: Mapping[str, Any], kind: str, old: str, new: str) -> None:
        self.moves.append(Move(id=row["person"], name=row["name"], kind=kind, from_tier=old, to_tier=new))


def decide(  # noqa: PLR0913 - the plan, the past, and the clock
    people: pl.DataFrame, tiers: Definitions, last: History | None, matching: Matching, *, today: dt.date, hold: float
) -> Decided:
    """Return where everybody of ``people`` (with ``by_rule``) stands after the last plan.

    ``hold`` is in days. Who was renamed since is found by the log's renames and the roster's aliases.
    """
    changed = last is not None and last.tier_set != tiers.name
    decision = _Decision(tiers=tiers, today=today, hold=hold, first=last is None)
    old = _found_again(people, last, matching)
    standings: dict[str, Standing] = {}
    for row in people.select("person", "name", "by_rule", "left").iter_rows(named=True):
        standings[row["person"]] = decision.place(row, old.get(row["person"]))
    if last is not None:
        taken = {one.id for one in old.values()}
        for standing in last.members.values():
            if standing.id not in taken:
                decision.moves.append(
                    Move(id=standing.id, name=standing.name, kind=LEFT, from_tier=standing.tier, to_tier="")
                )
    return Decided(
        standings=standings, held_until=decision.held_until, moves=tuple(decision.moves),
        notes=tuple(_notes(decision, last, changed=changed)),
    )  # fmt: skip


def _found_again(people: pl.DataFrame, last: History | None, matching: Matching) -> dict[str, Standing]:
    """Return the standings of the last plan by the ids of today; each is used once."""
    if last is None:
        return {}
    here = people["person"].to_list()
    found = {person: last.members[person] for person in here if person in last.members}
    by_who = dict(people.select("who", "person").drop_nulls().iter_rows())
    lost = [one for one in last.members.values() if one.id not in found]
    for one in lost if len(found) < len(here) else ():
        person = _renamed(one, by_who, matching)
        if person is not None and person not in found:
            found[person] = one
    return found


def _renamed(one: Standing, by_who: Mapping[int, str], matching: Matching) -> str | None:
    for text in (one.id, one.name):
        who = set(matching.senders.get(name_key(text), ())) | _listed(text, matching)
        if len(who) == 1:
            return by_who.get(next(iter(who)))
    return None


def _listed(text: str, matching: Matching) -> set[int]:
    """Return the senders of entries that know somebody by this name or id."""
    return {matching.who[place] for place in matching.places(name_key(text)) if place in matching.who}


def _notes(decision: _Decision, last: History | None, *, changed: bool) -> Sequence[str]:
    notes = []
    if changed and last is not None:
        notes.append(
            _("the last plan used other tiers ({old}); whom it placed is placed anew, by hand excepted").format(
                old=last.tier_set
            )
        )
    if decision.by_hand:
        text = ngettext(
            "the tier of {names} was changed in tiers.toml: kept, and pinned from now on",
            "the tiers of {names} were changed in tiers.toml: kept, and pinned from now on",
            len(decision.by_hand),
        )
        notes.append(text.format(names=_few(decision.by_hand)))
    if decision.unknown:
        notes.append(_("pinned into a tier that there is not: {names}").format(names=_few(decision.unknown)))
    return notes


def _few(names: Sequence[str], most: int = 3) -> str:
    more = len(names) - most
    shown = ", ".join(names[:most])
    return _("{names} and {count} more").format(names=shown, count=number(more)) if more > 0 else shown
