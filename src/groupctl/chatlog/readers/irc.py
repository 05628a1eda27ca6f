"""Logs of IRC channels, as energymech, irssi, WeeChat, ZNC, mIRC, HexChat and archives of channels write them.

    [00:02] <alice> hello          00:02 < alice> hello          2024-01-31 00:02:03⇥alice⇥hello
    [00:02] *** bob left           00:02 -!- bob [b@host] has quit [bye]

Where lines hold the time of day only, the day comes from lines between them or from the file's name.
"""

import datetime as dt
import re
from dataclasses import dataclass

import numpy as np
import polars as pl

from groupctl.chatlog import clock, irc_dates
from groupctl.chatlog.assemble import assemble, by_phrases, rename, translated
from groupctl.chatlog.days import MONTHS, day_number, on_24_hours, rolled, twelve_hours
from groupctl.chatlog.events import recognise
from groupctl.chatlog.fields import byte_at, chosen, headings, makes_record, merged, nothing, with_columns
from groupctl.chatlog.headers import carried, starting_with
from groupctl.chatlog.phrases.irc import EVENTS, MARKS, RANKS, ROLES, SHORT_MARK, UNMISTAKABLE
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Heads, Request, read_records
from groupctl.chatlog.scan import SPACE, Block, Mask, Positions, Scanner
from groupctl.chatlog.scan import block as scan_block
from groupctl.chatlog.source import Sample, beginning
from groupctl.chatlog.table import cut_like
from groupctl.i18n import N_

DATED, ZONED, BRACKETS, ACTION, NICK, MARK = 1, 2, 4, 8, 16, 32
"""Bits of a line's shape: has a date; names its zone; time in brackets; ``* nick does``; a nick
in its place; a mark of the program in it."""

_DAY_LINE = re.compile(
    r"^(?:--- (?:Log opened|Log closed|Day changed)|Session (?:Start|Close|Time):|\*{4} (?:BEGIN|ENDING) LOGGING AT)\b"
)
_LONG_DATE = re.compile(r"\b([A-Za-z]{3})[a-z]* {1,2}(\d{1,2})\b.*?\b(\d{4})\s*$")
_SESSION = re.compile(r"^Session (?:Ident|Server)?\b.*:|^--- ")
_GAP = (b" ", b"\t")


@dataclass
class Layout:
    """Recognises what people say, what the program says, and lines that tell the day."""

    day: int = -1
    second: int = -1

    def heads(self, block: Block) -> Heads:
        """Find messages, events and day lines in a block."""
        heads = merged(_timed(block), _timeless(block), _day_lines(block))
        day = carried(heads.columns["day"], heads.columns["day"] >= 0, self.day)
        second = carried(heads.columns["second"], heads.columns["second"] >= 0, self.second)
        return with_columns(heads, day=day, second=second)

    def passed(self, heads: Heads, count: int) -> None:
        """Remember the day and time that the next block begins in."""
        if count:
            self.day, self.second = int(heads.columns["day"][count - 1]), int(heads.columns["second"][count - 1])


def _timed(block: Block) -> Heads:
    """Return the lines that begin with a time and go on as a program's log does."""
    line = starting_with(block, b"[0123456789")
    scan = Scanner(block, block.starts[line])
    brackets = scan.maybe(b"[")
    day, dated = _date(scan)
    second = clock.read_time(scan, SPACE).seconds.astype(np.int64)
    fraction = scan.maybe(b".", b",")
    if fraction.any():
        ahead = Scanner(block, scan.at)
        ahead.any_number_of(tuple(bytes([digit]) for digit in b"0123456789"))
        _stand(scan, ahead.at, fraction)
    offset, zoned = _zone(scan)
    scan.ok &= ~brackets | scan.maybe(b"]")
    tabbed = scan.peek() == ord("\t")
    scan.literal(*_GAP)
    scan.any_number_of(_GAP)
    shape = brackets * BRACKETS | dated * DATED | zoned * ZONED
    columns = {"day": np.where(dated, day, -1), "second": second, "offset": offset, "shape": shape.astype(np.int64)}
    line, at = line[scan.ok], scan.at[scan.ok]
    found = Heads(
        line=line,
        text=at,
        spans={"name": nothing(at)},
        columns={name: values[scan.ok] for name, values in columns.items()},
    )
    return _spoken(block, found, (tabbed & dated)[scan.ok])


def _date(scan: Scanner) -> tuple[np.ndarray, Mask]:
    """Step over ``2024-01-31 `` or ``2024-01-31T`` where it stands; return the day and where one stands."""
    ahead = Scanner(scan.block, scan.at)
    year = ahead.number(4, 4)
    if not ahead.ok.any():
        return np.zeros(len(year), dtype=np.int64), ahead.ok
    ahead.literal(b"-")
    month = ahead.number(2, 2)
    ahead.literal(b"-")
    day, valid = clock.days(year, month, ahead.number(2, 2))
    ahead.literal(b" ", b"T")
    dated = ahead.ok & valid
    _stand(scan, ahead.at, dated)
    return day.astype(np.int64), dated


