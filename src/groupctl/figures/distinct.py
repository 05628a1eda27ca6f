"""Every text of a log once: patterns are put to the distinct texts, not to the messages.

Much of what a busy group writes was written before, and what asks, sells or thanks does so each time it is said.
"""

from dataclasses import dataclass
from functools import cached_property

import polars as pl


@dataclass(frozen=True)
class Distinct:
    """The distinct texts of what was said."""

    talk: pl.DataFrame
    """Messages with ``text``."""

    @cached_property
    def keys(self) -> pl.Series:
        """The key of the text of each message."""
        return self.talk["text"].hash().alias("key")

    @cached_property
    def texts(self) -> pl.DataFrame:
        """One row a text, in the order in which they were first said: ``key``, ``text``."""
        first = self.keys.arg_unique()
        return pl.DataFrame([self.keys.gather(first), self.talk["text"].gather(first)]).drop_nulls()

    def holding(self, pattern: str) -> pl.Series:
        """Tell of each message whether a pattern stands in it."""
        return self.of(self.texts.filter(pl.col("text").str.contains(pattern)))

    def of(self, texts: pl.DataFrame) -> pl.Series:
        """Tell of each message whether its text is one of ``texts`` (``key``, …)."""
        return self.keys.is_in(texts["key"].implode())
