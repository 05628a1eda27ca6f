"""KakaoTalk's exports to text, as the programs for Windows, Android and iOS write them in Korean and English.

    --------------- 2020년 6월 28일 일요일 ---------------          2016년 2월 5일 오전 1:33, 민수 : 안녕
    [민수] [오전 1:01] 안녕                                        Dec 31, 2014 at 19:12, Minsu : hello

The program for Windows writes who came and went without a time: such a line stands when the one before it does.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import polars as pl

from groupctl.chatlog import clock
from groupctl.chatlog.days import MONTHS
from groupctl.chatlog.fields import (
    byte_at,
    chosen,
    headings,
    is_blank,
    makes_record,
    merged,
    next_token,
    nothing,
    with_columns,
    without_spaces,
)
from groupctl.chatlog.headers import carried, starting_with
from groupctl.chatlog.kakaotalk import classify
from groupctl.chatlog.phrases.kakaotalk import NAMELESS_ENDINGS, WARNINGS
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Heads, Request, read_records
from groupctl.chatlog.scan import SPACE, Block, Mask, Positions, Scanner
from groupctl.chatlog.source import Sample
from groupctl.i18n import N_

WINDOWS, DATED, TIMED = 0, 1, 2
"""Styles: times in brackets; date and time in front of each message; time alone (iOS, below day lines)."""
DIALECTS = ("Windows", "Android / iOS", "iOS")
MOST_BRACKETS = 3
"""How many pairs of brackets a member's name may hold."""
OPENING_LINES = 5

_TITLE = re.compile(
    r"^(?:KakaoTalk Chats? (?:with )?|Chat with )?(.+?)(?: ?님과(?:의)?)?"
    r"(?: 카카오톡 대화| Talk Chats| with KakaoTalk Chats)?$"
)
_SAVED = re.compile(r"^(?:저장한 날짜|Date Saved|Saved Date)\s*:")
_TITLED = re.compile(r"카카오톡 대화$|^KakaoTalk Chats? | Talk Chats$| with KakaoTalk Chats$")
_DAY_LINE = re.compile(r"-{10,} .*\d.* -{10,}$|\d{4}(?:년 \d{1,2}월 \d{1,2}일|\. \d{1,2}\. \d{1,2}\.) ")
_LETTERS = tuple(bytes([letter]) for letter in range(ord("a"), ord("z") + 1))
_WEEKDAYS = tuple(day.encode() for day in "월화수목금토일")
_NAMELESS = re.compile(rf"[^\[](?:.*?)(?:{'|'.join(map(re.escape, NAMELESS_ENDINGS))})(?:{'|'.join(WARNINGS)}|\s*$)")
_DASHES = b"-", b" "
_WEEKDAY_LETTERS = b"SMTWF"
_MONTH_LETTERS = bytes({month[0] for month in MONTHS})
LONGEST_WEEKDAY = len("Wednesday")
ReadDate = Callable[[Scanner], np.ndarray]


@dataclass
class Layout:
    """Recognises title, day lines and messages; all messages of one file have the same style."""

    day: int = -1
    second: int = 0
    style: int = -1
    title: str = ""

    def heads(self, block: Block) -> Heads:
        """Find title, day lines and messages in a block."""
        # Once the style is known, what only another one has is not looked for.
        kinds = (_in_brackets(block, self.style), *_dated(block, self.style))
        counts = [len(kinds[style].line) for style in (WINDOWS, DATED, TIMED)]
        style = self.style if self.style >= 0 else int(np.argmax(counts))
        found = [kinds[style], _day_lines(block, kinds[-1], style)]
        if style == WINDOWS:
            found.append(_nameless(block))
        first = min([block.lines, *(int(part.line[0]) for part in found if len(part.line))])
        heads = merged(*found, self._opening_lines(block, first))
        heads = chosen(heads, np.diff(heads.line, prepend=-1) > 0)
        day = carried(heads.columns["day"], heads.columns["day"] >= 0, self.day)
        second = carried(heads.columns["second"], heads.columns["second"] >= 0, self.second)
        style_column = np.full(len(heads.line), style, dtype=np.int64)
        heads = with_columns(heads, day=day, second=second, style=style_column)
        return chosen(heads, (day >= 0) | ~makes_record(heads))

    def passed(self, heads: Heads, count: int) -> None:
        """Remember the moment that the next block begins in, and the style."""
        if count:
            self.day, self.second = int(heads.columns["day"][count - 1]), int(heads.columns["second"][count - 1])
        if makes_record(heads)[:count].any():
            self.style = int(heads.columns["style"][0])

    def _opening_lines(self, block: Block, before: int) -> Heads:
        """Return the lines at the top that tell the chat's name and when it was exported; ``before`` what follows."""
        last = min(before, OPENING_LINES + 1 - block.first_line)
        texts = [block.text(line).strip("\ufeff ") for line in range(last)]
        saved = next((line for line, text in enumerate(texts) if _SAVED.match(text)), None)
        first = texts[: 1 if saved is None else saved] if block.first_line == 1 else []
        titles = [line for line, text in enumerate(first) if text and (saved is not None or _TITLED.search(text))]
        for line in titles:
            named = _TITLE.match(texts[line])
            self.title = named[1] if named and _TITLED.search(texts[line]) else self.title
        lines = np.array([*titles, *([] if saved is None else [saved])], dtype=np.int64)
        return headings(block, lines, ("name",))


