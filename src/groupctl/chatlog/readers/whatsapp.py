"""WhatsApp's "Export chat": text, alone or in the zip that the phone sends.

Android writes ``date, time - Name: text``, iOS ``[date, time] Name: text``; dates and times follow the phone's
region, so 12/24 hours, the separators and the order of day and month are read off the whole file.
"""

import re
from dataclasses import dataclass, field

import numpy as np
import polars as pl

from groupctl.chatlog import clock
from groupctl.chatlog.assemble import assemble, rename, seen
from groupctl.chatlog.dates import DateOrder, OrderChoice, choose_order, read_days
from groupctl.chatlog.events import plain, recognise
from groupctl.chatlog.kinds import kind_of_file
from groupctl.chatlog.phrases.whatsapp import (
    ATTACHED_AFTER,
    ATTACHED_BEFORE,
    EVENTS,
    LANGUAGE_MARKS,
    NOTICES,
    PLACEHOLDERS,
)
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Heads, LineCount, Request, read_records
from groupctl.chatlog.scan import INVISIBLE, SPACE, Block, Mask, Positions, Scanner
from groupctl.chatlog.source import Sample
from groupctl.i18n import N_, _

LRM = "\u200e"
"""iOS sets this mark before what WhatsApp wrote, as against what a member typed."""

FIRST_ROWS = 50
"""How far down WhatsApp's opening notices stand that are put into somebody's mouth."""

BRACKETS, SECONDS, HALVES, LONG_YEAR, ISO, COMMA = 1, 2, 4, 8, 16, 32
"""Bits of a header's style: all headers of one file share it."""


@dataclass
class Layout:
    """Recognises WhatsApp headers; with an ``order``, only those whose date exists in it."""

    order: DateOrder | None = None
    not_heads: Positions = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    """Numbers of lines that only look like headers (members quote chats to each other)."""

    def heads(self, block: Block) -> Heads:
        """Find the header lines of a block."""
        candidates = np.flatnonzero(_may_begin(block))
        if len(self.not_heads):
            candidates = candidates[~np.isin(candidates + block.first_line, self.not_heads)]
        scan = Scanner(block, block.starts[candidates])
        columns = _read_header(scan)
        scan.ok &= self._is_date(columns)
        columns = {name: values[scan.ok] for name, values in columns.items()}
        line = candidates[scan.ok]
        scan.keep(scan.ok)
        name, text = _split_name(scan, block, block.ends[line])
        return Heads(line=line, text=text, spans={"name": name}, columns=columns)

    def passed(self, heads: Heads, count: int) -> None:
        """Nothing is carried from one block to the next."""

    def _is_date(self, columns: dict[str, np.ndarray]) -> Mask:
        first, second, third = columns["first"], columns["second"], columns["third"]
        orders = [self.order] if self.order else [DateOrder.DMY, DateOrder.MDY]
        valid: Mask = np.logical_or.reduce([read_days(first, second, third, order)[1] for order in orders])
        return valid


def _may_begin(block: Block) -> Mask:
    """Say for each line whether its first byte can begin a header: a digit, a bracket or an invisible mark."""
    first = block.array[block.starts]
    may: Mask = (first - np.uint8(48) < 10) | (first == ord("[")) | (first == 0xE2) | (first == 0xEF)
    return may


def _read_header(scan: Scanner) -> dict[str, np.ndarray]:
    """Read date and time and what separates them from the rest; each place ends up behind it."""
    scan.any_number_of(INVISIBLE)
    brackets = scan.maybe(b"[")
    scan.any_number_of(INVISIBLE)
    first = scan.number(1, 4)
    dash = scan.byte_of(b"/.-") == ord("-")
    scan.any_number_of(SPACE)
    second = scan.number(1, 2)
    scan.byte_of(b"/.-")
    scan.any_number_of(SPACE)
    third = scan.number(1, 4)
    comma = scan.maybe(b",")
    scan.maybe(b".")
    scan.any_number_of(SPACE)
    if scan.maybe(b"klo", b"kl.", b"um", b"at").any():
        scan.any_number_of(SPACE)
    times = clock.read_time(scan, SPACE, (b":", b"."))
    scan.any_number_of((*SPACE, *INVISIBLE))
    scan.ok &= np.where(brackets, scan.maybe(b"]"), scan.maybe(b"-", "–".encode()))
    scan.any_number_of((b" ", *INVISIBLE) if brackets.any() else (b" ",))
    style = (
        brackets * BRACKETS
        | times.has_seconds * SECONDS
        | (times.half != clock.NO_HALF) * HALVES
        | ((first >= 1000) | (third >= 1000)) * LONG_YEAR
        | (dash & (first >= 1000)) * ISO
        | comma * COMMA
    )
    return {
        "first": first.astype(np.int16), "second": second.astype(np.int16), "third": third.astype(np.int16),
        "seconds": times.seconds, "style": style.astype(np.uint8),
    }  # fmt: skip


