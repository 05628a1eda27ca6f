"""The group's zone, its days and its moments."""

import datetime as dt
import os
import re
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from groupctl.errors import UsageError
from groupctl.i18n import _
from groupctl.project.model import Project

LONGEST = 100 * 366 * 86400
"""Seconds; a longer span is a slip."""
LOCALTIME = Path("/etc/localtime")
_SPAN = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>m|min|h|d|w|分钟|小时|天|周)")
_SECONDS = {"m": 60, "min": 60, "分钟": 60, "h": 3600, "小时": 3600, "d": 86400, "天": 86400, "w": 604800, "周": 604800}


def now() -> dt.datetime:
    """Return the time; here, so that a test has one place to set it."""
    return dt.datetime.now(dt.UTC)


def zone(project: Project) -> ZoneInfo:
    """Return the group's zone; where it names none, this machine's."""
    for name in (project.group.timezone, os.environ.get("TZ", "").removeprefix(":"), _machine_zone(), "UTC"):
        try:
            if name:
                return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return ZoneInfo("UTC")


def _machine_zone() -> str:
    """Return the name behind the link that most systems keep; empty where there is none."""
    try:
        return str(LOCALTIME.resolve()).partition("zoneinfo/")[2]
    except (OSError, RuntimeError):
        return ""


def moment(day: dt.date, time: dt.time, where: ZoneInfo) -> dt.datetime:
    """Return a time of a day in a zone; one that the clocks skip is as much later as they were set on."""
    wall = dt.datetime.combine(day, time, where)
    return wall.astimezone(dt.UTC).astimezone(where)


def clock(text: str, hour: float) -> dt.time:
    """Return ``20:00`` as a time; the hour (8.5 is half past eight) where it is empty."""
    if text:
        hours, _colon, minutes = text.partition(":")
        return dt.time(int(hours), int(minutes))
    minutes_of_day = min(max(round(hour * 60), 0), 24 * 60 - 1)
    return dt.time(minutes_of_day // 60, minutes_of_day % 60)


def span(text: str) -> dt.timedelta:
    """Return ``90m``, ``2h`` or ``3d`` as a time span; UsageError for anything else."""
    found = _SPAN.fullmatch(text.strip().lower())
    seconds = float(found["number"]) * _SECONDS[found["unit"]] if found else LONGEST + 1
    if seconds > LONGEST:
        raise UsageError(_("{text!r} is no time span").format(text=text[:40]), _("write it like 90m, 2h or 3d"))
    return dt.timedelta(seconds=seconds)


def when(text: str, where: ZoneInfo) -> dt.datetime:
    """Return ``2026-03-02T08:05`` or ``2026-03-02`` as a moment in the zone; UsageError for anything else."""
    try:
        found = dt.datetime.fromisoformat(text.strip())
    except ValueError:
        raise UsageError(_("{text!r} is no time").format(text=text[:40]), _("write it like 2026-03-02T08:05")) from None
    return found.astimezone(where) if found.tzinfo else moment(found.date(), found.time(), where)
