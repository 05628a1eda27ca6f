"""What those who run the group do in it."""

from dataclasses import dataclass
from functools import cached_property

import polars as pl

from groupctl.facts.base import Ground
from groupctl.figures import operators
from groupctl.figures.named import Figures
from groupctl.i18n import _


@dataclass(frozen=True)
class Steering:
    """The operators of the group under audit."""

    ground: Ground

    @property
    def known(self) -> bool:
        """Whether anybody who runs the group is known and wrote in the log."""
        return bool(self.ground.people["operator"].any())

    @property
    def why_unknown(self) -> str:
        """Why nothing can be said about the operators; empty where it can."""
        if self.known:
            return ""
        if self.ground.operators:
            return _("none of the operators named wrote in this log; write the names as the chat shows them")
        return _("nobody is named as operator; name them with --operator NAME, or in group.toml: group.operators")

    @cached_property
    def share(self) -> float | None:
        """Their share of all messages; None where they are not known."""
        return operators.operator_share(self.ground.talk) if self.known else None

    @cached_property
    def monologues(self) -> pl.DataFrame:
        """Runs of their messages that nobody interrupted, the longest first."""
        least = self.ground.thresholds["monologue.run"]
        return operators.monologues(self.ground.talk, least, self.ground.relayed)

    @cached_property
    def monologue_share(self) -> float | None:
        """The share of their messages that stand in such runs."""
        return operators.monologue_share(self.ground.talk, self.monologues) if self.known else None

    def figures(self) -> Figures:
        """Return the figures of what operators write; None where nobody knows who they are."""
        return {
            "operator_share": self.share,
            "monologues": self.monologues.height if self.known else None,
            "monologue_share": self.monologue_share,
        }
