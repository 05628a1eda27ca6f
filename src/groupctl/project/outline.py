"""Where everything stands in a TOML text: each statement with its span, each key with its line.

tomllib says what a text means but not where; this says where, in one pass, for a text that tomllib has accepted.
"""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

KeyPath = tuple[str | int, ...]
"""The way to a value: keys, and positions (from 0) in arrays."""

_SPACE = re.compile(r"[ \t]*")
_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_REST_OF_LINE = re.compile(r"[^\n]*\n?")
_BASIC, _LITERAL = r'"(?:[^"\\\n]|\\.)*"', r"'[^'\n]*'"
_KEY = re.compile(rf"[A-Za-z0-9_-]+|{_BASIC}|{_LITERAL}")
_STRING = re.compile(
    r'"""[^"\\]*(?:(?:\\.|"{1,2}(?!"))[^"\\]*)*"{3,5}'
    r"|'''[^']*(?:'{1,2}(?!')[^']*)*'{3,5}"
    rf"|{_BASIC}|{_LITERAL}",
    re.DOTALL,
)
_NUMBER_OR_DATE = re.compile(r"[^,\]}#\n]*[^,\]}#\s]")


def dotted(path: Iterable[str | int]) -> str:
    """Return a path as an operator reads it: ``goal.target[0].by``."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")


@dataclass(frozen=True, kw_only=True)
class Statement:
    """One statement: ``[table]``, ``[[array]]`` or ``key = value``. Offsets count characters."""

    path: KeyPath
    start: int
    """Where its line begins."""
    end: int
    """Where the next line begins: behind a comment on the same line."""
    value: slice | None
    """The value's place in the text; None for a header."""


@dataclass(frozen=True, kw_only=True)
class Outline:
    """A text's statements, in order, and the line (from 1) where each key is first mentioned, by dotted path."""

    statements: tuple[Statement, ...]
    lines: dict[str, int]


def outline(text: str) -> Outline:
    """Return where everything stands in a text that is valid TOML."""
    return _Scanner(text).scan()


def entries(source: str) -> list[tuple[slice, int | None]]:
    """Return the places of the entries of a list, given as TOML, and of the comma behind each, if there is one."""
    scanner = _Scanner(source)
    scanner.meets("[")
    return [*scanner.array(())]


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.line_ends = [match.start() for match in re.finditer("\n", text)]
        self.lines: dict[str, int] = {}
        self.last_entry: dict[KeyPath, int] = {}

    def scan(self) -> Outline:
        statements: list[Statement] = []
        table: KeyPath = ()
        self.take(_BLANK)
        while self.at < len(self.text):
            start = self.text.rfind("\n", 0, self.at) + 1
            value = None
            if self.text[self.at] == "[":
                path = table = self.header()
            else:
                path, value = self.pair(table)
            self.take(_REST_OF_LINE)
            statements.append(Statement(path=path, start=start, end=self.at, value=value))
            self.take(_BLANK)
        return Outline(statements=tuple(statements), lines=self.lines)

    def take(self, pattern: re.Pattern[str]) -> str:
        """Return what the pattern matches here, and stand behind it."""
        match = pattern.match(self.text, self.at)
        if match is None:
            raise ValueError(f"not valid TOML at character {self.at}")
        self.at = match.end()
        return match[0]

    def meets(self, char: str) -> bool:
        """Return whether the text goes on with this; if so, stand behind it."""
        met = self.text.startswith(char, self.at)
        self.at += len(char) if met else 0
        return met

    def note(self, path: KeyPath, at: int) -> None:
        """Remember the line of a path that is named at this place, and of the tables that its dots imply."""
        line = bisect_right(self.line_ends, at - 1) + 1
        while path and (name := dotted(path)) not in self.lines:
            self.lines[name] = line
            path = path[:-1]

    def header(self) -> KeyPath:
        """Take ``[table]`` or ``[[array of tables]]``; return where it leads, with the positions in arrays."""
        start = self.at
        array = self.meets("[[")
        self.meets("[")
        self.take(_SPACE)
        path: KeyPath = ()
        *parents, name = self.key()
        for key in parents:
            path = self.inside((*path, key))
        path = (*path, name)
        if array:
            self.last_entry[path] = self.last_entry.get(path, -1) + 1
        path = self.inside(path)
        self.note(path, start)
        return path

    def inside(self, path: KeyPath) -> KeyPath:
        """Return the last entry of an array of tables; the path itself for anything else."""
        return (*path, self.last_entry[path]) if path in self.last_entry else path

    def key(self) -> list[str]:
        """Take a dotted key and the space behind it."""
        parts: list[str] = []
        while not parts or self.meets("."):
            self.take(_SPACE)
            part = self.take(_KEY)
            parts.append(next(iter(tomllib.loads(f"{part} = 0"))) if part[0] in "\"'" else part)
            self.take(_SPACE)
        return parts

    def pair(self, table: KeyPath) -> tuple[KeyPath, slice]:
        """Take ``key = value``; return the path of the key and the place of the value."""
        start = self.at
        path = (*table, *self.key())
        self.note(path, start)
        self.meets("=")
        self.take(_SPACE)
        start = self.at
        self.value(path)
        return path, slice(start, self.at)

    def value(self, path: KeyPath) -> None:
        if self.meets("["):
            for _entry in self.array(path):
                pass
        elif self.meets("{"):
            self.inline_table(path)
        else:
            self.take(_STRING if self.text[self.at] in "\"'" else _NUMBER_OR_DATE)

    def array(self, path: KeyPath) -> Iterator[tuple[slice, int | None]]:
        """Yield the places of the entries, and of the comma behind each."""
        for index in count():
            self.take(_BLANK)
            if self.meets("]"):
                return
            start = self.at
            self.note((*path, index), start)
            self.value((*path, index))
            entry = slice(start, self.at)
            self.take(_BLANK)
            yield entry, self.at - 1 if self.meets(",") else None

    def inline_table(self, path: KeyPath) -> None:
        self.take(_BLANK)
        while not self.meets("}"):
            self.pair(path)
            self.take(_BLANK)
            self.meets(",")
            self.take(_BLANK)
