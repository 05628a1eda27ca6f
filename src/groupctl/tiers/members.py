"""The entries of a plan, one a member: made when they are asked for, since a terminal shows a few dozens of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from operator import eq
from typing import Any, overload

import polars as pl

from groupctl.project.rule.tree import figures_in
from groupctl.tiers.definitions import OTHER, STAFF, Definitions
from groupctl.tiers.flags import Flags
from groupctl.tiers.lacks import Lacks
from groupctl.tiers.plan import Member
from groupctl.tiers.quotes import Quotes
from groupctl.tiers.standing import Decided

SHOWN_FIGURES = ("messages", "active_days", "replies_given", "replies_received", "questions", "answers", "silent_days")
"""Figures that every member's entry shows, after those that the rules name."""
_NEEDED = ("person", "name", "who", "tier", "by_rule", "left", "keys", "messages_before", "joined_days", "invited_by")


@dataclass(frozen=True, kw_only=True)
class Entries:
    """What the entries are made of."""

    people: pl.DataFrame
    """Who is planned for (tiers.table), with ``keys``, ``by_rule`` and ``tier``."""
    tiers: Definitions
    decided: Decided
    flags: Flags
    lacks: Lacks
    quotes: Quotes

    @cached_property
    def table(self) -> pl.DataFrame:
        """The columns that entries are made of, the top tier first; staff stand at the end."""
        last = len(self.tiers.tiers)
        ranks = {OTHER: last, STAFF: last + 1} | {tier.id: place for place, tier in enumerate(self.tiers.tiers)}
        rank = pl.col("tier").replace_strict(ranks, default=last, return_dtype=pl.Int64)
        placed = self.people.with_columns(rank.alias("rank")).sort("rank", maintain_order=True)
        columns = dict.fromkeys([*_NEEDED, "messages_ever", *self.figures, *self._judged_by])
        return placed.select(list(columns))

    @cached_property
    def figures(self) -> tuple[str, ...]:
        """The figures of an entry: those that the rules name first."""
        named: dict[str, None] = {}
        for tier in self.tiers.tiers:
            named |= dict.fromkeys(sorted(figures_in(tier.tree), key=tier.rule.find) if tier.tree else ())
        return tuple(dict.fromkeys([*named, *SHOWN_FIGURES]))

    @property
    def _judged_by(self) -> Iterator[str]:
        return (name for tier in self.tiers.tiers for name in self.lacks.columns(tier))

    @cached_property
    def _rules(self) -> Mapping[str, str]:
        return {tier.id: tier.rule for tier in self.tiers.tiers}

    def of(self, row: Mapping[str, Any]) -> Member:
        """Return the entry of somebody (a row of ``table``)."""
        person, stands = row["person"], self.decided.standings[row["person"]]
        upper = None if row["left"] else self.lacks.above(stands.tier)
        return Member(
            id=person,
            name=row["name"],
            tier=stands.tier,
            by_rule=row["by_rule"],
            rule=self._rules.get(stands.tier, ""),
            since=stands.since,
            held_until=self.decided.held_until.get(person),
            pinned=stands.reason if stands.pinned else "",
            next_tier=upper.id if upper else "",
            to_next=self.lacks.of(upper, row) if upper else (),
            trend=row["messages"] / row["messages_before"] - 1 if row["messages_before"] else None,
            flags=self.flags.told(row, proven=True) if person in self.flags.by_person else (),
            quoted=partial(self.quotes.of, row["who"]),
            figures={name: row[name] for name in self.figures},
        )


class Members(Sequence[Member]):
    """Every member of a plan, the top tier first; within a tier, who wrote most. Staff stand at the end."""

    def __init__(self, entries: Entries) -> None:
        """Begin without any; each is made when it is asked for."""
        self._entries = entries

    def __len__(self) -> int:
        return self._entries.people.height

    def __iter__(self) -> Iterator[Member]:
        return map(self._entries.of, self._entries.table.iter_rows(named=True))

    @overload
    def __getitem__(self, place: int) -> Member: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Member, ...]: ...
    def __getitem__(self, place: int | slice) -> Member | tuple[Member, ...]:
        if isinstance(place, slice):
            return tuple(map(self._entries.of, self._entries.table[place].iter_rows(named=True)))
        return self._entries.of(self._entries.table.row(place, named=True))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]  # entries hold figures, which have none either
