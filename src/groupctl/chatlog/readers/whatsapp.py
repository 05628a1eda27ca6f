"""WhatsApp's "Export chat": text, alone or in the zip that the phone sends.

Android writes ``date, time - Name: text``, iOS ``[date, time] Name: text``; dates and times follow the phone's
region, so 12/24 hours, the separators and the order of day and month are read off the whole file.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
import polars as pl

from groupctl.chatlog import clock, heap, whatsapp_regions
from groupctl.chatlog.dates import NO_DAY, DateOrder, Days, OrderChoice, choose_order, read_days
from groupctl.chatlog.events import plain
from groupctl.chatlog.phrases.whatsapp import FILE_NAMES, LANGUAGE_MARKS
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Heads, LineCount, Request, Span, read_records
from groupctl.chatlog.scan import INVISIBLE, SPACE, Block, Mask, Positions, Scanner
from groupctl.chatlog.scan import block as scan_block
from groupctl.chatlog.source import Sample, Source, beginning
from groupctl.chatlog.table import is_message, pieces
from groupctl.chatlog.whatsapp import classify, group_itself
from groupctl.i18n import N_, ngettext

MOST_TELLING_ROWS = 10_000
"""How far down the language of the phone is looked for."""

BRACKETS, SECONDS, HALVES, LONG_YEAR, YEAR_FIRST, DASHES, COMMA = (1 << bit for bit in range(7))
"""Bits of a header's style: all headers of one file share it."""

FULL_WIDTH = "：".encode()
LONGEST_NAME = 96
"""Bytes."""
_COLON = re.compile(rb":(?=[ \n]|\.\n|\xe2\x80\x8e)|\n")
"""What ends a name: before a space or a mark; ``:.`` leaves the text empty. A line end: the platform itself speaks."""


@dataclass
class Layout:
    """Recognises WhatsApp headers; with an ``order``, only those whose date exists in it."""

    order: DateOrder | None = None
    not_heads: Positions = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    """Numbers of lines that only look like headers (members quote chats to each other)."""

    def heads(self, block: Block) -> Heads:
        """Find the header lines of a block."""
        line = np.flatnonzero(_may_begin(block))
        if len(self.not_heads):
            line = line[~np.isin(line + block.first_line, self.not_heads)]
        scan = Scanner(block, block.starts[line])
        columns = self._read_header(scan)
        if not scan.ok.all():
            line = line[scan.ok]
            columns = {name: values[scan.ok] for name, values in columns.items()}
            scan.keep(scan.ok)
        name, text = _split_name(scan, block.ends[line])
        return Heads(line=line, text=text, spans={"name": name}, columns=columns)

    def passed(self, heads: Heads, count: int) -> None:
        """Nothing is carried from one block to the next."""

    def _read_header(self, scan: Scanner) -> dict[str, np.ndarray]:
        """Read all that stands before the name; each place ends up behind it. The day is read in both orders."""
        numbers, style = _read_date(scan)
        times = clock.read_time(scan, SPACE, (b":", b"."))
        scan.any_number_of((*SPACE, *INVISIBLE))
        brackets = style & BRACKETS > 0
        scan.ok &= scan.maybe(b"]") & brackets | scan.maybe(b"-", "–".encode()) & ~brackets
        scan.any_number_of((b" ", *INVISIBLE))
        if brackets.any():
            scan.maybe(b"- ")
        dmy, mdy = read_days(*numbers)
        scan.ok &= self._is_date(dmy, mdy)
        style |= times.has_seconds * np.uint8(SECONDS) | (times.half != clock.NO_HALF) * np.uint8(HALVES)
        return {"dmy": dmy, "mdy": mdy, "seconds": times.seconds, "style": style}

    def _is_date(self, dmy: Days, mdy: Days) -> Mask:
        readings = {DateOrder.DMY: [dmy], DateOrder.MDY: [mdy]}
        days = readings[self.order] if self.order else [dmy, mdy]
        exists: Mask = np.logical_or.reduce([day != NO_DAY for day in days])
        return exists


def _may_begin(block: Block) -> Mask:
    """Say for each line whether its first byte can begin a header: a digit, a bracket or an invisible mark."""
    first = block.first
    may: Mask = (first - np.uint8(48) < 10) | (first == ord("[")) | (first == 0xE2) | (first == 0xEF)
    return may


