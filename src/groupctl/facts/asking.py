"""What members ask the group, and who answers."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from groupctl.facts.base import Ground
from groupctl.figures import answers, members, questions
from groupctl.figures.named import Figures


@dataclass(frozen=True)
class Asking:
    """The questions of the group under audit."""

    ground: Ground
    not_questions: pl.DataFrame
    """Messages (``row``) that ask for no answer: advertisements."""

    @cached_property
    def asked(self) -> pl.DataFrame:
        """Questions put to the group with their first answer, and ``pending``: not to be called unanswered.

        They are too young, or a relay spoke after them: what it carried may have been the answer.
        """
        one = self.ground
        window, minutes = one.thresholds["questions.window"], one.thresholds["questions.conversation"]
        asked = questions.questions(one.conversation).join(
            self.not_questions, on="row", how="anti", maintain_order="left"
        )
        found = answers.answered(one.conversation, asked, hours=window, minutes=minutes)
        young = pl.col("local") > pl.lit(one.last) - pl.duration(hours=window)
        perhaps = self._relay_spoke(found["local"], minutes)
        return found.with_columns(((young | perhaps) & pl.col("answer").is_null()).alias("pending"))

    def _relay_spoke(self, asked: pl.Series, minutes: float) -> pl.Series:
        """Tell of each moment whether a relay spoke within ``minutes`` after it."""
        relayed = self.ground.relayed
        if relayed.is_empty():
            return pl.repeat(value=False, n=asked.len(), dtype=pl.Boolean, eager=True)
        place = relayed.search_sorted(asked, side="left")
        following = relayed.gather(place.clip(upper_bound=relayed.len() - 1))
        return (place < relayed.len()) & (following - asked <= dt.timedelta(minutes=minutes))

    @cached_property
    def answered(self) -> pl.DataFrame:
        """Those that somebody answered."""
        return self.asked.drop_nulls("answer")

    @cached_property
    def unanswered(self) -> pl.DataFrame:
        """Those that nobody answered in time."""
        return self.asked.filter(pl.col("answer").is_null() & ~pl.col("pending"))

    @property
    def pending_count(self) -> int:
        """How many cannot be judged."""
        return int(self.asked["pending"].sum())

    @property
    def judged_count(self) -> int:
        """How many are answered, or can be called unanswered."""
        return self.answered.height + self.unanswered.height

    @property
    def answered_share(self) -> float | None:
        """The share that was answered, of those that can be judged."""
        return self.answered.height / self.judged_count if self.judged_count else None

    @cached_property
    def first_answer_seconds(self) -> float | None:
        """The median time to the first answer, in seconds."""
        median = self.answered["after"].dt.total_seconds().median()
        return float(median) if isinstance(median, int | float) else None

    @cached_property
    def answered_by(self) -> dict[str, int]:
        """Who answered first: ``operators``, ``core`` (the other members who write half of everything), ``others``."""
        one = self.ground
        run_by = one.people.filter("operator")["who"].implode()
        ordinary = one.speakers.filter(~pl.col("who").is_in(run_by))
        core = ordinary.head(members.half_written_by(ordinary["messages"]))["who"].implode()
        operators = self.answered.filter(pl.col("by").is_in(run_by)).height
        by_core = self.answered.filter(pl.col("by").is_in(core)).height
        return {"operators": operators, "core": by_core, "others": self.answered.height - operators - by_core}

    def figures(self) -> Figures:
        """Return the figures of questions and answers."""
        return {
            "questions": self.asked.height,
            "answered": self.answered.height,
            "pending": self.pending_count,
            "answered_share": self.answered_share,
            "first_answer_seconds": self.first_answer_seconds,
            **{f"answered_by_{who}": count for who, count in self.answered_by.items()},
        }
