"""LINE's "Export chat history": day lines, then ``time⇥name⇥text``; bodies of several lines stand in quotes.

2024/08/01(木)
12:08⇥Alice⇥"first line
second line"
12:09⇥⇥Aliceが退会しました。

The program for computers writes spaces in place of tabs (``12:08 Alice first line``): where a name ends is then told
by the other messages.
"""

import datetime as dt
import re
from dataclasses import dataclass, field

import numpy as np
import polars as pl

from groupctl.chatlog import clock, line_spaced
from groupctl.chatlog.assemble import CloseLook, assemble, by_phrases, seen
from groupctl.chatlog.days import day_number
from groupctl.chatlog.fields import (
    byte_at,
    chosen,
    find_all,
    headings,
    is_blank,
    makes_record,
    merged,
    next_token,
    with_columns,
)
from groupctl.chatlog.headers import carried
from groupctl.chatlog.phrases.line import BARE_PLACEHOLDERS, CALL, EVENTS, PLACEHOLDERS, WEEKDAYS
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Heads, Request, read_records
from groupctl.chatlog.scan import SPACE, Block, Mask, Positions, Scanner
from groupctl.chatlog.source import Sample, beginning
from groupctl.chatlog.table import cut_like, with_texts
from groupctl.i18n import N_

LONGEST_DAY_LINE = 64
"""Bytes."""
LONGEST_BODY = 32 << 10
"""Bytes between the quotes of a body: LINE takes no message of more than 10,000 characters."""
OPENING_LINES = 4
"""How far down title and date of the export stand."""

_TITLE = re.compile(
    r"^(?:\[LINE\]\s*)?(?:Chat history (?:with|in) (?P<en>.+)|(?P<ja>.+?)(?:との|の)トーク履歴"
    r"|[與与和](?P<zh>.+)的(?:聊天[記记][錄录]|聊天历史)|ประวัติการสนทนา(?:กับ|ใน) ?(?P<th>.+)"
    r"|(?P<ko>.+?)(?:님과의|와의|의) 대화.*"
    r"|.*LINE.*)$"
)
_QUOTE = np.uint8(ord('"'))
_SAVED = re.compile(r"^[^\d\t]{2,40}[:：]?\s*\d{1,4}[/.\-年]\d{1,2}[/.\-月]\d{1,4}")
_YEAR_FIRST = re.compile(r"^(\d{4})[./-](\d{1,2})[./-](\d{1,2})(.*)$")
_YEAR_LAST = re.compile(r"^(\D*?)[ ,]*(\d{1,2})/(\d{1,2})/(\d{4})(?: ?BE)?(?:\((\w+)\))?$")


@dataclass
class Layout:
    """Recognises title, day lines and messages."""

    day: int = -1
    """Days since 1970-01-01 that the next block begins in; -1 before the first day line."""
    month_first: bool = False
    """Whether the last day line with the year behind it had the month in front."""
    title: str = ""
    spaced: bool = False
    """Whether spaces stand in place of tabs."""
    orders: set[str] = field(default_factory=set)
    """Orders of year, month and day that were met."""
    quotes: bool = True
    """Whether bodies of several lines stand in quotes."""

    def heads(self, block: Block) -> Heads:
        """Find title, day lines and messages in a block."""
        messages = _message_heads(block, b" " if self.spaced else b"\t")
        days = self._day_lines(block, messages.line)
        opening = self._opening_lines(block, min([block.lines, *messages.line[:1], *days.line[:1]]))
        heads = merged(messages, days, opening)
        if self.quotes:
            inside, settled = _inside_quotes(block, heads)
            heads = chosen(heads, ~inside & settled)
        day = carried(heads.columns["day"], heads.columns["day"] >= 0, self.day)
        return chosen(with_columns(heads, day=day), (day >= 0) | ~makes_record(heads))

    def passed(self, heads: Heads, count: int) -> None:
        """Remember the day that the next block begins in."""
        if count:
            self.day = int(heads.columns["day"][count - 1])

    def _day_lines(self, block: Block, messages: Positions) -> Heads:
        line = np.setdiff1d(_may_be_day_lines(block), messages, assume_unique=True)
        read = [self._day(block.text(number).strip()) for number in line.tolist()]
        found = np.array([day is not None for day in read], dtype=np.bool_)
        return headings(
            block, line[found], ("name",), day=np.array([day for day in read if day is not None], dtype=np.int64)
        )

    def _day(self, text: str) -> int | None:
        """Return the day that a day line names; None for any other line."""
        if first := _YEAR_FIRST.match(text):
            rest = first[4].strip(" .()（）").lower()
            return (
                self._noted("ymd", _date(int(first[1]), int(first[2]), int(first[3])))
                if not rest or rest in WEEKDAYS
                else None
            )
        last = _YEAR_LAST.match(text)
        weekday = WEEKDAYS.get((last[1].strip(" .") or last[5] or "").lower()) if last else None
        if not last or weekday is None:
            return None
        dates = {
            month_first: _date(int(last[4]), *(int(last[2 if month_first else 3]), int(last[3 if month_first else 2])))
            for month_first in (False, True)
        }
        fitting = [order for order, date in dates.items() if date and date.weekday() == weekday]
        self.month_first = fitting[0] if len(fitting) == 1 else self.month_first
        return self._noted("mdy" if self.month_first else "dmy", dates[self.month_first])

    def _noted(self, order: str, date: dt.date | None) -> int | None:
        if date is None:
            return None
        self.orders.add(order)
        return day_number(date)

    def _opening_lines(self, block: Block, before: int) -> Heads:
        """Return the lines at the top that tell the chat's name and when it was exported."""
        found = []
        for line in range(min(before, OPENING_LINES + 1 - block.first_line)):
            text = block.text(line).strip("\ufeff ")
            title = _TITLE.match(text)
            if title and not self.title:
                self.title = next((name for name in title.groups() if name), "")
            if title or _SAVED.match(text):
                found.append(line)
        return headings(block, np.array(found, dtype=np.int64), ("name",))


