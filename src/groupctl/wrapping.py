"""Breaking text into lines of terminal columns, where Chinese has no spaces to break at."""

from collections.abc import Iterator

from groupctl.display import cells

_NEVER_FIRST = "，。、；：！？）》」』”’…·"
_NEVER_LAST = "（《「『“‘"


def wrap(text: str, width: int) -> list[str]:
    """Break one paragraph into lines of at most ``width`` columns; only a longer word is wider."""
    lines = [""]
    for piece in pieces(" ".join(text.split())):
        if lines[-1] and cells(lines[-1] + piece.rstrip()) > width:
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]


def beside(text: str, width: int, taken: int) -> list[str]:
    """Break a paragraph like ``wrap``, its first line ``taken`` columns shorter (or longer, below 0)."""
    whole = " ".join(text.split())
    first = wrap(whole, width - taken)[0]
    rest = whole[len(first) :].strip()
    return [first, *(wrap(rest, width) if rest else [])]


def pieces(text: str) -> Iterator[str]:
    """Yield what a line may be broken between: words with their space, wide characters with their punctuation."""
    piece = ""
    for char in text:
        apart = piece and (piece.endswith(" ") or cells(char) == 2 or cells(piece[-1]) == 2)
        if apart and char not in f"{_NEVER_FIRST} " and piece[-1] not in _NEVER_LAST:
            yield piece
            piece = ""
        piece += char
    yield piece


def clip(text: str, width: int) -> str:
    """Return a line of at most ``width`` columns, an ellipsis marking the cut."""
    if cells(text) <= width:
        return text
    kept = ""
    for char in text:
        if cells(kept + char) >= width:
            break
        kept += char
    return f"{kept.rstrip()}…"
