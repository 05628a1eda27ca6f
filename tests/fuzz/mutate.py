"""How exports break: cut, spliced, in the wrong encoding, with signs and numbers that nobody expects."""

import random
import re
from collections.abc import Callable

Mutation = Callable[[bytes, bytes, random.Random], bytes]
"""From an export, another one, and a source of chance."""

SIGNS = [
    *(sign.encode() for sign in "\0\r\n\t\x0b\x0c\x1b\x85\xa0\u200b\u200e\u200f\u202a\u202e"),
    *(sign.encode() for sign in "\u2028\u2029\u202f\u2066\u3000"),
    *(sign.encode() for sign in "\ufeff\ufffd\ufffe\uffff\ue000e\u0301\u00df\u0130\U0001f98a"),
    "\U0001f468\u200d\U0001f469".encode(),
    *(sign.encode() for sign in ("\r\r\n", "\n\n\n", " \n ", "\ufeff\ufeff", "\U0001f1e8", "\u0e33", "\u1160")),
    b"\xed\xa0\x80", b"\xed\xb0\x80\xed\xa0\x80", b"\xff", b"\xfe\xff", b"\xc0\x80", b"\xf4\x90\x80\x80", b"\xe4\xbd",
    b"\x81", b"\x1c", b"\n\x1c\n", b"\\u0000", b"\\ud800", b"\\", b"\\\\", b"\\n",
]  # fmt: skip
MARKS = [mark.encode() for mark in "\"'[](){}<>:;,.-/\\|@#&%=*~—（）：，。“”「」年月日時分"]
NUMBERS = [
    *(b"0", b"-1", b"00", b"1", b"9", b"12", b"13", b"24", b"31", b"32", b"59", b"60", b"61", b"99", b"0000", b"1900"),
    *(b"1969", b"1970", b"2543", b"9999", b"10000", b"2147483648", b"4294967296", b"9223372036854775807", b"1e400"),
    *(b"18446744073709551616", b"99999999999999999999999999", b"-62135596801", b"253402300800", b"1e18", b"-1e308"),
    *(b"0.000000001", b"1704164645.99999999999", b"-0", b"1_000", b"0x10", b"9" * 400),
    *("\u0661\u0662 \uff11\uff12 \u4e09 \u00b2 \u0e53".encode().split()),
]
VALUES = [
    *(
        b"null",
        b"true",
        b"false",
        b"[]",
        b"{}",
        b'""',
        b"0",
        b"-1",
        b"1.5",
        b"1e999",
        b"9223372036854775808",
        b"[null]",
    ),
    *(
        b'"\\ud800"',
        b'"\\u0000"',
        b'{"a":null}',
        b'"9999-12-31T23:59:59.999999999+14:00"',
        b'"0001-01-01T00:00:00-14:00"',
    ),
    *(
        b'"2024-02-30T25:61:61"',
        b'"x"',
        b"NaN",
        b"Infinity",
        b"[[[]]]",
        b'["x",{"text":1}]',
        b'"2024-01-02"',
        b"12345678901",
    ),
]
ENCODINGS = ["gb18030", "gbk", "big5", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp949", "shift_jis", "latin-1",
             "utf-8-sig", "cp1252", "euc-jp", "utf-7"]  # fmt: skip
_VALUE = re.compile(rb':\s*("(?:[^"\\]|\\.)*"|-?[\d.eE+]+|true|false|null|\{\}|\[\])')
_NUMBER = re.compile(rb"\d+")
_WORD = re.compile(rb"[^\s,\"{}\[\]]+")


def _place(data: bytes, chance: random.Random) -> int:
    return chance.randint(0, len(data))


def _cut(data: bytes, chance: random.Random) -> tuple[int, int]:
    """Return a short stretch of an export."""
    start = _place(data, chance)
    return start, min(start + chance.choice((1, 2, 3, 8, 30, 120)), len(data))


def _put(data: bytes, piece: bytes, chance: random.Random) -> bytes:
    start = _place(data, chance)
    return data[:start] + piece + data[start:]


def _swap(data: bytes, pattern: re.Pattern[bytes], pieces: list[bytes], chance: random.Random) -> bytes:
    """Put one of some pieces in place of something that a pattern finds (its group, where it has one)."""
    found = list(pattern.finditer(data))
    if not found:
        return _put(data, chance.choice(pieces), chance)
    match = chance.choice(found)
    start, end = match.span(pattern.groups)
    return data[:start] + chance.choice(pieces) + data[end:]


