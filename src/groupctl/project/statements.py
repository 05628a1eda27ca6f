"""Changing ``key = value`` statements within one section of a TOML text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from groupctl.project import write
from groupctl.project.lists import relisted
from groupctl.project.merge import Values, changed
from groupctl.project.outline import KeyPath, Statement, outline
from groupctl.project.sections import values

_INDENT = re.compile(r"[ \t]*")


def edited_section(text: str, changes: Values, newline: str) -> str:
    """Return a section's text with new values for some keys of its table; None removes a key."""
    found = _Statements(text)
    splices = [*found.splices(found.pairs, found.base, values(text), changes)]
    done, at = "", 0
    for place, new in sorted(splices, key=lambda splice: splice[0].start):
        done += text[at : place.start] + new.replace("\n", newline)
        at = place.stop
    rest = text[at : found.end]
    if found.added:
        rest += newline if (done + rest) and not (done + rest).endswith("\n") else ""
        rest += "".join(found.added).replace("\n", newline)
    return done + rest + text[found.end :]


class _Statements:
    def __init__(self, text: str) -> None:
        self.text = text
        found = outline(text).statements
        self.base: KeyPath = found[0].path if found and found[0].value is None else ()
        self.pairs = [statement for statement in found if statement.value]
        self.end = found[-1].end if found else len(text)
        self.added: list[str] = []
        """Statements to put behind the last one."""

    def splices(
        self, pairs: Sequence[Statement], path: KeyPath, old: Values, changes: Values
    ) -> Iterator[tuple[slice, str]]:
        """Yield places of the text with what stands there from now on, to give the keys below a path new values."""
        for key, want in changes.items():
            mine = [pair for pair in pairs if pair.path[len(path)] == key]
            dotted = bool(mine) and len(mine[0].path) > len(path) + 1
            if dotted and want and isinstance(want, Mapping):
                yield from self.splices(mine, (*path, key), old[key], changed(old[key], want))
            elif mine and not dotted and want is not None:
                yield self.replaced(mine[0], old[key], want)
            else:
                yield from ((slice(pair.start, pair.end), "") for pair in mine)
                self.add((*path, key), want)

    def replaced(self, pair: Statement, old: Any, new: Any) -> tuple[slice, str]:
        """Return the place of a value and the new value."""
        assert pair.value
        if isinstance(old, list) and isinstance(new, list):
            return pair.value, relisted(self.text[pair.value].replace("\r\n", "\n"), old, new)
        return pair.value, write.literal(new)

    def add(self, path: KeyPath, value: Any) -> None:
        """Put a new key behind the others, indented like the last of them."""
        indent = _INDENT.match(self.text, self.pairs[-1].start) if self.pairs else None
        if value is not None:
            names = [str(key) for key in path[len(self.base) :]]
            self.added += [(indent[0] if indent else "") + line for line in write.statements(names, value)]
