"""Cutting a long text into messages: at a paragraph, a line, a sentence or a word, never inside one.

A person's emoji, a flag or an accented letter can be several code points; what a reader sees as one character
(a grapheme cluster) is never cut either, unless it alone is longer than a message.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from wcwidth import iter_graphemes

from groupctl.fitting.limits import Unit, measure

SMALLEST = 4
"""The least limit: one code point takes up to four bytes."""

_ENDERS = "。！？；…"
_LATIN_ENDERS = ".!?;"
_CLOSERS = "。，、；：！？”’」』）》】〉…—～·%,.;:!?)]}"
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff]")
_OPENERS = "“‘「『（《【〈([{"

Border = Callable[[Sequence[str], int], bool]
"""Whether a text, given as clusters, may be cut before the cluster at an index (1 ≤ index < length)."""


def split(text: str, limit: int, unit: Unit) -> list[str]:
    """Return the text in parts of at most ``limit`` units; what is lost is white space at the cuts, nothing else.

    A text that fits comes back as it is, a blank one as no part. ValueError for a limit below SMALLEST.
    """
    if limit < SMALLEST:
        raise ValueError(f"a limit of {limit} is too small to hold every character")
    if not text.strip():
        return []
    if measure(text, unit) <= limit:
        return [text]
    return list(_parts(list(_clusters(text, limit, unit)), limit, unit))


def numbered(text: str, limit: int, unit: Unit) -> list[str]:
    """Return the text in parts headed ``(1/3)``, each within the limit with its head; one part stays without."""
    if measure(text, unit) <= limit:
        return [text] if text.strip() else []
    digits = 1
    while True:
        head = len(_head("9" * digits, "9" * digits))
        parts = split(text, limit - head, unit)
        if len(str(len(parts))) <= digits:
            return [_head(index, len(parts)) + part for index, part in enumerate(parts, 1)]
        digits += 1


def _head(index: object, count: object) -> str:
    return f"({index}/{count})\n"


def _clusters(text: str, limit: int, unit: Unit) -> Iterator[str]:
    """Yield what a reader sees as one character; code points where such a one alone is over the limit."""
    for cluster in iter_graphemes(text):
        if measure(cluster, unit) > limit:
            yield from cluster
        else:
            yield cluster


def _parts(clusters: Sequence[str], limit: int, unit: Unit) -> Iterator[str]:
    ends = list(accumulate((measure(cluster, unit) for cluster in clusters), initial=0))
    start = 0
    while True:
        while start < len(clusters) and clusters[start].isspace():
            start += 1
        if start == len(clusters):
            return
        stop = bisect_right(ends, ends[start] + limit) - 1
        if stop < len(clusters):
            stop = _cut(clusters, start, stop)
        yield "".join(clusters[start:stop]).rstrip()
        start = stop


def _cut(clusters: Sequence[str], start: int, stop: int) -> int:
    """Return where to cut between ``start`` and ``stop``: the strongest border that leaves no stump of a part."""
    furthest = 0
    for is_border in (_paragraph, _line, _sentence, _word):
        found = next((index for index in range(stop, start, -1) if is_border(clusters, index)), 0)
        if found - start > (stop - start) // 3:
            return found
        furthest = max(furthest, found)
    return furthest or stop


def _line(clusters: Sequence[str], index: int) -> bool:
    return clusters[index] in {"\n", "\r\n", "\r", "\u2028", "\u2029"}


def _paragraph(clusters: Sequence[str], index: int) -> bool:
    return _line(clusters, index) and index + 1 < len(clusters) and _line(clusters, index + 1)


def _sentence(clusters: Sequence[str], index: int) -> bool:
    before, after = clusters[index - 1], clusters[index]
    if before in _LATIN_ENDERS:
        return after.isspace()
    closed = before in "”」』）" and index > 1 and clusters[index - 2] in _ENDERS
    return (before in _ENDERS or closed) and after not in _CLOSERS


def _word(clusters: Sequence[str], index: int) -> bool:
    before, after = clusters[index - 1], clusters[index]
    if before.isspace() or after.isspace():
        return True
    if before in _OPENERS or after in _CLOSERS:
        return False
    return _stands_alone(before) or _stands_alone(after)


def _stands_alone(cluster: str) -> bool:
    """Tell a character that is written without spaces around it (Han, kana, emoji) from a letter of a word."""
    return unicodedata.east_asian_width(cluster[0]) in "WF" and not _HANGUL.match(cluster)
