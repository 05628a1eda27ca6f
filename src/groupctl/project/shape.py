"""What the model says about a place in the file: its keys, their values, what an unknown key was meant to be."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any, Literal, get_args, get_origin

from groupctl.project.model import Project
from groupctl.project.outline import KeyPath
from groupctl.project.table import Table

TYPO = 0.8
"""How alike two words must be (difflib's ratio) for one to be a slip of the other: ``platfrom``, ``topic``."""


def keys(table: type[Table]) -> dict[str, Any]:
    """Return the keys of a table, as the file writes them, with the types of their values."""
    return {field.alias or name: field.annotation for name, field in table.model_fields.items()}


def table_in(annotation: Any) -> type[Table] | None:
    """Return the table that a value is, or is a list of; None for anything else."""
    found = (kind for kind in (annotation, *get_args(annotation)) if isinstance(kind, type) and issubclass(kind, Table))
    return next(found, None)


def annotation_at(path: Iterable[str | int]) -> Any:
    """Return the type of the value at a path; for a position in a list, the list's."""
    annotation: Any = Project
    for key in path:
        table = table_in(annotation)
        if table and isinstance(key, str):
            annotation = keys(table).get(key)
    return annotation


def choices(annotation: Any) -> tuple[str, ...]:
    """Return the texts that a value, or a value in a list, may be; empty where anything goes."""
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return next(filter(None, map(choices, get_args(annotation))), ())


def nearest(word: str, words: Iterable[str]) -> str | None:
    """Return the word that was probably meant, or None; swapped letters and capitals count as slips."""
    words = tuple(words)
    swapped = [other for other in words if sorted(other) == sorted(word.lower())]
    return next(iter([*swapped, *get_close_matches(word.lower(), words, n=1, cutoff=TYPO)]), None)


def unknown(
    data: Mapping[str, Any], table: type[Table] = Project, path: KeyPath = ()
) -> Iterator[tuple[KeyPath, str | None]]:
    """Yield each key that the model does not have, with the key that was probably meant: one not given there yet."""
    known = keys(table)
    for key, value in data.items():
        here = (*path, key)
        if key not in known:
            yield here, nearest(key, [name for name in known if name not in data])
            continue
        inner = table_in(known[key])
        if inner and isinstance(value, Mapping):
            yield from unknown(value, inner, here)
        elif inner and isinstance(value, list):
            for index, entry in enumerate(value):
                if isinstance(entry, Mapping):
                    yield from unknown(entry, inner, (*here, index))