def _split_name(scan: Scanner, block: Block, ends: Positions) -> tuple[tuple[Positions, Positions], Positions]:
    """Return the span of each name and where the text begins; an empty span where the platform itself speaks."""
    colons = block.find(b":")
    behind, second = block.array[colons + 1], block.array[colons + 2]
    closes = (behind == 32) | (behind == 10) | (colons + 1 == block.length)
    empty_body = (behind == ord(".")) & ((second == 10) | (colons + 2 == block.length))
    colon = scan.next_of(colons[closes | empty_body])
    named = colon < ends
    name_end = np.where(named, colon, scan.at)
    text = np.where(named, np.minimum(colon + 2, ends), scan.at)
    return (scan.at, name_end), text


def _claims(sample: Sample) -> bool:
    lines = sample.block
    heads = Layout().heads(lines)
    if not len(heads.line):
        return False
    style = heads.columns["style"]
    signal = style & (BRACKETS | ISO | COMMA | SECONDS) == (BRACKETS | ISO | COMMA)
    nick = lines.array[heads.spans["name"][0]] == ord("<")
    begins = int(heads.line[0]) <= int(np.flatnonzero(lines.starts < lines.ends)[0])
    name, name_end = heads.spans["name"]
    # Further down a header alone proves little: others write [date] name on a line of its own.
    further_down = len(heads.line) >= 3 and bool((name < name_end).any())
    return (begins or further_down) and not float((signal | nick).mean()) > 0.5


def _read(request: Request) -> Reading:
    rows, count, choice = _read_dates(request)
    local = pl.Series(clock.moments(choice.days, rows["seconds"].to_numpy())).cast(pl.Datetime("us"))
    other = None
    if choice.other_days is not None:
        other = pl.Series(clock.moments(choice.other_days, rows["seconds"].to_numpy())).cast(pl.Datetime("us"))
    dialect = _dialect(rows)
    rows = _classify(rows.drop("first", "second", "third", "seconds", "style").with_columns(local=local))
    senderless = rows.filter((pl.col("kind") == "other") & pl.col("sender").is_null())
    notes = []
    if len(senderless):
        notes.append(
            _("{count} messages have lost their sender in the export (first: line {line})").format(
                count=len(senderless), line=senderless["line"][0]
            )
        )
    return Reading(
        rows=rows, count=count, dialect=dialect, date_order=choice.order, other_order=other, notes=tuple(notes)
    )


def _read_dates(request: Request) -> tuple[pl.DataFrame, LineCount, OrderChoice]:
    """Read the file, and once more where lines turn out to be quoted headers of another chat."""
    rows, count = read_records(request, Layout())
    choice = _order(rows)
    quoted = ~choice.valid | _out_of_place(rows, choice)
    if not quoted.any():
        return rows, count, choice
    lines = rows["line"].to_numpy()[quoted].astype(np.int64)
    order = None if choice.order is DateOrder.YMD else choice.order
    rows, count = read_records(request, Layout(order=order, not_heads=lines))
    return rows, count, _order(rows)


def _order(rows: pl.DataFrame) -> OrderChoice:
    numbers = [rows[name].to_numpy() for name in ("first", "second", "third", "seconds")]
    style = rows["style"].to_numpy()
    american = bool(len(style)) and bool(((style & HALVES > 0) & (style & LONG_YEAR == 0)).mean() > 0.5)
    return choose_order(*numbers, looks_american=american)


def _out_of_place(rows: pl.DataFrame, choice: OrderChoice) -> Mask:
    """Say which headers are in another style than the file's and jump back in time: somebody quoted another chat."""
    style = rows["style"].to_numpy()
    counts = np.bincount(style, minlength=1)
    usual = int(counts.argmax())
    if counts[usual] * 2 <= len(style):
        return np.zeros(len(style), dtype=np.bool_)
    moments = clock.moments(choice.days, rows["seconds"].to_numpy())
    latest = np.maximum.accumulate(np.where(style == usual, moments, np.iinfo(np.int64).min))
    strange: Mask = (style != usual) & (moments < latest - clock.DAY)
    return strange


