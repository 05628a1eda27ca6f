r"""Files as the platforms hand them over: a text file, or the text inside an exported zip, in whatever encoding.

Everything above sees the same thing: blocks of valid UTF-8 with ``\n`` line ends, cut at line borders.
"""

import codecs
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, cast

import nanoarrow as na
import numpy as np
import polars as pl

from groupctl.chatlog import encodings
from groupctl.chatlog.scan import Block, block
from groupctl.errors import UnreadableChatError, UsageError
from groupctl.i18n import _
from groupctl.reasons import reason

BLOCK = 2 << 20
"""Bytes read at a time: so few that the arrays of one block stay in the processor's cache."""
SAMPLE = 64 << 10
"""Bytes looked at to tell an encoding and a format."""

PARQUET = b"PAR1"
"""How a Parquet file begins; its texts are UTF-8."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """One export on disk: a plain file, or one entry of a zip or of a folder."""

    path: Path
    entry: str = ""
    """Name of the entry inside a zip or a folder; empty for a plain file."""
    size: int
    """Bytes, unpacked."""
    packed: zipfile.ZipFile | None = field(default=None, compare=False, repr=False)
    """The zip, kept open where many of its entries are read: each time it is opened, all of its directory is read."""

    @property
    def name(self) -> str:
        """What the operator knows the file as."""
        return f"{self.path.name}/{self.entry}" if self.entry else self.path.name

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """Open the bytes for reading; a zip is read as a stream, nothing is unpacked to disk."""
        if not self.entry or self.path.is_dir():
            with (self.path / self.entry).open("rb", buffering=0) as file:
                yield cast("BinaryIO", file)
            return
        zipped = nullcontext(self.packed) if self.packed else zipfile.ZipFile(self.path)
        with zipped as packed, packed.open(self.entry) as entry:
            yield cast("BinaryIO", entry)


@contextmanager
def opened(source: Source) -> Iterator[BinaryIO]:
    """Open the bytes for reading; UnreadableChatError for whatever goes wrong with the file until it is closed."""
    try:
        with source.open() as file:
            yield file
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise UnreadableChatError(
            _("{file} is damaged: {why}").format(file=source.name, why=error), _("export the chat again")
        ) from error
    except OSError as error:
        raise not_opened(source.path, error) from error


@dataclass(frozen=True, kw_only=True)
class Sample:
    """The beginning of a source, decoded, for readers to recognise their own."""

    source: Source
    encoding: str
    text: str
    r"""At most SAMPLE bytes' worth, whole lines, ``\n`` line ends."""
    bare_cr: bool = False
    r"""True where lines end with ``\r`` alone, as on old Macs."""

    @cached_property
    def lines(self) -> list[str]:
        """The sample's lines."""
        return self.text.split("\n")

    @cached_property
    def block(self) -> Block:
        """The sample as a scanner reads it."""
        return block([self.text.encode()])


@dataclass
class Decoding:
    """How a source is decoded, and what came up meanwhile."""

    encoding: str
    bare_cr: bool = False
    undecodable: int = 0
    """Byte sequences that were not valid; U+FFFD stands in their place."""
    read: int = field(default=0, repr=False)
    """Bytes of the source read so far."""
    line_ends: set[str] = field(default_factory=set, repr=False)
    """Which line ends came up: ``LF``, ``CRLF``."""
    as_written: bool = False
    """Whether line ends stay as they are: within the quotes of a table they belong to the text."""
    made_plain: Callable[[bytes], bytes] | None = field(default=None, repr=False)
    """Rewrites whole lines whose headers no scanner could read; their number stays the same."""

    @property
    def newline(self) -> str:
        """How lines end, as in ``ParseReport``."""
        if self.bare_cr:
            return "CR"
        return "mixed" if len(self.line_ends) > 1 else next(iter(self.line_ends), "")


def not_opened(path: Path, error: OSError) -> UnreadableChatError:
    """Return what to say of a file that the system does not let us read."""
    if isinstance(error, FileNotFoundError):
        return UnreadableChatError(_("there is no file {path}").format(path=path), _("check the spelling"))
    if isinstance(error, PermissionError):
        return UnreadableChatError(
            _("no permission to read {path}").format(path=path), _("change its permissions, or copy it elsewhere")
        )
    return UnreadableChatError(
        _("cannot read {path}: {why}").format(path=path, why=reason(error)), _("copy it elsewhere")
    )


def take_sample(source: Source, encoding: str | None = None) -> Sample:
    """Decode the beginning of a source, in ``encoding`` or the one its bytes speak for.

    UsageError for an encoding that does not exist, UnreadableChatError for bytes that are no text.
    """
    head, telling = _telling_bytes(source)
    if head.startswith(PARQUET):
        return Sample(source=source, encoding="utf-8", text="")
    chosen = _existing(encoding, head) if encoding else encodings.sniff(head, telling)
    if not chosen:
        raise UnreadableChatError(
            _("{file} is not text").format(file=source.name), _("groupctl formats lists the exports it reads")
        )
    text = codecs.lookup(chosen).incrementaldecoder("replace").decode(head).removeprefix("\ufeff")
    text = text.encode("utf-8", "replace").decode()
    bare_cr = "\r" in text and "\n" not in text
    text = text.replace("\r", "\n") if bare_cr else text.replace("\r\n", "\n")
    whole = text if len(head) < SAMPLE else text.rpartition("\n")[0] or text
    return Sample(source=source, encoding=chosen, text=whole, bare_cr=bare_cr)