def _zone(scan: Scanner) -> tuple[np.ndarray, Mask]:
    """Step over ``Z`` or ``+0100`` where it stands; return the seconds ahead of UTC and where a zone stands."""
    ahead = Scanner(scan.block, scan.at)
    utc = ahead.maybe(b"Z", b" UTC")
    west, east = ahead.stands_at(b"-"), ahead.stands_at(b"+")
    if not (utc | west | east).any():
        return np.zeros(len(scan.at), dtype=np.int64), utc
    ahead.ok = west | east
    ahead.maybe(b"+", b"-")
    hours = ahead.number(2, 2)
    ahead.maybe(b":")
    minutes = ahead.number(2, 2)
    zoned = utc | ahead.ok
    _stand(scan, ahead.at, zoned)
    return np.where(ahead.ok, (hours * 60 + minutes) * 60 * np.where(west, -1, 1), 0).astype(np.int64), zoned


def _stand(scan: Scanner, at: Positions, where: Mask) -> None:
    """Put a scanner elsewhere, at some of its places."""
    scan.at = np.where(where, at, scan.at)
    everywhere = np.ones(len(at), dtype=np.bool_)
    scan.keep(everywhere)


def _spoken(block: Block, found: Heads, tabbed: Mask) -> Heads:
    """Return those heads behind whose time stands a nick, an action or a mark of the program."""
    ends, at = block.ends[found.line], found.text
    scan = Scanner(block, at)
    arrow = Scanner(block, at)
    pointed = scan.maybe(b"<") & ~(arrow.stands_at(b"<-- ") | arrow.stands_at(b"<--\t"))
    closing = _next(block, scan.at, ends, pointed, b">")
    behind = byte_at(block, closing + 1)
    # A date, an address in pointed brackets and nothing else is QQ's.
    empty = (closing + 1 == ends) & (found.columns["shape"] & DATED == 0)
    said = pointed & (closing < ends) & (empty | (behind == ord(" ")) | (behind == ord("\t")))
    star = Scanner(block, at)
    action = star.maybe(b"* ", b"*\t", b"Action: ") & (star.at < ends)
    word = _next(block, star.at, ends, action, b" \t")
    mark = Scanner(block, at)
    own = (mark.maybe(*MARKS) | mark.maybe(SHORT_MARK)) & np.isin(mark.peek(), (32, 9, 10)) & ~said
    mark.any_number_of(_GAP)
    column = tabbed & ~own & ~action & ~said
    tab = _next(block, at, ends, column, b"\t")
    column &= tab < ends
    name_start = np.select([said, action], [scan.at, star.at], at)
    name_end = np.select([said, action, column], [closing, word, tab], at)
    text = np.minimum(np.select([said, action, column, own], [closing + 2, word + 1, tab + 1, mark.at], at), ends)
    shape = found.columns["shape"] | action * ACTION | (said | column) * NICK | own * MARK
    spoken = Heads(
        line=found.line, text=text, spans={"name": (name_start, name_end)}, columns={**found.columns, "shape": shape}
    )
    # Nobody's text has several lines in IRC: what else stands behind a time in brackets, the program says.
    bare = (found.columns["shape"] & BRACKETS > 0) & (at < ends)
    return chosen(spoken, said | action | own | column | bare)


def _next(block: Block, at: Positions, ends: Positions, where: Mask, wanted: bytes) -> Positions:
    """Return for some places where the next of some bytes stands in the line; for the others the line's end."""
    found = ends.copy()
    found[where] = np.minimum(Scanner(block, at[where]).next_of(wanted + b"\n"), ends[where])
    return found


def _timeless(block: Block) -> Heads:
    """Return the lines ``=== bob is now known as rob`` or ``=== bob waves`` that some archives write without a time."""
    line = starting_with(block, b"=")
    scan = Scanner(block, block.starts[line])
    scan.literal(b"=== ")
    line, at = line[scan.ok], scan.at[scan.ok]
    ends = block.ends[line]
    word = _next(block, at, ends, np.ones(len(at), dtype=np.bool_), b" ")
    shape = np.full(len(line), ACTION, dtype=np.int64)
    return Heads(
        line=line,
        text=np.minimum(word + 1, ends),
        spans={"name": (at, word)},
        columns={"shape": shape, "offset": 0 * shape},
    )


