"""The two complete groups, in Chinese and in English, and ways to break them."""

import copy
import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

from groupctl.gate import GateResult, check
from groupctl.project import Project

TODAY = dt.date(2026, 11, 22)
FOLDER = Path(__file__).parent
LANGUAGES = ("zh", "en")


def table(language: str) -> dict[str, Any]:
    """Return a complete group as ``group.toml`` holds it."""
    return tomllib.loads((FOLDER / f"good_{language}.toml").read_text(encoding="utf-8"))


def changed(language: str, changes: dict[str, Any]) -> dict[str, Any]:
    """Return a complete group with other values at dotted places; None takes away what is there."""
    found = copy.deepcopy(table(language))
    for place, value in changes.items():
        *parents, last = (int(key) if key.isdigit() else key for key in place.split("."))
        inner: Any = found
        for key in parents:
            inner = inner[key] if isinstance(key, int) else inner.setdefault(key, {})
        if value is None:
            del inner[last]
        elif isinstance(last, int):
            inner[last] = value
        else:
            inner[last] = value
    return found


def gate(language: str, changes: dict[str, Any] | None = None, **options: Any) -> GateResult:
    """Return what the gate says of a complete group, changed."""
    return check(Project.model_validate(changed(language, changes or {})), today=TODAY, **options)


def named(name: str, **tables: Any) -> Project:
    """Return a project that has a name and what else is given."""
    return Project.model_validate({"group": {"name": name}, **tables})
