"""Shows what will be written, as TOML, and what that changes."""

import difflib
from collections.abc import Iterator, Mapping
from typing import Any

from groupctl.cli.wizard.asking import WIDTH
from groupctl.display import cells, printable
from groupctl.wrapping import wrap


def as_toml(tables: Mapping[str, Any]) -> str:
    """Return tables as group.toml would hold them."""
    import tomlkit

    return tomlkit.dumps(tables).strip() + "\n" if tables else ""


def folded(text: str, indent: str) -> Iterator[str]:
    """Yield the lines of a TOML text for the screen: printable, long ones broken, what follows a break set in."""
    for line in printable(text).splitlines():
        first, *more = wrap(line, WIDTH - cells(indent) - 2) or [""]
        yield indent + first
        yield from (f"{indent}  {rest}" for rest in more)


def difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """Return the lines that come in (``+``) and go out (``-``); empty where nothing changes."""
    old, new = as_toml(before).splitlines(), as_toml(after).splitlines()
    return "\n".join(line for line in difflib.ndiff(old, new) if line[0] in "+-" and line[2:].strip())
