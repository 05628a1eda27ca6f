"""One row a member: what the tiers, the nominations and the list of whom to move are made of."""

from dataclasses import dataclass
from functools import cached_property

import polars as pl

from groupctl.facts.asking import Asking
from groupctl.facts.base import Ground
from groupctl.facts.membership import Membership
from groupctl.figures import profile, replies
from groupctl.figures.members import person

COLUMNS = (
    "who", "sender", "name", "operator", "came", "added", "listed", "gone", "joined", "first", "last",
    "messages", "active_days", "recent", "before", "recent_days", "trend", "replies_given", "replies_received",
    "partners", "questions", "answers", "links", "media", "reactions_received",
)  # fmt: skip


@dataclass(frozen=True)
class Profiles:
    """What each member of the group under audit does."""

    ground: Ground
    membership: Membership
    asking: Asking

    @cached_property
    def pairs(self) -> pl.DataFrame:
        """Who replied to whom how often: ``who``, ``target``, ``replies`` (figures.replies)."""
        return replies.replies(self.ground.conversation)

    @cached_property
    def table(self) -> pl.DataFrame:
        """Everybody whom the log or the roster knows, robots left out, who wrote most first.

        ======================  ==========================================================================
        ``who``                 the person's code in this chat (UInt32); null for those who never spoke
        ``sender``              the id in the export; null for those who never spoke
        ``name``                the name they use now
        ``operator``            whether they run the group
        ``came``, ``added``     an event shows them come or go; somebody else put them in (counted apart)
        ``listed``, ``gone``    stands on the roster; left and did not come back
        ``joined``              when they came last (null where no event tells)
        ``first``, ``last``     their first and last message in the whole log
        ``messages``            messages in the period, media included
        ``active_days``         days of the period on which they wrote
        ``recent``, ``before``  messages of the last 30 days (``active_share.window``), and of the 30 before these
        ``recent_days``         days among the last 30 on which they wrote
        ``trend``               ``recent`` / ``before`` − 1; null where they wrote nothing before
        ``replies_given``       turns in which they spoke to somebody (figures.replies)
        ``replies_received``    turns in which somebody spoke to them
        ``partners``            how many others they spoke with
        ``questions``           questions they put to the group
        ``answers``             questions of others that they answered first
        ``links``, ``media``    messages with a link; pictures, voices, videos, files and stickers
        ``reactions_received``  reactions to their messages; null for everybody where the export tells of none
        ======================  ==========================================================================

        Counts are UInt32 and never null; reactions are Int64.
        """
        one = self.ground
        known = self.membership.known.drop("row").with_columns(person(pl.col("who"), pl.col("name")).alias("person"))
        came = self.membership.moves.filter("arrived").group_by("person").agg(pl.col("local").max().alias("joined"))
        window = one.thresholds["active_share.window"]
        table = profile.profiles(
            known.join(came, on="person", how="left", maintain_order="left").drop("person"),
            one.people.select("who", "sender", "operator", "first"),
            one.speakers.select("who", "messages", "active_days"),
            profile.contributions(one.talk, one.last, window),
            profile.reactions_received(one.talk, one.chat.messages),
            replies.replies_by_person(self.pairs),
            self.asking.asked.group_by("who").agg(pl.len().alias("questions")),
            self.asking.answered.group_by(pl.col("by").alias("who")).agg(pl.len().alias("answers")),
        )
        grown = profile.trend(pl.col("recent"), pl.col("before"))
        table = table.with_columns(
            pl.col("operator").fill_null(value=False),
            grown.alias("trend"),
            profile.where_told(pl.col("reactions_received"), one.whole.messages),
        )
        return table.select(COLUMNS)

    @cached_property
    def most_active(self) -> pl.DataFrame:
        """Members who wrote lately, operators and those who left aside, by days, then by messages of the last 30."""
        there = self.table.filter(~pl.col("gone") & ~pl.col("operator") & (pl.col("recent") > 0))
        return there.sort("recent_days", "recent", descending=True, maintain_order=True)
