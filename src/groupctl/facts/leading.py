"""What the operators begin and what comes of it: posts, replies to them, cadence, and the figures that build trust."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import polars as pl

from groupctl.facts.asking import Asking
from groupctl.facts.base import Ground
from groupctl.facts.pace import Pace
from groupctl.facts.steering import Steering
from groupctl.figures import operators, replies, trust
from groupctl.figures.attendance import WINDOWS
from groupctl.figures.named import Figures
from groupctl.i18n import _
from groupctl.recurrence import ScheduleError, occurrences

if TYPE_CHECKING:
    from groupctl.project.model import Gameplay

EXPERT = ("expert_inside", "expert_outside")


@dataclass(frozen=True)
class Leading:
    """How the operators of the group under audit lead it."""

    ground: Ground
    steering: Steering
    asking: Asking
    pace: Pace

    @cached_property
    def topics(self) -> pl.DataFrame:
        """Turns in which operators began something (figures.operators), with the first reply to each."""
        one, table = self.ground, self.ground.thresholds
        begun = operators.topics_started(one.conversation, self.asking.answered["answer"])
        return replies.first_replies(one.conversation, begun, minutes=table["posts.conversation"])

    @cached_property
    def posts(self) -> pl.DataFrame:
        """Those of them that drew a reply or are old enough to have drawn one."""
        young = pl.col("local") > self.ground.last - dt.timedelta(hours=self.ground.thresholds["posts.window"])
        return self.topics.filter(~young | pl.col("reply").is_not_null())

    @cached_property
    def posts_without_reply(self) -> pl.DataFrame:
        """Those that drew none, the latest first."""
        return self.posts.filter(pl.col("reply").is_null()).reverse()

    @property
    def posts_unanswered_share(self) -> float | None:
        """Their share."""
        return self.posts_without_reply.height / self.posts.height if self.posts.height else None

    @cached_property
    def answer_seconds(self) -> float | None:
        """The median time in which operators answered the questions that they answered first; None without any."""
        run_by = self.ground.people.filter("operator")["who"].implode()
        median = self.asking.answered.filter(pl.col("by").is_in(run_by))["after"].dt.total_seconds().median()
        return float(median) if isinstance(median, int | float) else None

    @cached_property
    def cadence(self) -> pl.Series:
        """Topics a week that operators began, by the equal windows of ``pace``, the latest first."""
        days = self.pace.window or WINDOWS[-1]
        number = (pl.lit(self.pace.last_day) - pl.col("local").dt.date()).dt.total_days() // days
        counted = self.topics.group_by(number.alias("window")).agg((pl.len() * 7 / days).alias("topics"))
        every = pl.DataFrame({"window": range(self.pace.windows.height)}, schema={"window": pl.Int64})
        return every.join(counted, on="window", how="left", maintain_order="left")["topics"].fill_null(0)

    @property
    def cadence_change(self) -> tuple[float, float]:
        """Topics a week in the latest window, and on average of the two before it."""
        before = self.cadence.slice(1, 2).mean()
        return float(self.cadence[0]), float(before) if isinstance(before, int | float) else 0.0

    @property
    def _trust_weeks(self) -> int:
        days = int(self.ground.thresholds["trust.days"])
        return max(min(days, (self.pace.last_day - self.pace.first_day).days + 1) // 7, 1)

    @cached_property
    def topic_days(self) -> float:
        """Days of the week on which an operator began something, on average of the last four weeks."""
        return trust.days_a_week(self.topics, self.pace.last_day, self._trust_weeks)

    @cached_property
    def expert_slots(self) -> "tuple[Gameplay, ...]":
        """The slots of the project in which experts share."""
        return tuple(
            slot for slot in (self.ground.project.gameplay if self.ground.project else ()) if slot.kind in EXPERT
        )

    @cached_property
    def why_no_experts(self) -> str:
        """Why nothing can be said about expert shares; empty where it can."""
        if not self.expert_slots:
            return _("no slot of the project says that an expert shares: [[gameplay]] of kind expert_inside")
        if not any(slot.host and slot.schedule for slot in self.expert_slots):
            return _("the expert slots of the project name no host or no schedule")
        if not any(self._host_days(slot) is not None for slot in self.expert_slots):
            return _("no host of an expert slot wrote in this log; write the names as the chat shows them")
        return ""

    def _host_days(self, slot: "Gameplay") -> frozenset[dt.date] | None:
        """Return on which days the host of a slot wrote; None where the log does not know them."""
        return trust.days_of(slot.host, self.pace.attended, self.ground.people)

    @cached_property
    def expert_dates(self) -> dict[dt.date, str]:
        """The days of the last four weeks on which an expert was due: the id of a slot that was held, else empty."""
        first = dt.datetime.combine(self.pace.last_day - dt.timedelta(days=self._trust_weeks * 7 - 1), dt.time())
        found: dict[dt.date, str] = {}
        for slot in self.expert_slots:
            wrote = self._host_days(slot) or frozenset()  # who never wrote held nothing
            for day in self._due(slot, first) if slot.host else ():
                held = slot.id or slot.host if day in wrote else ""
                found[day] = found.get(day) or held
        return found

    def _due(self, slot: "Gameplay", first: dt.datetime) -> list[dt.date]:
        try:
            return [moment.date() for moment in occurrences(slot.schedule, first, self.ground.last)]
        except ScheduleError:
            return []  # the gate says what is wrong with it

    @property
    def experts_missed(self) -> tuple[dt.date, ...]:
        """The days of the last four weeks on which an expert was due and wrote nothing."""
        return tuple(sorted(day for day, held in self.expert_dates.items() if not held))

    @property
    def expert_days(self) -> float | None:
        """Days of the week on which an expert shared as announced; None where nothing can be said about it."""
        held = len(self.expert_dates) - len(self.experts_missed)
        return None if self.why_no_experts else held / self._trust_weeks

    def figures(self) -> Figures:
        """Return the figures of leading; None where nobody knows who the operators are."""
        known = self.steering.known
        return {
            "topics_per_week": self.cadence[0] if known and self.cadence.len() else None,
            "posts": self.posts.height if known else None,
            "posts_unanswered": self.posts_without_reply.height if known else None,
            "posts_unanswered_share": self.posts_unanswered_share if known else None,
            "operator_answer_seconds": self.answer_seconds,
            "topic_days": self.topic_days if known else None,
            "expert_days": self.expert_days,
        }
