"""Names in the group: name cards, contact details in them, names that look like an operator's."""

from dataclasses import dataclass
from functools import cached_property

import polars as pl

from groupctl.facts.base import Ground
from groupctl.facts.membership import Membership
from groupctl.figures import names
from groupctl.figures.named import Figures
from groupctl.i18n import _


@dataclass(frozen=True)
class Naming:
    """How members of the group under audit are called."""

    ground: Ground
    membership: Membership

    @property
    def declared(self) -> str:
        """The pattern that the project asks for; empty where it asks for none."""
        return self.ground.project.group.namecard if self.ground.project else ""

    @cached_property
    def pattern(self) -> str:
        """It as a regular expression; empty where it names fewer than two parts."""
        return names.card_pattern(self.declared)

    @property
    def why_unknown(self) -> str:
        """Why nothing can be said about name cards; empty where it can."""
        if not self.declared:
            return _("the project asks for no pattern of names (group.namecard)")
        return "" if self.pattern else _("group.namecard names fewer than two parts, such as city-company-role")

    @cached_property
    def cards(self) -> pl.DataFrame:
        """Members who are there, robots and operators aside, by name: ``name``, ``who``, ``follows``."""
        one = self.ground
        run_by = one.people.filter(pl.col("operator") | pl.col("robot"))["who"].implode()
        there = self.membership.current.filter(~pl.col("who").is_in(run_by).fill_null(value=False))
        spoke = one.people.select("who", pl.col("name").alias("now"))
        called = there.select("who", "name").join(spoke, on="who", how="left", maintain_order="left")
        return names.following(called.select("who", pl.coalesce("now", "name").alias("name")), self.pattern)

    @property
    def coverage(self) -> float | None:
        """The share of members whose name follows the pattern; None where none is declared or nobody is there."""
        share = self.cards["follows"].mean() if not self.why_unknown else None
        return float(share) if isinstance(share, float) else None

    @cached_property
    def others(self) -> pl.Series:
        """The last messages (rows) of speakers whose name does not follow it, the busiest of them first."""
        off = self.cards.filter(~pl.col("follows")).drop_nulls("who").select("who")
        return self._last_rows(self.ground.speakers.join(off, on="who", how="semi", maintain_order="left"))

    @cached_property
    def with_contacts(self) -> pl.DataFrame:
        """Members with contact details in their name: ``who``, ``name``, ``rule``, ``match``."""
        return names.with_contacts(self.ground.people.filter(~pl.col("operator") & ~pl.col("robot")))

    @cached_property
    def look_alikes(self) -> pl.DataFrame:
        """Members whose name looks like an operator's: ``who``, ``name``, ``like``, ``how``."""
        return names.look_alikes(self.ground.people)

    def rows_of(self, people: pl.DataFrame) -> pl.DataFrame:
        """Return the last message of each of ``people`` (``who``, …) who wrote in the period: adds ``row``."""
        last = self.ground.talk.lazy().filter(pl.col("who").is_in(people["who"].implode())).group_by("who")
        return people.join(last.agg(pl.col("row").max()).collect(), on="who", maintain_order="left")

    def _last_rows(self, people: pl.DataFrame) -> pl.Series:
        return self.rows_of(people.select("who"))["row"]

    def figures(self) -> Figures:
        """Return the figures of names."""
        known = bool(self.ground.people["operator"].any())
        return {
            "namecard_share": self.coverage,
            "contacts_in_names": self.with_contacts.height,
            "look_alikes": self.look_alikes.height if known else None,
        }
