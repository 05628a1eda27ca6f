"""Which encoding is this? The marks that files begin with, the pattern of UTF-16, strict tests, then a guess."""

import codecs

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

LEGACY = ("gb18030", "big5", "cp949", "cp932", "cp1252", "cp1251")
"""What chats not in Unicode are written in; where little text speaks for several of them, the first is taken."""
_MULTI_BYTE = LEGACY[:4]
_WIDER = {"gbk": "gb18030", "gb2312": "gb18030", "iso8859-1": "cp1252"}
"""Encodings that are mostly named where the wider one is meant."""
FEW = 16
"""Fewer telling bytes than this prove little: they may be one name, or one slip."""


def existing(encoding: str, head: bytes = b"") -> str | None:
    """Return Python's name for a text encoding that somebody asks for; None where there is none.

    ``head`` begins the file: where the encoding leaves the order of bytes open, its mark tells it.
    """
    try:
        name = codecs.lookup(encoding).name
        "0".encode(name)
        if name in {"utf-16", "utf-32"}:
            return _marked(head) or f"{name}-le"
        codecs.lookup(name).incrementaldecoder("replace").decode(b"0\n\xff")
    except (LookupError, ValueError):
        return None
    return _WIDER.get(name, name)


def _marked(head: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if head.startswith(mark)), None)


def sniff(head: bytes, telling: bytes) -> str | None:
    """Return the encoding of a file by its first bytes and its first beyond ASCII; None where they are no text."""
    certain = _marked(head) or _utf16(head)
    if certain:
        return certain
    # Zero bytes in the middle of a text are damage that need not stop anybody from reading the rest.
    text = telling.replace(b"\0", b"")
    if _is_binary(head) or _is_binary(text):
        return None
    return "utf-8" if _mostly_utf8(text) else _guess(text)


def _utf16(head: bytes) -> str | None:
    """Return the byte order of UTF-16 without a mark: in its digits, spaces and line ends one byte of two is zero."""
    zeros = {"utf-16-le": head[1::2].count(0), "utf-16-be": head[0::2].count(0)}
    likely = max(zeros, key=lambda encoding: zeros[encoding])
    if zeros[likely] <= 10 * min(zeros.values()) or not _decodes(head, likely):
        return None
    text = codecs.lookup(likely).incrementaldecoder("replace").decode(head)
    plain = len(text.encode("ascii", "ignore").replace(b"\x7f", b""))
    return likely if "\0" not in text and plain >= max(0.02 * len(text), 5) else None


def _is_binary(sample: bytes) -> bool:
    """Say whether control codes that no text holds are frequent; a run of zeros alone may be a damaged disk's."""
    controls = sample.translate(None, delete=bytes(range(32, 256)) + b"\t\n\r\f\x1b")
    others = len(controls) - controls.count(0)
    return others > max(0.02 * len(sample), FEW) or len(controls) > 0.5 * len(sample)


def _mostly_utf8(sample: bytes) -> bool:
    """Say whether bytes are UTF-8, allowing for a character cut at either end and for rare damaged ones.

    By chance, text in another encoding holds far fewer valid sequences than invalid ones.
    """
    text = codecs.lookup("utf-8").incrementaldecoder("replace").decode(sample)
    damaged = text.count("\ufffd") - sample.count("\ufffd".encode())
    valid = len(text) - len(text.encode("ascii", "ignore")) - damaged
    return valid >= 4 * damaged


def _decodes(sample: bytes, encoding: str, *, final: bool = False) -> bool:
    try:
        if final:
            sample.decode(encoding)  # ten times quicker for a short line
        else:
            codecs.lookup(encoding).incrementaldecoder("strict").decode(sample)
    except UnicodeDecodeError:
        return False
    return True


def _guess(sample: bytes) -> str | None:
    """Return the likeliest encoding out of LEGACY; None where the bytes are no text in any."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - rarely needed, so it does not slow every start

    text = _undamaged(sample)
    matches = from_bytes(text, cp_isolation=list(LEGACY))
    best = matches.best()
    if best is None:
        return None
    few = len({*text.translate(None, delete=bytes(range(128)))}) < FEW
    alike = {encoding for match in (matches if few else [best]) for encoding in match.could_be_from_charset}
    return next((encoding for encoding in LEGACY if encoding in alike), best.encoding)


def _undamaged(sample: bytes) -> bytes:
    """Return the lines that are whole in one encoding of several bytes, if most are: a cut character rules it out."""
    lines = [line for line in sample.split(b"\n") if not line.isascii()]
    whole = max(([line for line in lines if _decodes(line, encoding, final=True)] for encoding in _MULTI_BYTE), key=len)
    return b"\n".join(whole) if 2 * len(whole) > len(lines) else sample
