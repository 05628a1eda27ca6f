"""TOML values and statements as a person would write them; lines end in a line feed only."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import tomlkit

WIDEST = 100
"""A list that would be wider is written with one entry a line."""


def header(path: Sequence[str | int], *, array: bool) -> str:
    """Return ``[a.b]`` or ``[[a.b]]`` as a line, with a blank line before it; positions in the path are left out."""
    name = tomlkit.key([key for key in path if isinstance(key, str)]).as_string()
    return f"\n[[{name}]]\n" if array else f"\n[{name}]\n"


def statements(path: Sequence[str], value: Any) -> Iterator[str]:
    """Yield ``key = value`` as a line; for a table one line, with a dotted key, for each of its values."""
    if isinstance(value, Mapping) and value:
        for key, inner in value.items():
            yield from statements([*path, key], inner)
    else:
        yield f"{tomlkit.key(list(path)).as_string()} = {literal(value)}\n"


def is_tables(value: Any) -> bool:
    """Return whether a value is written as ``[[array of tables]]``."""
    return isinstance(value, list) and bool(value) and all(isinstance(entry, Mapping) for entry in value)


def table(path: Sequence[str | int], value: Any) -> str:
    """Return a new table, or an array of tables, with its headers."""
    if is_tables(value):
        return "".join(header(path, array=True) + _body(path, entry) for entry in value)
    return header(path, array=False) + _body(path, value)


def _body(path: Sequence[str | int], values: Mapping[str, Any]) -> str:
    """Return the statements of a new table, then the arrays of tables in it."""
    below = {key: value for key, value in values.items() if is_tables(value)}
    lines = [line for key, value in values.items() if key not in below for line in statements([key], value)]
    return "".join(lines) + "".join(table([*path, key], value) for key, value in below.items())


def literal(value: Any) -> str:
    """Return a value as TOML: a text with line ends over several lines, a wide list too."""
    if isinstance(value, str) and "\n" in value and "\r" not in value:
        return tomlkit.string(value, multiline=True).as_string()
    if isinstance(value, list):
        entries = [inline(entry) for entry in value]
        line = f"[{', '.join(entries)}]"
        return line if len(line) <= WIDEST else "[\n" + "".join(f"    {entry},\n" for entry in entries) + "]"
    return inline(value)


def inline(value: Any) -> str:
    """Return a value as TOML on one line."""
    if isinstance(value, Mapping):
        pairs = [f"{tomlkit.key(key).as_string()} = {inline(inner)}" for key, inner in value.items()]
        return f"{{ {', '.join(pairs)} }}" if pairs else "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(inline, value))}]"
    return str(tomlkit.item(value).as_string())
