"""Making foreign text safe to show: names and messages come from strangers and may carry anything."""

import re
import unicodedata

_UNSAFE = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control codes, escape sequences among them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks that turn the direction of what follows
    "\ufeff\ufff9-\ufffb"
    "\ud800-\udfff]"
)


def printable(text: str) -> str:
    """Return the text without control codes, escape sequences and direction marks; line ends and tabs stay."""
    return re.sub(_UNSAFE, "", text.replace("\r\n", "\n"))


def one_line(text: str, most: int = 0) -> str:
    """Return printable text on one line; with ``most`` characters at the most, an ellipsis marking the cut."""
    line = " ".join(printable(text).split())
    if most and len(line) > most:
        line = line[: most - 1].rstrip() + "…"
    return line


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
