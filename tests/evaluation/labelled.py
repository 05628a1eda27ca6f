"""Labelled files: one text with its label a line, and IRC logs whose replies are annotated."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_MARKED = re.compile(r"^(?P<text>.*)==(?P<label>[01])\s*$")
_YES = {"1", "spam", "ad", "ads", "advert", "advertisement", "true", "yes", "广告"}


@dataclass(frozen=True, kw_only=True)
class Labelled:
    """Texts, and which of them are what is looked for."""

    name: str
    """The split: what the file is called."""
    texts: tuple[str, ...]
    labels: tuple[bool, ...]


def texts_of(path: Path, *, all_are: bool | None = None) -> Labelled:
    """Return the texts of a file: ``text==1`` lines, a table of label and text, or with ``all_are`` one text a line."""
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    rows = [(line, all_are) for line in lines] if all_are is not None else list(_rows(path, lines))
    rows = [(text, label) for text, label in rows if text.strip()]
    if not rows:
        raise SystemExit(f"{path}: no labelled text in it")
    return Labelled(name=path.name, texts=tuple(t for t, _ in rows), labels=tuple(bool(y) for _, y in rows))


def _rows(path: Path, lines: Iterable[str]) -> Iterable[tuple[str, bool]]:
    if path.suffix in {".tsv", ".csv"}:
        tabs = path.suffix == ".tsv"
        table = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if tabs else csv.reader(lines)
        head = [name.strip().lower() for name in next(table, [])]
        label = head.index("label") if "label" in head else 0
        yield from ((row[1 - label], row[label].strip().lower() in _YES) for row in table if len(row) == 2)
    else:
        yield from ((found["text"], found["label"] == "1") for found in map(_MARKED.match, lines) if found)


@dataclass(frozen=True, kw_only=True)
class Replies:
    """One annotated log: which lines begin a conversation with a question, and which of these were answered."""

    raw: Path
    answered: dict[int, bool]
    """By line, counted from 1: whether another nick is anywhere downstream of the question."""


_SPOKEN = re.compile(r"^\[\d\d:\d\d\] <(?P<nick>[^>]+)> (?P<text>.*)$")


def replies_of(folder: Path) -> list[Replies]:
    """Return the annotated logs of a folder: ``X.raw.txt`` beside ``X.annotation.txt``."""
    found = [_replies(path) for path in sorted(folder.glob("*.annotation.txt"))]
    if not found:
        raise SystemExit(f"{folder}: no *.annotation.txt in it")
    return found


def _replies(annotation: Path) -> Replies:
    raw = annotation.with_name(annotation.name.replace(".annotation.", ".raw."))
    spoken = [_SPOKEN.match(line) for line in raw.read_text(encoding="utf-8", errors="replace").split("\n")]
    links = [tuple(map(int, line.split()[:2])) for line in annotation.read_text(encoding="ascii").splitlines()]
    after: dict[int, set[int]] = {}
    for first, second in links:
        after.setdefault(min(first, second), set()).add(max(first, second))
    starts = sorted(first for first, second in links if first == second)
    asked = {line: found for line in starts if (found := spoken[line]) and "?" in found["text"]}
    return Replies(
        raw=raw,
        answered={
            line + 1: any((by := spoken[one]) and by["nick"] != found["nick"] for one in _downstream(line, after))
            for line, found in asked.items()
        },
    )


def _downstream(line: int, after: dict[int, set[int]]) -> set[int]:
    seen: set[int] = set()
    ahead = {line}
    while ahead:
        seen |= ahead
        ahead = {later for one in ahead for later in after.get(one, ())} - seen
    return seen
