"""What members lack for the tier above theirs; worked out once for all whose figures are the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from groupctl.project.rule.tree import figures_in, tags_in
from groupctl.tiers.compiled import Gap, gaps
from groupctl.tiers.definitions import STAFF, Definitions, TierDefinition


@dataclass(frozen=True)
class Lacks:
    """The way up from every tier, and how far members have come on it."""

    tiers: Definitions
    _above: dict[str, TierDefinition | None] = field(default_factory=dict, repr=False)
    _known: dict[tuple[Any, ...], tuple[Gap, ...]] = field(default_factory=dict, repr=False)
    _columns: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def above(self, tier: str) -> TierDefinition | None:
        """Return the tier above one that a rule leads to; None at the top, and for staff."""
        if tier not in self._above:
            self._above[tier] = self._next(tier)
        return self._above[tier]

    def _next(self, tier: str) -> TierDefinition | None:
        if tier == STAFF:
            return None
        rank = self.tiers.rank(tier)
        above = self.tiers.tiers[: len(self.tiers.tiers) if rank is None else rank]
        return next((each for each in reversed(above) if each.tree is not None and not each.for_the_gone), None)

    def columns(self, upper: TierDefinition) -> tuple[str, ...]:
        """Return the columns of the table of members that decide what somebody lacks for a tier."""
        if upper.id not in self._columns:
            named = sorted(figures_in(upper.tree)) if upper.tree else []
            tags = ["keys"] if upper.tree and tags_in(upper.tree) else []
            self._columns[upper.id] = (*named, *tags)
        return self._columns[upper.id]

    def of(self, upper: TierDefinition, row: Mapping[str, Any]) -> tuple[Gap, ...]:
        """Return what somebody (a row with ``columns``) lacks for a tier."""
        if upper.tree is None:
            return ()
        values = [row[name] for name in self.columns(upper)]
        same = (upper.id, *(tuple(value) if isinstance(value, list) else value for value in values))
        if same not in self._known:
            self._known[same] = gaps(upper.tree, row)
        return self._known[same]

    def alike(self, upper: TierDefinition, people: pl.DataFrame) -> Sequence[tuple[tuple[Gap, ...], list[str]]]:
        """Return what ``people`` lack for a tier, each thing once, with the ``person`` of all who lack just that."""
        columns = self.columns(upper)
        if not columns:
            return [(self.of(upper, {}), people["person"].to_list())]
        grouped = people.group_by(columns, maintain_order=True).agg("person")
        return [(self.of(upper, row), row["person"]) for row in grouped.iter_rows(named=True)]
