"""Who came and how they fared: greeted, answered, staying, gone."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from groupctl.chatlog.table import is_message
from groupctl.facts.base import Ground
from groupctl.facts.membership import Membership
from groupctl.facts.pace import Pace
from groupctl.figures import exits, newcomers, purpose, replies
from groupctl.figures.attendance import falls
from groupctl.figures.named import Figures
from groupctl.i18n import _

WEEK, WEEKS_BACK = 7, 4
"""Weeks, and one month, in which exits are looked at: older ones nobody can do anything about."""
MONTH = 30


@dataclass(frozen=True)
class Arriving:
    """The newcomers of the group under audit, and who left it."""

    ground: Ground
    membership: Membership
    pace: Pace
    not_posts: pl.DataFrame
    """Messages (``row``) that ask for no reply: advertisements."""

    @cached_property
    def why_unknown(self) -> str:
        """Why the log does not show who came; empty where it does."""
        if self.membership.arrivals_are_connections:
            return _("its join lines tell of coming online, not of joining: nobody knows who is new")
        if not self.membership.moves["arrived"].any():
            return _("no join lines in this export: nobody knows who is new")
        return ""

    @cached_property
    def came(self) -> pl.DataFrame:
        """Who came in the period, the earliest first (figures.newcomers); nobody where the log does not show it."""
        one = self.ground
        talked = one.people["first"].min()
        began = talked if isinstance(talked, dt.datetime) else one.last
        found = newcomers.newcomers(self.membership.moves, one.people, began)
        if self.why_unknown or not one.span:
            return found.clear()
        return found.filter(pl.col("joined") >= one.span[0])

    @cached_property
    def stays(self) -> pl.DataFrame:
        """Those of them whose first two weeks the log shows, with how they took part (figures.newcomers.stay)."""
        table = self.ground.thresholds
        early, days = int(table["newcomers.early"]), int(table["newcomers.early"] + table["newcomers.lost_within"])
        judged = self.came.filter(pl.col("joined") <= self.ground.last - dt.timedelta(days=days))
        return newcomers.stay(judged, self.pace.attended, early=early, days=days)

    @cached_property
    def lost(self) -> pl.DataFrame:
        """Those of them who spoke up at once and then no more, or left (symptom S1)."""
        return self.stays.filter(pl.col("went") | ((pl.col("early") > 0) & (pl.col("later") == 0)))

    @property
    def lost_share(self) -> float | None:
        """Their share of those whose first two weeks the log shows."""
        return self.lost.height / self.stays.height if self.stays.height else None

    def lost_beside(self, gifts: pl.Series) -> int:
        """Return how many of them came within ``newcomers.early`` days of a gift (moments)."""
        within = dt.timedelta(days=self.ground.thresholds["newcomers.early"])
        near = self.lost.sort("joined").join_asof(
            gifts.alias("gift").to_frame().sort("gift"), left_on="joined", right_on="gift", strategy="nearest",
            tolerance=within, check_sortedness=False,
        )  # fmt: skip
        return near["gift"].count()

    @cached_property
    def yet_quieter(self) -> bool:
        """Whether no fewer people come than before while each who writes says less and less (symptom S2)."""
        table = self.ground.thresholds
        if self.why_unknown or self.pace.why_no_trend:
            return False
        latest, before, first = self.joins.head(3)
        as_many = latest >= table["newcomers.least"] and latest + before >= 2 * first
        return as_many and falls(self.pace.windows["per_head"], table["trend.fall"])

    @cached_property
    def greeting(self) -> pl.DataFrame:
        """Newcomers who came early enough to have been greeted, with ``greeted``."""
        one, hours = self.ground, self.ground.thresholds["newcomers.greet_within"]
        due = self.came.filter(pl.col("joined") <= one.last - dt.timedelta(hours=hours))
        if due.is_empty():
            return due.with_columns(pl.lit(value=False).alias("greeted"))
        welcomes = newcomers.greetings(one.chat.messages, is_message())
        return due.with_columns(newcomers.greeted(due, welcomes, one.conversation.addressed, one.talk, hours))

    @property
    def ungreeted(self) -> pl.DataFrame:
        """Those whom nobody greeted, the latest first."""
        return self.greeting.filter(~pl.col("greeted")).reverse()

    @property
    def greeted_share(self) -> float | None:
        """The share of newcomers whom somebody greeted."""
        mean = self.greeting["greeted"].mean()
        return float(mean) if isinstance(mean, float) else None

    @cached_property
    def first_posts(self) -> pl.DataFrame:
        """Newcomers' first messages with the first reply to each (figures.replies.first_replies).

        Those that speak to somebody by name or link are left out: they are answers. Where the log does not show who
        came, of those who were first seen a month or more after its beginning.
        """
        one = self.ground
        answers = one.conversation.addressed.select("row")
        beside = pl.concat([self.not_posts, answers.cast(self.not_posts.schema)])
        posts = newcomers.first_posts(one.talk).join(beside, on="row", how="anti", maintain_order="left")
        if self.why_unknown:
            began = one.whole.messages["local"].min()
            fresh = newcomers.new_by_sight(posts, one.people, began if isinstance(began, dt.datetime) else one.last)
        else:
            fresh = newcomers.new_by_coming(posts, self.came)
        numbered = fresh.join(one.conversation.turn_of, on="row", maintain_order="left")
        table = one.thresholds
        found = replies.first_replies(one.conversation, numbered, minutes=table["posts.conversation"])
        young = pl.col("local") > one.last - dt.timedelta(hours=table["posts.window"])
        return found.filter(~young | pl.col("reply").is_not_null())

    @cached_property
    def without_reply(self) -> pl.DataFrame:
        """Those that drew no reply, the latest first."""
        return self.first_posts.filter(pl.col("reply").is_null()).reverse()

    @property
    def first_reply_share(self) -> float | None:
        """The share of first messages that drew a reply."""
        count = self.first_posts.height
        return 1 - self.without_reply.height / count if count else None

    def retained(self, week: int) -> float | None:
        """Return the share of newcomers who wrote again in the ``week``-th week after their first message."""
        back, of = newcomers.retained(self.first_posts, self.pace.attended, self.pace.last_day, week)
        return back / of if of else None

    @cached_property
    def asking_why(self) -> pl.DataFrame:
        """Messages of members that ask what the group is for, the latest first: ``row``, ``who``, ``local``."""
        return purpose.asks_the_purpose(self.ground.talk, self.ground.distinct).reverse()

    @cached_property
    def asking_why_new(self) -> dict[int, int]:
        """How many days after coming newcomers asked that, by row; nothing for those who were no newcomers."""
        joined = self.came.drop_nulls("who").select("who", "joined")
        days = (pl.col("local") - pl.col("joined")).dt.total_days()
        found = self.asking_why.join(joined, on="who").filter(days.is_between(0, newcomers.SETTLED_AFTER))
        return dict(found.select("row", days).iter_rows())

    @cached_property
    def why_no_exits(self) -> str:
        """Why the log does not show who left; empty where it does."""
        if self.membership.why_unknown:
            return self.membership.why_unknown
        if self.membership.arrivals_are_connections:
            return self.why_unknown
        if self.membership.moves["arrived"].all():
            return _("this export shows nobody leaving")
        return ""

    @cached_property
    def weekly_exits(self) -> pl.DataFrame:
        """Who left in the last weeks, of how many who were there (figures.exits), the latest week first."""
        return self._exits(WEEK, WEEKS_BACK)

    @cached_property
    def monthly_exits(self) -> pl.DataFrame:
        """The same of the last 30 days."""
        return self._exits(MONTH, 1)

    @property
    def is_new(self) -> bool:
        """Whether the group is so new that exits are counted by the week."""
        return self.pace.is_younger(self.ground.thresholds["exits.new_group"])

    @cached_property
    def worst_exits(self) -> dict[str, float] | None:
        """The week (new group) or month in which most left: ``window``, ``left``, ``there``, ``rate``; None without."""
        rates = (self.weekly_exits if self.is_new else self.monthly_exits).drop_nulls("rate")
        return None if rates.is_empty() else rates.row(rates["rate"].arg_max() or 0, named=True)

    @cached_property
    def gone_then(self) -> pl.DataFrame:
        """Who left in it, the latest first: ``name``, ``row`` (of the whole log)."""
        days, window = WEEK if self.is_new else MONTH, self.worst_exits["window"] if self.worst_exits else 0
        ago = (pl.lit(self.pace.last_day) - pl.col("local").dt.date()).dt.total_days() // days
        return exits.departures(self.membership.moves).filter(ago == window).reverse()

    def _exits(self, days: int, count: int) -> pl.DataFrame:
        fitting = max(min(count, ((self.pace.last_day - self.pace.first_day).days + 1) // days), 1)
        here = self.membership.current.height
        return exits.exit_rates(self.membership.moves, here, self.pace.last_day, days, fitting)

    @cached_property
    def joins(self) -> pl.Series:
        """How many newcomers came in each of the equal windows of ``pace``, the latest first."""
        days = self.pace.window or 7
        return newcomers.by_window(self.came, self.pace.last_day, days, self.pace.windows.height)

    def figures(self) -> Figures:
        """Return the figures of newcomers and exits; None where the export does not show them."""
        known = not self.why_unknown
        heads = newcomers.per_head(
            self.pace.attended, self.came, self.membership.current.height, self.pace.last_day, MONTH
        )
        return {
            "newcomers": self.came.height if known else None,
            "newcomers_greeted_share": self.greeted_share if known else None,
            "newcomers_lost_share": self.lost_share if known else None,
            "newcomer_messages_per_head": heads[0] if known else None,
            "old_messages_per_head": heads[1] if known else None,
            "first_posts": self.first_posts.height,
            "first_reply_share": self.first_reply_share,
            "retained_week_1": self.retained(1),
            "retained_week_4": self.retained(4),
            "asked_what_for": self.asking_why.height,
            "weekly_exit_rate": None if self.why_no_exits else _most(self.weekly_exits["rate"]),
            "monthly_exit_rate": None if self.why_no_exits else self.monthly_exits["rate"][0],
        }


def _most(values: pl.Series) -> float | None:
    most = values.max()
    return most if isinstance(most, float) else None
