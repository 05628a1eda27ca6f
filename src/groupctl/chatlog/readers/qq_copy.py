"""Messages copied out of QQ's windows, or mailed from a phone: name and time above each message.

【冒泡】Alice 2/14/2020 9:16:13 PM        — —  2020-2-21  — —        Alice(10001) 2022/03/21 19:05:05
text                                      Alice  23:50:12            text

The newer QQ copies ``Alice: 03-21 19:05:05``.
"""

import re
from dataclasses import dataclass

import numpy as np
import polars as pl

from groupctl.chatlog import clock
from groupctl.chatlog.assemble import CloseLook, assemble, by_phrases, medium
from groupctl.chatlog.days import counted_years, rolled
from groupctl.chatlog.events import recognise
from groupctl.chatlog.fields import (
    byte_at,
    chosen,
    headings,
    is_blank,
    last_space,
    merged,
    nothing,
    with_columns,
    without_spaces,
)
from groupctl.chatlog.headers import carried, read_iso_date, starting_with
from groupctl.chatlog.numeric_dates import choose, is_date
from groupctl.chatlog.phrases.qq import PLACEHOLDERS
from groupctl.chatlog.phrases.qq_copy import EVENTS
from groupctl.chatlog.qq_names import with_ids
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Heads, Request, read_records
from groupctl.chatlog.scan import SPACE, Block, Mask, Positions, Scanner
from groupctl.chatlog.source import Sample
from groupctl.i18n import N_

LONGEST_EVENT = 300
"""Bytes."""
SHORT = 2
"""In place of 1 where a date stands: a date without a year."""
DASH = "—".encode()
_FOREIGN = re.compile(r"\t|[(（](?=[^()（）]*[A-Za-z_@])[\w@.-]{3,}[)）](?: \d\d?[-/]\d\d?)?$|^\[?\d{1,4}[-/.:]")
"""Names that only look like names: WeChat's ids in brackets, WeLink's tabs, dates in front of a line."""


@dataclass
class Layout:
    """Recognises ``name [date] time``, day lines, and lines that QQ wrote."""

    day: int = -1
    time: int = 0

    def heads(self, block: Block) -> Heads:
        """Find messages, day lines and events in a block."""
        heads = merged(_message_heads(block), _day_lines(block), _events(block))
        heads = chosen(heads, np.diff(heads.line, prepend=-1) > 0)
        day = carried(heads.columns["day"], heads.columns["day"] >= 0, self.day)
        time = carried(heads.columns["time"], heads.columns["time"] >= 0, self.time)
        return with_columns(heads, day=day, time=time)

    def passed(self, heads: Heads, count: int) -> None:
        """Remember the moment that the next block begins in."""
        if count:
            self.day, self.time = int(heads.columns["day"][count - 1]), int(heads.columns["time"][count - 1])


def _message_heads(block: Block) -> Heads:
    """Return the lines that end with a time to the second, with or without a date before it."""
    ends = without_spaces(block, block.ends, block.starts)
    half = byte_at(block, ends - 1) | np.uint8(32)
    halved = (half == ord("m")) & (byte_at(block, ends - 3) == ord(" "))
    line = np.flatnonzero(
        (byte_at(block, np.where(halved, ends - 6, ends - 3)) == ord(":")) & (ends - block.starts > 8)
    )
    start, end = block.starts[line], ends[line]
    time = last_space(block, np.where(halved[line], end - 3, end), start) + 1
    scan = Scanner(block, time)
    times = clock.read_time(scan, SPACE)
    ok = scan.ok & times.has_seconds & (scan.at == end) & (time > start)
    date = last_space(block, time - 1, start) + 1
    order, dated = _date(block, date, time - 1)
    short = _short_date(block, date, time - 1, order) & ~dated
    name_end = without_spaces(block, np.where(dated | short, date, time), start) - short
    ok &= (name_end > start) & ((name_end < date) | ~dated)
    columns = {"time": times.seconds.astype(np.int64), "dated": dated + SHORT * short.astype(np.int64), **order}
    found = Heads(line=line, text=block.ends[line] + 1, spans={"name": (start, name_end)}, columns=columns)
    return chosen(found, ok)


def _date(block: Block, at: Positions, end: Positions) -> tuple[dict[str, np.ndarray], Mask]:
    """Read the three numbers of a date from each place; return them and where they stand up to ``end``."""
    scan = Scanner(block, at)
    first = scan.number(1, 4)
    scan.byte_of(b"/-.")
    second = scan.number(1, 2)
    scan.byte_of(b"/-.")
    third = scan.number(1, 4)
    dated = scan.ok & is_date(first, second, third) & (scan.at == end)
    numbers = {"first": first, "second": second, "third": third}
    return {name: np.where(dated, values, 0).astype(np.int64) for name, values in numbers.items()}, dated


