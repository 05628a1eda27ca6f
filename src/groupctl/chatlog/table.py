"""The one shape that every export is read into: the messages table, and the report of how it was read."""

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

KINDS = (
    "text", "image", "voice", "video", "file", "sticker", "link", "red_packet", "transfer", "forward",
    "location", "contact", "poll", "call", "deleted", "other",
    "recall", "join", "leave", "kick", "rename", "announcement", "pin", "system",
)  # fmt: skip
"""What a row is. Up to ``other`` people sent it (``deleted``: its text was taken back); the rest are events."""

SYSTEM_KINDS = KINDS[KINDS.index("recall") :]
"""Rows that the platform wrote: they count as ``system``, not as messages."""

Kind = pl.Enum(KINDS)

MESSAGES: dict[str, pl.DataType | type[pl.DataType]] = {
    "at": pl.Datetime("us", "UTC"),  # null where the export names no zone and none was given
    "local": pl.Datetime("us"),  # wall-clock time in the group's zone; never null
    # Stable id of the sender: the platform's, else the name. For an event, who brought it about. Null for the
    # platform itself, and for the rare message whose sender the export lost.
    "sender": pl.Categorical,
    "name": pl.Categorical,  # as shown in the export
    "role": pl.Categorical,  # owner, admin, member, robot; null where the export does not say
    "kind": Kind,
    "text": pl.String,  # body without the header; for an event, the line as the platform wrote it
    "members": pl.List(
        pl.String
    ),  # for an event: whom it happened to (who joined, left, was removed; old and new name)
    "id": pl.String,
    "reply_to": pl.String,
    "reactions": pl.UInt32,  # how many reactions the message got, of all kinds; null where the export does not tell
    "line": pl.UInt32,  # 1-based line (or row) of the file where the record begins
    "source": pl.UInt16,  # index into Chat.sources
}
"""Columns and types of the messages table, one row a record, sorted by ``local`` (file order within a moment)."""


MOST_REACTIONS = 2**32 - 1
"""To one message; a larger number is none."""


@dataclass(frozen=True, kw_only=True)
class LineExample:
    """One line of a file, quoted in a report."""

    line: int
    """1-based."""
    text: str


@dataclass(frozen=True, kw_only=True)
class ClockChange:
    """A place where the time of day jumps back."""

    line: int
    """1-based; where the second of the two stands."""
    before: dt.datetime
    after: dt.datetime


@dataclass(frozen=True, kw_only=True)
class ParseReport:
    """How one file was read. Every line is accounted for: ``matched + folded + structural + dropped == lines``."""

    file: str
    format: str
    """Name of the reader."""
    dialect: str = ""
    """What the reader found out about the flavour, for example ``Android, 12 h``."""
    encoding: str = "utf-8"
    newline: str = ""
    """How lines end: ``LF``, ``CRLF``, ``CR`` or ``mixed``; empty where that does not matter."""
    unit: str = "lines"
    """What is counted: ``lines`` of a text, ``elements`` of JSON or HTML, ``rows`` of a table in binary form."""
    lines: int = 0
    matched: int = 0
    """Lines that begin a record."""
    folded: int = 0
    """Lines that continue the record before them."""
    folded_into: int = 0
    """How many records have continuation lines."""
    structural: int = 0
    """Headings, day lines, separators and blank lines between records."""
    dropped: int = 0
    """Lines that belong to nothing that we know."""
    dropped_examples: tuple[LineExample, ...] = ()
    messages: int = 0
    """Rows that people sent: text and media."""
    system: int = 0
    """Rows that the platform wrote."""
    first: dt.datetime | None = None
    last: dt.datetime | None = None
    date_order: str = ""
    """``dmy``, ``mdy`` or ``ymd`` where the export writes dates in figures; else empty."""
    date_order_ambiguous: bool = False
    """True where nothing in the whole file tells day from month."""
    other_span: tuple[dt.datetime, dt.datetime] | None = None
    """First and last moment under the reading not chosen, where the order is ambiguous."""
    undecodable: int = 0
    """Byte sequences that are not valid in the encoding; shown as U+FFFD."""
    duplicates: int = 0
    """Rows that stand in another file too, and are read from there."""
    clock_changes: int = 0
    """How often the time of day jumps back, as it does where a clock or a zone was changed."""
    clock_examples: tuple[ClockChange, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Chat:
    """One group's log: the messages table and how each file was read."""

    messages: pl.DataFrame
    """Columns MESSAGES."""
    reports: tuple[ParseReport, ...] = ()
    platform: str | None = None
    """The platform that wrote the export, as in ``group.platform``; None where a format serves several."""
    title: str = ""
    """The group's name, where the export tells it."""
    called: "Mapping[str, str]" = field(default_factory=dict)
    """What the operator calls members that go by several names, by ``sender``; others go by the last name they used."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Names of the files, in the order that the column ``source`` counts them."""
        return tuple(report.file for report in self.reports)

    def between(self, since: dt.date | None, until: dt.date | None) -> "Chat":
        """Return the rows from ``since`` to ``until``, both included, by wall-clock time; a date is all of its day."""
        rows = self.messages
        if since:
            start = since if isinstance(since, dt.datetime) else dt.datetime.combine(since, dt.time())
            rows = rows.filter(pl.col("local") >= start)
        if until:
            end = until if isinstance(until, dt.datetime) else dt.datetime.combine(until, dt.time.max)
            rows = rows.filter(pl.col("local") <= end)
        return replace(self, messages=rows)


def is_message() -> pl.Expr:
    """Return the condition that a row was sent by somebody (text or media), not written by the platform."""
    return ~pl.col("kind").is_in(SYSTEM_KINDS)


def pieces(rows: pl.DataFrame) -> "Iterator[tuple[int, pl.DataFrame]]":
    """Yield the pieces that a table is held in, one a block of the file, each with the number of its first row."""
    start = 0
    for length in rows.to_series(0).chunk_lengths():
        yield start, rows.slice(start, length)
        start += length


def cut_like(rows: pl.DataFrame, column: pl.Series) -> pl.Series:
    """Return a column in as many pieces as the rows are in: where they differ, Polars copies all rows into one."""
    return pl.concat([column.slice(start, len(piece)) for start, piece in pieces(rows)], rechunk=False)


def with_texts(rows: pl.DataFrame, where: pl.Series, change: "Callable[[pl.Series], pl.Series]") -> pl.DataFrame:
    """Return rows with the texts changed that a mask marks; the others are neither looked at nor copied."""
    changed = []
    for start, piece in pieces(rows):
        place = where.slice(start, len(piece)).arg_true()
        texts = piece["text"]
        changed.append(piece.with_columns(texts.scatter(place, change(texts.gather(place)))) if len(place) else piece)
    return pl.concat(changed, rechunk=False)


def conform(rows: pl.DataFrame) -> pl.DataFrame:
    """Return ``rows`` with exactly the columns of MESSAGES, absent ones null."""
    return rows.select(
        (pl.col(name) if name in rows.columns else pl.lit(None)).cast(dtype).alias(name)
        for name, dtype in MESSAGES.items()
    )


def table(rows: "Sequence[dict[str, object]]") -> pl.DataFrame:
    """Return a messages table from plain rows: for tests and for readers of small files."""
    return conform(pl.DataFrame(rows, infer_schema_length=None)) if rows else pl.DataFrame(schema=MESSAGES)
