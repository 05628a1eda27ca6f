"""What every check and every plan sees: the chat and what is known about it, part by part."""

from dataclasses import dataclass
from functools import cached_property

from groupctl.facts.advertising import Advertising, arrivals
from groupctl.facts.asking import Asking
from groupctl.facts.base import Ground
from groupctl.facts.membership import Membership
from groupctl.facts.steering import Steering


@dataclass(frozen=True, kw_only=True)
class Subject(Ground):
    """One chat and what is known about it, in parts."""

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
        return Advertising(self, arrivals(self, are_connections=self.membership.arrivals_are_connections))

    @cached_property
    def asking(self) -> Asking:
        """What members ask."""
        return Asking(self, self.advertising.found.select("row"))
