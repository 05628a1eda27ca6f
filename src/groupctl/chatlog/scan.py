"""The trick that makes reading quick: one grammar, read from many places of a block at once.

A ``Block`` knows where its lines begin; a ``Scanner`` stands at many of them and moves along each by the same
rules, every rule one NumPy pass over all of them. So a header grammar reads like a hand-written scanner
(``number``, ``literal``, ``any_number_of``) and costs a few array operations, not a regular expression per line.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Positions = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Bytes = npt.NDArray[np.uint8]
Words = npt.NDArray[np.uint64]

PADDING = b"\n" + bytes(63)
"""What stands behind each block, so that looking ahead from its last line needs no check."""

SPACE = b" ", "\u202f".encode(), "\u00a0".encode(), "\u2009".encode()
"""Spaces that platforms write inside a header."""
INVISIBLE = tuple(mark.encode() for mark in "\u200e\u200f\u202a\u202c\u200b\u2060\ufeff")
"""Direction marks and byte order marks that stand in front of a header, or inside it."""
BYTE_ORDER_MARK = "\ufeff".encode()
MOST_REPEATED = 100
"""No header repeats a sign more often; a file that is one long line must not be walked along sign by sign."""
NEAR = 8
"""How many windows of eight bytes are looked through for all places at once before each is searched on its own."""

_CHUNK = 4 << 20
"""Bytes compared at a time, so that a record of many megabytes needs no array of its own size."""


@dataclass(frozen=True)
class Block:
    r"""Some lines of an export: UTF-8 with ``\n`` line ends."""

    data: bytes
    """The lines, and PADDING behind them."""
    length: int
    """Bytes of data without the padding."""
    first_line: int
    """1-based number of the first line."""
    final: bool = True
    """False where more of the file may follow: what its last line means is not known yet."""

    @cached_property
    def array(self) -> Bytes:
        """The data, a number a byte."""
        return np.frombuffer(self.data, dtype=np.uint8)

    @cached_property
    def words(self) -> Words:
        """The eight bytes from every position on, the nearest byte lowest: no copy, one step a byte."""
        return np.ndarray(len(self.data) - 7, dtype="<u8", buffer=self.data, strides=(1,))

    @cached_property
    def ends(self) -> Positions:
        r"""Where each line ends: the position of its ``\n``, or of the end of the block."""
        ends = self.find(b"\n")
        if self.length and self.data[self.length - 1] != ord("\n"):
            ends = np.append(ends, self.length)
        return ends

    @cached_property
    def starts(self) -> Positions:
        """Where each line begins, behind byte order marks: exports that were joined have them in mid-file."""
        starts = np.empty(len(self.ends), dtype=np.int64)
        starts[:1] = 0
        np.add(self.ends[:-1], 1, out=starts[1:])
        marked = np.flatnonzero(self.array[starts] == BYTE_ORDER_MARK[0])
        for line in marked[self.array[starts[marked] + 2] == BYTE_ORDER_MARK[2]].tolist():
            while self.data.startswith(BYTE_ORDER_MARK, starts[line]):
                starts[line] += len(BYTE_ORDER_MARK)
        return starts

    @cached_property
    def first(self) -> Bytes:
        r"""The first byte of each line; ``\n`` for an empty one."""
        return self.array[self.starts]

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self.ends)

    def find(self, byte: bytes) -> Positions:
        """Return all positions of one byte."""
        chunks = range(0, self.length, _CHUNK)
        found = [np.flatnonzero(self.array[at : min(at + _CHUNK, self.length)] == ord(byte)) + at for at in chunks]
        return found[0] if len(found) == 1 else np.concatenate([np.empty(0, dtype=np.int64), *found])

    def text(self, line: int, most: int = 200) -> str:
        """Return one line, for a report; ``line`` counts from 0 within the block."""
        start, end = int(self.starts[line]), int(self.ends[line])
        return self.data[start : min(end, start + 4 * most)].decode("utf-8", "replace")[:most]


def block(pieces: Sequence[bytes | memoryview], first_line: int = 1, *, final: bool = True) -> Block:
    """Return the lines in some pieces of text that follow each other."""
    return Block(b"".join([*pieces, PADDING]), sum(map(len, pieces)), first_line, final)


def _zero_bytes(words: Words) -> Words:
    """Return words whose lowest set bit stands in the lowest byte that is zero; no bit where no byte is."""
    return (words - np.uint64(0x0101010101010101)) & ~words & np.uint64(0x8080808080808080)


@cache
def _by_first_byte(tokens: tuple[bytes, ...]) -> dict[int, tuple[bytes, ...]]:
    return {byte: tuple(token for token in tokens if token[0] == byte) for byte in dict.fromkeys(t[0] for t in tokens)}


class Place(NamedTuple):
    """Where a scanner stood."""

    at: Positions
    window: Words
    left: int
    first: Bytes | None


class Scanner:
    """Stands at many places of a block and reads the same grammar from each.

    ``at`` is where each stands; ``ok`` whether each has matched so far. Rules move only what matches; a rule that
    must hold clears ``ok`` where it does not. All arrays have one entry a place. No rule steps over a line end.

    Fetching from scattered places is what costs, so eight bytes a place are fetched at once and shifted along; and
    most headers are alike, so that all places often move by the same step.
    """

    def __init__(self, block: Block, at: Positions) -> None:
        self.block = block
        self.at = at.astype(np.int64, copy=True)
        self.ok: Mask = np.ones(len(at), dtype=np.bool_)
        self._window = np.empty(0, dtype=np.uint64)
        self._left = 0
        """How many bytes of each window are good."""
        self._first: Bytes | None = None
        """The byte that each stands at, where it has been looked at."""

    def _look(self, least: int) -> Words:
        """Return a window of at least ``least`` (up to 8) bytes at each place, the nearest byte lowest."""
        if self._left < least:
            self._window, self._left = self.block.words[self.at], 8
        return self._window

    def _move(self, steps: npt.NDArray[np.uint8]) -> None:
        """Go forward by ``steps`` bytes."""
        most = int(steps.max(initial=0))
        if not most:
            return
        if most == steps.min():
            self.at += most
            if most < self._left:
                self._window = self._window >> np.uint64(8 * most)
        else:
            self.at += steps
            if most < self._left:
                self._window = self._window >> (steps * np.uint8(8))
        self._left = max(self._left - most, 0)
        self._first = None

    def peek(self, ahead: int = 0) -> Bytes:
        """Return the byte that each stands at, or up to 7 ahead of it; zero behind the block's end."""
        if ahead:
            return (self._look(ahead + 1) >> np.uint64(8 * ahead)).astype(np.uint8)
        if self._first is None:
            self._first = self._look(1).astype(np.uint8)
        return self._first

    def stands_at(self, token: bytes) -> Mask:
        """Say for each whether a token of up to 8 bytes stands here."""
        mask = np.uint64((1 << 8 * len(token)) - 1)
        stands: Mask = (self._look(len(token)) & mask) == np.uint64(int.from_bytes(token, "little"))
        return stands

    def maybe(self, *tokens: bytes) -> Mask:
        """Step over one of the tokens where it stands; return where. No token may begin another."""
        first = self.peek()
        found: Mask = np.zeros(len(self.at), dtype=np.bool_)
        steps = np.zeros(len(self.at), dtype=np.uint8)
        for byte, candidates in _by_first_byte(tokens).items():
            begins = first == byte
            if not np.count_nonzero(begins):
                continue
            for token in candidates:
                hit = begins & self.stands_at(token) if len(token) > 1 else begins
                found |= hit
                steps += hit * np.uint8(len(token))
        self._move(steps)
        return found

    def literal(self, *tokens: bytes) -> Mask:
        """Step over one of the tokens, which must stand here; return where it does."""
        found = self.maybe(*tokens)
        self.ok = self.ok & found
        return found

    def byte_of(self, choices: bytes) -> Bytes:
        """Step over one byte out of ``choices``, which must stand here; return it."""
        byte = self.peek()
        self.literal(*(choices[place : place + 1] for place in range(len(choices))))
        return byte

    def any_number_of(self, tokens: Sequence[bytes]) -> None:
        """Step over up to MOST_REPEATED of the tokens."""
        for _step in range(MOST_REPEATED):
            if not np.count_nonzero(self.maybe(*tokens)):
                return

    def number(self, least: int, most: int) -> npt.NDArray[np.int32]:
        """Step over a number of ``least`` to ``most`` (up to 8) digits, which must stand here; return its value."""
        value = np.zeros(len(self.at), dtype=np.int32)
        digits = np.zeros(len(self.at), dtype=np.uint8)
        more: Mask | None = None
        for place in range(most):
            digit = self.peek(place) - np.uint8(48)  # wraps round below "0", so one comparison is enough
            found = digit < 10 if more is None else (digit < 10) & more
            count = np.count_nonzero(found)
            if not count:
                break
            if count == len(found):
                value *= 10
                value += digit
            else:
                value = np.where(found, value * 10 + digit, value)
                more = found
            digits += found
        self.ok = self.ok & (digits >= least)
        self._move(digits)
        return value

    def word(self, values: Mapping[bytes, int], absent: int) -> npt.NDArray[np.int8]:
        """Step over one of the words (up to 8 bytes) where it stands; return its value, ``absent`` where none does."""
        value = np.full(len(self.at), absent, dtype=np.int8)
        first = self.peek()
        steps = np.zeros(len(self.at), dtype=np.uint8)
        for byte, candidates in _by_first_byte(tuple(values)).items():
            if not np.count_nonzero(first == byte):
                continue
            for word in candidates:
                hit = self.stands_at(word) & (steps == 0)
                value[hit] = values[word]
                steps += hit * np.uint8(len(word))
        self._move(steps)
        return value

    def place(self) -> Place:
        """Return where this stands now, to come ``back_to``."""
        return Place(self.at.copy(), self._window, self._left, self._first)

    def back_to(self, place: Place, where: Mask) -> None:
        """Return to an earlier place where asked."""
        if where.all():
            self.at, self._window, self._left, self._first = place
        elif where.any():
            self.at = np.where(where, place.at, self.at)
            self._left, self._first = 0, None

    def next_of(self, wanted: bytes) -> Positions:
        r"""Return for each where the next byte out of ``wanted`` stands; ``\n`` must be one: it ends the search."""
        at = self.at.copy()
        going: slice | Positions = slice(None)
        for _window in range(NEAR):
            here = at[going]
            words = self.block.words[here]
            hit = np.bitwise_or.reduce([_zero_bytes(words ^ np.uint64(byte * 0x0101010101010101)) for byte in wanted])
            # The bits below the lowest that is set: 8 for each byte passed, and 7. No bit set: 64, all 8 bytes passed.
            at[going] = here + (np.bitwise_count(~hit & (hit - np.uint64(1))) >> np.uint8(3))
            missed = np.flatnonzero(hit == 0)
            if not len(missed):
                return at
            going = missed if isinstance(going, slice) else going[missed]
        pattern = re.compile(b"[" + re.escape(wanted) + b"]")
        for place in np.arange(len(at))[going].tolist():
            match = pattern.search(self.block.data, int(at[place]))
            at[place] = match.start() if match else self.block.length
        return at

    def keep(self, which: Mask) -> None:
        """Go on with these places only."""
        self.at, self.ok, self._left, self._first = self.at[which], self.ok[which], 0, None
