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
from groupctl.chatlog.assemble import rename
from groupctl.chatlog.closelook import CloseLook, as_seen, looked_at
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
from groupctl.i18n import N_

RULER = b"=" * 62
PREAMBLE_LINES = 15
"""How far down the rulers around the channel's description stand."""
PINNED = " (pinned)"

_ABOUT = re.compile(r"^(Guild|Channel): (.*)$")
_LAST = re.compile(r"^Exported \d+ message\(s\)$")
_SECTION = rf"(?:^|\n)(?:{'|'.join(map(re.escape, SECTIONS))})(?:\n|$)"


@dataclass
class Layout:
    """Recognises ``[date] name``, and the description of the channel above and below."""

    about: dict[str, str] = field(default_factory=dict)
    """What the description says, by its headings."""
    within: bool = False
    """Whether the next block begins with the last line of a description."""

    def heads(self, block: Block) -> Heads:
        """Find messages and descriptions in a block."""
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
        local=_moments(chosen.days, seconds)
    )
    return Reading(
        rows=_classify(rows),
        count=count,
        title=_title(layout.about),
        date_order=chosen.order,
        other_order=other,
    )


def _moments(days: np.ndarray, seconds: np.ndarray) -> pl.Series:
    return pl.Series(clock.moments(days, seconds)).cast(pl.Datetime("us"))


def _title(about: dict[str, str]) -> str:
    return " / ".join(filter(None, (about.get("Guild", ""), about.get("Channel", ""))))


def _classify(rows: pl.DataFrame) -> pl.DataFrame:
    """Return rows with ``sender``, ``name``, ``kind`` and ``members``; texts without sections."""
    names = rows["name"].unique().drop_nulls().to_list()
    rows = rename(
        rows,
        {name: name.removesuffix(PINNED).strip() for name in names if name.endswith(PINNED) or name != name.strip()},
    )
    whole = rows["text"]
    sections = rows.select(found=pl.col("text").str.contains(_SECTION))["found"]
    text = pl.col("text")
    if sections.any():
        bare = text.str.replace(rf"(?s){_SECTION}.*$", "").str.strip_chars_end("\n")
        rows = rows.with_columns(text=pl.when(sections).then(bare).otherwise(text))
    events = text.str.contains(
        r"^(?:Joined the|Added |Removed |Left the|Pinned a|Changed the|Started a|Boosted the)[^\n]*$"
    )
    rows = looked_at(rows.with_columns(whole=whole), sections | events, _closely(whole)).drop("whole")
    return rows.with_columns(with_even_fences(text))


def _closely(whole: pl.Series) -> CloseLook:
    """Return the close look: ``whole`` are the texts with their sections."""

    def look(rows: pl.DataFrame) -> pl.DataFrame:
        told = rows.with_columns(recognise(rows["text"], EVENTS), whole=whole.gather(rows["row"]))
        section = pl.col("whole").str.extract(rf"({_SECTION})").str.strip_chars("\n")
        attached = pl.col("whole").str.extract(r"\{Attachments\}\n\S*?([^/\s?]+)(?:\?\S*)?(?:\n|$)")
        kind = pl.coalesce(
            kind_of_file(attached), section.replace_strict(SECTIONS, default=None, return_dtype=pl.String)
        )
        only_sections = (pl.col("text") == "") & (kind != "")
        is_event = pl.col("kind").is_not_null()
        name = pl.col("name").cast(pl.String)
        return as_seen(
            told,
            kind=pl.when(is_event).then("kind").when(only_sections).then(kind),
            by=pl.when(is_event).then(name),
            members=pl.when(is_event & pl.col("kind").is_in(["join", "leave"]) & pl.col("members").is_null())
            .then(pl.concat_list(name))
            .when(is_event)
            .then("members"),
        )

    return look


READER = Reader(
    platform="discord",
    title=N_("Discord text"),
    how=N_("in DiscordChatExporter: choose the channel, format plain text"),
    endings=("txt",),
    claims=_claims,
    read=_read,
)
