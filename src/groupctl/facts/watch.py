"""At which hours questions stay open, and who could look in then."""

from dataclasses import dataclass
from functools import cached_property

import polars as pl

from groupctl.facts.asking import Asking
from groupctl.facts.base import Ground

PART = 3
"""Hours of one part of the day."""
SURE = 2.7
"""Standard errors by which a part has to be worse than the rest: one of eight parts, so it takes more than two."""
WORSE = 1.5
"""And the factor."""
LEAST_SHARE = 0.2
"""The share without an answer from which on a part of the day is worth a word."""
MOST_NAMES = 3
LEAST_DAYS = 3
"""Days on which somebody wrote at these hours before they count as being there."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part of the day, and the questions asked in it."""

    first: int
    """Hour at which it begins."""
    asked: int
    unanswered: int
    elsewhere: float
    """The share of questions without an answer in the other parts."""
    rows: pl.Series
    """The questions that stayed open, the latest first."""

    @property
    def last(self) -> int:
        """Hour at which it ends."""
        return self.first + PART

    @property
    def share(self) -> float:
        """The share of its questions without an answer."""
        return self.unanswered / self.asked


@dataclass(frozen=True)
class Watch:
    """Who looks in when."""

    ground: Ground
    asking: Asking

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the day in which anything was asked."""
        judged = pl.concat([self.asking.answered, self.asking.unanswered]).select(
            "row", pl.col("answer").is_null().alias("open"), _part(pl.col("local")).alias("part")
        )
        opened, asked = int(judged["open"].sum()), judged.height
        found = []
        for (first,), inside in judged.group_by("part", maintain_order=True):
            unanswered = int(inside["open"].sum())
            others = max(asked - inside.height, 1)
            rows = inside.filter("open").sort("row", descending=True)["row"]
            found.append(
                Part(
                    first=int(str(first)),
                    asked=inside.height,
                    unanswered=unanswered,
                    elsewhere=(opened - unanswered) / others,
                    rows=rows,
                )
            )
        return tuple(found)

    @cached_property
    def worst(self) -> Part | None:
        """The part with most open questions of those that are worse than the rest; None where there is none."""
        least = self.ground.thresholds["questions.hours_least"]
        asked = sum(part.asked for part in self.parts)
        bad = [part for part in self.parts if part.unanswered >= least and _is_worse(part, asked)]
        return max(bad, key=lambda part: (part.unanswered, -part.first), default=None)

    def there_at(self, first: int) -> list[str]:
        """Return who wrote on most days in the part of the day that begins at an hour; who asks in vain is no help."""
        one, asks = self.ground, self.asking.unanswered["who"].unique()
        present = one.talk.filter((_part(pl.col("local")) == first) & ~pl.col("who").is_in(asks.implode()))
        days = present.group_by("who").agg(pl.col("local").dt.date().n_unique().alias("days"))
        often = days.filter(pl.col("days") >= LEAST_DAYS).sort("days", "who", descending=[True, False]).head(MOST_NAMES)
        names: list[str] = often.join(one.people, on="who", maintain_order="left")["name"].to_list()
        return names


def _part(local: pl.Expr) -> pl.Expr:
    return local.dt.hour() // PART * PART


def _is_worse(part: Part, all_asked: int) -> bool:
    """Tell whether more stay open in a part than elsewhere, by more than chance (two shares, pooled)."""
    others = all_asked - part.asked
    if not others:
        return False
    pooled = (part.unanswered + part.elsewhere * others) / all_asked
    error = (pooled * (1 - pooled) * (1 / part.asked + 1 / others)) ** 0.5
    least = max(LEAST_SHARE, WORSE * part.elsewhere)
    return bool(error and part.share - part.elsewhere >= SURE * error and part.share >= least)