def _in_brackets(block: Block, style: int) -> Heads:
    """Return the lines ``[name] [오전 1:01] text``."""
    line = starting_with(block, b"[" if style in {WINDOWS, -1} else b"")
    start, ends = block.starts[line] + 1, block.ends[line]
    name_end, text = start.copy(), start.copy()
    second = np.full(len(line), -1, dtype=np.int64)
    open_ones, at = np.arange(len(line)), start
    for _pair in range(MOST_BRACKETS):
        at = next_token(block, at, ends[open_ones], b"] [")
        scan = Scanner(block, np.minimum(at + 3, ends[open_ones]))
        times = clock.read_time(scan, SPACE)
        scan.literal(b"]")
        scan.maybe(b" ")
        inside = at < ends[open_ones]
        found = open_ones[hit := scan.ok & inside]
        second[found], name_end[found], text[found] = times.seconds[hit], at[hit], scan.at[hit]
        open_ones, at = open_ones[inside & ~hit], at[inside & ~hit] + 1
    hit = second >= 0
    return Heads(
        line=line[hit], text=text[hit], spans={"name": (start[hit], name_end[hit])}, columns={"second": second[hit]}
    )


def _nameless(block: Block) -> Heads:
    """Return the lines without time and name in which the program for Windows tells who came and went."""
    ends = without_spaces(block, block.ends, block.starts)
    line = np.flatnonzero(ends - block.starts > 8)
    tail = Scanner(block, ends[line] - 7).stands_at("니다.".encode()) | Scanner(block, ends[line] - 5).stands_at(
        b"room."
    )
    found = [number for number in line[tail].tolist() if _NAMELESS.match(block.text(number))]
    lines = np.array(found, dtype=np.int64)
    start = block.starts[lines]
    return Heads(line=lines, text=start, spans={"name": nothing(start)}, columns={})


def _day_lines(block: Block, found: Heads, style: int) -> Heads:
    """Return those lines with nothing but a date that KakaoTalk wrote: between dashes, or below an empty line."""
    dashed = byte_at(block, block.starts[found.line]) == ord("-")
    return chosen(found, dashed if style == WINDOWS else dashed | is_blank(block, found.line - 1))


def _dated(block: Block, style: int) -> tuple[Heads, ...]:
    """Return messages with date and time, messages with time alone, and the lines that only tell a day."""
    lines = starting_with(block, b"-") if style == WINDOWS else np.arange(block.lines)
    scan = Scanner(block, block.starts[lines])
    scan.maybe(b"-" * 8)
    scan.any_number_of(_DASHES)
    numbers, words = scan.peek() - np.uint8(48) < 10, _may_be_english(scan)
    parts = [
        _after_date(block, lines[numbers], scan.at[numbers], _korean_date),
        _after_date(block, lines[words], scan.at[words], _english_date),
    ]
    line = lines[(numbers | (scan.peek() == "오".encode()[0])) & (scan.at == block.starts[lines])]
    alone = line[: 0 if style == DATED else None]
    timed, _stamps = _messages(block, alone, Scanner(block, block.starts[alone]), None)
    day_first = _after_date(block, lines[numbers], scan.at[numbers], _day_first)
    backwards = _after_time(block, line)
    messages = merged(parts[0][0], parts[1][0], day_first[0], backwards[0])
    timed = chosen(timed, ~np.isin(timed.line, np.concatenate([part.line for part in backwards])))
    return messages, timed, merged(parts[0][1], parts[1][1], day_first[1], backwards[1])


