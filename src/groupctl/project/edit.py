"""Changing named tables of a TOML text: what is not named stays as it is, byte for byte.

Only the sections of a changed table are touched, and in them only the statements whose value changes, so that
comments, order, spacing and line ends survive.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from groupctl.project import shape, write
from groupctl.project.merge import Values, changed, matches, merged, nested
from groupctl.project.model import Project
from groupctl.project.outline import KeyPath
from groupctl.project.sections import Section, cut, joined, removed, resettled, values
from groupctl.project.statements import edited_section


def edit(text: str, changes: Values) -> str:
    """Return the text with new values for top-level keys: a dict for a table, a list of dicts, None to remove."""
    old = tomllib.loads(text)
    overrides = changes.get("thresholds")
    new = {**changes, "thresholds": nested(overrides)} if isinstance(overrides, Mapping) else changes
    named = {key: value for key, value in old.items() if key in new}
    wanted = {key: value for key, value in old.items() if key not in new} | merged(named, new, Project)
    editor = _Editor("\r\n" if re.match(r"[^\n]*\r\n", text) else "\n")
    done = joined(editor.table(cut(text), (), old, wanted), editor.newline)
    return done if text.startswith(("\r", "\n")) else done.lstrip("\r\n")


def _rank(key: str | int) -> int:
    """Return where the model puts a top-level key; unknown ones last."""
    order = [*shape.keys(Project)]
    return order.index(str(key)) if key in order else len(order)


def _place(sections: Sequence[Section], path: KeyPath) -> float:
    """Return the place of a new section: at the top in the model's order, else behind all of its table's."""
    before = [it.place for it in sections if len(path) > 1 or (it.path and _rank(it.path[0]) <= _rank(path[0]))]
    return max(before, default=0) + 0.5


def _below(sections: Sequence[Section], depth: int) -> dict[Any, list[Section]]:
    """Return sections by the part of their paths at this depth, in order."""
    groups: dict[Any, list[Section]] = {}
    for section in sections:
        if len(section.path) > depth:
            groups.setdefault(section.path[depth], []).append(section)
    return groups


class _Editor:
    """Edits a text whose lines end in ``newline``. Paths lead through the text as it was before."""

    def __init__(self, newline: str) -> None:
        self.newline = newline

    def table(self, sections: Sequence[Section], path: KeyPath, old: Values, wanted: Values) -> list[Section]:
        """Return the sections of a table with its new values, given all its sections."""
        own = next((section for section in sections if section.path == path), None)
        pairs = values(own.text) if own else {}
        below = _below(sections, len(path))
        done: list[Section] = []
        here: dict[str, Any] = {}
        for key, want in changed(old, wanted).items():
            group = below.pop(key, [])
            edited = self.sub((*path, key), group, old[key], want) if group and key not in pairs else None
            if edited is not None:
                done += edited
                continue
            # It had no header, or is now something that its header cannot hold: out with it, and in again.
            done += map(removed, group)
            headed = not pairs.get(key) and (write.is_tables(want) or (isinstance(want, Mapping) and not path))
            if headed:
                done.append(self.new((*path, key), write.table((*path, key), want), _place(sections, (*path, key))))
            here[key] = None if headed else want
        done += (section for group in below.values() for section in group)
        if own is None and (not wanted or any(want is not None for want in here.values())):
            own = self.new(path, write.header(path, array=False), min(section.place for section in sections) - 0.5)
        if own:
            done.append(replace(own, text=edited_section(own.text, here, self.newline)))
        return sorted(done, key=lambda section: section.place)

    def new(self, path: KeyPath, text: str, place: float) -> Section:
        """Return a section that the text did not have."""
        return Section(path=path, text=text.replace("\n", self.newline), place=place)

    def sub(self, path: KeyPath, sections: Sequence[Section], old: Any, wanted: Any) -> list[Section] | None:
        """Return the sections of a table, or of an array of tables; None where the value is now something else."""
        if isinstance(old, Mapping) and isinstance(wanted, Mapping):
            return self.table(sections, path, old, wanted)
        if write.is_tables(old) and write.is_tables(wanted):
            return self.entries(sections, path, old, wanted)
        return None

    def entries(
        self, sections: Sequence[Section], path: KeyPath, old: list[Values], new: list[Values]
    ) -> list[Section]:
        """Return the sections of an array of tables: kept entries keep theirs, in the new order."""
        groups = _below(sections, len(path))
        taken = matches(old, new)
        gone = [index for index in groups if index not in taken]
        done: list[Section] = []
        for entry, index in zip(new, taken, strict=True):
            while index is not None and gone and gone[0] < index:
                done += map(removed, groups[gone.pop(0)])
            if index is None:
                done.append(self.new(path, write.table(path, [entry]), 0))
            else:
                done += self.table(groups[index], (*path, index), old[index], entry)
        done += (removed(section) for index in gone for section in groups[index])
        return resettled(done, sorted(section.place for section in sections))
