"""Ready-made groups: files ``templates/presets/<name>.<language>.toml`` of the shape of group.toml.

A table ``[preset]`` holds title and summary. A target's date is given in weeks (``by_weeks = 8``) and becomes a
day when the preset is used, so that a preset is never out of date.
"""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any

from groupctl.cli.wizard.questions import Plan, plan_of, questions
from groupctl.errors import UsageError
from groupctl.i18n import _
from groupctl.resources import templates_dir

FOLDER = "presets"


@dataclass(frozen=True, kw_only=True)
class Preset:
    """One ready-made group in one language; ``tables`` is what it would write, dates resolved."""

    name: str
    language: str
    title: str
    summary: str
    tables: Mapping[str, Any]

    @property
    def plan(self) -> dict[str, Any]:
        """Its answers to the wizard's questions, by key."""
        return plan_of(self.tables, questions())


@cache
def names() -> tuple[str, ...]:
    """Return the names of all presets, sorted."""
    return tuple(sorted({path.name.split(".")[0] for path in (templates_dir() / FOLDER).glob("*.*.toml")}))


@cache
def load(name: str, language: str, today: dt.date) -> Preset:
    """Return one preset in one language (in English where it lacks that); UsageError for an unknown name."""
    if name not in names():
        near = get_close_matches(name, names(), n=1)
        guess = _("; did you mean {name}?").format(name=near[0]) if near else ""
        raise UsageError(
            _("no preset is called {name!r}").format(name=name[:40]) + guess,
            _("groupctl init --list-presets shows them all"),
        )
    tables = _read(name, language)
    about = tables.pop("preset", {})
    tables = {**tables, "group": {**tables.get("group", {}), "language": language}}
    return Preset(
        name=name,
        language=language,
        title=about.get("title", name),
        summary=about.get("summary", ""),
        tables=resolve_dates(tables, today),
    )


@cache
def _text(name: str, language: str) -> str:
    path = templates_dir() / FOLDER / f"{name}.{language}.toml"
    fallback = templates_dir() / FOLDER / f"{name}.en.toml"
    return (path if path.is_file() else fallback).read_text(encoding="utf-8")


def _read(name: str, language: str) -> dict[str, Any]:
    return tomllib.loads(_text(name, language))


def load_all(language: str, today: dt.date) -> tuple[Preset, ...]:
    """Return every preset in one language."""
    return tuple(load(name, language, today) for name in names())


def resolve_dates(tables: Mapping[str, Any], today: dt.date) -> dict[str, Any]:
    """Turn every target's ``by_weeks`` into the day ``by``."""
    goal = tables.get("goal")
    if not isinstance(goal, Mapping) or not isinstance(goal.get("target"), list):
        return dict(tables)
    targets = [_dated(target, today) if isinstance(target, dict) else target for target in goal["target"]]
    return {**tables, "goal": {**goal, "target": targets}}


def resolve_plan(plan: dict[str, Any], today: dt.date) -> dict[str, Any]:
    """Do the same for answers by key."""
    targets = plan.get("goal.target")
    return {**plan, "goal.target": [_dated(target, today) for target in targets]} if targets else plan


def _dated(target: dict[str, Any], today: dt.date) -> dict[str, Any]:
    weeks = target.get("by_weeks")
    if not isinstance(weeks, int) or not 0 < weeks < 1000:
        return target
    rest = {key: value for key, value in target.items() if key != "by_weeks"}
    return {**rest, "by": rest.get("by") or today + dt.timedelta(weeks=weeks)}


def nearest(plan: Plan, language: str, today: dt.date) -> tuple[Preset, ...]:
    """Return all presets, most like the plan first: side and kind of goal weigh double, the platform once."""
    weights = {"goal.kind": 2, "group.side": 2, "group.platform": 1}

    def likeness(preset: Preset) -> int:
        own = preset.plan
        return sum(weight for key, weight in weights.items() if plan.get(key) and plan[key] == own.get(key))

    return tuple(sorted(load_all(language, today), key=likeness, reverse=True))