def _date(year: int, month: int, day: int) -> dt.date | None:
    year = clock.from_buddhist(year)
    try:
        return dt.date(year, month, day) if clock.FIRST_YEAR <= year <= clock.LAST_YEAR else None
    except ValueError:
        return None


def _may_be_day_lines(block: Block) -> Positions:
    """Return the short lines that begin with a year or end with one."""
    line = np.flatnonzero((block.ends - block.starts <= LONGEST_DAY_LINE) & (block.ends - block.starts >= 8))
    first = Scanner(block, block.starts[line])
    first.number(4, 4)
    first.literal(b".", b"/", b"-")
    slashes = find_all(block, b"/")
    behind = np.searchsorted(slashes, block.ends[line]) - np.searchsorted(slashes, block.starts[line])
    may: Positions = line[first.ok | (behind == 2)]
    return may


def _message_heads(block: Block, separator: bytes = b"\t") -> Heads:
    """Return the lines that begin with a time and a tab: with another tab behind the name, or LINE's own."""
    first = byte_at(block, block.starts)
    line = np.flatnonzero((first - np.uint8(48) < 10) | (first >= 0x80) | np.isin(first, list(b"aApP")))
    scan = Scanner(block, block.starts[line])
    times = clock.read_time(scan, SPACE)
    scan.literal(separator)
    line, at = line[scan.ok], scan.at[scan.ok]
    ends = block.ends[line]
    tab = next_token(block, at, ends, b"\t")
    named = (tab < ends) & (separator == b"\t")
    return Heads(
        line=line,
        text=np.where(named, tab + 1, at),
        spans={"name": (at, np.where(named, tab, at))},
        columns={"seconds": times.seconds[scan.ok].astype(np.int64)},
    )


def _inside_quotes(block: Block, heads: Heads) -> tuple[Mask, Mask]:
    """Say which heads a member only quotes: they stand between a quote that opens a body and the one that closes it.

    A quote closes at the end of a line that is no head. The second mask says which heads are settled: those up to a
    quote that what follows the block may close.
    """
    inside, settled = np.zeros(len(heads.line), dtype=np.bool_), np.ones(len(heads.line), dtype=np.bool_)
    records, text, ends = makes_record(heads), heads.text, block.ends[heads.line]
    opens = records & (text < ends) & (byte_at(block, text) == _QUOTE)
    openers = np.flatnonzero(opens & ~((byte_at(block, ends - 1) == _QUOTE) & (ends - text > 1)))
    closing = np.flatnonzero((byte_at(block, block.ends - 1) == _QUOTE) & (block.ends > block.starts))
    closing = np.setdiff1d(closing, heads.line, assume_unique=True)
    closing = closing[closing > heads.line[openers[0]]] if len(openers) else closing[:0]
    head, first = np.unique(
        openers[np.searchsorted(heads.line[openers], closing) - 1] if len(closing) else openers[:0], return_index=True
    )
    if len(openers) and not block.final and openers[-1] not in head:
        settled[openers[-1] + 1 :] = block.length - text[openers[-1]] > LONGEST_BODY
    behind = np.searchsorted(heads.line, closing[first])
    quoting = (behind > head + 1) & (block.ends[closing[first]] - text[head] <= LONGEST_BODY)
    for opener, end in zip(head[quoting].tolist(), behind[quoting].tolist(), strict=True):
        inside[opener + 1 : end] = True
    return inside, settled


