"""Changing a list where it stands, so that the comments on entries that are kept survive."""

from dataclasses import dataclass, replace
from typing import Any

from groupctl.project import write
from groupctl.project.merge import matches, same
from groupctl.project.outline import entries


@dataclass(frozen=True, kw_only=True)
class _Entry:
    """One entry of a list over several lines. What stands between two entries goes with the one that it is about."""

    above: str
    """From the end of the line before: comments above the entry, its indentation."""
    value: str
    behind: str
    """What else is on its line: a comment."""


def relisted(source: str, old: list[Any], new: list[Any]) -> str:
    """Return a list as it stands in the source, changed where the new one differs."""
    if "\n" not in source:  # no room for comments
        return write.literal(new)
    opening, kept, end, last_comma = _taken_apart(source)
    indent = next((entry.above.rpartition("\n")[2] for entry in reversed(kept) if "\n" in entry.above), "    ")
    done = []
    for value, index in zip(new, matches(old, new), strict=True):
        entry = _Entry(above=f"\n{indent}", value="", behind="") if index is None else kept[index]
        unchanged = index is not None and same(old[index], value)
        done.append(entry if unchanged else replace(entry, value=write.inline(value)))
    text = f"[{opening}"
    for number, entry in enumerate(done, start=1):
        comma = "," if number < len(done) or last_comma else ""
        text += _on_new_line(text, entry.above) + entry.value + comma + entry.behind
    return text + _on_new_line(text, end) + "]"


def _taken_apart(source: str) -> tuple[str, list[_Entry], str, bool]:
    """Return what stands behind the bracket, the entries, what stands below them, and whether the last has a comma."""
    found = entries(source)
    at, comma = 1, None
    gaps = []
    for entry, next_comma in [*found, (slice(len(source) - 1, 0), None)]:
        gap = source[at : entry.start] if comma is None else source[at:comma] + source[comma + 1 : entry.start]
        line, end_of_line, below = gap.partition("\n")
        gaps.append((line, end_of_line + below) if end_of_line else ("", line))
        at, comma, last_comma = entry.stop, next_comma, comma
    kept = [
        _Entry(above=gaps[number][1], value=source[entry], behind=gaps[number + 1][0])
        for number, (entry, _comma) in enumerate(found)
    ]
    return gaps[0][0], kept, gaps[-1][1], last_comma is not None


def _on_new_line(text: str, following: str) -> str:
    """Return what follows a text, on a new line where it would else be part of a comment."""
    commented = "#" in text.rpartition("\n")[2]
    return f"\n{following}" if commented and not following.startswith("\n") else following
