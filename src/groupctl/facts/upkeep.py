"""What the group costs its operators and what it gives back: keep it, revive it, or move its best to a new one."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import polars as pl

from groupctl.facts.base import Ground
from groupctl.facts.pace import Pace
from groupctl.facts.profiles import Profiles
from groupctl.figures.named import Figures

Advice = Literal["keep", "revive", "migrate"]


@dataclass(frozen=True)
class Upkeep:
    """Value against the hours that the group takes."""

    ground: Ground
    pace: Pace
    profiles: Profiles

    @property
    def hours(self) -> float | None:
        """Hours a week that the group costs, as the project says; None where it does not."""
        return self.ground.project.group.upkeep_hours if self.ground.project else None

    @cached_property
    def weekly_members(self) -> float:
        """Members who write in a week, operators aside, on average of the last four weeks (or as many as there are)."""
        run_by = self.ground.people.filter("operator")["who"].implode()
        ago = (pl.lit(self.pace.last_day) - pl.col("day")).dt.total_days()
        weeks = max(min(4, ((self.pace.last_day - self.pace.first_day).days + 1) // 7), 1)
        recent = self.pace.attended.filter((ago < 7 * weeks) & ~pl.col("who").is_in(run_by))
        return recent.select("who", (ago // 7).alias("week")).unique().height / weeks

    @property
    def members_per_hour(self) -> float | None:
        """Members who write in a week, for each hour that the group takes in it; None without a cost."""
        return self.weekly_members / self.hours if self.hours else None

    @property
    def advice(self) -> Advice | None:
        """Whether to keep, revive or migrate; None where the project names no hours."""
        if self.members_per_hour is None:
            return None
        if self.members_per_hour >= self.ground.thresholds["upkeep.members_per_hour"]:
            return "keep"
        return "migrate" if self.pace.stage in {"decline", "dormant"} else "revive"

    @cached_property
    def to_move(self) -> pl.DataFrame:
        """Whom a new group would start with: the most active members (facts.profiles)."""
        return self.profiles.most_active

    def figures(self) -> Figures:
        """Return what an hour of upkeep brings."""
        return {"members_per_upkeep_hour": self.members_per_hour}
