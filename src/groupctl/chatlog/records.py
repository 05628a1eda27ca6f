"""From the bytes of a text export to rows: finds where records begin, folds the lines between, counts every line.

A format's ``Layout`` says which lines begin a record and where its fields stand; everything else is here.
Fields are cut out by position: no Python object is made for any of them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

import nanoarrow as na
import numpy as np
import polars as pl

from groupctl.chatlog import heap
from groupctl.chatlog.scan import Block, Mask, Positions, block
from groupctl.chatlog.source import BLOCK, Decoding, Source, blocks
from groupctl.chatlog.table import LineExample

Span = tuple[Positions, Positions]
"""Where a field begins and ends in each record; equal where it is absent."""
Progress = Callable[[int, int], None]
"""Told how many bytes of how many have been read."""

EXAMPLES = 5
"""How many dropped lines a report quotes."""
MOST_QUOTED = 200
"""Characters of a dropped element or row that a report quotes."""


@dataclass(frozen=True, kw_only=True)
class Heads:
    """The lines of a block that begin something: one entry each, ascending."""

    line: Positions
    """Index of the line within the block."""
    text: Positions
    """Where the record's text begins; behind the line's end where the text stands below it."""
    spans: Mapping[str, Span]
    """Fields in the order in which they stand in the line, all of them before the text."""
    columns: Mapping[str, np.ndarray]
    """Numbers that the layout read: moments, parts of dates."""
    makes_record: Mask | None = None
    """False for a heading: it ends the record before it and makes none. None: all make records."""


class Layout(Protocol):
    """What a text format brings: which lines of a block begin a record. It may remember things between blocks."""

    def heads(self, block: Block) -> Heads:
        """Find the record beginnings in a block. Called again from the last beginning when more has been read."""
        ...

    def passed(self, heads: Heads, count: int) -> None:
        """Take note that the first ``count`` heads are done with; the next block begins with the one behind them."""
        ...


@dataclass(frozen=True, kw_only=True)
class Request:
    """One source to be read, and how."""

    source: Source
    decoding: Decoding
    progress: Progress | None = None
    block: int = BLOCK
    """Bytes read at a time."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """For tables of the operator's own: which of their columns is which of ours."""

    def pieces(self, size: int = 0) -> Iterator[bytes]:
        """Return the source from its beginning, as ``source.blocks`` yields it, and tell meanwhile how far it is."""
        self.decoding.read = self.decoding.undecodable = 0
        # By map, not by a loop, whose variable would keep one block in memory while the next is read.
        return map(self._reported, blocks(self.source, self.decoding, size or self.block))

    def _reported(self, data: bytes) -> bytes:
        self.report()
        return data

    def report(self) -> None:
        """Tell how far the reading is."""
        if self.progress:
            self.progress(min(self.decoding.read, self.source.size), self.source.size)


@dataclass
class LineCount:
    """Where every line of a file went."""

    unit: str = "lines"
    """As in ``ParseReport``."""
    lines: int = 0
    matched: int = 0
    folded: int = 0
    folded_into: int = 0
    structural: int = 0
    dropped: int = 0
    examples: list[LineExample] = field(default_factory=list)

    def drop(self, line: int, text: str, *, times: int = 1) -> None:
        """Count what belongs to nothing that we know, and quote it where few were quoted so far."""
        self.dropped += times
        if len(self.examples) < EXAMPLES:
            self.examples.append(LineExample(line=line, text=text[:MOST_QUOTED]))


def read_records(request: Request, layout: Layout) -> tuple[pl.DataFrame, LineCount]:
    """Read a whole export: one row a record, held in one piece a block.

    Columns: ``line``, the layout's spans (categorical) and columns, ``text``, and its ``first_byte`` and
    ``last_byte``, which tell quickly where a closer look is due (meaningless where the text is empty).
    """
    count = LineCount()
    # By map, not by a loop, whose variable would keep one block in memory while the next is read.
    frames = list(map(partial(_rows, layout=layout, count=count), _parts(request, layout)))
    heap.give_back()
    return pl.concat(frames, rechunk=False) if frames else pl.DataFrame(), count


@dataclass(frozen=True)
class Part:
    """A block and its heads, of which the first ``done``, in the first ``lines`` lines, are complete."""

    block: Block
    heads: Heads
    done: int
    lines: int


def _parts(request: Request, layout: Layout) -> Iterator[Part]:
    """Yield blocks that begin with a record (but the first) and end before one; the last one ends the file."""
    carry: list[bytes | memoryview] = []
    first_line, wanted = 1, 0
    for data in request.pieces():
        carry.append(data)
        if sum(map(len, carry)) < wanted:
            continue
        lines = block(carry, first_line, final=False)
        heads = layout.heads(lines)
        if len(heads.line) < 2:
            # One record fills all that was read. Doubling what is read before looking again keeps that linear.
            carry, wanted = [memoryview(lines.data)[: lines.length]], 2 * lines.length
            continue
        last = int(heads.line[-1])
        carry, wanted = [lines.data[int(lines.starts[last]) : lines.length]], 0
        yield Part(lines, heads, len(heads.line) - 1, last)
        first_line += last
        del lines, heads  # not to be held while the next block is read
    if carry:
        lines = block(carry, first_line)
        heads = layout.heads(lines)
        yield Part(lines, heads, len(heads.line), lines.lines)


