"""KakaoTalk's export to a table, as the program for macOS writes it: ``Date,User,Message``, texts in quotes.

2024-06-01 10:00:00,"Minsu","first line
second line"
"""

import re
from dataclasses import dataclass

import numpy as np
import polars as pl

from groupctl.chatlog.fields import byte_at, find_all, headings, merged, next_of
from groupctl.chatlog.headers import carried, read_iso_moment, starting_with
from groupctl.chatlog.kakaotalk import classify
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Heads, Request, read_records
from groupctl.chatlog.scan import Block, Positions, Scanner
from groupctl.chatlog.source import Sample
from groupctl.i18n import N_

_TITLES = re.compile(r'^"?Date"?,"?User"?,"?Message"?$')
_QUOTE = b'"'


@dataclass
class Layout:
    """Recognises rows: lines with a date in front that no open quote reaches into.

    Where somebody forgot to close a quote, a date and a name in single quotes still begin a row: within a quoted text
    they would be doubled.
    """

    def heads(self, block: Block) -> Heads:
        """Find the rows of a block, and the line with the columns' names."""
        quotes = block.find(_QUOTE)
        line = starting_with(block, b"12" + _QUOTE)
        odd = np.searchsorted(quotes, block.starts[line]) % 2
        scan = Scanner(block, block.starts[line])
        scan.maybe(_QUOTE)
        moment = read_iso_moment(scan)
        scan.maybe(_QUOTE)
        scan.literal(b",")
        single = scan.ok & (byte_at(block, scan.at) == _QUOTE[0]) & (byte_at(block, scan.at + 1) != _QUOTE[0])
        begins = scan.ok & (odd == carried(odd, single, 0))  # quotes count from the last row that begins for sure
        line, at = line[begins], scan.at[begins]
        name, text = _name_and_text(block, at, block.ends[line])
        rows = Heads(line=line, text=text, spans={"name": name}, columns={"moment": moment[begins]})
        titles = [0] if block.first_line == 1 and block.lines and _TITLES.match(block.text(0).strip("\ufeff ")) else []
        return merged(rows, headings(block, np.array(titles, dtype=np.int64), ("name",)))

    def passed(self, heads: Heads, count: int) -> None:
        """Nothing is carried from one block to the next: each begins with a row."""


def _name_and_text(block: Block, at: Positions, ends: Positions) -> tuple[tuple[Positions, Positions], Positions]:
    """Split ``name,text`` or ``"name","text"``; a text in quotes keeps them."""
    quoted = byte_at(block, at) == _QUOTE[0]
    plain = next_of(block.find(b","), at, ends)
    closing = next_of(find_all(block, b'",'), at + 1, ends)
    name_end = np.where(quoted, closing, plain)
    return (at + quoted, np.maximum(name_end, at + quoted)), np.minimum(name_end + 1 + quoted, ends)


def _claims(sample: Sample) -> bool:
    return _TITLES.match(sample.lines[0].strip()) is not None


def _read(request: Request) -> Reading:
    rows, count = read_records(request, Layout())
    rows = _without_quotes(rows).with_columns(local=pl.col("moment").cast(pl.Datetime("us"))).drop("moment")
    return Reading(rows=classify(rows), count=count, date_order="ymd")


def _without_quotes(rows: pl.DataFrame) -> pl.DataFrame:
    """Take off the quotes around texts and the doubling of those inside, in names too."""
    quote, text = _QUOTE[0], pl.col("text")
    quoted = (pl.col("first_byte") == quote) & (pl.col("last_byte") == quote) & (text.str.len_bytes() > 1)
    bare = text.str.strip_prefix('"').str.strip_suffix('"').str.replace_all('""', '"', literal=True)
    name = pl.col("name").cast(pl.String).str.replace_all('""', '"', literal=True).cast(pl.Categorical)
    # The first and last byte are asked for again later on, so they must be those of the bare text.
    rows = rows.with_columns(text=pl.when(quoted).then(bare).otherwise(text), name=name)
    last = text.str.slice(-1).replace_strict({".": ord(".")}, default=0, return_dtype=pl.UInt8)
    return rows.with_columns(last_byte=last)


READER = Reader(
    platform="kakaotalk",
    title=N_("KakaoTalk table (CSV)"),
    how=N_("KakaoTalk for macOS, in the chat: ≡ → export chat"),
    endings=("csv",),
    claims=_claims,
    read=_read,
)
