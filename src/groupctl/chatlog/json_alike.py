"""Elements that are written alike, cut where two of them meet instead of bracket by bracket.

Programs write the same bytes between any two messages, and begin each with the same key. The last such seam of a
block is taken for the end of an element; that everything before it can be decoded proves it. Where it cannot, the
brackets are looked at (``json_scan``).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from groupctl.chatlog.json_scan import NEWLINE, ArrayFinder, Run
from groupctl.chatlog.scan import Positions

Element = TypeVar("Element")
Decode = Callable[[bytes], Sequence[Element] | None]
"""Returns the elements of an array; None where one of them is not what it should be."""

MOST_MISSES = 3
"""After so many blocks in a row that are not alike, the rest of the file is not tried any more."""
_WHITE = rb"[ \t\r\n]{0,99}"
_SEAM = re.compile(rb'\}%b,%b\{%b"[^"\\\x00-\x1f]{0,80}"%b:' % (_WHITE, _WHITE, _WHITE, _WHITE))
_COMMA = re.compile(rb"[ \t\r\n]*,[ \t\r\n]*(?=\{)")


@dataclass(frozen=True, kw_only=True)
class Alike(Generic[Element]):
    """Elements of one array that follow each other."""

    elements: Sequence[Element]
    lines: Positions
    """1-based line of the file on which each begins."""
    array: int
    """As in ``Run``."""
    first: int
    """How many elements of the file stand before these."""
    size: int
    """Bytes up to the end of the last one."""
    newlines: int
    """Line ends among them."""


def runs(pieces: Iterable[bytes], finder: ArrayFinder, decode: Decode[Element]) -> Iterator[Run | Alike[Element]]:
    """Yield the elements of a document that is read piece by piece, in its order."""
    kept, seam, misses = b"", b"", 0
    for piece in pieces:
        data = kept + piece
        alike = _alike(data, seam, finder, decode) if seam else None
        if alike:
            finder.pass_over(len(alike.elements), alike.newlines)
            kept, misses = data[alike.size :], 0
            yield alike
            continue
        misses += bool(seam)
        run = None
        for run in finder.feed(data):
            yield run
        seam = _seam(run) if run and finder.inside and misses < MOST_MISSES else b""
        kept = finder.take_back() if seam else b""
    yield from finder.feed(kept)


def _seam(run: Run) -> bytes:
    """Return how the last two elements of a run meet, from the end of one to the first key of the other."""
    found = _SEAM.match(run.data, int(run.ends[-2]) - 1) if len(run.ends) > 1 else None
    return found[0] if found else b""


def _alike(data: bytes, seam: bytes, finder: ArrayFinder, decode: Decode[Element]) -> Alike[Element] | None:
    """Return the elements up to the last seam; None where something else stands among them.

    ``data`` begins behind an element.
    """
    comma, last = _COMMA.match(data), data.rfind(seam)
    if not comma or last < comma.end():
        return None
    elements = decode(b"".join((b"[", memoryview(data)[comma.end() : last + 1], b"]")))
    newlines = np.flatnonzero(np.frombuffer(data, dtype=np.uint8, count=last + 1) == NEWLINE)
    seams = _seams(data, seam, newlines)
    if elements is None or (len(newlines) and len(seams) != len(elements) - 1):
        return None
    before = np.searchsorted(newlines, np.append(comma.end(), seams + seam.index(b"{")))
    return Alike(
        elements=elements,
        lines=finder.line + (before if len(newlines) else np.zeros(len(elements), np.int64)),
        array=finder.arrays,
        first=finder.elements,
        size=last + 1,
        newlines=len(newlines),
    )


def _seams(data: bytes, seam: bytes, newlines: Positions) -> Positions:
    """Return where the seams that hold a line end begin, all but the last; none where a seam holds none."""
    place = seam.find(b"\n")
    if place < 0:
        return newlines[:0]
    block = np.frombuffer(data, dtype=np.uint8)
    at = newlines - place
    at = at[at >= 0]
    for offset, byte in enumerate(seam):  # the bracket in front leaves few of them
        at = at[block[at + offset] == byte]
    return at
