"""Messages that show how somebody takes part: the ones that drew a reply, of a readable length, from different days."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import polars as pl

from groupctl.facts.subject import Subject
from groupctl.findings import Evidence

EACH = 3
SHORTEST, LONGEST = 20, 200
"""Bytes and characters of a message that tells something at a glance: Chinese says more in fewer."""
DRAWS_WITHIN = pl.duration(minutes=5)
ENOUGH_EACH = 40
"""The latest messages of each that are looked at."""
AT_ONCE = 1000
"""People whose messages are looked up together: one by one takes many times as long."""


@dataclass(frozen=True)
class Quotes:
    """The telling messages of ``people``, looked up when somebody's are asked for."""

    subject: Subject
    people: Sequence[int]
    _shown: dict[int, Mapping[int, tuple[Evidence, ...]]] = field(default_factory=dict, repr=False)

    def of(self, who: int | None) -> tuple[Evidence, ...]:
        """Return up to EACH messages of somebody; none of who never wrote, or wrote nothing that can be read."""
        if who is None or who not in self._places:
            return ()
        batch = self._places[who] // AT_ONCE
        if batch not in self._shown:
            self._shown[batch] = self._looked_up(batch)
        return self._shown[batch][who]

    @cached_property
    def _rows(self) -> pl.DataFrame:
        return telling(self.subject, self.people).group_by("who", maintain_order=True).agg("row")

    @cached_property
    def _places(self) -> Mapping[int, int]:
        return {who: place for place, who in enumerate(self._rows["who"])}

    def _looked_up(self, batch: int) -> Mapping[int, tuple[Evidence, ...]]:
        some = self._rows[batch * AT_ONCE : (batch + 1) * AT_ONCE]
        found = iter(self.subject.proof(some["row"].explode()).evidence)
        return {who: tuple(next(found) for _row in rows) for who, rows in some.iter_rows()}


def telling(subject: Subject, people: Collection[int]) -> pl.DataFrame:
    """Return up to EACH messages a person, the most telling first: ``who``, ``row``."""
    answers_others = pl.col("who").shift(-1) != pl.col("who")
    drew = answers_others & (pl.col("local").shift(-1) - pl.col("local") <= DRAWS_WITHIN)
    length = pl.col("text").str.len_chars()
    alone = subject.talk.lazy().select(
        "row",
        "who",
        "local",
        "text",
        (pl.col("kind") == "text").alias("plain"),
        drew.fill_null(value=False).alias("drew"),
    )
    latest = (
        alone.filter(pl.col("who").is_in(list(people)) & pl.col("text").is_not_null())
        .filter(pl.col("text").str.strip_chars() != "")
        .group_by("who", maintain_order=True)
        .tail(ENOUGH_EACH)
    )
    clear = (pl.col("text").str.len_bytes() >= SHORTEST) & (length <= LONGEST)
    link = pl.col("text").str.contains("://", literal=True)
    score = (
        pl.col("drew").cast(pl.Int32)
        + 2 * clear.cast(pl.Int32)
        + pl.col("plain").cast(pl.Int32)
        - 2 * link.cast(pl.Int32)
    )
    return (
        latest.with_columns(score.alias("score"), pl.col("local").dt.date().alias("day"))
        .sort("score", "row", descending=True)
        .unique(["who", "text"], keep="first", maintain_order=True)
        .with_columns(pl.int_range(pl.len()).over("who", "day").alias("of_day"))
        .sort("of_day", "score", "row", descending=[False, True, True])
        .group_by("who", maintain_order=True)
        .head(EACH)
        .select("who", "row")
        .collect()
    )
