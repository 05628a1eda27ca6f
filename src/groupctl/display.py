"""Making foreign text safe to show: names and messages come from strangers and may carry anything."""

import re
import unicodedata

_UNSAFE = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control codes, escape sequences among them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks that turn the direction of what follows
    "\ufeff\ufff9-\ufffb"
    "\ud800-\udfff]"
)


_NOTHING_TO_SEE = {"Cc", "Cf", "Cs", "Zs", "Zl", "Zp", "Mn", "Me"}
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
"""Letters and signs by their category that are drawn as nothing; some call themselves that way."""
_MOST_CODES = 4


def printable(text: str) -> str:
    """Return the text without control codes, escape sequences and direction marks; line ends and tabs stay."""
    return re.sub(_UNSAFE, "", text.replace("\r\n", "\n"))


def one_line(text: str, most: int = 0) -> str:
    """Return printable text on one line; with ``most`` characters at the most, an ellipsis marking the cut."""
    line = visible(" ".join(printable(text).split()), text)
    if most and len(line) > most:
        line = line[: most - 1].rstrip() + "…"
    return line


def visible(line: str, text: str = "") -> str:
    """Return a line; where nothing of it can be seen, the numbers of the characters that ``text`` consists of.

    A name of nothing but invisible characters becomes ``[U+3164]``; what is empty, or plain space, stays empty.
    """
    if any(map(_is_seen, line)):
        return line
    hidden = (text or line).strip(" \t\r\n")
    codes = " ".join(f"U+{ord(char):04X}" for char in hidden[:_MOST_CODES])
    return f"[{codes}{' …' if len(hidden) > _MOST_CODES else ''}]" if hidden else ""


def _is_seen(char: str) -> bool:
    return char not in _FILLERS and unicodedata.category(char) not in _NOTHING_TO_SEE


def cells(text: str) -> int:
    """Return how many columns a terminal gives a text: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}
        else 2
        if unicodedata.east_asian_width(char) in "WF"
        else 1
        for char in text
    )
