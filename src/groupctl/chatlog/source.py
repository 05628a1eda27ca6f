"""Files as the platforms hand them over: a text file, or the text inside an exported zip, in whatever encoding.

Everything above sees the same thing: blocks of valid UTF-8 with line feeds as line ends, cut at line borders.
"""

import codecs
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, cast

from groupctl.chatlog.scan import Block, block
from groupctl.errors import UnreadableChatError
from groupctl.i18n import _

BLOCK = 4 << 20
"""Bytes read at a time: small enough that the arrays of one block stay in the processor's cache."""
SAMPLE = 64 << 10
"""Bytes looked at to tell an encoding and a format."""
MOST_RATIO = 200
"""How many times its packed size a zip entry may be; text packs to about a tenth."""

PARQUET = b"PAR1"
"""How a Parquet file begins; its texts are UTF-8."""
ANCHORS = ("result.json", "manifest.json", "channels.json", "users.json", ".users.json")
"""Files by which an export of many files is known, in a folder or a zip; else by one file a day."""
_DAY = re.compile(r"(?:^|/)\d{4}-\d\d-\d\d\.json$")

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True, kw_only=True)
class Source:
    """One export on disk: a plain file, or one entry of a zip or of a folder."""

    path: Path
    entry: str = ""
    """Name of the entry inside a zip or a folder; empty for a plain file."""
    size: int
    """Bytes, unpacked."""

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
        with zipfile.ZipFile(self.path) as archive, archive.open(self.entry) as entry:
            yield cast("BinaryIO", entry)


@dataclass(frozen=True, kw_only=True)
class Sample:
    """The beginning of a source, decoded, for readers to recognise their own."""

    source: Source
    encoding: str
    text: str
    """At most SAMPLE bytes' worth, whole lines, line feeds as line ends."""

    @cached_property
    def lines(self) -> list[str]:
        """The sample's lines."""
        return self.text.split("\n")

    @cached_property
    def block(self) -> Block:
        """The sample as a scanner reads it."""
        return block([self.text.encode("utf-8", "replace")])


@dataclass
class Decoding:
    """What came up while a source was decoded."""

    encoding: str
    undecodable: int = 0
    """Byte sequences that were not valid; U+FFFD stands in their place."""
    read: int = field(default=0, repr=False)
    """Bytes of the source read so far."""


def find_source(path: Path) -> Source:
    """Return the source behind a path; UnreadableChatError where there is none that could be read."""
    try:
        if path.is_dir():
            return _in_folder(path)
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(4)
    except OSError as error:
        raise _not_opened(path, error) from error
    if not head:
        raise UnreadableChatError(_("{path} is empty").format(path=path), _("export the chat again"))
    return _in_zip(path) if head == b"PK\x03\x04" else Source(path=path, size=size)


def _in_folder(path: Path) -> Source:
    """Return the file by which an export of many files is known."""
    entry = _anchor([child.name for child in path.iterdir() if child.is_file()])
    if entry is None:
        raise UnreadableChatError(
            _("{path} is a folder, not a chat export").format(path=path), _("name the exported file itself")
        )
    return Source(path=path, entry=entry, size=(path / entry).stat().st_size)


def _anchor(names: Sequence[str]) -> str | None:
    """Return the name of the outermost file that stands for an export of many files; None where there is none."""
    rank = {name: ANCHORS.index(base) for name in names if (base := name.rpartition("/")[2]) in ANCHORS}
    days = [name for name in names if _DAY.search(name)]
    return min(rank, key=lambda name: (name.count("/"), rank[name], name), default=min(days, default=None))


def _not_opened(path: Path, error: OSError) -> UnreadableChatError:
    if isinstance(error, FileNotFoundError):
        return UnreadableChatError(_("there is no file {path}").format(path=path), _("check the spelling"))
    if isinstance(error, PermissionError):
        return UnreadableChatError(
            _("no permission to read {path}").format(path=path), _("change its permissions, or copy it elsewhere")
        )
    return UnreadableChatError(_("cannot read {path}: {why}").format(path=path, why=error.strerror or error))