def _after_time(block: Block, line: Positions) -> tuple[Heads, Heads]:
    """Return messages and stamps among lines that begin like ``8:34pm, July 9, 2015, ``."""
    scan = Scanner(block, block.starts[line])
    second = clock.read_time(scan, SPACE).seconds
    scan.literal(b", ")
    line, second = line[scan.ok], second[scan.ok]
    scan.keep(scan.ok)
    day = _english_date(scan)
    line, second, day = line[scan.ok], second[scan.ok].astype(np.int64), day[scan.ok].astype(np.int64)
    scan.keep(scan.ok)
    return _told(block, line, scan, {"second": second, "day": day}, np.zeros(len(line), dtype=np.bool_))


def _may_be_english(scan: Scanner) -> Mask:
    """Say where the name of a month may stand, or that of a weekday with a comma near behind it."""
    first = scan.peek()
    near = np.zeros(len(first), dtype=np.bool_)
    for ahead in range(LONGEST_WEEKDAY + 1):
        near |= scan.block.array[scan.at + ahead] == ord(",")
    may: Mask = np.isin(first, list(_MONTH_LETTERS)) | np.isin(first, list(_WEEKDAY_LETTERS)) & near
    return may


def _after_date(block: Block, line: Positions, at: Positions, read_date: ReadDate) -> tuple[Heads, Heads]:
    """Return messages and day lines among lines that begin with a date."""
    scan = Scanner(block, at)
    day = read_date(scan)
    line, day = line[scan.ok], day[scan.ok].astype(np.int64)
    scan.keep(scan.ok)
    scan.maybe(b",")
    scan.any_number_of(SPACE)
    over = Scanner(block, scan.at)
    over.maybe(*_WEEKDAYS)
    over.maybe("요일".encode())
    over.any_number_of(_DASHES)
    whole = over.at == block.ends[line]
    messages, stamps = _messages(block, line, scan, day)
    days = headings(block, line[whole], ("name",), day=day[whole], second=np.zeros(int(whole.sum()), dtype=np.int64))
    return messages, merged(days, stamps)


def _messages(block: Block, line: Positions, scan: Scanner, day: np.ndarray | None) -> tuple[Heads, Heads]:
    """Return the lines that go on with a time and a message, and those that end behind the time."""
    if scan.maybe(b"at").any():
        scan.any_number_of(SPACE)
    announced, announcement, at_time = _announcements(scan)
    second = np.where(announced, at_time, clock.read_time(scan, SPACE).seconds)
    columns = {"second": second} if day is None else {"second": second, "day": day}
    scan.ok |= announced
    scan.at = np.where(announced, announcement, scan.at)
    scan.keep(np.ones(len(line), dtype=np.bool_))
    return _told(block, line, scan, columns, announced)


def _told(
    block: Block, line: Positions, scan: Scanner, columns: dict[str, np.ndarray], announced: Mask
) -> tuple[Heads, Heads]:
    """Return the lines that go on with a message behind their moment, and those that end there."""
    ends = block.ends[line]
    stamp = scan.ok & ~announced & (scan.at == ends)
    scan.ok = scan.ok & (announced | scan.maybe(b", "))
    at = scan.at
    colon = ends.copy()
    colon[scan.ok] = next_token(block, at[scan.ok], ends[scan.ok], b" : ", rarest=1)
    named = (colon < ends) & ~announced
    # Where a name is missing but its colon is not, KakaoTalk itself speaks: "오전 12:05,  : …".
    bare = Scanner(block, at).stands_at(b": ") & ~announced & ~named
    text = np.where(named, colon + 3, np.where(bare, at + 2, at))
    messages = Heads(line=line, text=text, spans={"name": (at, np.where(named, colon, at))}, columns=columns)
    stamps = headings(block, line[stamp], ("name",), **{name: values[stamp] for name, values in columns.items()})
    return chosen(messages, scan.ok), stamps