def _quotes_bodies(block: Block, spaced: bool) -> bool:
    """Say whether most bodies of several lines, if there are any, end with a quote."""
    heads = Layout(spaced=spaced, quotes=False).heads(block)
    records = makes_record(heads)
    line, last = heads.line[records], np.append(heads.line, block.lines)[1:][records] - 1
    last = last - is_blank(block, last)
    last = last[last > line]
    return not len(last) or bool(2 * np.count_nonzero(byte_at(block, block.ends[last] - 1) == _QUOTE) > len(last))


def _claims(sample: Sample) -> bool:
    lines = [line for line in sample.lines[:40] if line.strip()]
    titled = bool(lines) and lines[0].startswith("[LINE]")
    heads = Layout().heads(sample.block)
    return (len(heads.line) > 0 and bool(makes_record(heads).any() or titled)) or _is_spaced(sample)


def _is_spaced(sample: Sample) -> bool:
    """Say whether spaces stand in place of tabs: below a day line, or a title, a time and a space."""
    if makes_record(Layout().heads(sample.block)).any():
        return False
    filled = np.flatnonzero(sample.block.starts < sample.block.ends)[: OPENING_LINES + 1]
    heads = Layout(spaced=True).heads(sample.block)
    records = heads.line[makes_record(heads)]
    headings = heads.line[~makes_record(heads)]
    return (
        len(records) > 0 and len(headings) > 0 and set(filled[: np.searchsorted(filled, records[0])]) <= set(headings)
    )


def _read(request: Request) -> Reading:
    sample = beginning(request.source, request.decoding)
    spaced = _is_spaced(sample)
    # By the beginning of the file, for all of it: where bodies have no quotes, one in a text means nothing.
    layout = Layout(spaced=spaced, quotes=_quotes_bodies(sample.block, spaced))
    rows, count = read_records(request, layout)
    local = pl.Series(clock.moments(rows["day"].to_numpy(), rows["seconds"].to_numpy())).cast(pl.Datetime("us"))
    rows = rows.drop("day", "seconds").with_columns(local=cut_like(rows, local))
    rows = line_spaced.with_names(rows) if spaced else _without_quotes(rows)
    bracket = (pl.col("first_byte") == ord("[")) | (pl.col("first_byte") == ord("("))
    special = (pl.col("name") == "") | bracket | (pl.col("first_byte") == CALL.encode()[0])
    order = layout.orders.pop() if len(layout.orders) == 1 else ""
    special |= pl.col("text").is_in(list(BARE_PLACEHOLDERS)) & spaced
    return Reading(
        rows=assemble(rows, special, _look_closely),
        count=count,
        title=layout.title,
        date_order=order,
        dialect="PC" if spaced else "",
        notes=(line_spaced.note(),) if spaced else (),
    )


def _without_quotes(rows: pl.DataFrame) -> pl.DataFrame:
    """Take off the quotes around bodies of several lines, and the doubling of those inside."""
    quoted = (rows["first_byte"] == ord('"')) & (rows["last_byte"] == ord('"'))
    return with_texts(rows, quoted, _bare)


def _bare(texts: pl.Series) -> pl.Series:
    bare = texts.str.slice(1).str.strip_suffix('"').str.replace_all('""', '"', literal=True)
    return bare.zip_with(texts.str.contains("\n", literal=True), texts)


_by_phrases: CloseLook = by_phrases(EVENTS, PLACEHOLDERS | BARE_PLACEHOLDERS)


def _look_closely(rows: pl.DataFrame) -> pl.DataFrame:
    """Tell what each row is that is not plainly text: an event, a medium, a call."""
    found = _by_phrases(rows)
    call = rows["text"].str.starts_with(CALL)
    plain = seen(rows, kind=pl.lit("call"))
    return found.with_columns(pl.when(call).then(plain[name]).otherwise(name).alias(name) for name in found.columns)


READER = Reader(
    platform="line",
    title=N_("LINE text"),
    how=N_("in the chat: menu → settings → export chat history"),
    endings=("txt",),
    claims=_claims,
    read=_read,
)
