"""Discord channels as the well-known exporter writes them to text.

[07-Jul-18 09:47 PM] alice#0675
text of the message

{Attachments}
https://…
"""

import itertools
import re
from dataclasses import dataclass, field

import numpy as np
import polars as pl

from groupctl.chatlog import clock
from groupctl.chatlog.assemble import assemble, rename, seen
from groupctl.chatlog.days import MONTHS
from groupctl.chatlog.discord import with_even_fences
from groupctl.chatlog.events import recognise
from groupctl.chatlog.fields import headings, makes_record, merged
from groupctl.chatlog.headers import starting_with
from groupctl.chatlog.kinds import kind_of_file
from groupctl.chatlog.numeric_dates import Chosen, choose, first_is_day, is_date
from groupctl.chatlog.phrases.discord import EVENTS, SECTIONS
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Heads, Request, read_records
from groupctl.chatlog.scan import SPACE, Block, Positions, Scanner
from groupctl.chatlog.source import Sample
from groupctl.chatlog.table import cut_like, with_texts
from groupctl.i18n import N_

RULER = b"=" * 62
PREAMBLE_LINES = 15
"""How far down the rulers around the channel's description stand."""
PINNED = " (pinned)"

_ABOUT = re.compile(r"^(Guild|Channel): (.*)$")
_LAST = re.compile(r"^Exported \d+ message\(s\)$")
_EVENT = r"^(?:Joined the|Added |Removed |Left the|Pinned a|Changed the|Started a|Boosted the)[^\n]*$"
_EVENT_LETTERS = b"JARLPCSB"
_SECTION = rf"(?:^|\n)(?:{'|'.join(map(re.escape, SECTIONS))})(?:\n|$)"


@dataclass
class Layout:
    """Recognises ``[date] name``, and the description of the channel above and below."""

    about: dict[str, str] = field(default_factory=dict)
    """What the description says, by its headings."""
    fenced: bool = False
    """Whether marks around blocks of code have been met."""
    within: bool = False
    """Whether the next block begins with the last line of a description."""

    def heads(self, block: Block) -> Heads:
        """Find messages and descriptions in a block."""
        self.fenced |= b"```" in block.data
        messages = _message_heads(block)
        return merged(messages, self._description(block, messages.line))

    def passed(self, heads: Heads, count: int) -> None:
        """Remember what the next block begins with."""
        self.within = count < len(heads.line) and not makes_record(heads)[count]

    def _description(self, block: Block, messages: Positions) -> Heads:
        """Return all lines from a ruler to the next one near below it, and from one to how many were exported."""
        line = starting_with(block, RULER[:1])
        rulers = [number for number in line.tolist() if block.text(number).strip() == RULER.decode()]
        found = {0} if self.within else set()
        for number, following in itertools.pairwise([*rulers, block.lines]):
            below = block.text(number + 1) if number + 1 < block.lines else ""
            near = following < block.lines and following - number <= PREAMBLE_LINES
            if _ABOUT.match(below) and near and not len(_between(messages, number, following)):
                found |= {*range(number, following + 1)}
            elif _LAST.match(below):
                found |= {number, number + 1, *({number + 2} & {*rulers})}
        if self.within and _LAST.match(block.text(0)):
            found |= {1} & {*rulers}
        for number in found:
            if about := _ABOUT.match(block.text(number)):
                self.about.setdefault(about[1], about[2])
        return headings(block, np.array(sorted(found), dtype=np.int64), ("name",))


def _between(lines: Positions, start: int, end: int) -> Positions:
    return lines[(start < lines) & (lines < end)]


def _message_heads(block: Block) -> Heads:
    line = starting_with(block, b"[")
    scan = Scanner(block, block.starts[line])
    scan.literal(b"[")
    first = scan.number(1, 4)
    separator = scan.byte_of(b"-/.")
    named = scan.word(MONTHS, 0)
    in_figures = Scanner(block, scan.at)
    second = in_figures.number(1, 2)
    scan.ok &= (named > 0) | in_figures.ok
    scan.at = np.where(named > 0, scan.at, in_figures.at)
    scan.keep(np.ones(len(line), dtype=np.bool_))
    scan.byte_of(b"-/.")
    third = scan.number(1, 4)
    scan.maybe(b",")
    scan.any_number_of(SPACE)
    times = clock.read_time(scan, SPACE, (b":", b"."))
    scan.literal(b"] ")
    month = np.where(named > 0, named, second)
    columns = {
        "first": first,
        "second": month,
        "third": third,
        "named": named > 0,
        "seconds": times.seconds,
        "slash": separator == ord("/"),
        "halves": times.half != clock.NO_HALF,
    }
    ok = scan.ok & is_date(first, month, third) & (scan.at < block.ends[line])
    line, at = line[ok], scan.at[ok]
    ends = block.ends[line]
    return Heads(
        line=line,
        text=ends + 1,
        spans={"name": (at, ends)},
        columns={name: values[ok].astype(np.int64) for name, values in columns.items()},
    )


