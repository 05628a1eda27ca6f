"""Snapshots: one file an audit, ``audits/<date>.toml`` beside the project, so that the next one can compare."""

import datetime as dt
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from groupctl.auditing.result import AuditResult
from groupctl.figures.named import Figures
from groupctl.files import write_toml
from groupctl.i18n import _
from groupctl.reasons import reason

FOLDER = "audits"
VERSION = 1
_NAME = re.compile(r"(\d{4}-\d\d-\d\d)(?:\.(\d+))?")
"""``2026-11-22``, and what later audits of that day leave: ``2026-11-22.2``."""


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """What is kept of one audit."""

    when: dt.datetime
    figures: Figures
    findings: Mapping[tuple[str, str], float | None] = field(default_factory=dict)
    """The figure of each finding (None where it has none), by code and what it is about."""
    last: dt.datetime | None = None
    """The last moment of the chat that it saw, wall-clock time."""
    part: str = ""
    """Which part of the log it saw: empty for all of it, ``last`` for what came since the audit before."""
    day: str = ""
    """The day that its file is named after (2026-11-22)."""


def save(result: AuditResult, folder: Path, when: dt.datetime, part: str = "") -> Path:
    """Write the snapshot of an audit into a folder and return its path.

    An audit of the whole log replaces one of the same day; a part (``part`` names it) stands beside what that day saw
    before. GroupctlError where the folder cannot be written.
    """
    path = _place(folder, f"{when:%Y-%m-%d}", part)
    write_toml(path, to_table(result, when, part))
    return path


def _place(folder: Path, day: str, part: str) -> Path:
    """Return where a snapshot of a day goes, so that nothing is lost that it does not hold itself."""
    before = [path for path in files(folder, ".toml") if path.name.startswith(day)]
    again = (path for path in before if not part and _is_whole(path))
    number = f".{_order(before[-1], '.toml')[1] + 1}" if before else ""
    return next(again, folder / f"{day}{number}.toml")


def _is_whole(path: Path) -> bool:
    try:
        return not _read(path).part
    except (OSError, ValueError, KeyError, TypeError):
        return False


def files(folder: Path, suffix: str) -> list[Path]:
    """Return what audits left in a folder under the names of their days, the oldest first."""
    found = (path for path in folder.glob(f"????-??-??*{suffix}") if _NAME.fullmatch(path.name.removesuffix(suffix)))
    return sorted(found, key=lambda path: _order(path, suffix))


def _order(path: Path, suffix: str) -> tuple[str, int]:
    """Return the day of a file and the how manieth of that day it is."""
    day, _dot, number = path.name.removesuffix(suffix).partition(".")
    return day, int(number or 1)


def to_table(result: AuditResult, when: dt.datetime, part: str = "") -> dict[str, Any]:
    """Return a snapshot as TOML values; figures that the export did not show are left out."""
    return {
        "version": VERSION,
        "when": when.replace(microsecond=0),
        **({"part": part} if part else {}),
        "files": [report.file for report in result.reports],
        "period": _given({"first": result.first, "last": result.last}),
        "figures": _given(result.figures),
        "finding": [
            _given(
                {
                    "code": finding.code,
                    "about": finding.about or None,
                    "severity": finding.severity.key,
                    "figure": finding.figure,
                    "threshold": finding.threshold,
                }
            )
            for finding in result.findings
        ],
    }


def _given(values: Any) -> dict[str, Any]:
    return {
        name: round(value, 6) if isinstance(value, float) else value
        for name, value in values.items()
        if value is not None
    }


def load(folder: Path, before: dt.date) -> tuple[tuple[Snapshot, ...], tuple[str, ...]]:
    """Return the snapshots of a folder from days before ``before``, the oldest first, and what could not be read."""
    found: list[Snapshot] = []
    problems: list[str] = []
    for path in files(folder, ".toml"):
        if path.stem >= before.isoformat():
            continue
        try:
            found.append(_read(path))
        except (OSError, ValueError, KeyError, TypeError) as error:
            problems.append(
                _("{file} cannot be read and is left out of the trend: {reason}").format(
                    file=path, reason=reason(error)
                )
            )
    return tuple(found), tuple(problems)


def _read(path: Path) -> Snapshot:
    """Read one snapshot; ValueError and its kin where it is not one."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    figures = {name: value for name, value in table["figures"].items() if isinstance(value, int | float)}
    when = table["when"]
    if not isinstance(when, dt.datetime):
        raise TypeError(_("when is no date"))
    return Snapshot(
        when=when,
        figures=figures,
        findings={(one["code"], one.get("about", "")): one.get("figure") for one in table.get("finding", ())},
        last=table.get("period", {}).get("last"),
        part=table.get("part", ""),
        day=_order(path, ".toml")[0],
    )


def comparable(snapshots: Sequence[Snapshot], part: str, today: dt.date) -> tuple[Snapshot, ...]:
    """Return the snapshots of the same part of a log: a week says nothing about a year.

    Of the whole log, those of earlier days: the same audit an hour ago is no trend.
    """
    alike = (snapshot for snapshot in snapshots if snapshot.part == part)
    return tuple(snapshot for snapshot in alike if part or snapshot.day < today.isoformat())


def last_seen(snapshots: Sequence[Snapshot]) -> dt.datetime | None:
    """Return the last moment of the chat that any of the snapshots saw; None where nothing was audited yet."""
    return max((snapshot.last for snapshot in snapshots if snapshot.last), default=None)
