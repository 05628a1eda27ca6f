"""What a template may see of a project: plain tables of printable text, and nothing that can be called.

Names and rules are written by operators, nicknames by strangers: control codes, escape sequences and marks that
turn the direction of the line are taken out, and a line stays one line. Addresses and secrets of channels are left out.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any, get_args

from groupctl.display import one_line, printable
from groupctl.errors import UsageError
from groupctl.fitting import without_everybody
from groupctl.i18n import _
from groupctl.project.model import Project, Step
from groupctl.texts.schedule import spoken

PROSE = frozenset({"entry.agreement", "occasions.text"})
"""Keys whose text may have several lines."""
HIDDEN = frozenset({"channel", "thresholds", "ignore"})
LISTS = {"role": "roles", "activity": "activities", "occasion": "occasions", "tier": "tiers"}
"""Lists by their name in ``group.toml`` and in a template, where the singular is the one that the text is about."""

LONGEST = 20_000
"""Characters of one value: more than the longest message of any platform."""


class Table(dict[str, Any]):
    """A table that a template reads by key; ``key`` is its own place, for messages."""

    def __init__(self, items: Mapping[str, Any], key: str) -> None:
        super().__init__(items)
        self.key = key


def plain(text: str, *, lines: bool = False) -> str:
    """Return foreign text as a template may print it: no control codes, and no mention that would ring everybody."""
    shown = printable(text).strip()
    return without_everybody(shown if lines else one_line(shown))


def short_enough(text: str, key: str) -> str:
    """Return a value as it is; UsageError for one that is no part of a text but a text of its own, or an attack."""
    if len(text) > LONGEST:
        problem = _("{key} is {length:,} characters long; a text takes {most:,}")
        raise UsageError(problem.format(key=key, length=len(text), most=LONGEST))
    return text


def visible(project: Project) -> dict[str, Any]:
    """Return the variables of a project: each table by its name, unset keys as empty text."""
    tables = {
        LISTS.get(name, name): value
        for name, value in project.model_dump(by_alias=True, exclude={"channel", "thresholds_", "ignore"}).items()
        if name not in HIDDEN
    }
    seen = {name: _clean(value, name) for name, value in tables.items()}
    seen["gameplay"] = [_slot(slot) for slot in seen["gameplay"]]
    seen["rules"]["prohibited"] = [_rule(rule) for rule in seen["rules"]["prohibited"]]
    return seen


def _clean(value: Any, key: str) -> Any:
    if isinstance(value, str):
        return plain(short_enough(value, key), lines=key in PROSE)
    if isinstance(value, Mapping):
        return Table({plain(str(name)): _clean(inner, f"{key}.{name}") for name, inner in value.items()}, key)
    if isinstance(value, list | tuple):
        cleaned = [_clean(inner, key) for inner in value]
        return [inner for inner in cleaned if inner != ""]
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return "" if value is None else value


def _slot(slot: Table) -> Table:
    return Table({**slot, **spoken(slot["schedule"])}, slot.key)


def _rule(rule: Table) -> Table:
    """Return a prohibited item with ``after``: for each step, the one that follows it on this ladder, or none."""
    ladder = rule["ladder"]
    after = dict.fromkeys(get_args(Step), "")
    after |= {step: ladder[place + 1] for place, step in _first_places(ladder)}
    return Table({**rule, "after": Table(after, f"{rule.key}.after")}, rule.key)


def _first_places(ladder: list[str]) -> list[tuple[int, str]]:
    """Return (place, step) where each step first stands on a ladder, its last rung left out."""
    return [(place, step) for place, step in enumerate(ladder[:-1]) if step not in ladder[:place]]


def look_up(variables: Mapping[str, Any], key: str) -> list[Any]:
    """Return what stands at a dotted key: one value, or through a list one for each item; [""] where nothing does."""
    found: list[Any] = [variables]
    for part in key.split("."):
        items = [inner for outer in found for inner in (outer if isinstance(outer, list) else [outer])]
        found = [item.get(part, "") if isinstance(item, Mapping) else "" for item in items]
    return found or [""]