def _day_lines(block: Block) -> Heads:
    """Return the lines that tell when a log or a day begins, and the other lines about the log itself."""
    line = starting_with(block, b"-S*")
    scan = Scanner(block, block.starts[line])
    line = line[scan.stands_at(b"--- ") | scan.stands_at(b"Session ") | scan.stands_at(b"**** ")]
    texts = [block.text(number) for number in line.tolist()]
    found = np.array([bool(_DAY_LINE.match(text) or _SESSION.match(text)) for text in texts], dtype=np.bool_)
    days = np.array([_day(text) for text in texts], dtype=np.int64)
    return headings(block, line[found], ("name",), day=days[found])


def _day(text: str) -> int:
    """Return the day in ``--- Day changed Tue Jan 05 2016``; -1 where none stands."""
    date = _LONG_DATE.search(text)
    month = MONTHS.get(date[1].encode()) if date else None
    if not date or not month:
        return -1
    try:
        return day_number(dt.date(int(date[3]), month, int(date[2])))
    except ValueError:
        return -1


def _claims(sample: Sample) -> bool:
    lines = sample.block
    if irc_dates.lacks_years(lines.data):
        lines = scan_block([irc_dates.WithYears()(lines.data[: lines.length])])
    filled = np.flatnonzero(lines.starts < lines.ends)
    heads = Layout().heads(lines)
    if not len(heads.line) or int(heads.line[0]) != int(filled[0]) or 2 * len(heads.line) < len(filled):
        return False
    shape = heads.columns["shape"][makes_record(heads)]
    telling = shape[shape & (NICK | MARK) > 0]
    full = BRACKETS | DATED  # a full date in brackets is how Gitter's archives look; nobody acts or comes in them
    gitter = bool(((telling & (full | ZONED)) == full).mean() > 0.5) if len(telling) else False
    return len(telling) > 0 and (not gitter or bool((shape & (MARK | ACTION) > 0).any()))


def _read(request: Request) -> Reading:
    if irc_dates.lacks_years(beginning(request.source, request.decoding).text.encode()):
        request.decoding.made_plain = irc_dates.WithYears()
    rows, count = read_records(request, Layout())
    second = rows["second"].to_numpy()
    second = np.where(second < 0, second[np.argmax(second >= 0)] if len(second) else 0, second)
    shape = rows["shape"].to_numpy()
    days, notes = rows["day"].to_numpy(), [""]
    if not (shape & DATED > 0).all():
        if twelve_hours(second):
            second, notes[0] = on_24_hours(days, second)
        days, note = rolled(days, second, request.source)
        notes.append(note)
    moments = clock.moments(days, second)
    zoned = len(shape) > 0 and bool((shape & ZONED > 0).mean() > 0.5)
    if zoned:
        moments = moments - rows["offset"].to_numpy() * 1_000_000
    when = pl.Series("at" if zoned else "local", moments).cast(pl.Datetime("us", "UTC") if zoned else pl.Datetime("us"))
    rows = _tidy_names(_give_back_to_the_program(rows.drop("day", "second", "offset").with_columns(when)))
    rows = assemble(rows.drop("shape"), pl.col("name") == "", by_phrases(EVENTS))
    date_order = "ymd" if (shape & DATED > 0).any() else ""
    return Reading(rows=rows, count=count, date_order=date_order, notes=tuple(filter(None, notes)))


def _give_back_to_the_program(rows: pl.DataFrame) -> pl.DataFrame:
    """Tell events from actions where a program writes ``* bob has joined #channel`` as it writes what people do."""
    rows = rows.with_row_index("row")
    actions = rows.filter(pl.col("shape") & ACTION > 0).select(
        "row", told=pl.concat_str(pl.col("name").cast(pl.String), "text", separator=" ")
    )
    if not len(actions):
        return rows.drop("row")
    events = actions.filter(recognise(actions["told"], UNMISTAKABLE)["kind"].is_not_null())
    rows = rows.join(events, on="row", how="left", maintain_order="left").drop("row")
    nobody = pl.when(pl.col("told").is_not_null()).then(pl.lit("", pl.Categorical))
    return rows.with_columns(text=pl.coalesce("told", "text"), name=nobody.otherwise("name")).drop("told")


def _tidy_names(rows: pl.DataFrame) -> pl.DataFrame:
    """Take the signs of rank off the nicks and tell them as roles."""
    names = rows["name"].unique().drop_nulls().to_list()
    ranked = {name: name.lstrip(RANKS) for name in names if name and name[0] in RANKS and name.lstrip(RANKS)}
    if not ranked:
        return rows
    roles = {name: ROLES[sign] for name in ranked if (sign := name.strip()[0]) in ROLES}
    role = cut_like(rows, translated(rows["name"], roles.get))
    return rename(rows.with_columns(role=role), ranked)


READER = Reader(
    platform=None,
    title=N_("IRC log"),
    how=N_("the log file that your IRC program or bouncer keeps, or a day of a channel's public archive"),
    endings=("log", "txt", ""),
    claims=_claims,
    read=_read,
)
