"""Groups with a schedule, in a few lines."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from groupctl.project import Project
from groupctl.schedule import plan

SHANGHAI = ZoneInfo("Asia/Shanghai")


def group(zone: str = "Asia/Shanghai", **tables: Any) -> Project:
    """Return a project with this zone and these tables."""
    head = {"name": "Macro Lens Club", "timezone": zone, "language": "en", **tables.pop("group", {})}
    return Project.model_validate({"group": head, **tables})


def slot(schedule: str, **keys: Any) -> dict[str, Any]:
    return {"id": "qa", "kind": "qa", "schedule": schedule, **keys}


def at(text: str, zone: str = "Asia/Shanghai") -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def moments(project: Project, first: str, last: str, zone: str = "Asia/Shanghai") -> list[str]:
    """Return what is owed between two wall-clock times as ``key at``."""
    found = plan(project, at(first, zone), at(last, zone))
    return [f"{item.key} {item.at:%m-%d %H:%M}" for item in found.items]