def _short_date(block: Block, at: Positions, end: Positions, order: dict[str, np.ndarray]) -> Mask:
    """Say where ``: 03-21`` stands, a date without a year behind a name; put its numbers into ``order``."""
    scan = Scanner(block, np.maximum(at - 2, 0))
    scan.literal(b": ")
    month = scan.number(2, 2)
    scan.literal(b"-")
    date = scan.number(2, 2)
    short: Mask = scan.ok & (scan.at == end)
    order["second"] = np.where(short, month, order["second"]).astype(np.int64)
    order["third"] = np.where(short, date, order["third"]).astype(np.int64)
    return short


def _day_lines(block: Block) -> Heads:
    line = starting_with(block, DASH[:1])
    scan = Scanner(block, block.starts[line])
    scan.literal(DASH)
    scan.any_number_of((DASH, b" "))
    day = read_iso_date(scan, b"-/")
    scan.any_number_of((DASH, b" "))
    ok = scan.ok & (scan.at == block.ends[line])
    zero = np.zeros(int(ok.sum()), dtype=np.int64)
    return headings(block, line[ok], ("name",), day=day[ok].astype(np.int64), time=zero)


def _events(block: Block) -> Heads:
    """Return the lines between two empty ones in which QQ tells who came, left or took a message back."""
    line = np.flatnonzero((block.ends - block.starts < LONGEST_EVENT) & (block.ends > block.starts))
    known = block.final | (line + 1 < block.lines)
    line = line[is_blank(block, line - 1) & is_blank(block, line + 1) & known]
    texts = pl.Series([block.text(number, LONGEST_EVENT).strip() for number in line.tolist()], dtype=pl.String)
    line = line[recognise(texts, EVENTS)["kind"].is_not_null().to_numpy()]
    start = block.starts[line]
    return Heads(
        line=line, text=start, spans={"name": nothing(start)}, columns={"dated": np.zeros(len(line), dtype=np.int64)}
    )


def _claims(sample: Sample) -> bool:
    lines = sample.block
    heads = _message_heads(lines)
    days = _day_lines(lines)
    if not len(heads.line):
        return False
    first = min([int(heads.line[0]), *days.line[:1].tolist()])
    if first != int(np.flatnonzero(lines.starts < lines.ends)[0]):
        return False
    names = [lines.data[start:end].decode("utf-8", "replace") for start, end in zip(*heads.spans["name"], strict=True)]
    return 2 * sum(_FOREIGN.search(name) is not None for name in names) <= len(names)


def _read(request: Request) -> Reading:
    rows, count = read_records(request, Layout())
    dated = rows["dated"].to_numpy() == 1
    chosen = choose(rows.filter(pl.Series(dated)), american=True)
    rows, note = _with_years(rows, request)
    days = _days(rows, dated, chosen.days)
    other = None if chosen.other is None else _moments(_days(rows, dated, chosen.other), rows)
    if (days < 0).any():
        days, note = rolled(days, rows["time"].to_numpy(), request.source)
    local = _moments(days, rows)
    rows = with_ids(rows.drop("day", "time", "dated", "first", "second", "third").with_columns(local=local))
    special = (pl.col("name") == "") | (pl.col("first_byte") == ord("["))
    return Reading(
        rows=assemble(rows, special, _look_closely),
        count=count,
        date_order=chosen.order if dated.any() else "",
        other_order=other,
        notes=(note,) if note else (),
    )


def _with_years(rows: pl.DataFrame, request: Request) -> tuple[pl.DataFrame, str]:
    """Return rows with the days of dates without a year, and a note where there are any."""
    month, date, dated = (rows[name].to_numpy() for name in ("second", "third", "dated"))
    short = dated == SHORT
    if not short.any():
        return rows, ""
    years, note = counted_years(month, date, short, request.source)
    days, valid = clock.days(years, month, date)
    return rows.with_columns(day=pl.Series(np.where(short & valid, days, rows["day"].to_numpy())).cast(pl.Int64)), note


def _days(rows: pl.DataFrame, dated: Mask, read: np.ndarray) -> np.ndarray:
    """Return the day of each row: its own, else that of the day line or the message before it; -1 where none is."""
    days = rows["day"].to_numpy().copy()
    days[dated] = read
    return carried(days, dated | (days >= 0), -1)


def _moments(days: np.ndarray, rows: pl.DataFrame) -> pl.Series:
    return pl.Series(clock.moments(days, rows["time"].to_numpy())).cast(pl.Datetime("us"))


_by_phrases: CloseLook = by_phrases(EVENTS)


def _look_closely(rows: pl.DataFrame) -> pl.DataFrame:
    """Tell what each row is that is not plainly text: an event, or a medium."""
    bracket = pl.col("text").str.extract(r"^(\[[^\[\]]+\])(?:$|请使用)")
    kind = rows.select(medium(bracket, PLACEHOLDERS)).to_series()
    found = _by_phrases(rows)
    return found.with_columns(kind=pl.when("event").then("kind").otherwise(kind))


READER = Reader(
    platform="qq",
    title=N_("QQ, copied or mailed"),
    how=N_("select messages in QQ's window, copy them and save them as a text file; on the phone: select → mail"),
    endings=("txt",),
    claims=_claims,
    read=_read,
    exact=clock.SECOND,
)
