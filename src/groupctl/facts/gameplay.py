"""What became of the declared gameplay: which slots take place, what they draw, and what recurs undeclared."""

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any

import polars as pl

from groupctl.chatlog.table import is_message
from groupctl.facts.base import Ground
from groupctl.facts.steering import Steering
from groupctl.figures import hours, recurring, slots, topics
from groupctl.figures.named import Figures
from groupctl.figures.people import is_called, name_keys
from groupctl.i18n import _
from groupctl.recurrence import ScheduleError, occurrences, timetable
from groupctl.wording import number

if TYPE_CHECKING:
    from groupctl.project.model import Gameplay

MOST_MOMENTS = 2_000
"""Moments of one slot that are looked at: six a day for a year."""
SAYS_SO = {
    "morning_news": "早报|晨报|早安|早上好|morning|bulletin|news",
    "good_night": "晚安|晚报|夜话|good night|goodnight",
    "expert_inside": "分享|主讲|开讲|讲座|嘉宾|expert|talk|session",
    "expert_outside": "分享|主讲|开讲|讲座|嘉宾|expert|talk|session|guest",
    "qa": "答疑|问答|提问|有问必答|有什么问题|q&a|questions?|clinic|ask me|office hour",
    "case_study": "案例|拆解|复盘|case",
    "reading": "共读|读书|阅读|领读|reading|chapter|book",
    "check_in": "打卡|签到|check[- ]?in",
    "activity": "活动|报名|开始|event|activity",
}
"""What a post that opens a slot of a kind says."""


@dataclass(frozen=True, kw_only=True)
class Held:
    """One declared slot, and what the log shows of it."""

    index: int
    """Its place in ``project.gameplay``."""
    slot: "Gameplay"
    planned: int
    """Moments at which it was to take place while the log runs."""
    taken_place: pl.DataFrame
    """``at``, ``row`` (the post), ``messages``, ``speakers``: what members said in the window after it."""
    missed: tuple[dt.datetime, ...]
    named: bool
    """Whether a post names the slot; else any post at its time was taken for it."""
    usual: float
    """Members who speak in the same window without the slot."""
    compared_with: str
    """What without means here: ``days`` (the same hours on other days) or ``before`` (the hour before)."""
    there: float
    """The share of the liveliest hour's speakers who are there at the slot's hour when nothing is on."""

    @property
    def name(self) -> str:
        """What to call the slot."""
        return self.slot.title or self.slot.id or self.slot.topic or self.slot.kind or f"#{self.index + 1}"

    @property
    def speakers(self) -> float:
        """Members who speak after it, on average."""
        mean = self.taken_place["speakers"].mean()
        return float(mean) if isinstance(mean, int | float) else 0.0

    @property
    def messages(self) -> float:
        """Messages that members write after it, on average."""
        mean = self.taken_place["messages"].mean()
        return float(mean) if isinstance(mean, int | float) else 0.0


def expert(slot: "Gameplay") -> str:
    """Return who alone can open a slot: the expert who shares in it; empty where whoever runs the group can."""
    return slot.host.strip() if (slot.kind or "").startswith("expert") else ""


