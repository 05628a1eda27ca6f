"""How lively the group is, week after week, and which stage of its life that makes."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from groupctl.facts.base import Ground
from groupctl.facts.membership import Membership
from groupctl.figures import attendance, lifecycle, members
from groupctl.figures.named import Figures
from groupctl.i18n import _


@dataclass(frozen=True)
class Pace:
    """The rhythm of the group under audit."""

    ground: Ground
    membership: Membership

    @property
    def attended(self) -> pl.DataFrame:
        """On which days of the period each person wrote (figures.attendance)."""
        return self.ground.attended

    @property
    def last_day(self) -> dt.date:
        """The last day of the log."""
        return self.ground.last.date()

    @cached_property
    def window(self) -> int | None:
        """Days of one of the equal windows that are compared; None where three of a week do not fit."""
        return attendance.window_length((self.last_day - self.first_day).days + 1)

    @property
    def first_day(self) -> dt.date:
        """The first day of the period."""
        return self.ground.span[0].date() if self.ground.span else self.last_day

    @cached_property
    def windows(self) -> pl.DataFrame:
        """Talk by equal windows up to the end of the log, the latest first (figures.attendance)."""
        return attendance.windows(self.attended, self.last_day, self.window or attendance.WINDOWS[-1])

    @cached_property
    def of_members(self) -> pl.DataFrame:
        """The same of what members wrote, operators left out."""
        run_by = self.ground.people.filter("operator")["who"].implode()
        ordinary = self.attended.filter(~pl.col("who").is_in(run_by))
        return attendance.windows(ordinary, self.last_day, self.window or attendance.WINDOWS[-1])

    @property
    def why_no_trend(self) -> str:
        """Why nothing can be said about a trend; empty where it can."""
        if self.window and self.windows.height >= attendance.LEAST_WINDOWS:
            return ""
        return _("the log is shorter than three weeks: too short for a trend")

    @cached_property
    def opened(self) -> dt.date | None:
        """The day on which the group was opened: as the project says, or where the log shows most members coming."""
        project = self.ground.project
        if project and project.group.created:
            return project.group.created
        began = self.ground.whole.messages["local"].min()
        known = self.membership.known["came"]
        least = self.ground.thresholds["lifecycle.founded_in_log"] * known.len()
        founded = not self.membership.why_unknown and int(known.sum()) >= least
        return began.date() if founded and isinstance(began, dt.datetime) else None

    def is_younger(self, days: float) -> bool:
        """Tell whether the group is known to be at most so many days old at the end of the log."""
        return self.opened is not None and (self.last_day - self.opened).days <= days

    @cached_property
    def stage(self) -> lifecycle.Stage | None:
        """Which stage of its life the group is in; None where that cannot be said."""
        if self.ground.too_little:
            return None
        table = self.ground.thresholds
        bounds = lifecycle.Bounds(
            growth=1 + table["lifecycle.growth"],
            decline=table["lifecycle.decline"],
            dormant=table["lifecycle.dormant"],
        )
        if self.is_younger(table["lifecycle.new"]):
            return "inception"
        return lifecycle.stage(self.windows, self.window or attendance.WINDOWS[-1], bounds)

    @cached_property
    def participation(self) -> attendance.Participation | None:
        """Who lurks, who speaks now and then, who carries the group; None where nobody knows who is in it."""
        if self.membership.why_unknown:
            return None
        since = self.last_day - dt.timedelta(days=int(self.ground.thresholds["active_share.window"]))
        month = self.attended.filter(pl.col("day") > since).group_by("who").agg(pl.col("messages").sum())
        few = members.half_written_by(month["messages"])
        return attendance.participation(self.membership.current.height, self.membership.active_count, few)

    @property
    def members_per_day(self) -> float:
        """Messages a day by members in the latest window."""
        return self.of_members["messages"][0] / (self.window or attendance.WINDOWS[-1]) if self.of_members.height else 0

    @property
    def members_change(self) -> float | None:
        """How much more members wrote in the latest window than in the two before it; None where they wrote nothing."""
        before = self.of_members["messages"].slice(1, 2).mean()
        return self.of_members["messages"][0] / before - 1 if isinstance(before, float) and before else None

    @property
    def falls_twice(self) -> bool:
        """Whether messages fell in each of the last two windows by ``trend.fall``."""
        return attendance.falls(self.windows["messages"], self.ground.thresholds["trend.fall"])

    @cached_property
    def carried_by(self) -> int:
        """How few people wrote more than half of all messages (contributor absence factor)."""
        return members.half_written_by(self.ground.speakers["messages"])

    @property
    def best(self) -> int:
        """Which window holds most messages."""
        return self.windows["messages"].arg_max() or 0

    def window_days(self, number: int) -> tuple[dt.date, dt.date]:
        """Return the first and last day of a window, 0 being the latest."""
        days = self.window or attendance.WINDOWS[-1]
        last = self.last_day - dt.timedelta(days=days * number)
        return last - dt.timedelta(days=days - 1), last

    def fell_silent(self, since: int) -> pl.Series:
        """Return the last messages (rows) of those who wrote in window ``since`` and not in the latest."""
        first, last = self.window_days(since)
        now = self.attended.filter(pl.col("day") > self.window_days(0)[0])
        then = self.attended.filter(pl.col("day").is_between(first, last)).join(now, on="who", how="anti")
        busiest = then.group_by("who").agg(pl.col("messages").sum()).sort("messages", "who", descending=[True, False])
        return self.last_messages(busiest["who"])

    def last_messages(self, who: pl.Series) -> pl.Series:
        """Return the last message (row) of each of some people, in their order; who wrote nothing is left out."""
        wrote = self.ground.talk.filter(pl.col("who").is_in(who.implode()))
        last = wrote.group_by("who").agg(pl.col("row").max())
        return who.alias("who").to_frame().join(last, on="who", maintain_order="left")["row"]

    def figures(self) -> Figures:
        """Return the figures of rhythm; None where the log is too short or does not show who is in the group."""
        shares, talk = self.participation, self.windows
        trend = not self.why_no_trend
        return {
            "stickiness": attendance.stickiness(self.attended, self.last_day),
            "lurkers_share": shares.lurkers if shares else None,
            "occasional_share": shares.occasional if shares else None,
            "heavy_share": shares.heavy if shares else None,
            "messages_trend": _change(talk["messages"]) if trend else None,
            "speakers_trend": _change(talk["speakers"]) if trend else None,
        }


def _change(values: pl.Series) -> float | None:
    """Return how much the latest window holds against the one before: −0.5 is half of it; None after nothing."""
    latest, before = values[0], values[1]
    return latest / before - 1 if before else None
