"""The table of members that rules are put to: everybody whom the log or the roster knows, one row a person."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import polars as pl

from groupctl.facts.subject import Subject
from groupctl.figures import people as columns
from groupctl.figures.profile import where_told
from groupctl.project.rule import vocabulary
from groupctl.roster.entry import Entry, name_key
from groupctl.tiers.lately import Lately
from groupctl.tiers.matching import Matching

_EVER = ("messages", "active_days", "replies_given", "replies_received", "questions", "answers")
_MAYBE = ("attended", "reactions_received")
"""Counts that nobody knows where neither the roster nor the export tells."""
_COUNTS = tuple(row.name for row in vocabulary.TABLE if row.kind == vocabulary.COUNT and row.name not in _MAYBE)
_ROSTER: Mapping[str, pl.DataType | type[pl.DataType]] = {
    "place": pl.Int64, "entry_name": pl.String, "entry_id": pl.String, "entry_joined": pl.Date, "source": pl.String,
    "invited_by": pl.String, "consent": pl.Boolean, "attended": pl.Int64, "bought": pl.Boolean,
    "tags": pl.List(pl.String), "opt_out": pl.Boolean, "exempt": pl.String, "unsure": pl.Boolean,
    "who": pl.UInt32, "key": pl.String,
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class People:
    """Everybody in one chat and its roster."""

    subject: Subject
    matching: Matching
    lately: Lately
    opt_out: Collection[str] = ()
    """Names or ids of those who want no plan, from the project."""
    exempt: Collection[str] = ()

    @cached_property
    def today(self) -> dt.date:
        """The last day of the log: a plan is about that day, whenever it is made."""
        return self.subject.last.date()

    @cached_property
    def everybody(self) -> pl.DataFrame:
        """One row a person, those who opted out included.

        Columns: every figure of project.rule.vocabulary; ``person`` (stable id), ``who``, ``operator``, ``added``,
        ``came``, ``listed``, ``last``, ``first``, ``joined`` (date), ``tags``, ``opt_out``, ``exempt``, ``unsure``
        (nobody can tell which entry of the roster it is), ``after_log`` (joined after the log ends).
        """
        profiles = self.subject.profiles.table.with_columns(pl.col("who").cast(pl.UInt32))
        base = profiles.select(
            "who", "sender", "name", "operator", "came", "added", "listed", "first", "last", "joined",
            pl.col("gone").alias("left"),
            *(pl.col(name).alias(f"{name}_ever") for name in _EVER),
        )  # fmt: skip
        lately = self.lately.figures.with_columns(pl.col("who").cast(pl.UInt32))
        table = base.join(lately, on="who", how="left", maintain_order="left")
        return self._finished(self._with_roster(table))

    @cached_property
    def planned(self) -> pl.DataFrame:
        """Those of them who did not opt out."""
        return self.everybody.filter(~pl.col("opt_out"))

    @cached_property
    def opted_out_count(self) -> int:
        """How many did."""
        return self.everybody.height - self.planned.height

    def _with_roster(self, table: pl.DataFrame) -> pl.DataFrame:
        """Join what the roster says: to senders by the matching, to those who never wrote by their name."""
        entries = self._entries()
        by_who = entries.drop_nulls("who").drop("key").unique("who", keep="first", maintain_order=True)
        by_key = entries.filter(pl.col("who").is_null()).drop("who")
        wrote = table.filter(pl.col("who").is_not_null()).join(by_who, on="who", how="left", maintain_order="left")
        silent = table.filter(pl.col("who").is_null()).with_columns(columns.name_key(pl.col("name")).alias("key"))
        first = by_key.unique("key", keep="first", maintain_order=True)
        silent = silent.join(first, on="key", how="left", maintain_order="left").drop("key")
        placed = pl.concat([wrote["place"], silent["place"]]).drop_nulls()
        rest = by_key.filter(~pl.col("place").is_in(placed.implode())).with_columns(
            pl.col("entry_name").alias("name"), pl.lit(value=True).alias("listed")
        )
        return pl.concat([wrote, silent, rest.drop("key")], how="diagonal_relaxed")

    def _entries(self) -> pl.DataFrame:
        rows = [self._entry_row(place, entry) for place, entry in enumerate(self.matching.roster.entries)]
        return pl.DataFrame(rows, schema=_ROSTER, orient="row")

    def _entry_row(self, place: int, entry: Entry) -> tuple[Any, ...]:
        consent = None if entry.consent is None else bool(entry.consent)
        return (
            place, entry.name, entry.id, entry.joined, entry.source, entry.invited_by, consent, entry.offline,
            entry.bought, list(entry.tags), entry.opt_out, entry.exempt, place in self.matching.unsure,
            self.matching.who.get(place), name_key(entry.name),
        )  # fmt: skip

    def _finished(self, table: pl.DataFrame) -> pl.DataFrame:
        last_day = pl.lit(self.today)
        joined = pl.coalesce("entry_joined", pl.col("joined").dt.date(), pl.col("first").dt.date())
        grace = self.subject.thresholds["tiers.grace"]
        log_began = self.subject.people["first"].min()
        began = log_began.date() if isinstance(log_began, dt.datetime) else self.today
        # Whose first message stands at the beginning of the log was there before it, nobody knows how long.
        seen_new = (
            pl.col("entry_joined").is_not_null() | pl.col("joined").is_not_null() | (joined > pl.lit(began + _WEEK))
        )
        in_words = [pl.col(name).fill_null("") for name in ("source", "invited_by", "exempt")]
        # Who has an entry but no message is told apart by it; two of one name never become one.
        person = pl.coalesce("sender", pl.when(pl.col("entry_id") != "").then("entry_id"), "name")
        people = table.with_columns(
            *(pl.col(name).fill_null(0).cast(pl.Int64) for name in _COUNTS if name in table.columns),
            *(pl.lit(0, pl.Int64).alias(name) for name in _COUNTS if name not in table.columns),
            *in_words,
            pl.col("tags").fill_null([]),
            pl.col("operator", "came", "added", "listed", "left", "opt_out", "unsure").fill_null(value=False),
            joined.alias("joined"),
            (last_day - joined).dt.total_days().clip(lower_bound=0).alias("joined_days"),
            (joined > last_day).fill_null(value=False).alias("after_log"),
            (last_day - pl.col("last").dt.date()).dt.total_days().alias("silent_days"),
            pl.col("attended").alias("attended"),
            where_told(pl.col("reactions_received"), self.subject.whole.messages),
            (pl.col("attended") > 0).alias("offline"),
            pl.col("place").is_not_null().alias("in_roster"),
            pl.col("last").is_not_null().alias("spoke"),
            person.alias("person"),
        ).with_columns(
            (seen_new & (pl.col("joined_days") <= grace)).fill_null(value=False).alias("newcomer"),
            self._share().alias("share"),
            self._named(self.opt_out).or_(pl.col("opt_out")).alias("opt_out"),
            pl.when((pl.col("exempt") == "") & self._named(self.exempt))
            .then(pl.lit("group.toml"))
            .otherwise("exempt")
            .alias("exempt"),
        )
        return _with_own_ids(people).drop("sender", "entry_joined", "entry_name", "entry_id")

    def _share(self) -> pl.Expr:
        ordinary = pl.col("messages").filter(~pl.col("operator")).sum()
        return pl.when(ordinary > 0).then(pl.col("messages") / ordinary).otherwise(0.0)

    @staticmethod
    def _named(names: Collection[str]) -> pl.Expr:
        return columns.is_called(columns.name_keys(names), "name", "person", "entry_name")


_WEEK = dt.timedelta(days=7)


def _with_own_ids(people: pl.DataFrame) -> pl.DataFrame:
    """Give people of one name who never wrote a number, so that each has an id of their own."""
    count = pl.int_range(pl.len()).over("person") + 1
    numbered = pl.format("{} #{}", "person", count)
    return people.with_columns(pl.when(count > 1).then(numbered).otherwise("person").alias("person"))