def _read_date(scan: Scanner) -> tuple[tuple[npt.NDArray[np.int32], ...], npt.NDArray[np.uint8]]:
    """Read the date and what leads over to the time; return its three numbers and the style so far."""
    scan.any_number_of(INVISIBLE)
    brackets = scan.maybe(b"[")
    scan.any_number_of(INVISIBLE)
    first = scan.number(1, 4)
    dashes = scan.byte_of(b"/.-") == ord("-")
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
    year_first = first >= 1000
    bits = {
        BRACKETS: brackets,
        LONG_YEAR: year_first | (third >= 1000),
        YEAR_FIRST: year_first,
        DASHES: dashes,
        COMMA: comma,
    }
    style = np.bitwise_or.reduce([where * np.uint8(bit) for bit, where in bits.items()])
    return (first, second, third), style


def _split_name(scan: Scanner, ends: Positions) -> tuple[Span, Positions]:
    """Return the span of each name and where the text begins; an empty span where the platform itself speaks."""
    block = scan.block
    colon = scan.next_of(b":\n")
    words = block.words[colon]
    byte, behind, second = ((words >> np.uint64(8 * place)).astype(np.uint8) for place in range(3))
    skipped = (behind == ord(" ")) | (behind == ord(".")) & (second == ord("\n"))
    named = (byte == ord(":")) & (skipped | (behind == ord("\n")))
    for place in np.flatnonzero((byte == ord(":")) & ~named).tolist():  # a colon inside a name, or a link
        match = _COLON.search(block.data, int(colon[place]))
        colon[place] = match.start() if match else block.length
        named[place] = match is not None and match[0] == b":"
        skipped[place] = block.data[colon[place] + 1] in b" ."
    text = np.minimum(colon + 1 + skipped, ends)
    name_end = colon + (colon == scan.at)  # without a name, the colon stands for it: NO_NAME
    if named.all():
        return (scan.at, name_end), text
    return (scan.at, np.where(named, name_end, scan.at)), np.where(named, text, scan.at)


def _claims(sample: Sample) -> bool:
    return _begins_so(sample.block) or (_is_regional(sample) and _begins_so(_made_plain(sample)))


def _is_regional(sample: Sample) -> bool:
    """Say whether headers are written with digits, words or calendars of some region: then few others are found."""
    ours = len(Layout().heads(sample.block).line)
    return 4 * ours < len(sample.lines) and 2 * ours < whatsapp_regions.heads(sample.text)


def _made_plain(sample: Sample) -> Block:
    return scan_block([whatsapp_regions.made_plain(sample.text.encode())])


def _begins_so(lines: Block) -> bool:
    heads = Layout().heads(lines)
    if not len(heads.line):
        return False
    style = heads.columns["style"]
    signal = style & (BRACKETS | YEAR_FIRST | DASHES | COMMA | SECONDS) == (BRACKETS | YEAR_FIRST | DASHES | COMMA)
    nick = np.isin(lines.array[heads.spans["name"][0]], (ord("<"), ord("*")))
    begins = int(heads.line[0]) <= int(np.flatnonzero(lines.starts < lines.ends)[0])
    name, name_end = heads.spans["name"]
    if FULL_WIDTH in lines.data and 2 * _ends_full_width(lines, heads) > len(name):
        return False
    # Further down a header alone proves little: others write [date] name on a line of its own.
    further_down = len(heads.line) >= 3 and bool((name < name_end).any())
    return (begins or further_down) and not float((signal | nick).mean()) > 0.5


def _ends_full_width(lines: Block, heads: Heads) -> int:
    """Return how many names end with a colon of full width, which WhatsApp does not write."""
    line_ends = lines.ends[heads.line].tolist()
    starts = heads.spans["name"][0].tolist()
    found = (
        lines.data.find(FULL_WIDTH, start, min(end, start + LONGEST_NAME))
        for start, end in zip(starts, line_ends, strict=True)
    )
    return sum(at >= 0 and b": " not in lines.data[start:at] for start, at in zip(starts, found, strict=True))


