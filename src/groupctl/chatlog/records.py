"""From the bytes of a text export to rows: finds where records begin, folds the lines between, counts every line.

A format's ``Layout`` says which lines begin a record and where its fields stand; everything else is here.
Fields are cut out by position: no Python object is made for any of them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

import nanoarrow as na
import numpy as np
import polars as pl

from groupctl.chatlog.scan import Block, Mask, Positions, block
from groupctl.chatlog.source import BLOCK, Decoding, Source, blocks
from groupctl.chatlog.table import LineExample

Span = tuple[Positions, Positions]
"""Where a field begins and ends in each record; equal where it is absent."""
Progress = Callable[[int, int], None]
"""Told how many bytes of how many have been read."""

EXAMPLES = 5
"""How many dropped lines a report quotes."""


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


@dataclass
class LineCount:
    """Where every line of a file went."""

    lines: int = 0
    matched: int = 0
    folded: int = 0
    folded_into: int = 0
    structural: int = 0
    dropped: int = 0
    examples: list[LineExample] = field(default_factory=list)


def read_records(request: Request, layout: Layout) -> tuple[pl.DataFrame, LineCount]:
    """Read a whole export: one row a record.

    Columns: ``line``, the layout's spans (categorical) and columns, ``text``, and its ``first_byte`` and
    ``last_byte``, which tell quickly where a closer look is due (meaningless where the text is empty).
    """
    count = LineCount()
    frames = []
    request.decoding.read = request.decoding.undecodable = 0
    for part, is_last in _blocks_at_records(request, layout):
        frames.append(_rows(part, layout, count, is_last=is_last))
        if request.progress:
            request.progress(min(request.decoding.read, request.source.size), request.source.size)
    return pl.concat(frames) if frames else pl.DataFrame(), count


def _blocks_at_records(request: Request, layout: Layout) -> "Iterator[tuple[Part, bool]]":
    """Yield blocks that begin with a record (but the first) and end before one; the last one ends the file."""
    carry: list[bytes | memoryview] = []
    line, wanted = 1, 0
    for data in blocks(request.source, request.decoding, request.block):
        carry.append(data)
        if sum(map(len, carry)) < wanted:
            continue
        lines = block(carry, line)
        heads = layout.heads(lines)
        if len(heads.line) < 2:
            # One record fills all that was read. Doubling what is read before looking again keeps that linear.
            wanted = 2 * lines.length
            continue
        wanted, last = 0, int(heads.line[-1])
        yield Part(lines, heads, last), False
        # A copy, not a view: a view would keep the whole block in memory.
        carry, line = [lines.data[int(lines.starts[last]) : lines.length]], line + last
    if carry:
        lines = block(carry, line)
        yield Part(lines, layout.heads(lines), lines.lines), True


@dataclass(frozen=True)
class Part:
    """A block, its heads, and how many of its lines are to be turned into rows now."""

    block: Block
    heads: Heads
    lines: int


@dataclass(frozen=True)
class Extent:
    """Over which lines each record goes, one entry a record."""

    line: Positions
    """The line that begins it."""
    following: Positions
    """The line behind it: where the next one begins, or the end."""
    last: Positions
    """Its last line that is not empty."""


def _rows(part: Part, layout: Layout, count: LineCount, *, is_last: bool) -> pl.DataFrame:
    """Return the rows of the first ``part.lines`` lines and account for each of these lines."""
    block, heads = part.block, part.heads
    done = len(heads.line) if is_last else len(heads.line) - 1
    extent = _extent(part, done)
    makes_record = np.ones(done, dtype=np.bool_) if heads.makes_record is None else heads.makes_record[:done]
    _account(part, count, extent, makes_record)
    layout.passed(heads, done)

    text, end = _text_span(part, extent, heads.text[:done])
    spans = {name: (start[:done], stop[:done]) for name, (start, stop) in heads.spans.items()}
    columns = {name: values[:done] for name, values in heads.columns.items()}
    edges = {"first_byte": block.array[text], "last_byte": block.array[np.maximum(end - 1, text)]}
    line = (extent.line + block.first_line).astype(np.uint32)
    rows = pl.DataFrame({"line": line, **columns, **edges, **_strings(block, {**spans, "text": (text, end)})})
    return rows if makes_record.all() else rows.filter(pl.Series(makes_record))


def _extent(part: Part, done: int) -> Extent:
    """Return the lines of the first ``done`` heads of a part."""
    line = part.heads.line[:done]
    if not done:
        return Extent(line, line, line)
    following = np.append(line, part.lines)[1:]
    return Extent(line, following, _last_filled_lines(part.block, part.lines)[following - 1])


def _text_span(part: Part, extent: Extent, begin: Positions) -> Span:
    """Return where each text begins and ends: without empty lines at its end, or above it where it stands below."""
    block, line = part.block, extent.line
    end = block.ends[np.maximum(extent.last, line)]
    text = np.minimum(begin, end)
    below = (begin > block.ends[line]) & (extent.last > line)
    if below.any():
        first = _first_filled_lines(block, part.lines)[np.where(below, line + 1, line)]
        text = np.where(below, block.starts[first], text)
    return text, end


def _last_filled_lines(block: Block, lines: int) -> Positions:
    """Return for each line the last line up to it that is not empty; -1 where there is none."""
    index = np.arange(lines)
    return np.maximum.accumulate(np.where(block.starts[:lines] < block.ends[:lines], index, -1)) if lines else index


def _first_filled_lines(block: Block, lines: int) -> Positions:
    """Return for each line the first line from it on that is not empty; the last line where there is none."""
    index = np.arange(lines)
    filled = np.where(block.starts[:lines] < block.ends[:lines], index, lines - 1)
    return np.minimum.accumulate(filled[::-1])[::-1]


def _account(part: Part, count: LineCount, extent: Extent, makes_record: Mask) -> None:
    """Add a part's lines to the count: each is a head, folded into one, structural or dropped."""
    line, following, last = extent.line, extent.following, extent.last
    folded = np.maximum(last - line, 0)
    blank = following - 1 - line - folded
    count.lines += part.lines
    count.matched += int(makes_record.sum())
    count.folded += int(folded[makes_record].sum())
    count.folded_into += int((folded[makes_record] > 0).sum())
    count.structural += int((~makes_record).sum() + blank.sum())
    stray = np.arange(int(line[0]) if len(line) else part.lines)
    for head in np.flatnonzero(~makes_record & (folded > 0)).tolist():
        stray = np.append(stray, np.arange(line[head] + 1, last[head] + 1))
    _drop(part.block, stray, count)


