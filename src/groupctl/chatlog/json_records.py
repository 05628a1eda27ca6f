"""Large JSON exports, one typed element at a time: an array under a key, or one object a line.

Memory stays bounded: elements are cut out of the bytes block by block (``json_scan``), decoded in batches into the
reader's own types, and turned into columns at once. An element that does not fit is counted and quoted, the rest
is read. In a report, an element counts as one line.

``line`` is the 1-based line on which the element begins; in a file that has everything on one line, its number.
"""

import codecs
import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import msgspec
import numpy as np
import polars as pl

from groupctl.chatlog.json_alike import runs
from groupctl.chatlog.json_scan import ArrayFinder, Run, TooLargeError
from groupctl.chatlog.records import EXAMPLES, MOST_QUOTED, LineCount, Request
from groupctl.chatlog.source import opened
from groupctl.chatlog.table import LineExample
from groupctl.errors import UnreadableChatError
from groupctl.i18n import _

Element = TypeVar("Element")
Columns = Mapping[str, pl.Series]
BATCH = 2 << 20
"""Bytes read at a time; about 6,000 messages, whose arrays and objects stay in the processor's cache."""
AT_ONCE = 8 << 20
"""Bytes whose elements become columns together: each time costs Polars as much as a thousand elements."""

NOT_AN_ELEMENT = (msgspec.MsgspecError, ValueError, RecursionError, OverflowError)
"""What msgspec raises for bytes that are not such an element: malformed, of another type, nested without end."""

_WHITE = b" \t\r\n"


@dataclass
class JsonReading:
    """What was read of a file."""

    rows: pl.DataFrame
    """The reader's columns, ``line``, and ``array``: the number of the array."""
    around: bytes
    """The document with its arrays emptied; empty for one object a line."""
    count: LineCount

    def heading(self, shape: type[Element], request: Request) -> Element:
        """Decode what stands around the arrays; UnreadableChatError where that is not what it should be."""
        try:
            return msgspec.json.decode(self.around, type=shape, strict=False)
        except NOT_AN_ELEMENT as error:
            raise _malformed(request, self.count, str(error)) from error


@dataclass
class Batches(Generic[Element]):
    """Decodes runs of elements and turns them into rows."""

    shape: type[Element]
    columns: Callable[[Sequence[Element]], Columns]
    count: LineCount = field(default_factory=lambda: LineCount(unit="elements"))
    frames: list[pl.DataFrame] = field(default_factory=list)
    pending: list[tuple[Sequence[Element], np.ndarray, np.ndarray, int]] = field(default_factory=list)
    waiting: int = 0
    """Bytes of the elements that are pending."""

    def __post_init__(self) -> None:
        """Prepare the decoders: building one takes longer than using it."""
        self.many = msgspec.json.Decoder(list[self.shape])  # type: ignore[name-defined]
        self.one = msgspec.json.Decoder(self.shape)

    def decoded(self, array: bytes) -> Sequence[Element] | None:
        """Return the elements of an array; None where one of them does not fit."""
        try:
            return self.many.decode(array)
        except NOT_AN_ELEMENT:
            return None

    def add(
        self, elements: Sequence[Element], lines: np.ndarray, numbers: np.ndarray, array: int, *, size: int
    ) -> None:
        """Take elements of ``size`` bytes, with the line and the number of each and the array that they stand in."""
        if not len(elements):
            return
        self.count.lines += len(elements)
        self.count.matched += len(elements)
        self.pending.append((elements, lines, numbers, array))
        self.waiting += size
        if self.waiting >= AT_ONCE:
            self._flush()

    def _flush(self) -> None:
        """Turn what is pending into rows."""
        if not self.pending:
            return
        parts, lines, numbers, arrays = zip(*self.pending, strict=True)
        elements = parts[0] if len(parts) == 1 else list(itertools.chain.from_iterable(parts))
        self.frames.append(
            pl.DataFrame(
                {
                    **self.columns(elements),
                    "line": np.concatenate(lines).astype(np.uint32),
                    "number": np.concatenate(numbers).astype(np.uint32),
                    "array": np.repeat(np.array(arrays, dtype=np.uint32), list(map(len, parts))),
                }
            )
        )
        self.pending, self.waiting = [], 0

    def drop(self, text: bytes, line: int, *, times: int = 1) -> None:
        """Count elements that are not what they should be, and quote the first few."""
        self.count.lines += times
        self.count.dropped += times
        if len(self.count.examples) < EXAMPLES:
            quoted = text[: 4 * MOST_QUOTED].decode("utf-8", "replace")[:MOST_QUOTED]
            self.count.examples.append(LineExample(line=line, text=" ".join(quoted.split())))

    def rows(self) -> pl.DataFrame:
        """Return all rows; none where nothing was read."""
        self._flush()
        if not self.frames:
            return pl.DataFrame(
                {**self.columns([]), "line": pl.Series([], dtype=pl.UInt32), "array": pl.Series([], dtype=pl.UInt32)}
            )
        rows = pl.concat(self.frames)
        one_line = len(rows) > 1 and rows["line"][0] == rows["line"][-1]
        return (rows.with_columns(line="number") if one_line else rows).drop("number")


