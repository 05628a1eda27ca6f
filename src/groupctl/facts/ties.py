"""What holds people together beside the talk: occasions that are honoured on their day, and meetings."""

from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING

import polars as pl

from groupctl.chatlog.table import is_message
from groupctl.facts.base import Ground
from groupctl.facts.membership import Membership
from groupctl.facts.profiles import Profiles
from groupctl.figures import festive, people
from groupctl.figures.named import Figures
from groupctl.i18n import _
from groupctl.project.days import occasion_dates

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from groupctl.project.model import Occasion


@dataclass(frozen=True)
class Ties:
    """The occasions and meetings of the group under audit."""

    ground: Ground
    membership: Membership
    profiles: Profiles
    offline: "Mapping[str, int]"
    """How often somebody came to a meeting, by name, as the roster says."""

    @property
    def occasions(self) -> "list[Occasion]":
        """What the project declares."""
        return self.ground.project.occasion if self.ground.project else []

    @cached_property
    def due(self) -> "list[tuple[dt.date, Occasion]]":
        """The occasions that fell into the period before its last day, in order, with their day."""
        if not self.ground.span:
            return []
        first, last = (moment.date() for moment in self.ground.span)
        years = range(first.year, last.year + 1)
        days = [(day, one) for one in self.occasions for year in years for day in occasion_dates(one, year)]
        return sorted((one for one in days if first <= one[0] < last), key=itemgetter(0))

    @property
    def why_unknown(self) -> str:
        """Why nothing can be said about occasions; empty where it can."""
        if not self.occasions:
            return _("the project declares no occasions: [[occasion]]")
        if not self.due:
            return _("no declared occasion falls into this log")
        return ""

    @cached_property
    def missed(self) -> "list[tuple[dt.date, Occasion]]":
        """The occasions on whose day nobody said a word about them."""
        rows = self.ground.chat.messages.filter(is_message())
        return [(day, one) for day, one in self.due if not festive.mentioned(rows, day, _names(one))]

    @property
    def why_no_offline(self) -> str:
        """Why nothing can be said about meetings; empty where it can."""
        if not self.offline:
            return _("no roster says who came to a meeting: a column offline in --roster FILE")
        return "" if self.here.height else _("nobody on the roster wrote in this log or stands in it")

    @cached_property
    def here(self) -> pl.DataFrame:
        """Members who are there, operators aside (facts.profiles), with ``came_offline``: whether they met."""
        there = self.profiles.table.filter(~pl.col("gone") & ~pl.col("operator"))
        keys = people.name_keys([name for name, times in self.offline.items() if times])
        return there.with_columns(people.is_called(keys).alias("came_offline"))

    @property
    def offline_share(self) -> float | None:
        """The share of them who came to a meeting; None where nobody knows."""
        mean = None if self.why_no_offline else self.here["came_offline"].mean()
        return float(mean) if isinstance(mean, float) else None

    @cached_property
    def per_head(self) -> tuple[float | None, float | None]:
        """Messages a head in the last 30 days: of those who came to a meeting, and of the others."""
        came, rest = (self.here.filter(came_offline=came)["recent"].mean() for came in (True, False))
        return came if isinstance(came, float) else None, rest if isinstance(rest, float) else None

    @cached_property
    def to_invite(self) -> pl.DataFrame:
        """Those who write most of late and never came (facts.profiles)."""
        return self.profiles.most_active.join(
            self.here.filter(came_offline=False), on="who", how="semi", maintain_order="left"
        )

    def figures(self) -> Figures:
        """Return how many occasions were due and let pass, and how many members came to a meeting."""
        known = not self.why_unknown
        return {
            "occasions": len(self.due) if known else None,
            "occasions_missed": len(self.missed) if known else None,
            "offline_share": self.offline_share,
        }


def _names(occasion: "Occasion") -> tuple[str, ...]:
    return tuple(name for name in (occasion.title, occasion.holiday) if name.strip())
