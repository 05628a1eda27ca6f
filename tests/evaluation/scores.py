"""Precision, recall, F1 and accuracy of one judgement."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Score:
    """How often what was said is right."""

    hits: int
    false_alarms: int
    misses: int
    rejections: int

    @property
    def precision(self) -> float:
        """Of what was reported, the share that is right; 1 where nothing was."""
        return self.hits / reported if (reported := self.hits + self.false_alarms) else 1.0

    @property
    def recall(self) -> float:
        """Of what there is, the share that was reported; 1 where there is nothing."""
        return self.hits / there if (there := self.hits + self.misses) else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / both if (both := self.precision + self.recall) else 0.0

    @property
    def accuracy(self) -> float:
        """The share of all judgements that is right."""
        return (self.hits + self.rejections) / self.count if self.count else 1.0

    @property
    def count(self) -> int:
        """How many were judged."""
        return self.hits + self.false_alarms + self.misses + self.rejections


def score(said: Iterable[bool], true: Iterable[bool]) -> Score:
    """Compare what was said with what is true."""
    pairs = list(zip(said, true, strict=True))
    return Score(
        hits=pairs.count((True, True)),
        false_alarms=pairs.count((True, False)),
        misses=pairs.count((False, True)),
        rejections=pairs.count((False, False)),
    )
