"""A rule cut into words, numbers, quoted texts and signs, each with the column where it begins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

WORD, NUMBER, TEXT, SIGN, END, WRONG = "word", "number", "text", "sign", "end", "wrong"

_TOKEN = re.compile(
    r"""\s*(?:
    (?P<number>\d+(?:\.\d+)?)(?P<unit>[%％]|[^\W\d_]+)?
    |(?P<word>[^\W\d]\w*)
    |"(?P<double>[^"]*)"|'(?P<single>[^']*)'|“(?P<curly>[^”]*)”|‘(?P<curly_single>[^’]*)’|＂(?P<wide>[^＂]*)＂
    |(?P<sign>[<＜][=＝]|[>＞][=＝]|[!！][=＝]|[=＝]{2}|[≤≥≠<>=(),＜＞＝（），])
    |(?P<wrong>\S)
    )""",
    re.VERBOSE,
)
_NAMES = ("number", "word", "double", "single", "curly", "curly_single", "wide", "sign", "wrong")
_PLAIN = str.maketrans("（）＜＞＝！，％", "()<>=!,%")
"""Chinese input methods give wide signs; they mean the same."""
_SAME = {"==": "=", "≤": "<=", "≥": ">=", "≠": "!="}


@dataclass(frozen=True, kw_only=True)
class Token:
    """One piece of a rule."""

    kind: str
    text: str
    column: int
    """0-based, in characters."""
    length: int = 1
    unit: str = ""
    """Of a number: what stands right behind it (``30d``, ``20%``)."""


def tokens(rule: str) -> Iterator[Token]:
    """Yield the pieces of a rule; a character that belongs nowhere is one of kind WRONG; the last one is END."""
    at = 0
    while found := _TOKEN.match(rule, at):
        yield _token(found)
        at = found.end()
    yield Token(kind=END, text="", column=len(rule.rstrip()))


def _token(found: re.Match[str]) -> Token:
    name = next(name for name in _NAMES if found[name] is not None)
    kind = name if name in (NUMBER, WORD, SIGN, WRONG) else TEXT
    column = found.start(name) - (kind == TEXT)
    text = found[name]
    if kind == SIGN:
        plain = text.translate(_PLAIN)
        text = _SAME.get(plain, plain)
    unit = (found["unit"] or "").translate(_PLAIN)
    return Token(kind=kind, text=text, column=column, length=found.end() - column, unit=unit)
