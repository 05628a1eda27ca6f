"""What the charts of a report are drawn from: counts by period, by hour of the week, and who takes part how much."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from groupctl.facts.subject import Subject
from groupctl.figures import members

STEPS = (("day", "1d", 62), ("week", "1w", 770), ("month", "1mo", 3700), ("quarter", "1q", 15000))
"""Name, interval of Polars, and up to how many days of a log a chart counts by it: some hundred points at the most."""
LONGEST = ("year", "1y")
WEEKDAYS, HOURS = 7, 24
MOST_TERMS = 6
"""Terms that stand for topics where none is declared."""


@dataclass(frozen=True, kw_only=True)
class Series:
    """Counts over time; every list is as long as ``starts``, but ``hours``."""

    step: str = "day"
    """What one point covers: ``day``, ``week``, ``month``, ``quarter`` or ``year``; the first and last may be cut."""
    starts: tuple[dt.date, ...] = ()
    """The first day of each point; weeks begin on Monday."""
    messages: tuple[int, ...] = ()
    speakers: tuple[int, ...] = ()
    """Distinct people who wrote."""
    by_operators: tuple[int, ...] | None = None
    """Messages of operators; None where nobody knows who they are."""
    answered: tuple[int, ...] = ()
    """Questions of the point that got an answer."""
    unanswered: tuple[int, ...] = ()
    hours: tuple[tuple[int, ...], ...] = ()
    """Messages by weekday (Monday first) and hour of the day."""


@dataclass(frozen=True, kw_only=True)
class Layer:
    """One layer of the pyramid of taking part, from its top."""

    name: str
    """``core`` (wrote half of everything and still writes), ``active``, ``quiet`` (before), ``silent`` (never)."""
    count: int


@dataclass(frozen=True, kw_only=True)
class Person:
    """One line of the list of members."""

    name: str
    operator: bool
    messages: int
    active_days: int
    first: dt.datetime | None
    last: dt.datetime | None


_DAY = pl.col("local").dt.date()


@dataclass(frozen=True, kw_only=True)
class Grid:
    """The points in time by which a log is counted."""

    step: str
    every: str
    """As Polars writes an interval."""
    starts: pl.Series

    @classmethod
    def of(cls, talk: pl.DataFrame) -> "Grid":
        """Return the points that cover a log that is not empty, some hundred at the most."""
        first, last = talk.select(pl.col("local").min().alias("first"), pl.col("local").max().alias("last")).row(0)
        days = (last.date() - first.date()).days + 1
        step, every = next(((name, every) for name, every, most in STEPS if days <= most), LONGEST)
        edges = pl.Series([first.date(), last.date()]).dt.truncate(every)
        return cls(
            step=step, every=every, starts=pl.date_range(edges[0], edges[1], interval=every, eager=True).alias("start")
        )

    def counted(self, rows: pl.DataFrame, what: pl.Expr, day: pl.Expr = _DAY) -> tuple[int, ...]:
        """Return a count of ``rows`` (with ``local``, else with a ``day``) for each point; 0 where there are none."""
        found = rows.lazy().group_by(day.dt.truncate(self.every).alias("start")).agg(what.alias("count")).collect()
        return tuple(
            self.starts.to_frame().join(found, on="start", how="left", maintain_order="left")["count"].fill_null(0)
        )


@dataclass(frozen=True, kw_only=True)
class TopicLine:
    """One topic, or where none is declared one telling term, over the points of a series."""

    name: str
    declared: bool
    messages: int
    """Messages in which it stands; of a long log, of an even sample."""
    shares: tuple[float, ...]
    """Their share of all messages of the point, a value for each of ``Series.starts``."""


@dataclass(frozen=True, kw_only=True)
class SlotLine:
    """One declared slot and what members made of it."""

    name: str
    planned: int
    held: int
    """How often it took place."""
    speakers: float
    """Members who spoke up after it, on average."""
    usual: float
    """Members who speak in the same window without it."""
    draws: bool | None
    """Whether it draws more members than come without it; None where it took place too rarely to tell."""


def series(subject: Subject) -> Series:
    """Return the counts over time of one chat; empty where nobody wrote."""
    talk = subject.talk
    if talk.is_empty():
        return Series()
    grid = Grid.of(talk)
    counted = grid.counted
    # Fewer rows than messages: one a person and day.
    days, day, messages = subject.attended, pl.col("day"), pl.col("messages").sum()
    run_by = subject.people.filter("operator")["who"].implode()
    return Series(
        step=grid.step,
        starts=tuple(grid.starts),
        messages=counted(days, messages, day),
        speakers=counted(days, pl.col("who").n_unique(), day),
        by_operators=(
            counted(days.filter(pl.col("who").is_in(run_by)), messages, day) if subject.steering.known else None
        ),
        answered=counted(subject.asking.answered, pl.len()),
        unanswered=counted(subject.asking.unanswered, pl.len()),
        hours=by_hour(talk),
    )


def by_hour(talk: pl.DataFrame) -> tuple[tuple[int, ...], ...]:
    """Return messages by weekday (7, Monday first) and hour (24), by wall-clock time."""
    hour = (pl.col("local").dt.weekday().cast(pl.Int32) - 1) * HOURS + pl.col("local").dt.hour()
    found = dict(talk.lazy().group_by(hour.alias("hour")).len().collect().iter_rows())
    return tuple(tuple(found.get(day * HOURS + hour, 0) for hour in range(HOURS)) for day in range(WEEKDAYS))


def layers(subject: Subject) -> tuple[Layer, ...]:
    """Return who takes part how much, the few who carry the group first; nobody is counted twice, nor once gone.

    The silent are left out where the log does not show who is in the group.
    """
    membership, speakers = subject.membership, subject.speakers
    core = speakers.head(members.half_written_by(speakers["messages"]))["who"].implode()
    here = membership.current.with_columns(pl.col("who").is_in(core).fill_null(value=False).alias("core"))
    spoke = pl.col("who").is_not_null()
    counts = {
        "core": here.filter(pl.col("core") & pl.col("active")).height,
        "active": here.filter(~pl.col("core") & pl.col("active")).height,
        "quiet": here.filter(spoke & ~pl.col("active")).height,
        "silent": here.filter(~spoke).height,
    }
    if membership.why_unknown:
        del counts["silent"]
    return tuple(Layer(name=name, count=count) for name, count in counts.items())


def topic_lines(subject: Subject) -> tuple[TopicLine, ...]:
    """Return how much of the talk is about each declared topic; where none is declared, the most telling terms."""
    topics = subject.topics
    if topics.terms.texts.is_empty():
        return ()
    grid = Grid.of(subject.talk)
    texts = topics.terms.texts.select("row", "local")
    all_texts = grid.counted(texts, pl.len())
    if declared := topics.declared:
        by_name = {name: topics.hits.filter(pl.col("topic") == place) for place, name in enumerate(declared)}
    else:
        said, telling = topics.terms.said, topics.terms.table["term"].head(MOST_TERMS)
        by_name = {term: said.filter(pl.col("term") == term) for term in telling}
    lines = []
    for name, found in by_name.items():
        counts = grid.counted(texts.join(found.select("row").unique(), on="row", how="semi"), pl.len())
        shares = tuple(count / whole if whole else 0.0 for count, whole in zip(counts, all_texts, strict=True))
        lines.append(TopicLine(name=name, declared=bool(declared), messages=sum(counts), shares=shares))
    return tuple(lines)


def slot_lines(subject: Subject) -> tuple[SlotLine, ...]:
    """Return the declared slots that could have taken place, in the order of the project."""
    judged = {one.index for one in subject.slots.judged}
    return tuple(
        SlotLine(
            name=one.name,
            planned=one.planned,
            held=one.taken_place.height,
            speakers=one.speakers,
            usual=one.usual,
            draws=subject.slots.draws(one) if one.index in judged else None,
        )
        for one in subject.slots.held
    )


def roll(subject: Subject) -> tuple[Person, ...]:
    """Return everybody who wrote in the period, most messages first, then who is in the group and never wrote."""
    wrote = subject.speakers.join(subject.people.select("who", "name", "operator"), on="who", maintain_order="left")
    columns = ("name", "operator", "messages", "active_days", "first", "last")
    people = [
        Person(name=name, operator=operator, messages=messages, active_days=days, first=first, last=last)
        for name, operator, messages, days, first, last in wrote.select(columns).rows()
    ]
    if subject.membership.why_unknown:
        return tuple(people)
    return (*people, *_silent(subject.membership.current.filter(pl.col("who").is_null())["name"].to_list()))


def _silent(names: Sequence[str]) -> list[Person]:
    return [
        Person(name=name, operator=False, messages=0, active_days=0, first=None, last=None) for name in sorted(names)
    ]
