"""``tiers.toml``: the last plan, so that the next one can say who moved; what somebody set by hand stays."""

import datetime as dt
import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from groupctl.errors import GroupctlError
from groupctl.files import locked, write_atomic
from groupctl.i18n import _

VERSION = 1
FILE = "tiers.toml"


class HistoryError(GroupctlError):
    """``tiers.toml`` cannot be used as it stands."""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where one member stands."""

    id: str
    name: str
    tier: str
    since: dt.date
    placed: str = ""
    """The tier that groupctl gave; where ``tier`` differs, somebody set it by hand."""
    below_since: dt.date | None = None
    """Since when the rule no longer holds; the tier is held for a while."""
    pinned: bool = False
    reason: str = ""
    """Why it was set by hand."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Keys that somebody else put there."""


@dataclass(frozen=True, kw_only=True)
class History:
    """The last plan."""

    today: dt.date
    """The last day of the log it was made of."""
    tier_set: str
    members: Mapping[str, Standing]


def load(path: Path) -> History | None:
    """Return the last plan; None where there is none yet. HistoryError for a file that is damaged."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise _damaged(path, str(getattr(error, "strerror", "") or error)) from None
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise _damaged(path, str(error)) from None
    return _history(path, table)


def _damaged(path: Path, reason: str) -> HistoryError:
    return HistoryError(
        _("{file} cannot be read: {reason}").format(file=path, reason=reason),
        _("mend it, or move it away: without it groupctl makes a new plan, and forgets who was set by hand"),
    )


def _history(path: Path, table: Mapping[str, Any]) -> History:
    version = table.get("version", VERSION)
    if not isinstance(version, int) or version > VERSION:
        raise _damaged(path, _("it was made by a newer groupctl"))
    today, members = table.get("today"), table.get("member", [])
    if not isinstance(today, dt.date) or not isinstance(members, list):
        raise _damaged(path, _("it names no day, or no members"))
    standings: dict[str, Standing] = {}
    for place, member in enumerate(members, 1):
        one = _standing(member, today)
        if one is None:
            raise _damaged(
                path, _("the {place}. [[member]] has no id or tier, or one of the wrong kind").format(place=place)
            )
        if one.id in standings:
            raise _damaged(path, _("{name} stands in it twice").format(name=one.id))
        standings[one.id] = one
    return History(today=today, tier_set=str(table.get("set", "")), members=standings)


_KINDS: Mapping[str, type | tuple[type, ...]] = {
    "id": str, "name": str, "tier": str, "since": dt.date, "placed": str, "below_since": dt.date, "pinned": bool,
    "reason": str,
}  # fmt: skip


def _standing(member: Any, today: dt.date) -> Standing | None:
    if not isinstance(member, dict) or not member.get("id") or not member.get("tier"):
        return None
    known = {key: value for key, value in member.items() if key in _KINDS}
    if not all(isinstance(value, _KINDS[key]) for key, value in known.items()):
        return None
    extra = {key: value for key, value in member.items() if key not in _KINDS}
    return Standing(**{"name": known["id"], "since": today, "placed": known["tier"], **known}, extra=extra)


def save(path: Path, history: History, when: dt.datetime) -> None:
    """Write the plan in place of the last one; GroupctlError where that cannot be done. Hold ``locked(path)``."""
    heading = _("The last plan of groupctl tiers. To set somebody's tier by hand, change tier and add:")
    pinned = 'pinned = true, reason = "…"'
    lines = [f"# {heading} {pinned}", f"version = {VERSION}", f"when = {when.replace(microsecond=0).isoformat()}"]
    lines += [f"today = {history.today.isoformat()}", f"set = {_value(history.tier_set)}", ""]
    lines += [_table(one) for one in history.members.values()]
    with locked(path):
        write_atomic(path, "\n".join(lines))


def _table(one: Standing) -> str:
    lines = ["[[member]]", f"id = {_value(one.id)}"]
    if one.name != one.id:
        lines.append(f"name = {_value(one.name)}")
    lines += [f"tier = {_value(one.tier)}", f"since = {one.since.isoformat()}"]
    lines += _given(placed="" if one.pinned else one.placed, below_since=one.below_since)
    lines += _given(pinned=one.pinned or None, reason=one.reason) + _given(**one.extra)
    return "\n".join([*lines, ""])


def _given(**values: Any) -> list[str]:
    return [
        f"{_value(key) if not key.isidentifier() else key} = {_value(value)}"
        for key, value in values.items()
        if value not in (None, "")
    ]


def _value(value: Any) -> str:
    """Return a value as TOML on one line; strings as JSON writes them, which TOML reads alike."""
    if isinstance(value, str):
        text = value.encode("utf-8", "replace").decode()
        return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_value(str(key))} = {_value(inner)}' for key, inner in value.items())}}}"
    return str(value)


def of(today: dt.date, tier_set: str, members: Iterable[Standing]) -> History:
    """Return a plan to keep."""
    return History(today=today, tier_set=tier_set, members={one.id: one for one in members})