def _read(request: Request) -> Reading:
    if _is_regional(beginning(request.source, request.decoding)):
        request.decoding.made_plain = whatsapp_regions.made_plain
    rows, count, choice = _read_dates(request)
    dialect, group = _dialect(rows), group_itself(rows)
    moments = pl.concat([_moments(piece, choice.column) for _start, piece in pieces(rows)], rechunk=False)
    other = _moments(rows, choice.other) if choice.other else None
    rows = rows.drop("dmy", "mdy", "seconds", "style").with_columns(local=moments)  # nothing holds the rest any more
    heap.give_back()
    rows = classify(rows, group)
    return Reading(
        rows=rows,
        count=count,
        dialect=dialect,
        title=plain(group) if group else _title(request.source),
        date_order=choice.order,
        other_order=other,
        notes=_notes(rows),
    )


def _title(source: Source) -> str:
    """Return the group's name, if the file is still called as WhatsApp called it."""
    stem = Path(source.entry or source.path.name).stem
    names = (pattern.fullmatch(name) for pattern in FILE_NAMES for name in (stem, source.path.stem))
    return next((found[1] for found in names if found), "")


def _moments(rows: pl.DataFrame, column: str) -> pl.Series:
    moments = clock.moments(rows[column].to_numpy(), rows["seconds"].to_numpy())
    return pl.Series(moments).cast(pl.Datetime("us"))


def _notes(rows: pl.DataFrame) -> tuple[str, ...]:
    senderless = rows.filter(is_message() & pl.col("sender").is_null())
    if not len(senderless):
        return ()
    text = ngettext(
        "{count} message has lost its sender in the export (line {line})",
        "{count} messages have lost their sender in the export (first: line {line})",
        len(senderless),
    )
    return (text.format(count=len(senderless), line=senderless["line"][0]),)


def _read_dates(request: Request) -> tuple[pl.DataFrame, LineCount, OrderChoice]:
    """Read the file, and once more where lines turn out to be quoted headers of another chat."""
    rows, count = read_records(request, Layout())
    choice = _order(rows)
    quoted = rows["line"].filter((rows[choice.column] == NO_DAY) | _out_of_place(rows, choice))
    if not len(quoted):
        return rows, count, choice
    order = None if choice.order is DateOrder.YMD else choice.order
    rows, count = read_records(request, Layout(order=order, not_heads=quoted.to_numpy().astype(np.int64)))
    return rows, count, _order(rows)


def _order(rows: pl.DataFrame) -> OrderChoice:
    american, year_first = rows.select(
        ((pl.col("style") & (HALVES | LONG_YEAR) == HALVES).mean() > 0.5).fill_null(value=False).alias("american"),
        (pl.col("style") & YEAR_FIRST > 0).all().alias("year_first"),
    ).row(0)
    return choose_order(rows, year_first=year_first, looks_american=american)


def _usual_style(rows: pl.DataFrame) -> tuple[int, float]:
    """Return the style that most headers have, and the share of headers that do."""
    style = rows["style"]
    if not len(rows) or style.n_unique() == 1:
        return (int(style[0]) if len(rows) else 0), 1.0
    counts = style.value_counts(sort=True)
    return int(counts["style"][0]), int(counts["count"][0]) / len(rows)


def _out_of_place(rows: pl.DataFrame, choice: OrderChoice) -> pl.Series:
    """Say which headers are in another style than the file's and jump back in time: somebody quoted another chat."""
    usual, share = _usual_style(rows)
    if not 0.5 < share < 1:
        return pl.Series([False])
    style = rows["style"].to_numpy()
    moments = clock.moments(rows[choice.column].to_numpy(), rows["seconds"].to_numpy())
    latest = np.maximum.accumulate(np.where(style == usual, moments, np.iinfo(np.int64).min))
    return pl.Series((style != usual) & (moments < latest - clock.DAY))


def _dialect(rows: pl.DataFrame) -> str:
    style, _share = _usual_style(rows)
    system = "iOS" if style & BRACKETS else "Android"
    hours = "12 h" if style & HALVES else "24 h"
    top = rows.head(MOST_TELLING_ROWS)
    texts = top.filter(pl.col("name") == "")["text"].head(200).to_list() + top["text"].head(200).to_list()
    found = next((language for mark, language in LANGUAGE_MARKS.items() if any(mark in text for text in texts)), "")
    return ", ".join(filter(None, (system, found, hours)))


READER = Reader(
    platform="whatsapp",
    title=N_("WhatsApp text"),
    how=N_("in the group: Menu → More → Export chat → Without media; the text file or the zip"),
    endings=("txt", "zip"),
    claims=_claims,
    read=_read,
)
