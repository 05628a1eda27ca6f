"""Remarks: messages that say something of a kind (a complaint, an insult, a rumour), found by tables of patterns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from groupctl.figures.distinct import Distinct
from groupctl.figures.normal import own_words
from groupctl.figures.patterns import any_of, literals


@dataclass(frozen=True, kw_only=True)
class Remark:
    """One kind of remark, and by what it is known."""

    name: str
    title: str
    """How a report names it; marked with ``N_``."""
    terms: str
    """What singles a message out, in any case of letters, between bars: every pattern holds one of them."""
    patterns: str
    """Regular expressions over the text as written, one or several (between bars) a line; letters in any case."""
    unless: str = ""
    """Patterns that speak against it."""
    least: int = 1
    """How many different places of a message must match: one word of politics is no talk of it."""

    @cached_property
    def pattern(self) -> str:
        """All patterns as one."""
        return any_of(self.patterns)

    @cached_property
    def not_with(self) -> str:
        """All patterns that speak against it as one; empty where there are none."""
        return any_of(self.unless) if self.unless else ""


def suspects(
    said: pl.DataFrame, remarks: Sequence[Remark], terms: Iterable[str] = (), distinct: Distinct | None = None
) -> pl.DataFrame:
    """Return the messages of ``said`` that hold a term of any kind of remark, or one of ``terms``.

    ``distinct`` gives the texts of ``said``.
    """
    wanted = {*terms, *(term for remark in remarks for term in remark.terms.split("|"))}
    sieve = literals(sorted(wanted), any_case=True)
    return said.filter((distinct or Distinct(said)).holding(sieve)) if wanted else said.clear()


def heard(said: pl.DataFrame, remarks: Sequence[Remark]) -> pl.DataFrame:
    """Return the remarks in what was said (``row``, ``text``), in the order of the log.

    Columns: ``row``, ``remark`` (its name), ``match`` (what stands there). What a message only quotes is left out.
    """
    texts = suspects(said.select(pl.col("text").unique(maintain_order=True)), remarks).with_row_index("number")
    own = texts.select("number", own_words(pl.col("text")).alias("text"))
    found = pl.concat([_of_kind(own, remark) for remark in remarks] or [_nothing()])
    numbered = said.select("row", "text").join(texts, on="text", maintain_order="left")
    rows = numbered.join(found, on="number", maintain_order="left_right").sort("row", maintain_order=True)
    return rows.select("row", "remark", "match")


def _of_kind(own: pl.DataFrame, remark: Remark) -> pl.DataFrame:
    text = pl.col("text")
    found = own.filter(text.str.contains(remark.pattern))
    if remark.not_with:
        found = found.filter(~text.str.contains(remark.not_with))
    matches = text.str.to_lowercase().str.extract_all(remark.pattern)
    return found.filter(matches.list.n_unique() >= remark.least).select(
        "number",
        pl.lit(remark.name).alias("remark"),
        text.str.extract_all(remark.pattern).list.join(" · ").alias("match"),
    )


def _nothing() -> pl.DataFrame:
    return pl.DataFrame(schema={"number": pl.UInt32, "remark": pl.String, "match": pl.String})
