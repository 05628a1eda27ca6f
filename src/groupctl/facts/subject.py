"""What every check and every plan sees: the chat and what is known about it, part by part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from groupctl.facts.advertising import Advertising
from groupctl.facts.arriving import Arriving
from groupctl.facts.asking import Asking
from groupctl.facts.base import Ground
from groupctl.facts.benefits import Benefits
from groupctl.facts.gameplay import Slots
from groupctl.facts.leading import Leading
from groupctl.facts.membership import Membership
from groupctl.facts.naming import Naming
from groupctl.facts.pace import Pace
from groupctl.facts.profiles import Profiles
from groupctl.facts.promises import Promises
from groupctl.facts.promoting import Promoting
from groupctl.facts.rules import RuleBook
from groupctl.facts.steering import Steering
from groupctl.facts.strikes import Strike
from groupctl.facts.ties import Ties
from groupctl.facts.topics import Topics
from groupctl.facts.trouble import Trouble
from groupctl.facts.upkeep import Upkeep
from groupctl.facts.watch import Watch


@dataclass(frozen=True, kw_only=True)
class Subject(Ground):
    """One chat and what is known about it, in parts."""

    strikes: Sequence[Strike] = ()
    """Strikes of earlier audits."""
    offline: Mapping[str, int] = field(default_factory=dict)
    """How often members came to a meeting, by name, where a roster says it."""

    @cached_property
    def membership(self) -> Membership:
        """Who is in the group."""
        return Membership(self)

    @cached_property
    def steering(self) -> Steering:
        """What the operators do."""
        return Steering(self)

    @cached_property
    def advertising(self) -> Advertising:
        """What looks like advertisements."""
        return Advertising(self, self.membership.arrivals)

    @cached_property
    def asking(self) -> Asking:
        """What members ask."""
        return Asking(self, self.advertising.found.select("row"))

    @cached_property
    def profiles(self) -> Profiles:
        """What each member does, one row a member."""
        return Profiles(self, self.membership, self.asking)

    @cached_property
    def pace(self) -> Pace:
        """How lively the group is, week after week."""
        return Pace(self, self.membership)

    @cached_property
    def arriving(self) -> Arriving:
        """Who came and how they fared; who left."""
        return Arriving(self, self.membership, self.pace, self.advertising.found.select("row"))

    @cached_property
    def leading(self) -> Leading:
        """What the operators begin, and what comes of it."""
        return Leading(self, self.steering, self.asking, self.pace)

    @cached_property
    def upkeep(self) -> Upkeep:
        """What the group costs and gives back."""
        return Upkeep(self, self.pace, self.profiles)

    @cached_property
    def ties(self) -> Ties:
        """What holds members together beside the talk."""
        return Ties(self, self.membership, self.profiles, self.offline)

    @cached_property
    def topics(self) -> Topics:
        """What people talk about."""
        return Topics(self)

    @cached_property
    def trouble(self) -> Trouble:
        """Floods, copies, complaints."""
        return Trouble(self, self.advertising)

    @cached_property
    def rules(self) -> RuleBook:
        """Who broke which of the project's rules."""
        return RuleBook(self, self.trouble, self.strikes)

    @cached_property
    def benefits(self) -> Benefits:
        """What the group is given, and who comes for it."""
        return Benefits(self, self.membership)

    @cached_property
    def promoting(self) -> Promoting:
        """What the group is sold."""
        return Promoting(self, self.membership, self.trouble)

    @cached_property
    def naming(self) -> Naming:
        """How members are called."""
        return Naming(self, self.membership)

    @cached_property
    def slots(self) -> Slots:
        """What became of the declared gameplay."""
        return Slots(self, self.steering)

    @cached_property
    def promises(self) -> Promises:
        """What is promised to members and asked of them."""
        return Promises(self, self.slots)

    @cached_property
    def watch(self) -> Watch:
        """Who looks in when."""
        return Watch(self, self.asking)