def read_array(
    request: Request,
    shape: type[Element],
    columns: Callable[[Sequence[Element]], Columns],
    *,
    key: str | None = "messages",
    depths: tuple[int, ...] = (1,),
) -> JsonReading:
    """Read the arrays under ``key`` (None: the document is the array) that stand ``depths`` brackets deep.

    Raises UnreadableChatError where the document breaks off or is no JSON.
    """
    finder, batches = ArrayFinder(key, depths), Batches(shape, columns)
    try:
        for run in runs(utf8_pieces(request), finder, batches.decoded):
            if isinstance(run, Run):
                _add_run(batches, run, request)
            else:
                batches.add(
                    run.elements, run.lines, run.first + 1 + np.arange(len(run.elements)), run.array, size=run.size
                )
    except TooLargeError as error:
        raise _malformed(request, batches.count, _("one piece is larger than any message"), finder.line) from error
    if finder.unfinished:
        raise UnreadableChatError(
            _("{file} breaks off in what begins on line {line}; messages before it: {count}").format(
                file=request.source.name, line=finder.unfinished_line, count=batches.count.matched
            ),
            _("export the chat again"),
        )
    _check_around(finder, batches.count, request)
    return JsonReading(batches.rows(), bytes(finder.around), batches.count)


def utf8_pieces(request: Request) -> Iterator[bytes]:
    """Yield the source as UTF-8 in pieces cut anywhere, without a mark; what is not valid UTF-8 is left as it is."""
    decoding, size = request.decoding, min(request.block, BATCH)
    decoding.read = decoding.undecodable = 0
    recode = None
    if decoding.encoding not in {"utf-8", "utf_8", "utf-8-sig", "ascii"}:
        recode = codecs.lookup(decoding.encoding).incrementaldecoder("replace")
    with opened(request.source) as file:
        while piece := file.read(size):
            data = piece if recode is None else recode.decode(piece).encode("utf-8", "replace")
            yield data.removeprefix(codecs.BOM_UTF8) if decoding.read == 0 else data
            decoding.read += len(piece)
            request.report()


def _add_run(batches: Batches[Element], run: Run, request: Request) -> None:
    """Decode a run at once; where that fails, element by element."""
    head = run.data[: int(run.starts[0])] if len(run.starts) else run.data
    tail = run.data[int(run.ends[-1]) :] if len(run.ends) else b""
    if not head.strip(b" \t\r\n,") and not tail.strip(_WHITE):
        if not len(run.starts):
            return
        try:
            elements = batches.many.decode(b"[" + memoryview(run.data)[len(head) : len(run.data) - len(tail)] + b"]")
        except NOT_AN_ELEMENT:
            pass
        else:
            if len(elements) == len(run.starts):
                numbers = run.first + 1 + np.arange(len(elements))
                batches.add(elements, run.lines, numbers, run.array, size=len(run.data))
                return
    _add_one_by_one(batches, run, request)


def _add_one_by_one(batches: Batches[Element], run: Run, request: Request) -> None:
    elements, kept, before = [], [], 0
    for index, (start, end) in enumerate(zip(run.starts.tolist(), run.ends.tolist(), strict=True)):
        _drop_strays(batches, run, before, start)
        data, before = repaired(run.data[start:end], request), end
        try:
            elements.append(batches.one.decode(data))
            kept.append(index)
        except NOT_AN_ELEMENT:
            batches.drop(data, int(run.lines[index]))
    _drop_strays(batches, run, before, len(run.data))
    numbers = run.first + 1 + np.array(kept, dtype=np.int64)
    batches.add(elements, run.lines[kept], numbers, run.array, size=len(run.data))


