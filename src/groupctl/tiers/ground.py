"""What the lists of a plan are made of: the table of members with their tiers, flags and reasons."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import polars as pl

from groupctl.facts.subject import Subject
from groupctl.thresholds import Thresholds
from groupctl.tiers.definitions import Definitions
from groupctl.tiers.flags import SERIOUS, Flags
from groupctl.tiers.lacks import Lacks
from groupctl.tiers.lately import Lately
from groupctl.tiers.plan import Item
from groupctl.tiers.standing import Decided


@dataclass(frozen=True, kw_only=True)
class Ground:
    """What the lists are made of."""

    subject: Subject
    people: pl.DataFrame
    """Who is planned for (tiers.table), with ``keys``, ``tier`` and ``by_rule``."""
    lately: Lately
    flags: Flags
    tiers: Definitions
    decided: Decided
    lacks: Lacks
    now: dt.date
    has_roster: bool

    @property
    def limits(self) -> Thresholds:
        """The table of thresholds with the project's overrides."""
        return self.subject.thresholds

    @cached_property
    def here(self) -> pl.DataFrame:
        """Ordinary members who did not leave."""
        return self.people.filter(~pl.col("operator") & ~pl.col("left"))

    @cached_property
    def trusted(self) -> pl.DataFrame:
        """Those of them of whom nothing serious was seen."""
        serious = [person for person, kinds in self.flags.by_person.items() if set(kinds) & set(SERIOUS)]
        return self.here.filter(~pl.col("person").is_in(serious))

    def rows(self, people: pl.DataFrame) -> Iterator[dict[str, Any]]:
        """Yield the rows of a table of members."""
        return people.iter_rows(named=True)


def item(row: Mapping[str, Any], why: str, command: str = "", evidence: tuple[Any, ...] = ()) -> Item:
    """Return one line of a list about a member (a row of the table)."""
    return Item(id=row["person"], name=row["name"], why=why, command=command, evidence=evidence)
