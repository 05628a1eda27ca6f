"""A TOML text cut into sections, one for each header."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, takewhile
from typing import Any

from groupctl.project.outline import KeyPath, outline

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, kw_only=True)
class Section:
    """One section: blank lines and comments, a header, what stands under it and the comment directly below that.

    The text of one is valid TOML by itself, and all of them in order are the whole text.
    """

    path: KeyPath
    """Where its header leads; () for what stands above the first header."""
    text: str
    place: float
    """Its place among the others; what is new stands half a step behind or before one."""


def values(text: str) -> dict[str, Any]:
    """Return what the statements of one section's text say."""
    found: Any = tomllib.loads(text)
    first = next(iter(outline(text).statements), None)
    for key in first.path if first and first.value is None else ():
        found = found[key]
    return dict(found)


def cut(text: str) -> list[Section]:
    """Return the sections of a text; the first has no header and may be empty."""
    starts: list[tuple[KeyPath, int]] = [((), 0)]
    above = 0
    for statement in outline(text).statements:
        if statement.value is None:
            starts.append((statement.path, above + _end_of_comment(text[above : statement.start])))
        above = statement.end
    ends = [start for _path, start in starts[1:]] + [len(text)]
    return [
        Section(path=path, text=text[start:end], place=place)
        for place, ((path, start), end) in enumerate(zip(starts, ends, strict=True))
    ]


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _end_of_comment(gap: str) -> int:
    """Return where, in the gap above a header, the comment ends that belongs to the statement above the gap.

    That is the one directly below the statement, unless it is directly above the header too.
    """
    lines = _LINE.findall(gap)
    above = [*takewhile(_is_comment, lines)]
    return 0 if len(above) == len(lines) else len("".join(above))


def removed(section: Section) -> Section:
    """Return what stays of a section that goes: the comments that stand apart, by themselves."""
    statements = outline(section.text).statements
    above = _LINE.findall(section.text[: statements[0].start])
    while above and _is_comment(above[-1]):
        above.pop()
    while above and not above[-1].strip():
        above.pop()
    below = [*dropwhile(_is_comment, _LINE.findall(section.text[statements[-1].end :]))]
    kept = [line for lines in (above, below) if any(map(_is_comment, lines)) for line in lines]
    return replace(section, text="".join(kept))


def joined(sections: Sequence[Section], newline: str) -> str:
    """Return the text of sections, each on a line of its own, in the order of their places."""
    text = ""
    for section in sorted(sections, key=lambda section: section.place):
        if section.text and text and not text.endswith("\n"):
            text += newline
        text += section.text
    return text


def resettled(sections: Sequence[Section], places: Sequence[float]) -> list[Section]:
    """Return sections in their order on the given places (sorted); more sections than places share the last."""
    rest = [places[-1] + 0.5] * len(sections)
    return [replace(section, place=place) for section, place in zip(sections, [*places, *rest], strict=False)]