@dataclass(frozen=True)
class Slots:
    """The gameplay of the group under audit."""

    ground: Ground
    steering: Steering

    @property
    def why_unknown(self) -> str:
        """Why nothing can be said about declared slots; empty where it can."""
        if not self.ground.project:
            return _("no project declares any gameplay")
        if not any(slot.schedule.strip() for slot in self.ground.project.gameplay):
            return _("the project declares no slot with a schedule")
        return self.why_nobody_posts

    @property
    def why_nobody_posts(self) -> str:
        """Why nothing is known of what those who run the group posted; empty where something is."""
        return "" if self.posts.height else self.steering.why_unknown or _("no host or operator wrote in the log")

    @cached_property
    def _posters(self) -> pl.Series:
        """Who may open a slot: operators, robots and the hosts that the project names."""
        project = self.ground.project
        called = is_called(name_keys([slot.host for slot in project.gameplay] if project else []))
        relays = pl.col("who").is_in(self.ground.relays["who"].implode())  # robots that speak for members elsewhere
        return self.ground.people.filter(pl.col("operator") | (pl.col("robot") & ~relays) | called)["who"]

    @cached_property
    def posts(self) -> pl.DataFrame:
        """What they posted, robots included: ``row``, ``who``, ``local``, ``text``."""
        who = pl.col("sender").to_physical()
        return (
            self.ground.chat.messages.lazy()
            .with_row_index("row")
            .filter(is_message() & who.is_in(self._posters.implode()))
            .select("row", who.alias("who"), "local", "text")
            .collect()
        )

    @cached_property
    def _members(self) -> pl.DataFrame:
        """What the others said: ``local``, ``who``."""
        return self.ground.talk.filter(~pl.col("who").is_in(self._posters.implode())).select("local", "who")

    @cached_property
    def by_hour(self) -> pl.DataFrame:
        """When members are there: ``hour``, ``messages``, ``speakers``."""
        return hours.by_hour(self.ground.talk)

    @cached_property
    def best_hour(self) -> int:
        """The hour in which most members speak."""
        return hours.liveliest(self.by_hour)[0]

    @cached_property
    def held(self) -> tuple[Held, ...]:
        """The declared slots that could have taken place while the log runs."""
        given = self.ground.project.gameplay if self.ground.project and not self.why_unknown else []
        looked_at = (self._held(index, slot) for index, slot in enumerate(given))
        return tuple(found for found in looked_at if found)

    @cached_property
    def _moments(self) -> dict[str, list[dt.datetime]]:
        return {}

    def moments(self, schedule: str) -> list[dt.datetime]:
        """Return when a schedule fired while the log runs, the first MOST_MOMENTS of it; none where it is none."""
        if schedule not in self._moments:
            first, last = self.ground.span or (self.ground.last, self.ground.last)
            window = dt.timedelta(minutes=self.ground.thresholds["gameplay.window"])
            with suppress(ScheduleError):  # the gate speaks of those, and of schedules that fire all the time
                if timetable(schedule).times_a_day <= self.ground.thresholds["gameplay.times_a_day_most"]:
                    fired = occurrences(schedule, first, last - window)
                    self._moments[schedule] = list(islice(fired, MOST_MOMENTS))
        return self._moments.get(schedule, [])

    def _held(self, index: int, slot: "Gameplay") -> Held | None:
        moments = self.moments(slot.schedule)
        if not moments:
            return None
        naming, posts = self._naming(slot), self._posts_for(slot)
        by_name = slots.posted(posts.filter(naming), moments)
        named = by_name["row"].is_not_null().any()
        found = by_name if named else slots.posted(posts, moments)
        took, missed = found.drop_nulls("row"), tuple(found.filter(pl.col("row").is_null())["at"])
        window = self.ground.thresholds["gameplay.window"]
        after = slots.response(self._members, took["at"].to_list(), window)
        usual, compared = self._usual(moments, missed, window)
        return Held(
            index=index,
            slot=slot,
            planned=len(moments),
            taken_place=took.join(after, on="at", maintain_order="left"),
            missed=missed,
            named=bool(named),
            usual=usual,
            compared_with=compared,
            there=self._there(moments),
        )

    def _posts_for(self, slot: "Gameplay") -> pl.DataFrame:
        """Return the posts that can open a slot: an expert's share only the expert's own; who never wrote held none."""
        return self.posts.filter(pl.col("who").is_in(self.host_of(slot).implode())) if expert(slot) else self.posts

    def host_of(self, slot: "Gameplay") -> pl.Series:
        """Return the people (``who``) whom a slot names as its host; none where the log does not know them."""
        return self.ground.people.filter(is_called(name_keys([slot.host])))["who"]

    def _naming(self, slot: "Gameplay") -> pl.Expr:
        """Return the condition that a post names the slot."""
        words = [*topics.forms(slot.title), *(SAYS_SO[slot.kind].split("|") if slot.kind in SAYS_SO else [])]
        return pl.col("text").str.contains(f"(?i){'|'.join(words)}") if words else pl.lit(value=False)

    def _usual(self, moments: Sequence[dt.datetime], missed: Sequence[dt.datetime], window: float) -> tuple[float, str]:
        """Return how many members speak in the window without the slot, and what that was compared with."""
        least = self.ground.thresholds["gameplay.compared_least"]
        without = list(missed) if len(missed) >= least else self._other_days(moments)
        compared = "days"
        if len(without) < least:
            without, compared = [moment - dt.timedelta(minutes=window) for moment in moments], "before"
        mean = slots.response(self._members, without, window)["speakers"].mean()
        return (float(mean) if isinstance(mean, int | float) else 0.0), compared

    def _other_days(self, moments: Sequence[dt.datetime]) -> list[dt.datetime]:
        """Return the slot's time of day on the days of the log on which it does not fire."""
        first, last = self.ground.span or (moments[0], moments[-1])
        clock, taken = moments[0].time(), {moment.date() for moment in moments}
        days = (first.date() + dt.timedelta(days=day) for day in range((last.date() - first.date()).days + 1))
        times = (dt.datetime.combine(day, clock) for day in days if day not in taken)
        return [time for time in islice(times, MOST_MOMENTS) if first <= time <= last]

    def _there(self, moments: Sequence[dt.datetime]) -> float:
        """Return the share of the liveliest hour's speakers who are there at the hour of the moments."""
        most = hours.liveliest(self.by_hour)[1]
        wanted = [moment.hour for moment in moments]
        speakers = dict(self.by_hour.select("hour", "speakers").iter_rows())
        return sum(speakers.get(hour, 0.0) for hour in wanted) / len(wanted) / most if most else 0.0

    @cached_property
    def undeclared(self) -> pl.DataFrame:
        """Operators' and robots' posts that recur at one hour and that no slot declares."""
        run_by = self.ground.people.filter(pl.col("operator") | pl.col("robot"))["who"].implode()
        posts = self.posts.filter(pl.col("who").is_in(run_by))
        found = recurring.recurring(posts, self.ground.thresholds["gameplay.recurs_least"])
        return found.filter(
            ~pl.Series([self._is_declared(row) for row in found.iter_rows(named=True)], dtype=pl.Boolean)
        )

    def _is_declared(self, post: dict[str, Any]) -> bool:
        """Tell whether a slot fires within an hour of a recurring post, on most of its days."""
        places = pl.Series("row", post["rows"], dtype=pl.UInt32).to_frame()
        times = self.posts.join(places, on="row", how="semi")["local"]
        given = self.ground.project.gameplay if self.ground.project else []
        moments = sorted(moment for slot in given for moment in self.moments(slot.schedule))
        return slots.count_close(times, moments) * 2 >= times.len()

    def followers(self, one: Held) -> int:
        """Return how many different members spoke up after a slot more than once."""
        window = self.ground.thresholds["gameplay.window"]
        return slots.followers(self._members, one.taken_place["at"].to_list(), window)

    @cached_property
    def kept(self) -> tuple[Held, ...]:
        """Slots that took place often enough to judge and draw more members than come without them."""
        return tuple(one for one in self.judged if self.draws(one))

    @cached_property
    def judged(self) -> tuple[Held, ...]:
        """Slots that took place often enough to judge."""
        least = self.ground.thresholds["gameplay.least_held"]
        return tuple(one for one in self.held if one.taken_place.height >= least)

    @property
    def flat(self) -> tuple[Held, ...]:
        """Slots that draw nobody at an hour at which somebody is there."""
        least = self.ground.thresholds["gameplay.hour_least"]
        return tuple(one for one in self.judged if not self.draws(one) and one.there >= least)

    @property
    def at_empty_hours(self) -> tuple[Held, ...]:
        """Slots that draw nobody at an hour at which nobody is there."""
        least = self.ground.thresholds["gameplay.hour_least"]
        return tuple(one for one in self.judged if not self.draws(one) and one.there < least)

    @property
    def why_unjudged(self) -> str:
        """Why nothing can be said about what slots draw; empty where it can."""
        least = number(self.ground.thresholds["gameplay.least_held"])
        return self.why_unknown or ("" if self.judged else _("no slot took place {count} times").format(count=least))

    def draws(self, one: Held) -> bool:
        """Tell whether a slot draws more members than are there without it."""
        return one.speakers >= self.wanted(one)

    def wanted(self, one: Held) -> float:
        """Return how many members a slot should draw, given how many are there without it."""
        table = self.ground.thresholds
        return max(table["gameplay.speakers_least"], (1 + table["gameplay.response_more"]) * one.usual)

    def figures(self) -> Figures:
        """Return the figures of gameplay; None where the project or the log cannot show them."""
        if self.why_unknown:
            return {"slots_planned": None, "slots_held_share": None, "slots_drawing": None}
        planned = sum(one.planned for one in self.held)
        took = sum(one.taken_place.height for one in self.held)
        return {
            "slots_planned": planned,
            "slots_held_share": took / planned if planned else None,
            "slots_drawing": len(self.kept),
        }