def _existing(encoding: str, head: bytes) -> str:
    """Return the name that Python has for an encoding; UsageError where it has none, or it is none of text."""
    name = encodings.existing(encoding, head)
    if not name:
        raise UsageError(
            _("there is no encoding {encoding!r}").format(encoding=encoding), _("for example utf-8, gb18030, utf-16")
        )
    return name


def _telling_bytes(source: Source) -> tuple[bytes, bytes]:
    """Return the first bytes, and the first that are not plain ASCII (the first again where all are)."""
    with opened(source) as file:
        head = telling = _read_full(file, SAMPLE)
        while telling.isascii():
            telling = _read_full(file, BLOCK)
            if not telling:
                return head, head
    first = int(np.argmax(np.frombuffer(telling, dtype=np.uint8) > 127))
    return head, telling[max(first - 64, 0) : first + SAMPLE]


def _read_full(file: BinaryIO, size: int) -> bytes:
    """Read ``size`` bytes, fewer only at the end: a pipe or a zip may give less at a time."""
    pieces = []
    while size > 0 and (piece := file.read(size)):
        pieces.append(piece)
        size -= len(piece)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def blocks(source: Source, decoding: Decoding, size: int = BLOCK) -> Iterator[bytes]:
    """Yield the whole source as UTF-8 in blocks of about ``size`` bytes, each ending at a line end (but the last)."""
    with opened(source) as file:
        utf8 = decoding.encoding == "utf-8"
        pieces = _read(file, size, decoding) if utf8 else _recoded(file, size, decoding)
        if decoding.bare_cr:
            pieces = (piece.replace(b"\r", b"\n") for piece in pieces)
        for lines in _whole_lines(pieces):
            valid = _repaired(lines, decoding) if utf8 else lines
            lines_on = valid if decoding.as_written else _unix_line_ends(valid, decoding.line_ends)
            yield decoding.made_plain(lines_on) if decoding.made_plain else lines_on


def beginning(source: Source, decoding: Decoding) -> Sample:
    """Return the first lines of a source whose decoding is settled."""
    again = Decoding(encoding=decoding.encoding, bare_cr=decoding.bare_cr)
    text = next(iter(blocks(source, again, SAMPLE)), b"").decode("utf-8", "replace")
    return Sample(source=source, encoding=decoding.encoding, text=text, bare_cr=decoding.bare_cr)


def _read(file: BinaryIO, size: int, decoding: Decoding) -> Iterator[bytes]:
    while piece := file.read(size):
        decoding.read += len(piece)
        yield piece


def _repaired(piece: bytes, decoding: Decoding) -> bytes:
    """Return the bytes themselves where they are valid UTF-8; else with U+FFFD for what is not, and count it."""
    if piece.isascii() or _is_utf8(piece):
        return piece
    text = piece.decode("utf-8", "replace")
    decoding.undecodable += text.count("\ufffd") - piece.count("\ufffd".encode())
    return text.encode()


def _is_utf8(piece: bytes) -> bool:
    """Say whether bytes are valid UTF-8, without building the text: many times quicker than ``bytes.decode``."""
    whole = na.c_array_from_buffers(na.large_binary(), 1, [None, np.array([0, len(piece)]), piece])
    try:
        return pl.Series(whole).cast(pl.String).null_count() == 0
    except pl.exceptions.PolarsError:
        return False


def _recoded(file: BinaryIO, size: int, decoding: Decoding) -> Iterator[bytes]:
    decoder = codecs.lookup(decoding.encoding).incrementaldecoder("replace")
    for piece in _read(file, size, decoding):
        yield _counted(decoder.decode(piece), decoding)
    yield _counted(decoder.decode(b"", final=True), decoding)


def _counted(text: str, decoding: Decoding) -> bytes:
    decoding.undecodable += text.count("\ufffd")
    return text.encode("utf-8", "replace")


def _whole_lines(pieces: Iterator[bytes]) -> Iterator[bytes]:
    r"""Regroup pieces so that each but the last ends with ``\n``; a line longer than a piece is kept whole."""
    pending: list[bytes | memoryview] = []
    for piece in pieces:
        cut = piece.rfind(b"\n") + 1
        if cut:
            yield b"".join([*pending, memoryview(piece)[:cut]])
            pending = []
        pending.append(memoryview(piece)[cut:])
    rest = b"".join(pending)
    if rest:
        yield rest.removesuffix(b"\r")


def _unix_line_ends(lines: bytes, seen: set[str]) -> bytes:
    """Return lines without the carriage returns in front of line feeds, and note which line ends were ``seen``.

    Twice as quick as ``bytes.replace``.
    """
    if b"\r" not in lines:
        seen |= {"LF"} if lines.endswith(b"\n") or b"\n" in lines else set()
        return lines
    codes = np.frombuffer(lines, dtype=np.uint8)
    kept = np.append((codes[:-1] != ord("\r")) | (codes[1:] != ord("\n")), True)
    unix: bytes = codes[kept].tobytes()
    both = len(lines) - len(unix)
    seen |= ({"CRLF"} if both else set()) | ({"LF"} if np.count_nonzero(codes == ord("\n")) > both else set())
    return unix
