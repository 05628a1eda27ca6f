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
        """One row a text: ``key``, ``text``."""
        first = self.keys.to_frame().with_row_index("place").unique("key", keep="first")
        return pl.DataFrame([first["key"], self.talk["text"].gather(first["place"])]).drop_nulls()

    def holding(self, pattern: str) -> pl.Series:
        """Tell of each message whether a pattern stands in it."""
        found = self.texts.filter(pl.col("text").str.contains(pattern))["key"]
        return self.keys.is_in(found.implode())
