"""What the group is given, who comes for it, and whether anybody stays to talk."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from groupctl.facts.base import Ground
from groupctl.facts.membership import Membership
from groupctl.figures import benefits
from groupctl.figures.named import Figures
from groupctl.i18n import _

SECONDS_A_DAY = 86_400


@dataclass(frozen=True)
class Benefits:
    """The benefits of the group under audit: red packets, transfers, gifts."""

    ground: Ground
    membership: Membership

    @cached_property
    def given(self) -> pl.DataFrame:
        """Every benefit: ``row``, ``local``. Where operators are known, only theirs; else every red packet."""
        known = bool(self.ground.people["operator"].any())
        return benefits.benefits(self.ground.talk, of_operators=known)

    @cached_property
    def occasions(self) -> pl.DataFrame:
        """Benefits gathered into occasions, with who spoke before and after (figures.benefits.response)."""
        hours = self.ground.thresholds["benefits.window"]
        found = benefits.occasions(self.given, hours)
        return benefits.response(self.ground.talk, self.given, found, hours)

    @cached_property
    def judged(self) -> pl.DataFrame:
        """The occasions whose hours before and after both lie in the log."""
        span = self.ground.span
        if span is None:
            return self.occasions
        window = dt.timedelta(hours=self.ground.thresholds["benefits.window"])
        inside = (pl.col("began") - window >= span[0]) & (pl.col("ended") + window <= span[1])
        return self.occasions.filter(inside)

    @property
    def why_unjudged(self) -> str:
        """Why nothing can be said about their effect; empty where it can."""
        if self.given.is_empty():
            return _("no red packet, gift or giveaway of an operator stands in this log")
        least = self.ground.thresholds["benefits.least"]
        return _("too few benefits") if self.judged.height < least else ""

    @cached_property
    def speakers_before(self) -> float | None:
        """How many members speak in the hours before, on average over the occasions; None without any."""
        return _mean(self.judged["before"])

    @cached_property
    def speakers_after(self) -> float | None:
        """How many say more than thanks in the hours after; None without any."""
        return _mean(self.judged["after"])

    @property
    def member_count(self) -> int:
        """How many are in the group; where nobody knows, how many wrote."""
        return self.ground.speakers.height if self.membership.why_unknown else self.membership.current.height

    @property
    def response_share(self) -> float | None:
        """The share of the members who say more than thanks in the hours after a benefit."""
        after = self.speakers_after
        return after / self.member_count if after is not None and self.member_count else None

    @cached_property
    def gap(self) -> tuple[dt.datetime, dt.datetime] | None:
        """The longest stretch of the log without a benefit; None where there was none at all."""
        span = self.ground.span
        return benefits.longest_gap(self.given, *span) if span and self.given.height else None

    @property
    def gap_days(self) -> float | None:
        """How long it was, in days."""
        return (self.gap[1] - self.gap[0]).total_seconds() / SECONDS_A_DAY if self.gap else None

    @cached_property
    def takers(self) -> pl.DataFrame:
        """How members' messages lie around benefits, those who turned up at most of them first.

        Columns: ``who``, ``name``, ``messages``, ``near`` (of them, soon after a benefit), ``occasions`` (at how many
        they turned up), ``opened`` (red packets, where the export tells; else 0), ``only`` (whether they were seen at
        no other time, at benefits enough), ``row`` (their last message near one), ``last`` (row of their last message).
        """
        one = self.ground
        table = benefits.takers(one.talk, self.given, self.occasions, one.thresholds["benefits.taker_within"])
        opened = benefits.openers(one.chat.messages if self.given.height else one.chat.messages.clear())
        often = pl.col("occasions") >= one.thresholds["benefits.taker_times"]
        named = table.join(one.people.select("who", "name"), on="who", how="left", maintain_order="left")
        named = named.with_columns(benefits.key_of(pl.col("name")).alias("key"))
        named = named.join(opened, on="key", how="left", maintain_order="left").drop("key")
        return named.select(
            "who",
            "name",
            "messages",
            "near",
            "occasions",
            pl.col("opened").fill_null(0),
            ((pl.col("near") == pl.col("messages")) & often).alias("only"),
            "row",
            "last",
        ).sort("only", "occasions", "messages", descending=[True, True, False], maintain_order=True)

    @cached_property
    def only_take(self) -> pl.DataFrame:
        """Those of them who were seen at benefits and at no other time."""
        return self.takers.filter("only")

    def figures(self) -> Figures:
        """Return the figures of benefits."""
        return {
            "benefits": self.given.height,
            "benefits_gap_days": self.gap_days,
            "speakers_before_benefits": self.speakers_before,
            "speakers_after_benefits": self.speakers_after,
            "only_take": self.only_take.height,
        }


def _mean(counts: pl.Series) -> float | None:
    mean = counts.mean()
    return float(mean) if isinstance(mean, int | float) else None
