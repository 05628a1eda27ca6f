"""Strikes between audits: ``strikes.toml`` beside the project, which only the program writes and anybody may correct.

A strike stays until somebody takes it out; it counts until it expires. By hand one adds ``forgiven = true`` to one that
shall not count, or ``taken = "warn"`` for a step that the log does not show; both survive every audit.
"""

import datetime as dt
import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from groupctl.errors import ProjectError
from groupctl.facts.strikes import Strike, merged
from groupctl.files import locked, write_toml
from groupctl.i18n import _
from groupctl.reasons import reason

FILE = "strikes.toml"
VERSION = 1
TABLE = "strike"
_HEADER = re.compile(r"^\s*\[\[\s*strike\s*\]\]")
_NEEDED: Mapping[str, type] = {"rule": str, "who": str, "at": dt.datetime, "expires": dt.date}
_OPTIONAL: Mapping[str, type] = {
    "name": str,
    "file": str,
    "line": int,
    "message": str,
    "count": int,
    "proposed": str,
    "seen": str,
    "taken": str,
    "taken_at": dt.datetime,
    "forgiven": bool,
}


class StrikesError(ProjectError):
    """The file of strikes cannot be used as it stands; nothing is written over it."""


def load(path: Path) -> tuple[Strike, ...]:
    """Return the strikes of earlier audits, none where there is no file; StrikesError names the line that is wrong."""
    return tuple(strike for strike, _table in _read(path)[1])


def record(path: Path, found: Sequence[Strike]) -> int:
    """Add what an audit found to the file and return how many strikes are new.

    Whoever writes at the same time waits; what stands there, and keys that we do not know, stay. StrikesError where
    the file is damaged, GroupctlError where it cannot be written.
    """
    if not found and not path.exists():
        return 0
    with locked(path):
        top, known = _read(path)
        before = {strike.key: table for strike, table in known}
        strikes = merged((strike for strike, _table in known), found)
        tables = [before.get(strike.key, {}) | _table(strike) for strike in strikes]
        if tables != [table for _strike, table in known]:
            write_toml(path, {**top, "version": VERSION, TABLE: tables})
    return len(strikes) - len(known)


def _table(strike: Strike) -> dict[str, Any]:
    """Return a strike as TOML values; what is empty is left out."""
    names = (*_NEEDED, *_OPTIONAL)
    return {name: value for name in names if (value := getattr(strike, name)) not in (None, "", False)}


def _read(path: Path) -> tuple[dict[str, Any], list[tuple[Strike, dict[str, Any]]]]:
    """Return the keys beside the strikes, and each strike with its table as it stands."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}, []
    except (OSError, UnicodeDecodeError) as error:
        raise _damaged(path, reason(error)) from error
    try:
        top = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _damaged(path, reason(error)) from error
    tables = top.pop(TABLE, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise _damaged(path, _("{key} is no list of tables").format(key=TABLE))
    lines = [number for number, line in enumerate(text.splitlines(), 1) if _HEADER.match(line)]
    return top, [
        (_strike(path, table, lines[place] if place < len(lines) else 0), table) for place, table in enumerate(tables)
    ]


def _strike(path: Path, table: Mapping[str, Any], line: int) -> Strike:
    for name, kind in _NEEDED.items():
        if name not in table:
            raise _damaged(path, _("line {line}: {key} is missing").format(line=line, key=name))
        _refuse_other(path, name, table[name], kind, line)
    for name, kind in _OPTIONAL.items():
        if name in table:
            _refuse_other(path, name, table[name], kind, line)
    known = {name: table[name] for name in (*_NEEDED, *_OPTIONAL) if name in table}
    return Strike(**{"name": table["who"], **known})


def _refuse_other(path: Path, name: str, value: Any, kind: type, line: int) -> None:
    is_day = kind is dt.date and isinstance(value, dt.datetime)
    if not isinstance(value, kind) or is_day or (kind is int and isinstance(value, bool)):
        text = _("line {line}: {key} cannot be {value!r}").format(line=line, key=name, value=value)
        raise _damaged(path, text)


def _damaged(path: Path, reason: str) -> StrikesError:
    return StrikesError(
        _("{file} cannot be read: {reason}").format(file=path, reason=reason),
        _("correct that line, or move the file away to begin anew; nothing was changed"),
    )