def splice(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Begin as one export and go on as another."""
    return data[: _place(data, chance)] + other[_place(other, chance) :]


def borrow(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Put a line of another export somewhere."""
    return _put(data, chance.choice(other.splitlines(keepends=True) or [b""]), chance)


def flip(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Change single bits or bytes."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        if changed:
            changed[chance.randrange(len(changed))] ^= chance.choice((1, 2, 4, 8, 16, 32, 64, 128, 255))
    return bytes(changed)


def lines(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Drop, double, swap or shuffle lines."""
    rows = data.splitlines(keepends=True) or [b""]
    place = chance.randrange(len(rows))
    match chance.randrange(5):
        case 0:
            del rows[place]
        case 1:
            rows.insert(chance.randint(0, len(rows)), rows[place])
        case 2:
            chance.shuffle(rows)
        case 3:
            rows[place] = rows[place].rstrip(b"\r\n")
        case _:
            rows = rows[place:] + rows[:place]
    return b"".join(rows)


def shorten(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Break off, or lose the beginning or something within."""
    start, end = _cut(data, chance)
    return chance.choice((data[:start], data[start:], data[:start] + data[end:]))


def odd_sign(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Put a sign somewhere that few programs expect."""
    return _put(data, chance.choice(SIGNS), chance)


def mark(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Add or lose a bracket, a quote or a separator."""
    if chance.random() < 0.5:
        return _put(data, chance.choice(MARKS), chance)
    one = chance.choice(MARKS)
    return data.replace(one, chance.choice((b"", one + one, chance.choice(MARKS))), chance.randint(1, 3))


def number(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Put a number that cannot be in place of one."""
    return _swap(data, _NUMBER, NUMBERS, chance)


def value(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Put another kind of JSON in place of a value."""
    return _swap(data, _VALUE, VALUES, chance)


def nest(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Open more brackets than anybody closes, or as many."""
    times = chance.choice((3, 50, 1100))
    opened, closed = chance.choice(((b"[", b"]"), (b'{"a":', b"}"), (b'"', b'"'), (b"<b>", b"</b>"), (b"(", b")")))
    inner = b"1" if chance.random() < 0.5 else b""
    return _swap(data, _VALUE, [opened * times + inner + closed * chance.choice((times, 0, times - 1))], chance)


def stretch(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Repeat a piece."""
    start, end = _cut(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 2, 10, 60)) + data[end:]


def word(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Put a word of another export in place of one."""
    return _swap(data, _WORD, _WORD.findall(other) or [b"x"], chance)


def line_ends(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Change how some or all lines end."""
    ends = chance.choice((b"\r\n", b"\r", b"\n\r", b"\x0c", "\u2028".encode(), b"", b" \n", b"\n\n"))
    return data.replace(b"\n", ends, chance.choice((-1, -1, 1, 3)))


def encoding(data: bytes, _other: bytes, chance: random.Random) -> bytes:
    """Write the text in another encoding, or as if it had been taken for another one."""
    name = chance.choice(ENCODINGS)
    if chance.random() < 0.2:
        return data.decode(name, "ignore").encode("utf-8", "ignore")
    return data.decode("utf-8", "replace").encode(name, "ignore")


MUTATIONS: tuple[Mutation, ...] = (
    splice, borrow, flip, lines, shorten, odd_sign, odd_sign, mark, number, number, value, nest, stretch,
    word, line_ends,
)  # fmt: skip
"""All but ``encoding``, which comes last: what is behind it is no text any more."""


def mutated(data: bytes, other: bytes, chance: random.Random, most: int = 3000) -> bytes:
    """Return an export with one to eight things wrong, of at most so many bytes."""
    for _ in range(chance.choice((1, 1, 2, 3, 5, 8))):
        data = chance.choice(MUTATIONS)(data, other, chance)[:most]
    return encoding(data, other, chance) if chance.random() < 0.1 else data


def repeated(data: bytes, chance: random.Random, size: int) -> bytes:
    """Return an export of about ``size`` bytes in which a piece recurs: what takes a reader long for each, shows."""
    words = [match.span() for match in _WORD.finditer(data)] or [(0, 0)]
    begin = chance.choice((0, 0, data.find(b"\n") + 1))
    start, end = chance.choice((_cut(data, chance), chance.choice(words), chance.choice(words), (begin, len(data))))
    piece = data[start:end] or b" "
    if chance.random() < 0.3:
        piece = (
            chance.choice((*SIGNS, *MARKS, *NUMBERS[:8], b" ", b"a", b"1:", b" [", b'""', b"\n ", b"[[")) + piece[:2]
        )
    if chance.random() < 0.3:
        piece = piece.replace(b"\n", b" ")
    whole = data[:end] + piece * (size // len(piece))
    return whole[: size - min(len(data) - end, size)] + data[end:]
