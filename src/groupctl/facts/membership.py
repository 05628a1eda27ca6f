"""Who is in the group, who takes part, who never spoke."""

from dataclasses import dataclass
from functools import cached_property

import polars as pl

from groupctl.facts.base import Ground
from groupctl.figures import activity, members, people
from groupctl.figures.named import Figures
from groupctl.i18n import _


@dataclass(frozen=True)
class Membership:
    """The members of the group under audit."""

    ground: Ground

    @cached_property
    def called(self) -> pl.DataFrame:
        """Every name under which a speaker was ever shown (figures.members.aliases)."""
        return members.aliases(self.ground.whole.messages, self.ground.people)

    @cached_property
    def known(self) -> pl.DataFrame:
        """Everybody whom the log or the roster knows."""
        one = self.ground
        return members.known_people(one.whole.messages, one.people, one.roster, one.robots, called=self.called)

    @cached_property
    def moves(self) -> pl.DataFrame:
        """Everybody's comings and goings in the whole log (figures.members.moves), robots left out."""
        one = self.ground
        robots = one.people.filter("robot")["who"].implode()
        listed = people.name_keys(one.robots).implode()
        moved = members.moves(one.whole.messages, one.people, self.called).filter(~pl.col("key").is_in(listed))
        return moved.filter(~pl.col("who").is_in(robots).fill_null(value=False))

    @cached_property
    def arrivals_are_connections(self) -> bool:
        """Whether join lines tell of coming online (IRC), so that they show no membership."""
        return members.are_connections(self.moves)

    @property
    def arrivals(self) -> pl.DataFrame:
        """When speakers joined, ``who`` and ``local``; nothing where join lines only tell of coming online."""
        came = self.moves.filter("arrived").select("who", "local").drop_nulls("who")
        return came.clear() if self.arrivals_are_connections else came

    @cached_property
    def why_unknown(self) -> str:
        """Why the log does not show who is in the group beside those who speak; empty where it does."""
        if self.known["listed"].any():
            return ""
        if self.arrivals_are_connections:
            return _(
                "its join lines tell of coming online, not of joining; a roster would show the members: --roster FILE"
            )
        if not self.known["came"].any():
            return _("no join lines in this export and no roster; name one with --roster FILE")
        return ""

    @cached_property
    def current(self) -> pl.DataFrame:
        """Who is in the group at the end of the log."""
        window = self.ground.thresholds["active_share.window"]
        return members.current(self.known, activity.active_since(self.ground.last, window))

    @property
    def is_small(self) -> bool:
        """Whether the group is so small that few messages a day are no sign of anything."""
        size = self.ground.speakers.height if self.why_unknown else self.current.height
        return size <= self.ground.thresholds["size.thin"]

    @property
    def active_count(self) -> int:
        """How many members wrote in the window at the end of the log."""
        return int(self.current["active"].sum())

    @cached_property
    def active_share(self) -> float | None:
        """The share of members who wrote in that window."""
        return None if self.why_unknown else activity.active_share(self.current)

    @cached_property
    def fell_silent(self) -> pl.Series:
        """The last messages (rows) of members who wrote before and not in that window, the busiest of them first."""
        quiet = self.current.filter(~pl.col("active")).drop_nulls("who").select("who")
        return self.ground.speakers.join(quiet, on="who", how="semi", maintain_order="left")["row"]

    @cached_property
    def joined_count(self) -> int:
        """How many joined, left or stand on the roster."""
        return members.joined(self.known).height

    @cached_property
    def silent(self) -> pl.DataFrame:
        """Those of them who wrote nothing in the log; who is still there and came last stands first."""
        return members.never_spoke(self.known).sort("gone", "row", descending=[False, True], nulls_last=True)

    @property
    def silent_share(self) -> float | None:
        """Their share of those who joined."""
        return self.silent.height / self.joined_count if self.joined_count else None

    @cached_property
    def added_and_silent_count(self) -> int:
        """How many were put in by somebody else, counted apart, and wrote nothing."""
        return members.added_and_silent(self.known).height

    @property
    def gone_count(self) -> int:
        """How many left and did not come back."""
        return int(self.known["gone"].sum())

    def figures(self) -> Figures:
        """Return the figures of membership; None where the log does not show who is in the group."""
        counted: Figures = {
            "members": self.current.height,
            "joined": self.joined_count,
            "left": self.gone_count,
            "active": self.active_count,
            "active_share": self.active_share,
            "never_spoke": self.silent.height,
            "never_spoke_share": self.silent_share,
            "added_never_spoke": self.added_and_silent_count,
        }
        return dict.fromkeys(counted) if self.why_unknown else counted