def _drop_strays(batches: Batches[Element], run: Run, start: int, end: int) -> None:
    """Count what stands between two elements and is neither a comma nor an object: null, a number, a text."""
    stray = run.data[start:end].strip(b" \t\r\n,")
    if not stray:
        return
    try:
        times = len(msgspec.json.decode(b"[" + stray + b"]", type=list[msgspec.Raw]))
    except NOT_AN_ELEMENT:
        times = 1
    batches.drop(stray, run.begins_line + run.data.count(b"\n", 0, run.data.index(stray, start)), times=times)


def repaired(data: bytes, request: Request) -> bytes:
    """Return bytes as valid UTF-8, with U+FFFD for what is not; that is counted."""
    try:
        data.decode()
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        request.decoding.undecodable += text.count("\ufffd") - data.count("\ufffd".encode())
        return text.encode()
    return data


def _check_around(finder: ArrayFinder, count: LineCount, request: Request) -> None:
    """Raise UnreadableChatError where what stands around the arrays is no JSON."""
    if not finder.around.strip(_WHITE):
        return
    around = repaired(bytes(finder.around), request)
    finder.around = bytearray(around)
    try:
        msgspec.json.decode(around, type=msgspec.Raw)
    except NOT_AN_ELEMENT as error:
        byte = re.search(r"byte (\d+)", str(error))
        line = finder.line_around(int(byte[1])) if byte else finder.line
        raise _malformed(request, count, str(error), line) from error


def _malformed(request: Request, count: LineCount, why: str, line: int | None = None) -> UnreadableChatError:
    place = request.source.name if line is None else f"{request.source.name}:{line}"
    return UnreadableChatError(
        _("{place} is not the JSON of this format: {why}; messages before it: {count}").format(
            place=place, why=why, count=count.matched
        ),
        _("export the chat again"),
    )


def read_lines(
    request: Request,
    shape: type[Element],
    columns: Callable[[Sequence[Element]], Columns],
) -> JsonReading:
    """Read one object a line. Blank lines, and those that begin with ``#``, count as structural."""
    batches = Batches(shape, columns, LineCount())
    line, number = 1, 0
    for data in request.pieces(min(request.block, BATCH)):
        size = data.count(b"\n") + (not data.endswith(b"\n"))
        filled = _add_regular_lines(batches, data, size, line, number)
        if filled is None:
            filled = _add_any_lines(batches, data.removesuffix(b"\n").split(b"\n"), line, number)
        line, number = line + size, number + filled
    return JsonReading(batches.rows(), b"", batches.count)


def _add_regular_lines(batches: Batches[Element], data: bytes, size: int, line: int, number: int) -> int | None:
    """Take lines that are an element each, and return how many; None where they are not."""
    elements = batches.decoded(b"".join((b"[", data.removesuffix(b"\n").replace(b"\n", b","), b"]")))
    if elements is None or len(elements) != size:
        return None
    batches.add(elements, line + np.arange(size), number + 1 + np.arange(size), 0, size=len(data))
    return size


def _add_any_lines(batches: Batches[Element], texts: list[bytes], line: int, number: int) -> int:
    """Take lines that may be blank, remarks or broken, and return how many are neither blank nor remarks."""
    filled = [index for index, text in enumerate(texts) if text.strip() and not text.startswith(b"#")]
    batches.count.lines += len(texts) - len(filled)
    batches.count.structural += len(texts) - len(filled)
    numbers, kept = number + 1 + np.arange(len(filled)), np.array(filled, dtype=np.int64)
    elements, good = [], []
    for place, index in enumerate(filled):
        try:
            elements.append(batches.one.decode(texts[index].removeprefix(codecs.BOM_UTF8)))
            good.append(place)
        except NOT_AN_ELEMENT:
            batches.drop(texts[index], line + index)
    batches.add(elements, line + kept[good], numbers[good], 0, size=sum(map(len, texts)))
    return len(filled)


def decoded(shape: type[Element], data: bytes) -> Element | None:
    """Decode a small document; None where it is not of that shape."""
    try:
        return msgspec.json.decode(data, type=shape)
    except NOT_AN_ELEMENT:
        return None