def _in_zip(path: Path) -> Source:
    """Return the chat inside an exported zip: the text file that WhatsApp names ``_chat.txt``, else the only one."""
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, OSError) as error:
        raise UnreadableChatError(
            _("{path} is a damaged zip file").format(path=path), _("export the chat again")
        ) from error
    texts = [info for info in infos if info.filename.lower().endswith(".txt")]
    chats = [info for info in texts if Path(info.filename).name == "_chat.txt"]
    anchor = _anchor([info.filename for info in infos])
    chats = chats or [info for info in infos if info.filename == anchor][:1] or texts
    if len(chats) != 1:
        raise UnreadableChatError(
            _("{path} holds {count} text files; one chat was expected").format(path=path, count=len(chats)),
            _("unpack it and name the chat's own file"),
        )
    info = chats[0]
    if info.file_size > MOST_RATIO * max(info.compress_size, 1):
        raise UnreadableChatError(
            _("{path} unpacks to {times} times its size; that is no chat").format(
                path=path, times=info.file_size // max(info.compress_size, 1)
            ),
            _("export the chat again"),
        )
    _must_open(path, info)
    return Source(path=path, entry=info.filename, size=info.file_size)


def _must_open(path: Path, info: zipfile.ZipInfo) -> None:
    """Raise UnreadableChatError for an entry behind a password, or packed in a way that Python does not know."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(info):
            return
    except (RuntimeError, zipfile.BadZipFile) as error:
        raise UnreadableChatError(
            _("{path} cannot be unpacked: {why}").format(path=path, why=error),
            _("unpack it and name the chat's own file"),
        ) from error


def take_sample(source: Source, encoding: str | None = None) -> Sample:
    """Decode the beginning of a source, in ``encoding`` or the one its bytes speak for."""
    head, telling = _telling_bytes(source)
    if head.startswith(PARQUET):
        return Sample(source=source, encoding="utf-8", text="")
    speaks = head if _marked(head) or b"\0" in head else telling
    encoding = _known(encoding) if encoding else sniff_encoding(speaks, source)
    text = codecs.lookup(encoding).incrementaldecoder("replace").decode(head)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    whole = text if len(head) < SAMPLE else text.rpartition("\n")[0] or text
    return Sample(source=source, encoding=encoding, text=whole)


def _known(encoding: str) -> str:
    """Return the name of an encoding; UnreadableChatError for one that Python lacks, or that makes no text."""
    try:
        b"a".decode(encoding, "replace")
    except (LookupError, ValueError):
        raise UnreadableChatError(
            _("there is no encoding {encoding!r}").format(encoding=encoding), _("for example utf-8, gb18030, utf-16")
        ) from None
    return encoding


def _telling_bytes(source: Source) -> tuple[bytes, bytes]:
    """Return the first bytes, and the first that are not plain ASCII (the first again where all are)."""
    with opened(source) as file:
        head = telling = file.read(SAMPLE)
        while telling.isascii():
            telling = file.read(BLOCK)
            if not telling:
                return head, head
    first = next(index for index, byte in enumerate(telling) if byte > 127)
    return head, telling[max(first - 64, 0) : first + SAMPLE]


def _marked(head: bytes) -> bool:
    return any(head.startswith(mark) for mark, _encoding in _MARKS)


def sniff_encoding(sample: bytes, source: Source) -> str:
    """Return the encoding of some bytes: by mark, by the pattern of UTF-16, strict UTF-8, strict GB18030, a guess."""
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return encoding
    if b"\0" in sample and not _has_stray_zeros(sample):
        return _utf16_order(sample, source)
    if _mostly_utf8(sample):
        return "utf-8"
    if _decodes(sample, "gb18030"):
        return "gb18030"
    from charset_normalizer import from_bytes  # noqa: PLC0415 - rarely needed, and slow to import

    best = from_bytes(sample[:SAMPLE]).best()
    return best.encoding if best else "utf-8"


def _has_stray_zeros(sample: bytes) -> bool:
    """Say whether zero bytes are part of what somebody sent: the digits of UTF-16 headers alone would be many more."""
    return 50 * sample.count(b"\0") < len(sample) and (_mostly_utf8(sample) or _decodes(sample, "gb18030"))


def _utf16_order(sample: bytes, source: Source) -> str:
    """Return the byte order of UTF-16 without a mark: its line ends and digits have a zero byte on one side."""
    little, big = (sample[:SAMPLE].count(newline) for newline in (b"\n\0", b"\0\n"))
    zeros = sample.count(b"\0")
    encoding = "utf-16-le" if little >= big else "utf-16-be"
    if max(little, big) == 0 or zeros > 0.6 * len(sample) or not _decodes(sample[: len(sample) // 2 * 2], encoding):
        raise UnreadableChatError(
            _("{file} is not text").format(file=source.name), _("groupctl formats lists the exports it reads")
        )
    return encoding


def _mostly_utf8(sample: bytes) -> bool:
    """Say whether bytes are UTF-8, allowing for a character cut at the end and for a rare damaged one."""
    if _decodes(sample, "utf-8"):
        return True
    text = sample.decode("utf-8", "replace")
    damaged = text.count("\ufffd") - sample.count("\ufffd".encode())
    beyond_ascii = sum(1 for char in text if char > "\x7f")
    return damaged <= 2 + beyond_ascii // 1000 and (damaged == 0 or beyond_ascii > 20 * damaged)


def _decodes(sample: bytes, encoding: str) -> bool:
    try:
        codecs.lookup(encoding).incrementaldecoder("strict").decode(sample)
    except UnicodeDecodeError:
        return False
    return True


def blocks(source: Source, decoding: Decoding, size: int = BLOCK) -> Iterator[bytes]:
    """Yield the whole source as UTF-8 in blocks of about ``size`` bytes, each ending at a line end (but the last)."""
    with opened(source) as file:
        utf8 = decoding.encoding == "utf-8"
        pieces = _whole_lines(_read(file, size, decoding) if utf8 else _recoded(file, size, decoding))
        yield from _unix_lines((_repaired(piece, decoding) for piece in pieces) if utf8 else pieces)


@contextmanager
def opened(source: Source) -> Iterator[BinaryIO]:
    """Open the bytes for reading; UnreadableChatError for whatever goes wrong with the file until it is closed."""
    try:
        with source.open() as file:
            yield file
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError) as error:
        raise UnreadableChatError(
            _("{file} is damaged: {why}").format(file=source.name, why=error), _("export the chat again")
        ) from error
    except OSError as error:
        raise _not_opened(source.path, error) from error


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
    """Say whether bytes are valid UTF-8, without building the text: several times quicker than ``bytes.decode``."""
    import polars as pl  # noqa: PLC0415 - a look at the head of a file does without

    try:
        return pl.Series([piece], dtype=pl.Binary).cast(pl.String, strict=False).null_count() == 0
    except pl.exceptions.PolarsError:  # what newer versions raise for what others make null
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
    """Regroup pieces so that each but the last ends with a line feed; a line longer than a piece is kept whole."""
    pending: list[bytes | memoryview] = []
    for piece in pieces:
        cut = piece.rfind(b"\n") + 1
        if cut:
            yield b"".join([*pending, memoryview(piece)[:cut]])
            pending = []
        pending.append(memoryview(piece)[cut:])
    rest = b"".join(pending)
    if rest:
        yield rest


def _unix_lines(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield pieces of whole lines with the line ends of Unix, and no byte order mark in front of the first.

    A lone carriage return ends a line only where the file knows no other line end: then all of it is one piece.
    """
    first = old_mac = True
    for piece in pieces:
        lines = piece.removeprefix(codecs.BOM_UTF8) if first else piece
        if b"\r" in lines:
            old_mac &= b"\n" not in lines
            lines = lines.replace(b"\r", b"\n") if old_mac else lines.replace(b"\r\n", b"\n")
            lines = lines[:-1] + b"\n" if lines.endswith(b"\r") else lines
        first = old_mac = False
        yield lines
