"""``tiers.toml``: the last plan, so that the next one can say who moved.

What somebody set or wrote in it by hand stays: pinned tiers, keys that we do not know, comments. It is no place for
tomlkit, which needs about 0.45 ms for each member: most of a minute for 100,000.
"""

import datetime as dt
import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from groupctl.display import one_line
from groupctl.errors import GroupctlError
from groupctl.files import locked, write_atomic
from groupctl.i18n import _
from groupctl.reasons import reason
from groupctl.tiers import comments
from groupctl.tiers.comments import END, HEADER, Comments

VERSION = 1
FILE = "tiers.toml"
_OURS = 'pinned = true, reason = "…"'
"""What the comment ends in that the program writes at the head of the file."""
_MANY = 1000
"""Members from which on a file is read by its usual form; below, nobody waits for tomllib."""
_TEXT, _DAY = r'"([^"\\\x00-\x1f\x7f]+)"', r"(\d{4}-\d\d-\d\d)"
_USUAL = re.compile(
    rf"\[\[member\]\]\nid = {_TEXT}\n(?:name = {_TEXT}\n)?tier = {_TEXT}\nsince = {_DAY}\n"
    rf"(?:placed = {_TEXT}\n)?(?:below_since = {_DAY}\n)?(?:pinned = (true)\n)?(?:reason = {_TEXT}\n)?\n?"
)
"""One member as the program writes it, in the order of ``_KINDS``."""


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
    comments: Comments | None = None
    """What somebody wrote beside it."""


@dataclass(frozen=True, kw_only=True)
class History:
    """The last plan."""

    today: dt.date
    """The last day of the log it was made of."""
    tier_set: str
    members: Mapping[str, Standing]
    head: tuple[str, ...] = ()
    """Comments of others at the head of the file."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Keys that somebody else put there."""


def load(path: Path) -> History | None:
    """Return the last plan; None where there is none yet. HistoryError for a file that is damaged."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise _damaged(path, reason(error)) from None
    try:
        table = _parsed(text)
    except (ValueError, RecursionError) as error:
        raise _damaged(path, reason(error)) from None
    return _commented(_history(path, table), text)


def _parsed(text: str) -> Mapping[str, Any]:
    """Return what tomllib reads; members in their usual form are read in another way, which is many times quicker."""
    begins = [found.start() for found in re.finditer(r"^\[\[member\]\]\n", text, re.MULTILINE)]
    if len(begins) < _MANY or '"""' in text or "'''" in text:
        return tomllib.loads(text)
    usual: list[Mapping[str, Any] | None] = []
    others = [text[: begins[0]]]
    try:
        for start, end in pairwise([*begins, len(text)]):
            found = _USUAL.fullmatch(text, start, end)
            usual.append(_table_of(found) if found else None)
            others += [] if found else [text[start:end]]
        table = tomllib.loads("".join(others))
        rest = iter(table.get("member", []))
        members = [next(rest) if one is None else one for one in usual]
    except (ValueError, StopIteration):
        return tomllib.loads(text)  # which says what is wrong, and in which line
    return table | {"member": members} if next(rest, None) is None else tomllib.loads(text)


def _table_of(found: re.Match[str]) -> Mapping[str, Any]:
    days = {"since", "below_since"}
    given = ((key, value) for key, value in zip(_KINDS, found.groups(), strict=True) if value is not None)
    return {
        key: dt.date.fromisoformat(value) if key in days else value == "true" if key == "pinned" else value
        for key, value in given
    }


def _commented(history: History, text: str) -> History:
    """Return the plan with the comments of its file."""
    head, at = comments.read(text, _OURS)
    ids = list(history.members) if at else []
    told = {ids[place]: replace(history.members[ids[place]], comments=found) for place, found in at.items()}
    return replace(history, head=head, members={**history.members, **told})


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
    extra = {key: value for key, value in table.items() if key not in ("version", "when", "today", "set", "member")}
    return History(today=today, tier_set=str(table.get("set", "")), members=standings, extra=extra)


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
    lines = [f"# {heading} {_OURS}", *history.head]
    lines += [f"version = {VERSION}", f"when = {when.replace(microsecond=0).isoformat()}"]
    lines += [f"today = {history.today.isoformat()}", f"set = {_value(history.tier_set)}"]
    lines += [f"{_key(key)} = {_value(value)}" for key, value in history.extra.items()]
    lines += ["", *map(_table, history.members.values())]
    with locked(path):
        write_atomic(path, "\n".join(lines))


def _table(one: Standing) -> str:
    lines = [(key, f"{_key(key)} = {_value(value)}") for key, value in _said(one)]
    if one.comments:
        told = one.comments.around([(HEADER, HEADER), *lines])
    else:
        told = [HEADER, *(line for _name, line in lines)]
    return "\n".join([*told, END])


def _said(one: Standing) -> Iterator[tuple[str, Any]]:
    """Yield the keys of a member that say something."""
    yield "id", one.id
    if one.name != one.id:
        yield "name", one.name
    yield "tier", one.tier
    yield "since", one.since
    if one.placed and not one.pinned:
        yield "placed", one.placed
    if one.below_since:
        yield "below_since", one.below_since
    if one.pinned:
        yield "pinned", True
    if one.reason:
        yield "reason", one.reason
    yield from ((key, value) for key, value in one.extra.items() if value not in (None, ""))


def _key(key: str) -> str:
    return key if key.isidentifier() and key.isascii() else _value(key)


_written = json.JSONEncoder(ensure_ascii=False).encode


def _value(value: Any) -> str:
    """Return a value as TOML on one line; strings as JSON writes them, which TOML reads alike."""
    if isinstance(value, str):
        text = value if value.isascii() else value.encode("utf-8", "replace").decode()
        return _written(text).replace("\x7f", "\\u007F")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_key(str(key))} = {_value(inner)}' for key, inner in value.items())}}}"
    return str(value)


def of(today: dt.date, tier_set: str, members: Iterable[Standing], last: History | None = None) -> History:
    """Return a plan to keep, with what others wrote at the head of the last one.

    Comments at members who are in the plan no more go there too, with the name they were about.
    """
    kept = {one.id: one for one in members}
    if last is None:
        return History(today=today, tier_set=tier_set, members=kept)
    there = {id(one.comments) for one in kept.values() if one.comments}
    gone = [one for one in last.members.values() if one.comments and id(one.comments) not in there]
    told = [f"# {one_line(one.name)}: {text.lstrip('# ')}" for one in gone if one.comments for text in one.comments.all]
    return History(today=today, tier_set=tier_set, members=kept, head=(*last.head, *told), extra=last.extra)
