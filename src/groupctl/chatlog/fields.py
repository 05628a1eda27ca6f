"""Fields of header lines: where a byte or a token stands next, and heads of several kinds put together."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from groupctl.chatlog.records import Heads, Span
from groupctl.chatlog.scan import MOST_REPEATED, Block, Mask, Positions, Scanner

NEAR_SPACE = 24
"""Bytes; no date and no time of day in figures, with a word for the half of the day, is longer."""
_NOWHERE = np.iinfo(np.int64).max


def find_all(block: Block, token: bytes, rarest: int = 0) -> Positions:
    """Return all positions of a token of up to 8 bytes, looking for the byte of it that is named ``rarest``."""
    at = block.find(token[rarest : rarest + 1]) - rarest
    at = at[np.searchsorted(at, 0) :]
    return at if len(token) == 1 else at[Scanner(block, at).stands_at(token)]


def next_of(positions: Positions, at: Positions, ends: Positions) -> Positions:
    """Return for each place the first of some positions at or behind it; the line's end where none stands before it."""
    found: Positions = np.append(positions, _NOWHERE)[np.searchsorted(positions, at)]
    return np.minimum(found, ends)


def next_token(block: Block, at: Positions, ends: Positions, token: bytes, rarest: int = 0) -> Positions:
    """Return for each place the first token of up to 8 bytes at or behind it; the line's end where none stands there.

    Quicker than ``find_all`` and ``next_of`` where it mostly stands near: only what lies between is looked at.
    ``rarest`` names the byte of the token that is looked for.
    """
    found = Scanner(block, np.minimum(at + rarest, ends)).next_of(token[rarest : rarest + 1] + b"\n")
    found = np.where(found < ends, found - rarest, ends)
    for place in np.flatnonzero((found < ends) & ~Scanner(block, found).stands_at(token)).tolist():
        next_one = block.data.find(token, int(found[place]), int(ends[place]))
        found[place] = next_one if next_one >= 0 else ends[place]
    return found


def last_of(positions: Positions, before: Positions, starts: Positions) -> Positions:
    """Return for each place the last of some positions in front of it; -1 where none stands behind the line's start."""
    found: Positions = np.append(positions, -1)[np.searchsorted(positions, before) - 1]
    return np.where(found >= starts, found, -1)


def byte_at(block: Block, at: Positions) -> "np.ndarray":
    """Return the byte at each position; a position in front of the block counts as its first."""
    return block.array[np.maximum(at, 0)]


def nothing(at: Positions) -> Span:
    """Return a field that is absent everywhere."""
    return at, at


def without_spaces(block: Block, ends: Positions, starts: Positions) -> Positions:
    """Return where lines end that may have spaces, MOST_REPEATED at the most, behind their last word."""
    ends = ends.copy()
    for _place in range(MOST_REPEATED):
        trailing = (ends > starts) & (byte_at(block, ends - 1) == ord(" "))
        if not np.count_nonzero(trailing):
            break
        ends -= trailing
    return ends


def lines_with(block: Block, positions: Positions) -> Positions:
    """Return the lines in which some positions stand, each once."""
    line = np.searchsorted(block.ends, positions)
    lines: Positions = line[np.diff(line, prepend=-1) > 0]
    return lines


def last_space(block: Block, before: Positions, starts: Positions) -> Positions:
    """Return for each place the last space in front of it, NEAR_SPACE bytes away at the most; -1 where none is."""
    found = np.full(len(before), -1, dtype=np.int64)
    open_ones = np.arange(len(before))
    for step in range(1, NEAR_SPACE + 1):
        at = before[open_ones] - step
        inside = at >= starts[open_ones]
        hit = inside & (byte_at(block, at) == ord(" "))
        found[open_ones[hit]] = at[hit]
        open_ones = open_ones[inside & ~hit]
        if not len(open_ones):
            break
    return found


def is_blank(block: Block, line: Positions) -> Mask:
    """Return which lines are empty; lines in front of the block or behind it count as empty."""
    inside = (line >= 0) & (line < block.lines)
    index = np.where(inside, line, 0)
    blank: Mask = block.starts[index] >= block.ends[index]
    return ~inside | blank


def headings(block: Block, line: Positions, spans: Iterable[str], **columns: np.ndarray) -> Heads:
    """Return lines that end the record before them and make none."""
    start = block.starts[line]
    return Heads(
        line=line,
        text=block.ends[line],
        spans={name: nothing(start) for name in spans},
        columns=columns,
        makes_record=np.zeros(len(line), dtype=np.bool_),
    )


def merged(*heads: Heads) -> Heads:
    """Return heads of several kinds as one, in the order of their lines; a number that a kind lacks is -1."""
    columns = {name: None for part in heads for name in part.columns}
    present = [part for part in heads if len(part.line)] or [*heads[:1]]
    if len(present) == 1:
        only = present[0]
        return replace(only, columns={name: _column(only, name) for name in columns}, makes_record=makes_record(only))
    line = np.concatenate([part.line for part in heads])
    order = np.argsort(line, kind="stable")
    return Heads(
        line=line[order],
        text=np.concatenate([part.text for part in heads])[order],
        spans={
            name: (
                np.concatenate([part.spans[name][0] for part in heads])[order],
                np.concatenate([part.spans[name][1] for part in heads])[order],
            )
            for name in heads[0].spans
        },
        columns={name: np.concatenate([_column(part, name) for part in heads])[order] for name in columns},
        makes_record=np.concatenate([makes_record(part) for part in heads])[order],
    )


def chosen(heads: Heads, which: Mask) -> Heads:
    """Return some of the heads; the lines of the others continue the record before them."""
    if which.all():
        return heads
    return Heads(
        line=heads.line[which],
        text=heads.text[which],
        spans={name: (start[which], end[which]) for name, (start, end) in heads.spans.items()},
        columns={name: values[which] for name, values in heads.columns.items()},
        makes_record=makes_record(heads)[which],
    )


def with_columns(heads: Heads, **columns: np.ndarray) -> Heads:
    """Return heads with some of their numbers replaced or added."""
    return replace(heads, columns={**heads.columns, **columns})


def _column(heads: Heads, name: str) -> np.ndarray:
    return np.asarray(heads.columns.get(name, np.full(len(heads.line), -1, dtype=np.int64)), dtype=np.int64)


def makes_record(heads: Heads) -> Mask:
    """Return which heads make a record, the others being headings."""
    return np.ones(len(heads.line), dtype=np.bool_) if heads.makes_record is None else heads.makes_record
