"""The hand-written conversations: ``story.txt`` read into scenes."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

_HEADING = re.compile(r"## (?P<day>\d+) (?P<hour>\d\d):(?P<minute>\d\d)(?: (?P<mark>\w+))?")
_LINE = re.compile(r"(?P<who>[^\s:+|][^:+|]*)(?:\+(?P<minutes>\d+))?: (?P<text>.+)")
EXTRA = re.compile(r"\?[a-z]\b")
"""Stands for whoever is around: in place of a name, or within a text."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """One message of a scene."""

    who: str
    text: str
    minutes: int = 0
    """How long after the message before it, beside some seconds."""


@dataclass(frozen=True, kw_only=True)
class Scene:
    """One conversation: nobody interrupts it, and what is said in it belongs together."""

    day: int
    """Counted from 1, the group's first day."""
    start: dt.time
    mark: str
    """Which symptom is planted here (``planted.SYMPTOMS``), ``qa``, or "" for ordinary talk."""
    lines: tuple[Said, ...]


def read_story(text: str) -> tuple[Scene, ...]:
    """Return the scenes of a story file in order; ValueError names the line that is neither heading nor speech."""
    return tuple(_scene(block) for block in _blocks(text))


def _blocks(text: str) -> Iterator[list[str]]:
    """Yield the non-empty lines of each scene, its heading first; lines that begin with ``;`` are comments."""
    for block in text.split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith(";")]
        if lines:
            yield lines


def _scene(block: list[str]) -> Scene:
    heading = _HEADING.fullmatch(block[0])
    if heading is None:
        raise ValueError(f"not the heading of a scene: {block[0]!r}")
    return Scene(
        day=int(heading["day"]),
        start=dt.time(int(heading["hour"]), int(heading["minute"])),
        mark=heading["mark"] or "",
        lines=tuple(_speech(block[1:])),
    )


def _speech(lines: list[str]) -> Iterator[Said]:
    joined = "\n".join(lines).replace("\n|", "\r").split("\n")
    for line in joined:
        match = _LINE.fullmatch(line)
        if match is None:
            raise ValueError(f"nobody says this: {line!r}")
        yield Said(who=match["who"], text=match["text"].replace("\r", "\n"), minutes=int(match["minutes"] or 0))
