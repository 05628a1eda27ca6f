"""Where the elements of a JSON array begin and end, found in the bytes, block by block, without decoding anything.

A quote that no backslash escapes opens or closes a string; brackets outside strings change the depth. Both
accumulate, so NumPy finds them for a whole block; three numbers carry from one block to the next.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from groupctl.chatlog.scan import Mask, Positions

QUOTE, BACKSLASH, NEWLINE = 0x22, 0x5C, 0x0A
MOST_AROUND = 128 << 20
"""Bytes outside the arrays: titles, members with their pictures. No chat has more."""
MOST_ELEMENT = 256 << 20
"""Bytes of one element. No message is longer."""
_WHITE = b" \t\r\n"
_LOOK_BACK = 256


class TooLargeError(ValueError):
    """An element, or what stands around the arrays, is larger than any chat has."""


@dataclass(frozen=True, kw_only=True)
class Run:
    """Elements of one array that stand side by side, whole, with what separates them."""

    array: int
    """Number of the array, from 0 in the order of the file."""
    data: bytes
    """Begins where the run before ended, so that what stands between elements can be looked at."""
    starts: Positions
    """Where each element begins in ``data``."""
    ends: Positions
    """Behind the last byte of each."""
    lines: Positions
    """1-based line of the file on which each begins."""
    first: int
    """How many elements of the file stand before this run."""
    begins_line: int
    """1-based line of the file on which ``data`` begins."""


@dataclass(frozen=True)
class Brackets:
    """The brackets of one block outside strings."""

    at: Positions
    opens: Mask
    depth: Positions
    """Behind the bracket."""
    outer: Positions
    """The smaller of the depths before and behind it: an object and its end have the same."""


@dataclass
class Structure:
    """Finds brackets, block after block."""

    depth: int = 0
    in_string: bool = False
    escaping: bool = False
    """True where the block before ended within an escape."""

    def brackets(self, block: np.ndarray) -> Brackets:
        """Return the brackets of the next block."""
        # These bits are the same in all four brackets; the few letters that share them are taken out further down.
        marks = (block == QUOTE) | ((block & np.uint8(0xD9)) == np.uint8(0x59))
        self._clear_escaped(block, marks)
        at = np.flatnonzero(marks)
        found = block[at]
        quotes = found == QUOTE
        inside = np.logical_xor.accumulate(quotes) ^ self.in_string
        outside = ~(quotes | inside)
        self.in_string = bool(inside[-1]) if len(at) else self.in_string
        at, found = at[outside], found[outside] | np.uint8(0x20)
        opens = found == ord("{")
        real = opens | (found == ord("}"))
        at, opens = at[real], opens[real]
        depth = self.depth + np.cumsum(np.where(opens, 1, -1))
        self.depth = int(depth[-1]) if len(at) else self.depth
        return Brackets(at, opens, depth, depth - opens)

    def _clear_escaped(self, block: np.ndarray, marks: Mask) -> None:
        """Take out of ``marks`` what follows an odd number of backslashes."""
        slashes = np.flatnonzero(block == BACKSLASH)
        if self.escaping and len(block):
            marks[0] = False
        carried, self.escaping = self.escaping, False
        if not len(slashes):
            return
        begins = np.append(True, np.diff(slashes) != 1)
        run_start = np.maximum.accumulate(np.where(begins, slashes, 0))
        length = slashes - run_start + 1 - (carried & (run_start == 0))
        escaped = slashes[(length & 1) == 1] + 1
        self.escaping = bool(len(escaped)) and int(escaped[-1]) == len(block)
        marks[escaped[: len(escaped) - self.escaping]] = False


@dataclass
class ArrayFinder:
    """Cuts a document into the elements of its arrays under one key, and the document with these arrays emptied."""

    key: str | None
    """None: the document itself is the array."""
    depths: tuple[int, ...]
    """How many brackets are open around the arrays, for example 1 for a key of the outermost object."""
    around: bytearray = field(default_factory=bytearray)
    """The document read so far without the elements."""
    edges: list[tuple[int, int]] = field(default_factory=list)
    """Places in ``around`` behind which the file goes on at another line: place, line."""
    elements: int = 0
    structure: Structure = field(default_factory=Structure)
    arrays: int = -1
    line: int = 1
    """1-based line on which the next block begins."""
    inside: int = 0
    """Depth inside the array that is being read; 0 outside of any."""
    pending: list[bytes] = field(default_factory=list)
    """Of the array: what stands behind the last whole element."""
    pending_line: int = 1
    open_at: int | None = None
    """Where in ``pending`` the element begins that is not yet whole."""
    open_line: int = 0

    def feed(self, data: bytes) -> Iterator[Run]:
        """Take the next block and yield the elements that are whole with it."""
        block = np.frombuffer(data, dtype=np.uint8)
        brackets = self.structure.brackets(block)
        newlines = np.flatnonzero(block == NEWLINE)
        around = np.flatnonzero(brackets.opens & np.isin(brackets.outer, self.depths))
        place = 0
        while place < len(data):
            if self.inside:
                run, place = self._within(data, brackets, newlines, place)
                yield run
            else:
                place = self._outside(data, brackets, around, newlines, place)
        self.line += len(newlines)

    def take_back(self) -> bytes:
        """Return what stands behind the last whole element of the array, as if it had not been fed yet."""
        rest = b"".join(self.pending)
        self.pending, self.open_at, self.line = [], None, self.pending_line
        self.structure = Structure(depth=self.inside)
        return rest

    def pass_over(self, elements: int, lines: int) -> None:
        """Go on behind elements of the array, and line ends, that were found in another way; nothing is pending."""
        self.elements += elements
        self.line += lines
        self.pending_line = self.line

    @property
    def unfinished(self) -> bool:
        """Whether the document breaks off."""
        return self.structure.in_string or self.structure.depth != 0

    @property
    def unfinished_line(self) -> int:
        """Line on which the element begins that never ends, else the last line."""
        return self.line if self.open_at is None else self.open_line

    def line_around(self, place: int) -> int:
        """Return the line of the file at a place in ``around``."""
        begin, line = max((edge for edge in self.edges if edge[0] <= place), default=(0, 1))
        return line + self.around.count(b"\n", begin, place)

    def _outside(self, data: bytes, brackets: Brackets, around: Positions, newlines: Positions, place: int) -> int:
        """Go on to the next array, or to the end of the block; return where that is.

        ``around`` are the brackets as deep as the arrays are.
        """
        ahead = int(np.searchsorted(brackets.at, place))
        for index in map(int, around[np.searchsorted(around, ahead) :]):
            at = int(brackets.at[index])
            if data[at] == ord("[") and self._is_array(data, place, at):
                self._keep(data[place : at + 1])
                self.inside = int(brackets.depth[index])
                self.arrays += 1
                self.pending_line = self.line + int(np.searchsorted(newlines, at))
                return at + 1
        self._keep(data[place:])
        return len(data)

    def _is_array(self, data: bytes, place: int, at: int) -> bool:
        """Say whether the bracket at ``at`` opens the array under our key."""
        if self.key is None:
            return not self.around.strip(_WHITE) and not data[place:at].strip(_WHITE)
        before = data[max(place, at - _LOOK_BACK) : at]
        if len(before) < _LOOK_BACK:
            before = bytes(self.around[-_LOOK_BACK:]) + before
        before = before.rstrip(_WHITE)
        return before.endswith(b":") and before[:-1].rstrip(_WHITE).endswith(f'"{self.key}"'.encode())

    def _keep(self, data: bytes) -> None:
        self.around += data
        if len(self.around) > MOST_AROUND:
            raise TooLargeError

    def _within(self, data: bytes, brackets: Brackets, newlines: Positions, place: int) -> tuple[Run, int]:
        """Return the elements that are whole in this block, and where the array or the block ends."""
        ahead = int(np.searchsorted(brackets.at, place))
        stop = _first_below(brackets.outer, ahead, self.inside)
        closes = stop < len(brackets.at)
        ours = np.flatnonzero(brackets.outer[ahead:stop] == self.inside) + ahead
        opens = brackets.opens[ours]
        starts, ends = brackets.at[ours[opens]], brackets.at[ours[~opens]] + 1
        end = int(brackets.at[stop]) if closes else len(data)
        lines = self.line + np.searchsorted(newlines, starts)
        run = self._run(data[place:end], starts - place, ends - place, lines, closed=closes)
        if closes:
            self.inside = 0
            self.edges.append((len(self.around), self.line + int(np.searchsorted(newlines, end))))
        return run, end

    def _run(self, data: bytes, starts: Positions, ends: Positions, begin_lines: Positions, *, closed: bool) -> Run:
        """Join what is pending with what came, up to the last whole element, or to the end where the array ends."""
        shift = sum(map(len, self.pending))
        starts, ends = starts + shift, ends + shift
        if self.open_at is not None:
            starts, begin_lines = np.append(self.open_at, starts), np.append(self.open_line, begin_lines)
        whole = len(ends)
        cut = shift + len(data) if closed else int(ends[-1]) if whole else 0
        if cut == 0:
            joined = b""
            self.pending.append(data)
        else:
            joined = b"".join([*self.pending, data[: cut - shift]])
            self.pending = [data[cut - shift :]]
        if shift + len(data) - cut > MOST_ELEMENT:
            raise TooLargeError
        still_open = len(starts) > whole and not closed
        self.open_at = int(starts[whole]) - cut if still_open else None
        self.open_line = int(begin_lines[whole]) if still_open else 0
        run = Run(
            array=self.arrays, data=joined, starts=starts[:whole], ends=ends, lines=begin_lines[:whole],
            first=self.elements, begins_line=self.pending_line,
        )  # fmt: skip
        self.elements += whole
        self.pending_line += joined.count(b"\n")
        if closed:
            self.pending = []
        return run


def _first_below(depths: Positions, place: int, least: int) -> int:
    """Return the first place from ``place`` on that is less deep than ``least``, else behind the last.

    Looks ahead step by step: where a block holds thousands of short arrays, each is looked through once.
    """
    width = 256
    while place < len(depths):
        found = np.flatnonzero(depths[place : place + width] < least)
        if len(found):
            return place + int(found[0])
        place, width = place + width, 2 * width
    return len(depths)
