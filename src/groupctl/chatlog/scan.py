"""The trick that makes reading quick: one grammar, read from many places of a block at once.

A ``Block`` knows where its lines begin; a ``Scanner`` stands at many of them and moves along each by the same
rules, every rule one NumPy pass over all of them. So a header grammar reads like a hand-written scanner
(``number``, ``literal``, ``spaces``) and costs a few array operations, not a regular expression per line.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Positions = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Bytes = npt.NDArray[np.uint8]

PADDING = 64
"""Zero bytes behind each block, so that looking ahead from its last line needs no check."""

MOST_REPEATED = 100
"""No header repeats a sign more often; a file that is one long line must not be walked along sign by sign."""

SPACE = b" ", "\u202f".encode(), "\u00a0".encode()
"""Spaces that platforms write inside a header."""
BYTE_ORDER_MARK = "\ufeff".encode()
_DIGITS = tuple(b"0123456789"[digit : digit + 1] for digit in range(10))
INVISIBLE = "\u200e".encode(), "\u200f".encode(), "\u202a".encode(), "\u202c".encode(), "\ufeff".encode()
"""Direction marks and byte order marks that stand in front of a header, or inside it."""


@dataclass(frozen=True)
class Block:
    """Some lines of an export: UTF-8 with line feeds as line ends."""

    data: bytes
    """The lines, and PADDING zero bytes behind them."""
    length: int
    """Bytes of data without the padding."""
    first_line: int
    """1-based number of the first line."""

    @cached_property
    def array(self) -> Bytes:
        """The data as an array."""
        return np.frombuffer(self.data, dtype=np.uint8)

    @cached_property
    def starts(self) -> Positions:
        """Where each line begins, behind byte order marks: exports that were joined have them in mid-file."""
        starts = np.empty(len(self.ends), dtype=np.int64)
        starts[:1] = 0
        starts[1:] = self.ends[:-1] + 1
        marked = np.flatnonzero(self.array[starts] == BYTE_ORDER_MARK[0])
        for line in marked[self.array[starts[marked] + 2] == BYTE_ORDER_MARK[2]].tolist():
            while self.data.startswith(BYTE_ORDER_MARK, starts[line]):
                starts[line] += len(BYTE_ORDER_MARK)
        return starts

    @cached_property
    def ends(self) -> Positions:
        """Where each line ends: the position of its line feed, or of the end of the block."""
        ends = np.flatnonzero(self.array[: self.length] == 10)
        if self.length and self.data[self.length - 1] != 10:
            ends = np.append(ends, self.length)
        return ends

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self.ends)

    def find(self, byte: bytes) -> Positions:
        """Return all positions of one byte."""
        return np.flatnonzero(self.array[: self.length] == byte[0])

    def text(self, line: int, most: int = 200) -> str:
        """Return one line, for a report; ``line`` counts from 0 within the block."""
        start, end = int(self.starts[line]), int(self.ends[line])
        return self.data[start : min(end, start + 4 * most)].decode("utf-8", "replace")[:most]


def block(pieces: Sequence[bytes | memoryview], first_line: int = 1) -> Block:
    """Return the lines in some pieces of text that follow each other."""
    return Block(b"".join([*pieces, bytes(PADDING)]), sum(map(len, pieces)), first_line)


class Scanner:
    """Stands at many places of a block and reads the same grammar from each.

    ``at`` is where each stands; ``ok`` whether each has matched so far. Rules move only what matches; a rule that
    must hold clears ``ok`` where it does not. All arrays have one entry a place.

    Fetching from scattered places is what costs, so eight bytes a place are fetched at once and shifted along.
    """

    def __init__(self, block: Block, at: Positions) -> None:
        self.block = block
        self.at = at.astype(np.int64, copy=True)
        self.ok: Mask = np.ones(len(at), dtype=np.bool_)
        # Eight bytes from every position on: an array over the same memory, one step a byte.
        self._words = np.ndarray(len(block.data) - 7, dtype="<u8", buffer=block.data, strides=(1,))
        self._window = np.empty(0, dtype=np.uint64)
        self._left = 0
        """How many bytes of each window are good."""

    def _look(self, least: int) -> npt.NDArray[np.uint64]:
        """Return a window of at least ``least`` (up to 8) bytes at each place, the nearest byte lowest."""
        if self._left < least:
            self._window, self._left = self._words[self.at], 8
        return self._window

    def _move(self, steps: Mask | npt.NDArray[np.integer], most: int) -> None:
        """Go forward by ``steps`` bytes, ``most`` at the most."""
        self.at += steps
        if most < self._left:
            self._window = self._window >> (steps * np.uint64(8)).astype(np.uint64)
        self._left = max(self._left - most, 0)

    def peek(self, ahead: int = 0) -> Bytes:
        """Return the byte that each stands at, or up to 7 ahead of it; zero behind the block's end."""
        return (self._look(ahead + 1) >> np.uint64(8 * ahead)).astype(np.uint8)

    def stands_at(self, token: bytes) -> Mask:
        """Say for each whether a token of up to 8 bytes stands here."""
        mask = np.uint64((1 << 8 * len(token)) - 1)
        hit: Mask = (self._look(len(token)) & mask) == np.uint64(int.from_bytes(token, "little"))
        return hit

    def maybe(self, *tokens: bytes) -> Mask:
        """Step over one of the tokens where it stands; return where. No token may begin another."""
        first = self.peek()
        found: Mask = np.zeros(len(self.at), dtype=np.bool_)
        steps = np.zeros(len(self.at), dtype=np.uint8)
        for token in tokens:
            if np.count_nonzero(first == token[0]):
                hit = self.stands_at(token)
                steps += hit * np.uint8(len(token))
                found |= hit
        if np.count_nonzero(found):
            self._move(steps, max(map(len, tokens)))
        return found

    def literal(self, *tokens: bytes) -> Mask:
        """Step over one of the tokens, which must stand here; return where it does."""
        found = self.maybe(*tokens)
        self.ok &= found
        return found

    def byte_of(self, choices: bytes) -> Bytes:
        """Step over one byte out of ``choices``, which must stand here; return it."""
        byte = self.peek()
        found = np.logical_or.reduce([byte == choice for choice in choices])
        self.ok &= found
        self._move(found, 1)
        return byte

    def any_number_of(self, tokens: Sequence[bytes]) -> None:
        """Step over the tokens as long as one of them stands somewhere, MOST_REPEATED of them at the most."""
        for _place in range(MOST_REPEATED):
            if not np.count_nonzero(self.maybe(*tokens)):
                break

    def number(self, least: int, most: int) -> npt.NDArray[np.int32]:
        """Step over a number of ``least`` to ``most`` (up to 8) digits, which must stand here; return its value."""
        value = np.zeros(len(self.at), dtype=np.int32)
        more: Mask = np.ones(len(self.at), dtype=np.bool_)
        digits = np.zeros(len(self.at), dtype=np.uint8)
        for place in range(most):
            digit = self.peek(place) - np.uint8(48)  # wraps round below "0", so one comparison is enough
            more &= digit < 10
            if not np.count_nonzero(more):
                break
            value = np.where(more, value * 10 + digit, value)
            digits += more
        self.ok &= digits >= least
        self._move(digits, most)
        return value

    def digits(self, least: int) -> None:
        """Step over digits, at least ``least`` of which must stand here."""
        behind = self.at.copy()
        for _place in range(MOST_REPEATED):
            if not np.count_nonzero(self.maybe(*_DIGITS)):
                break
        self.ok &= self.at - behind >= least

    def word(self, values: Mapping[bytes, int], absent: int) -> npt.NDArray[np.int8]:
        """Step over one of the words (up to 8 bytes) where it stands; return its value, ``absent`` where none does."""
        value = np.full(len(self.at), absent, dtype=np.int8)
        first = self.peek()
        steps = np.zeros(len(self.at), dtype=np.uint8)
        for word, meaning in values.items():
            if np.count_nonzero(first == word[0]):
                hit = self.stands_at(word) & (steps == 0)
                value[hit] = meaning
                steps += hit * np.uint8(len(word))
        if np.count_nonzero(steps):
            self._move(steps, max(map(len, values)))
        return value

    def back_to(self, at: Positions, where: Mask) -> None:
        """Return to earlier positions where asked."""
        self.at = np.where(where, at, self.at)
        self._left = 0

    def next_of(self, positions: Positions) -> Positions:
        """Return for each the first of ``positions`` (ascending) at or behind it; the block's length where none is."""
        index = np.searchsorted(positions, self.at)
        return np.append(positions, self.block.length)[index]

    def keep(self, which: Mask) -> None:
        """Go on with these places only."""
        self.at, self.ok, self._left = self.at[which], self.ok[which], 0