def _claims(sample: Sample) -> bool:
    if sample.text.startswith("=" * 8) and "\nGuild: " in sample.text[:4000] and "\nChannel: " in sample.text[:4000]:
        return True
    lines = sample.block
    heads = _message_heads(lines)
    filled = np.flatnonzero(lines.starts < lines.ends)
    return len(heads.line) > 0 and int(heads.line[0]) == int(filled[0]) and bool(heads.columns["named"].all())


def _read(request: Request) -> Reading:
    layout = Layout()
    rows, count = read_records(request, layout)
    seconds = rows["seconds"].to_numpy()
    chosen = choose(rows, american=bool((rows["slash"].to_numpy() * rows["halves"].to_numpy()).any()))
    if rows["named"].to_numpy().all():
        chosen = Chosen(days=first_is_day(rows), order="")
    other = None if chosen.other is None else _moments(chosen.other, seconds)
    rows = rows.drop("first", "second", "third", "named", "seconds", "slash", "halves").with_columns(
        local=cut_like(rows, _moments(chosen.days, seconds))
    )
    return Reading(
        rows=_classify(rows, fenced=layout.fenced),
        count=count,
        title=_title(layout.about),
        date_order=chosen.order,
        other_order=other,
    )


def _moments(days: np.ndarray, seconds: np.ndarray) -> pl.Series:
    return pl.Series(clock.moments(days, seconds)).cast(pl.Datetime("us"))


def _title(about: dict[str, str]) -> str:
    return " / ".join(filter(None, (about.get("Guild", ""), about.get("Channel", ""))))


def _classify(rows: pl.DataFrame, *, fenced: bool) -> pl.DataFrame:
    """Return rows with ``sender``, ``name``, ``kind`` and ``members``; texts without sections.

    ``fenced`` says whether marks around blocks of code stand anywhere.
    """
    names = rows["name"].unique().drop_nulls().to_list()
    rows = rename(
        rows,
        {name: name.removesuffix(PINNED).strip() for name in names if name.endswith(PINNED) or name != name.strip()},
    )
    text, whole = pl.col("text"), rows["text"]
    sections = _which(whole, whole.str.contains("{", literal=True), _SECTION)
    rows = with_texts(
        rows, sections, lambda texts: texts.str.replace(rf"(?s){_SECTION}.*$", "").str.strip_chars_end("\n")
    )
    events = _which(rows["text"], rows["first_byte"].is_in(list(_EVENT_LETTERS)), _EVENT)
    told = rows.with_columns(whole=whole, member="name")
    rows = assemble(told, pl.lit(sections | events), _look_closely, apart=("whole", "member"))
    return rows.with_columns(with_even_fences(text)) if fenced else rows


def _which(texts: pl.Series, may: pl.Series, pattern: str) -> pl.Series:
    """Say which texts hold a pattern, among those that may: it costs more than to see which these are."""
    place = may.arg_true()
    return may.scatter(place, texts.gather(place).str.contains(pattern))


def _look_closely(rows: pl.DataFrame) -> pl.DataFrame:
    """Tell what each row is that is not plainly text; ``whole`` are the texts with their sections."""
    section = pl.col("whole").str.extract(rf"({_SECTION})").str.strip_chars("\n")
    attached = pl.col("whole").str.extract(r"\{Attachments\}\n\S*?([^/\s?]+)(?:\?\S*)?(?:\n|$)")
    kind = pl.coalesce(kind_of_file(attached), section.replace_strict(SECTIONS, default=None, return_dtype=pl.String))
    only_sections = (pl.col("text") == "") & (kind != "")
    is_event = pl.col("kind").is_not_null()
    name = pl.col("member").cast(pl.String)
    return seen(
        rows.with_columns(recognise(rows["text"], EVENTS)),
        kind=pl.when(is_event).then("kind").when(only_sections).then(kind),
        by=pl.when(is_event).then(name),
        members=pl.when(is_event & pl.col("kind").is_in(["join", "leave"]) & pl.col("members").is_null())
        .then(pl.concat_list(name))
        .when(is_event)
        .then("members"),
    )


READER = Reader(
    platform="discord",
    title=N_("Discord text"),
    how=N_("in DiscordChatExporter: choose the channel, format plain text"),
    endings=("txt",),
    claims=_claims,
    read=_read,
)
