"""A slot's cron expression as a template can say it: the time, and on which days, where a person would say it so."""

import re
from typing import Any

_DAYS = {name: number for number, name in enumerate(("sun", "mon", "tue", "wed", "thu", "fri", "sat"))}
_NOTHING = {"time": "", "every": "", "days": [], "run": False}


def spoken(expression: str) -> dict[str, Any]:
    """Return ``time`` (``20:00``), ``every`` (day, week, month), ``days`` (1 to 7 from Monday, or 1 to 31) and ``run``.

    ``run`` is true for three or more days of the week, one after the other. All are empty for an expression that has
    no such simple reading, for example one that fires every ten minutes.
    """
    fields = expression.lower().split()
    if len(fields) != 5:
        return dict(_NOTHING)
    minute, hour, day, month, weekday = fields
    if month != "*" or not _is_number(minute, 59) or not _is_number(hour, 23):
        return dict(_NOTHING)
    days = _days(day, weekday)
    return {**_NOTHING, **days, "time": f"{int(hour)}:{int(minute):02}"} if days["every"] else dict(_NOTHING)


def _is_number(field: str, most: int) -> bool:
    return field.isascii() and field.isdigit() and len(field) < 3 and int(field) <= most


def _days(day: str, weekday: str) -> dict[str, Any]:
    if day == "*" and weekday in {"*", "?"}:
        return {"every": "day", "days": []}
    if day in {"*", "?"}:
        days = sorted({number or 7 for number in _weekdays(weekday)})
        every = "day" if len(days) == 7 else "week" if days else ""
        return {"every": every, "days": days, "run": 2 < len(days) < 7 and days[-1] - days[0] == len(days) - 1}
    if weekday in {"*", "?"} and all(_is_number(one, 31) for one in day.split(",")):
        return {"every": "month", "days": sorted({int(one) for one in day.split(",")})}
    return {"every": "", "days": []}


def _weekdays(field: str) -> list[int]:
    """Return cron's days (0 is Sunday) of ``1,3``, ``mon-fri`` and the like; empty where it is none."""
    days: list[int] = []
    for part in field.split(","):
        found = re.fullmatch(r"([0-7]|[a-z]{3})(?:-([0-7]|[a-z]{3}))?", part)
        ends = [_DAYS.get(end, int(end) if end.isdigit() else -1) for end in found.groups() if end] if found else [-1]
        if -1 in ends or ends[0] > ends[-1]:
            return []
        days += [day % 7 for day in range(ends[0], ends[-1] + 1)]
    return days