def _dialect(rows: pl.DataFrame) -> str:
    style = int(rows["style"].mode()[0]) if len(rows) else 0
    system = "iOS" if style & BRACKETS else "Android"
    hours = "12 h" if style & HALVES else "24 h"
    texts = rows.filter(pl.col("name") == "")["text"].head(200).to_list() + rows["text"].head(200).to_list()
    found = next((language for mark, language in LANGUAGE_MARKS.items() if any(mark in text for text in texts)), "")
    return ", ".join(filter(None, (system, found, hours)))


def _classify(rows: pl.DataFrame) -> pl.DataFrame:
    """Return rows with ``sender``, ``name``, ``kind`` and ``members`` in place of the raw name."""
    mark = pl.col("first_byte")
    special = (
        (pl.col("name") == "")
        | (mark == 0xE2) | (mark == ord("<"))  # the mark of iOS; ‹ and <
        | (pl.col("last_byte") == ord(")")) | (pl.col("last_byte") == "）".encode()[-1])
        | pl.col("text").is_in(list(PLACEHOLDERS))
        | (pl.col("row") < FIRST_ROWS)
    )  # fmt: skip
    return assemble(_tidy_names(rows), special, _look_closely)


def _tidy_names(rows: pl.DataFrame) -> pl.DataFrame:
    """Give each member one spelling, and back to the platform what it said with a colon in it."""
    names = rows["name"].unique().drop_nulls().to_list()
    quoting = rows.filter(pl.col("name").is_in([name for name in names if _opens_quote(name)])).unique(
        "name", keep="first"
    )
    lines = quoting.select(pl.format("{}: {}", pl.col("name").cast(pl.String), "text")).to_series()
    system = quoting["name"].filter(recognise(lines, EVENTS)["kind"].is_not_null()).to_list()
    if system:
        spoken = pl.col("name").is_in(system)
        rows = rows.with_columns(
            text=pl.when(spoken).then(pl.format("{}: {}", pl.col("name").cast(pl.String), "text")).otherwise("text"),
            name=pl.when(spoken).then(pl.lit("")).otherwise("name"),
        )
    tidy = {name: plain(name).strip().removeprefix("~").strip() for name in names if name not in system}
    return rename(rows, {name: better for name, better in tidy.items() if better != name and better})


def _opens_quote(name: str) -> bool:
    """Say whether a quote begins in a name and does not end: then the colon behind it stands in a quoted name."""
    return plain(name).replace("„", '"').count('"') % 2 > 0 or name.count("「") > name.count("」")


def _look_closely(rows: pl.DataFrame) -> pl.DataFrame:
    """Tell what each row is that is not plainly text: an event, a medium, a deleted message, a lost sender."""
    body = pl.col("text").str.strip_prefix(LRM)
    nameless = pl.col("name") == ""
    notice = pl.any_horizontal(body.str.starts_with(notice) for notice in NOTICES)
    rows = rows.with_columns(from_app=nameless | pl.col("text").str.starts_with(LRM) | notice, medium=_kind_of(body))
    lines = rows.filter("from_app")
    events = recognise(lines["text"], EVENTS).with_columns(row=lines["row"]).rename({"kind": "event"})
    marked = rows.join(events, on="row", how="left", maintain_order="left")
    known = len(marked.filter(nameless & pl.col("event").is_not_null()))
    unknown = len(marked.filter(nameless & pl.col("event").is_null()))
    # Where we understand the platform's own lines, a line it cannot have written is a message without its sender.
    # Where we do not, its language is one we lack, and the line is most likely the platform's.
    leftover = "other" if known >= 4 * unknown else "system"
    is_event = pl.col("event").is_not_null() & (pl.col("medium").is_null() | nameless)
    return seen(
        marked,
        kind=pl.when(is_event).then("event").when(nameless).then(pl.lit(leftover)).otherwise("medium"),
        by=pl.when(is_event).then("by"),
        members=pl.when(is_event).then("members"),
    )


def _kind_of(body: pl.Expr) -> pl.Expr:
    """Return the kinds of placeholders and attachments; null for text."""
    before = body.str.extract(f"^(?:{_either(ATTACHED_BEFORE)})([^>]*)")
    after = body.str.extract(f"^([^\n]*?)(?:{_either(ATTACHED_AFTER)})(?:\n|$)")
    placeholder = body.replace_strict(PLACEHOLDERS, default=None, return_dtype=pl.String)
    return pl.coalesce(placeholder, kind_of_file(pl.coalesce(before, after)))


def _either(texts: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, texts))


READER = Reader(
    platform="whatsapp",
    title=N_("WhatsApp text"),
    how=N_("in the group: Menu → More → Export chat → Without media; the text file or the zip"),
    endings=("txt", "zip"),
    claims=_claims,
    read=_read,
)
