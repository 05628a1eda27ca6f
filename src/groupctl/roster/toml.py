"""``roster.toml``: the form in which groupctl keeps a roster; one ``[[member]]`` table a person."""

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from groupctl.i18n import _
from groupctl.roster.entry import Entry, Roster, RosterError

VERSION = 1
_KINDS: Mapping[str, tuple[type, ...]] = {
    "name": (str,),
    "id": (str, int),
    "aliases": (list,),
    "joined": (dt.date,),
    "source": (str,),
    "invited_by": (str,),
    "consent": (dt.date, bool),
    "offline": (int, bool),
    "bought": (bool,),
    "tags": (list,),
    "opt_out": (bool,),
    "exempt": (str, bool),
    "fields": (dict,),
}


def entries(path: Path, table: Mapping[str, Any]) -> "Iterator[tuple[Entry | None, list[str], str]]":
    """Yield the members of a file; RosterError where it is no roster. A value of a wrong type is said and left open."""
    members = table.get("member")
    if not isinstance(members, list) or not all(isinstance(member, dict) for member in members):
        raise RosterError(
            _("{file} has no [[member]] tables").format(file=path), _("groupctl roster import makes a roster.toml")
        )
    for place, member in enumerate(members, 1):
        good = {key: value for key, value in member.items() if key in _KINDS and _fits(key, value)}
        doubts = [
            _("row {row}: {field} {text!r} is not understood").format(row=place, field=key, text=str(value)[:40])
            for key, value in member.items()
            if key in _KINDS and key not in good
        ]
        name = str(good.pop("name", "")).strip()
        yield (_entry(name or str(good.get("id", "")), good, place) or None), doubts, f"[[member]] {place}"


def _fits(key: str, value: Any) -> bool:
    return isinstance(value, _KINDS[key]) and not (isinstance(value, bool) and bool not in _KINDS[key])


def _entry(name: str, good: Mapping[str, Any], place: int) -> Entry | None:
    if not name:
        return None
    values = dict(good)
    for key in ("aliases", "tags"):
        values[key] = tuple(str(item).strip() for item in values.get(key, ()) if str(item).strip())
    for key in ("joined", "consent"):
        if isinstance(values.get(key), dt.datetime):
            values[key] = values[key].date()
    values["id"] = str(values.get("id", "")).strip()
    values["offline"] = None if values.get("offline") is None else int(values["offline"])
    exempt = values.get("exempt", "")
    values["exempt"] = exempt if isinstance(exempt, str) else _("no reason given") if exempt else ""
    values["fields"] = {str(title): str(text) for title, text in values.get("fields", {}).items()}
    return Entry(name=name, place=place, **values)


def to_table(roster: Roster) -> dict[str, Any]:
    """Return a roster as TOML values; what is not known is left out."""
    return {"version": VERSION, "member": [_member(entry) for entry in roster.entries]}


def _member(entry: Entry) -> dict[str, Any]:
    values: dict[str, Any] = {
        "name": entry.name,
        "id": entry.id,
        "aliases": list(entry.aliases),
        "joined": entry.joined,
        "source": entry.source,
        "invited_by": entry.invited_by,
        "consent": entry.consent,
        "offline": entry.offline,
        "bought": entry.bought,
        "tags": list(entry.tags),
        "opt_out": entry.opt_out or None,
        "exempt": entry.exempt,
        "fields": dict(entry.fields),
    }
    return {key: value for key, value in values.items() if value is not None and value not in ("", [], {})}