@dataclass(frozen=True)
class Extents:
    """Where records stand in a block, one entry each."""

    head: Positions
    """Line of the head."""
    last: Positions
    """The last line that is not empty."""
    following: Positions
    """The line behind: the next head, or where the complete records end."""
    makes_record: Mask


def _extents(part: Part) -> Extents:
    heads, done = part.heads, part.done
    head = heads.line[:done]
    following = np.append(head, part.lines)[1:] if done else head
    makes_record = np.ones(done, dtype=np.bool_) if heads.makes_record is None else heads.makes_record[:done]
    return Extents(head, _last_filled(part.block, head, following), following, makes_record)


def _rows(part: Part, layout: Layout, count: LineCount) -> pl.DataFrame:
    """Return the rows of what is complete in a part, and account for each of its lines."""
    block, heads, done = part.block, part.heads, part.done
    extents = _extents(part)
    _account(part, extents, count)
    layout.passed(heads, done)
    text, end = _texts(block, extents, heads.text[:done])
    spans = {name: (start[:done], stop[:done]) for name, (start, stop) in heads.spans.items()}
    columns = {
        "line": (extents.head + block.first_line).astype(np.uint32),
        **{name: values[:done] for name, values in heads.columns.items()},
        "first_byte": block.array[text],
        "last_byte": block.array[np.maximum(end - 1, text)],
        **_strings(block, {**spans, "text": (text, end)}),
    }
    rows = pl.DataFrame(columns)
    return rows if extents.makes_record.all() else rows.filter(pl.Series(extents.makes_record))


def _texts(block: Block, extents: Extents, text: Positions) -> Span:
    """Return where each record's text begins and ends: up to its last filled line, from its head or below it."""
    head, last = extents.head, extents.last
    end = block.ends[last]
    below = text > block.ends[head]
    if np.count_nonzero(below):
        first_filled = block.starts[_first_filled_lines(block)[np.minimum(head + 1, last)]]
        text = np.where(below, np.where(last > head, first_filled, end), text)
    return np.minimum(text, end), end


def _last_filled(block: Block, head: Positions, following: Positions) -> Positions:
    """Return the last line of each record that is not empty; its head where no other is."""
    filled = block.starts < block.ends
    if filled.all() or not len(head):
        return following - 1
    index = np.maximum.accumulate(np.where(filled, np.arange(block.lines), -1))
    return np.maximum(index[following - 1], head)


def _first_filled_lines(block: Block) -> Positions:
    """Return for each line the first line from it on that is not empty; the last line where there is none."""
    index = np.arange(block.lines)
    filled = np.where(block.starts < block.ends, index, block.lines - 1)
    return np.minimum.accumulate(filled[::-1])[::-1]


def _account(part: Part, extents: Extents, count: LineCount) -> None:
    """Add a part's lines to the count: each is a head, folded into one, structural or dropped."""
    makes_record, folded = extents.makes_record, extents.last - extents.head
    blank = extents.following - 1 - extents.last
    count.lines += part.lines
    count.matched += int(makes_record.sum())
    count.folded += int(folded[makes_record].sum())
    count.folded_into += int((folded[makes_record] > 0).sum())
    count.structural += int((~makes_record).sum() + blank.sum())
    stray = [np.arange(extents.head[0] if len(extents.head) else part.lines)]
    headings = np.flatnonzero(~makes_record & (folded > 0))
    stray += [np.arange(extents.head[heading] + 1, extents.last[heading] + 1) for heading in headings]
    _drop(part.block, np.concatenate(stray), count)


def _drop(block: Block, lines: Positions, count: LineCount) -> None:
    filled = lines[block.starts[lines] < block.ends[lines]]
    count.structural += len(lines) - len(filled)
    count.dropped += len(filled)
    for line in filled[: EXAMPLES - len(count.examples)].tolist():
        count.examples.append(LineExample(line=block.first_line + line, text=block.text(line)))


def _strings(block: Block, spans: Mapping[str, Span]) -> dict[str, pl.Series]:
    """Return one column a span: the text as strings, all others as categories, since they are few and recur often.

    Arrow wants strings to lie side by side, so the block is described as one column without gaps
    (before the name, name, before the text, text, before the next name, …) and every n-th string taken.
    """
    edges = [edge for span in spans.values() for edge in span]
    rows = len(edges[0])
    offsets = np.zeros(rows * len(edges) + 1, dtype=np.int64)
    for place, edge in enumerate(edges, start=1):
        offsets[place :: len(edges)] = edge
    assert (offsets[1:] >= offsets[:-1]).all()  # Polars trusts them: out of order they would read foreign memory
    array = na.c_array_from_buffers(na.large_string(), rows * len(edges), [None, offsets, block.data])
    pieces = pl.Series(array)
    strings = {name: pieces.gather_every(len(edges), 2 * place + 1) for place, name in enumerate(spans)}
    # Adding nothing makes new strings: without it each text would keep its whole block, headers and all, in memory.
    return {name: column + "" if name == "text" else column.cast(pl.Categorical) for name, column in strings.items()}
