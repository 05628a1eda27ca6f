"""What the group is sold: operators' promotions, whom they were for, and who left or complained after them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from groupctl.facts.base import Ground
from groupctl.facts.membership import Membership
from groupctl.facts.trouble import Trouble
from groupctl.figures import promotions
from groupctl.figures.named import Figures
from groupctl.figures.rows import with_columns_of
from groupctl.i18n import _

EARLY = ("inception", "growth")
"""Stages in which it is too early to sell."""


@dataclass(frozen=True, kw_only=True)
class Aftermath:
    """What happened within some hours after promotions, against the rest of the log."""

    hours: int
    rows: pl.Series
    """Rows of the chat: exits or complaints that came within these hours."""
    expected: float
    """How many it would have been at the rate of the rest of the log."""

    @property
    def surplus(self) -> float | None:
        """How many more there were than expected, as a share; None where none was expected."""
        return self.rows.len() / self.expected - 1 if self.expected else None


@dataclass(frozen=True)
class Promoting:
    """The promotions of those who run the group under audit."""

    ground: Ground
    membership: Membership
    trouble: Trouble

    @cached_property
    def _posted(self) -> pl.DataFrame:
        """What operators posted, and their robots for them: ``row``, ``local``, ``text``."""
        one = self.ground
        ours = one.people.filter(pl.col("operator") | pl.col("robot"))["who"].implode()
        rows = one.chat.messages.lazy().with_row_index("row").filter(pl.col("sender").to_physical().is_in(ours))
        return rows.filter(pl.col("kind").is_in(["text", "link", "other"])).select("row", "local", "text").collect()

    @property
    def why_unknown(self) -> str:
        """Why nothing can be said; empty where it can."""
        who = self.ground.people
        if who["operator"].any() or who["robot"].any():
            return ""
        return _("nobody is named as operator; name them with --operator NAME, or in group.toml: group.operators")

    @cached_property
    def crowds(self) -> Mapping[str, str]:
        """The crowds that a promotion can be for: the tiers of the project, each with the pattern of its name."""
        tiers = self.ground.project.tier if self.ground.project else ()
        return {
            tier.title or tier.id: f"(?i){re.escape(tier.title or tier.id)}" for tier in tiers if tier.title or tier.id
        }

    @cached_property
    def found(self) -> pl.DataFrame:
        """The promotions: ``row``, ``local``, ``signs``, ``whom``."""
        return promotions.promotions(self._posted, self.crowds)

    @cached_property
    def days(self) -> pl.DataFrame:
        """The days with promotions, most first: ``day``, ``promotions``, ``row``."""
        return promotions.a_day(self.found)

    @property
    def cap(self) -> float:
        """How many a day there may be: what the project says, else the rule of thumb."""
        declared = self.ground.project.monetization.cap_per_day if self.ground.project else None
        return self.ground.thresholds["promotions.per_day_most"] if declared is None else declared

    @property
    def stage(self) -> str:
        """The stage that the project declares; empty where it does not."""
        return (self.ground.project.monetization.stage if self.ground.project else None) or ""

    @cached_property
    def departures(self) -> pl.DataFrame:
        """Who left of their own accord, one row an event: ``row``, ``local``."""
        left = self.ground.chat.messages.lazy().with_row_index("row").filter(pl.col("kind") == "leave")
        return left.select("row", "local").collect()

    @property
    def why_no_exits(self) -> str:
        """Why the log does not show who leaves; empty where it does."""
        if self.membership.arrivals_are_connections:
            return _("its leave lines tell of going offline, not of leaving")
        return "" if self.departures.height else _("this export has no lines about members who leave")

    @cached_property
    def exits(self) -> tuple[Aftermath, ...]:
        """Exits within 24 and 72 hours after promotions."""
        return tuple(self._aftermath(self.departures, hours) for hours in promotions.AFTER)

    @cached_property
    def complaints(self) -> tuple[Aftermath, ...]:
        """Complaints within 24 and 72 hours after promotions."""
        said = with_columns_of(self.trouble.complaints.select("row"), self.ground.talk, "local")
        return tuple(self._aftermath(said, hours) for hours in promotions.AFTER)

    def _aftermath(self, events: pl.DataFrame, hours: int) -> Aftermath:
        soon = promotions.soon_after(events, self.found["local"], hours)
        after = promotions.hours_after(self.found["local"], self.ground.last, hours)
        whole = (self.ground.span[1] - self.ground.span[0]).total_seconds() / 3600 if self.ground.span else 0.0
        rest = whole - after
        rate = (events.height - soon.height) / rest if rest > 0 else 0.0
        return Aftermath(hours=hours, rows=soon["row"], expected=rate * after)

    def figures(self) -> Figures:
        """Return the figures of promotions; None where nobody knows who runs the group."""
        if self.why_unknown:
            return dict.fromkeys(("promotions", "promotions_most_a_day", "exits_after_promotions"))
        most = self.days["promotions"].max()
        return {
            "promotions": self.found.height,
            "promotions_most_a_day": most if isinstance(most, int) else 0,
            "exits_after_promotions": None if self.why_no_exits else self.exits[-1].rows.len(),
        }