def _drop(block: Block, lines: Positions, count: LineCount) -> None:
    filled = lines[block.starts[lines] < block.ends[lines]]
    count.structural += len(lines) - len(filled)
    count.dropped += len(filled)
    for line in filled[: EXAMPLES - len(count.examples)].tolist():
        count.examples.append(LineExample(line=block.first_line + line, text=block.text(line)))


def _strings(block: Block, spans: Mapping[str, Span]) -> dict[str, pl.Series]:
    """Return one column a span: the text as strings, all others as categories, since few names recur often.

    Arrow wants strings to lie side by side, so the block is described as one column without gaps
    (before the name, name, before the text, text, before the next name, …) and every n-th string taken.
    """
    edges = [edge for span in spans.values() for edge in span]
    rows = len(edges[0])
    offsets = np.zeros(rows * len(edges) + 1, dtype=np.int64)
    for place, edge in enumerate(edges, start=1):
        offsets[place :: len(edges)] = edge
    array = na.c_array_from_buffers(na.large_string(), rows * len(edges), [None, offsets, block.data])
    pieces = pl.Series(array)
    strings = {name: pieces.gather_every(len(edges), 2 * place + 1) for place, name in enumerate(spans)}
    # Adding nothing makes new strings: without it each text would keep its whole block, headers and all, in memory.
    return {name: column + "" if name == "text" else column.cast(pl.Categorical) for name, column in strings.items()}