def _announcements(scan: Scanner) -> tuple[Mask, Positions, np.ndarray]:
    """Return where ``19:12: `` stands (iOS tells an event behind it), the place behind it, and the time in seconds."""
    ahead = Scanner(scan.block, scan.at)
    ahead.ok = scan.ok.copy()
    before = ahead.word(clock.HALVES, clock.NO_HALF)
    ahead.any_number_of(SPACE)
    hour = ahead.number(1, 2)
    ahead.literal(b":")
    minute = ahead.number(2, 2)
    ahead.any_number_of(SPACE)
    half = np.maximum(before, ahead.word(clock.HALVES, clock.NO_HALF))
    ahead.literal(b": ")
    hour = np.where(half == clock.NO_HALF, hour, hour % 12 + 12 * (half == clock.AFTERNOON))
    return ahead.ok & (hour < 24) & (minute < 60), ahead.at, hour * 3600 + minute * 60


def _korean_date(scan: Scanner) -> np.ndarray:
    """Read ``2016년 2월 5일`` or ``2018. 4. 1.``; return days since 1970-01-01."""
    year = scan.number(4, 4)
    scan.literal("년".encode(), b".")
    scan.any_number_of(SPACE)
    month = scan.number(1, 2)
    scan.literal("월".encode(), b".")
    scan.any_number_of(SPACE)
    date = scan.number(1, 2)
    scan.literal("일".encode(), b".")
    return _day(scan, year, month, date)


def _english_date(scan: Scanner) -> np.ndarray:
    """Read ``February 10, 2016`` or ``Wednesday, Dec 31, 2014``; return days since 1970-01-01."""
    weekday = Scanner(scan.block, scan.at)
    weekday.any_number_of(tuple(bytes([letter]) for letter in _WEEKDAY_LETTERS))
    weekday.any_number_of(_LETTERS)
    weekday.literal(b", ")
    scan.at = np.where(weekday.ok, weekday.at, scan.at)
    scan.keep(np.ones(len(scan.at), dtype=np.bool_))
    month = scan.word(MONTHS, 0)
    scan.maybe(b"r")
    scan.maybe(b".")
    scan.literal(b" ")
    date = scan.number(1, 2)
    scan.literal(b",")
    scan.literal(b" ")
    year = scan.number(4, 4)
    return _day(scan, year, month, date)


def _day_first(scan: Scanner) -> np.ndarray:
    """Read ``14 October 2018``; return days since 1970-01-01."""
    date = scan.number(1, 2)
    scan.literal(b" ")
    month = scan.word(MONTHS, 0)
    scan.maybe(b"r")
    scan.maybe(b".")
    scan.literal(b" ")
    year = scan.number(4, 4)
    return _day(scan, year, month, date)


def _day(scan: Scanner, year: np.ndarray, month: np.ndarray, date: np.ndarray) -> np.ndarray:
    day, valid = clock.days(year, month.astype(np.int32), date)
    scan.ok &= valid
    return day


def _claims(sample: Sample) -> bool:
    lines = [line.strip() for line in sample.lines[:OPENING_LINES]]
    heads = Layout().heads(sample.block)
    if not makes_record(heads).any():
        return False
    titled = any(map(_SAVED.match, lines)) or any(map(_TITLED.search, lines))
    # A piece without its title is KakaoTalk's all the same: its day lines are like no other's.
    return titled or _DAY_LINE.match(next((line for line in sample.lines if line.strip()), "")) is not None


def _read(request: Request) -> Reading:
    layout = Layout()
    rows, count = read_records(request, layout)
    local = pl.Series(clock.moments(rows["day"].to_numpy(), rows["second"].to_numpy())).cast(pl.Datetime("us"))
    rows = classify(rows.drop("day", "second", "style").with_columns(local=local))
    return Reading(rows=rows, count=count, title=layout.title, dialect=DIALECTS[layout.style])


READER = Reader(
    platform="kakaotalk",
    title=N_("KakaoTalk text"),
    how=N_("in the chat: ≡ → settings → export chat messages → text only"),
    endings=("txt",),
    claims=_claims,
    read=_read,
)
