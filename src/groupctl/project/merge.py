"""Which of the old goes with which of the new: unknown keys stay, entries of a list find each other again."""

from collections.abc import Mapping
from typing import Any

from groupctl.project import shape

Values = Mapping[str, Any]

NAMES = ("id", "name", "code", "figure", "title")
"""Keys by which an entry is known; the first that it has counts."""


def merged(old: Any, new: Any, annotation: Any) -> Any:
    """Return the new value of a key as plain TOML values, with what the model does not know carried over from the old.

    In a table, None removes a key; a known key that the new table lacks goes, an unknown one stays. Keys come in the
    model's order.
    """
    if isinstance(new, Mapping):
        return _merged_table(old if isinstance(old, Mapping) else {}, new, annotation)
    if not isinstance(new, list | tuple):
        return new
    tables = all(isinstance(entry, Mapping) for entry in new)
    before = [None if index is None else old[index] for index in matches(old, new)] if tables else [None] * len(new)
    return [merged(was, entry, annotation) for was, entry in zip(before, new, strict=True)]


def _merged_table(old: Values, new: Values, annotation: Any) -> dict[str, Any]:
    table = shape.table_in(annotation)
    known = shape.keys(table) if table else {}
    done = {key: value for key, value in old.items() if table and key not in known and key not in new}
    for key in [*(key for key in known if key in new), *(key for key in new if key not in known)]:
        value, kind = new[key], known.get(key)
        empty = value is None or (isinstance(value, list | tuple) and not value and shape.table_in(kind))
        if not empty:  # no tables at all are no key at all
            done[key] = merged(old.get(key), value, kind)
    return done


def nested(flat: Values) -> dict[str, Any]:
    """Return dotted names as tables in tables: ``{"a.b": 1}`` becomes ``{"a": {"b": 1}}``."""
    tables: dict[str, Any] = {}
    for name, value in flat.items():
        *parents, key = name.split(".")
        table = tables
        for parent in parents:
            table = table.setdefault(parent, {})
        table[key] = nested(value) if isinstance(value, Mapping) else value
    return tables


def matches(old: Any, new: Any) -> list[int | None]:
    """Return for each new entry the position of the old one that it is or has become, None for one that is new."""
    free: dict[str, list[int]] = {}
    for index, entry in enumerate(old if isinstance(old, list) else ()):
        free.setdefault(_label(entry), []).append(index)
    found: list[int | None] = []
    for entry in new:
        alike = free.get(_label(entry), [])
        alike.sort(key=lambda index: (not same(old[index], entry), index))
        found.append(alike.pop(0) if alike else None)
    return found


def _label(entry: Any) -> str:
    """Return what an entry is known by: its name, else all of it."""
    key = next((key for key in NAMES if entry.get(key)), None) if isinstance(entry, Mapping) else None
    return repr((key, entry[key]) if key else entry)


def same(one: Any, other: Any) -> bool:
    """Return whether two TOML values are the same; 1, 1.0 and true are three."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and bool(one == other)


def changed(old: Values, new: Values) -> dict[str, Any]:
    """Return the keys whose values differ, with the new ones; None for a key that goes."""
    return {key: new.get(key) for key in {**old, **new} if not same(old.get(key), new.get(key))}
