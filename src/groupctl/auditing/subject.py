"""What every check of the audit sees: the chat and its figures, each computed once and on demand."""

from dataclasses import dataclass
from functools import cached_property

from groupctl.auditing.base import Audited
from groupctl.auditing.parts.advertising import Advertising, arrivals
from groupctl.auditing.parts.asking import Asking
from groupctl.auditing.parts.membership import Membership
from groupctl.auditing.parts.steering import Steering


@dataclass(frozen=True, kw_only=True)
class AuditSubject(Audited):
    """One chat under audit, with its figures in parts."""

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
