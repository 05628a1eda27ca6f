"""A cron expression as recurrence rules of iCalendar (RFC 5545), where it has such a reading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from groupctl.recurrence import FIELDS

_DAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_NAMES = {"sun": 0, "mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6}
_YEAR = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_YEAR, 1)}
_BOUNDS = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))
_PART = re.compile(r"(?P<first>\*|[a-z]{3}|\d+)(?:-(?P<last>[a-z]{3}|\d+))?(?:/(?P<step>\d+))?")
MOST_TIMES = 6
"""Times a day that are written as entries of their own: many calendars do not know BYHOUR."""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One recurring entry: at one time of day, or with the times in the rule."""

    hour: int
    minute: int
    parts: dict[str, str | list[int] | list[str]]
    """As icalendar takes them: ``{"FREQ": "WEEKLY", "BYDAY": ["MO", "TH"]}``."""


def rules(expression: str) -> list[Rule]:
    """Return the rules of an expression; none where iCalendar has no words for it: single entries are exact then."""
    fields = [_field(field, place) for place, field in enumerate(expression.lower().split())]
    if len(fields) != FIELDS or not all(fields):
        return []
    minutes, hours, days, months, weekdays = (sorted(field or ()) for field in fields)
    by_date, by_day = len(days) < 31, len({day % 7 for day in weekdays}) < 7
    if by_date and by_day:  # cron means either, iCalendar would mean both
        return []
    names = [_DAYS[day] for day in sorted({day % 7 for day in weekdays})]
    parts = _frequency(days if by_date else [], names if by_day else [])
    if len(months) < 12:
        parts["BYMONTH"] = months
    return list(_at(hours, minutes, parts))


def _at(hours: list[int], minutes: list[int], parts: dict[str, str | list[int] | list[str]]) -> Iterator[Rule]:
    if len(hours) * len(minutes) <= MOST_TIMES:
        yield from (Rule(hour=hour, minute=minute, parts=parts) for hour in hours for minute in minutes)
    else:
        yield Rule(hour=hours[0], minute=minutes[0], parts={**parts, "BYHOUR": hours, "BYMINUTE": minutes})


def _frequency(dates: list[int], days: list[str]) -> dict[str, str | list[int] | list[str]]:
    if dates:
        return {"FREQ": "MONTHLY", "BYMONTHDAY": dates}
    return {"FREQ": "WEEKLY", "BYDAY": days} if days else {"FREQ": "DAILY"}


def _field(text: str, place: int) -> set[int] | None:
    """Return the numbers of one field; None for what only some crons know (L, W, #)."""
    numbers: set[int] = set()
    for part in text.split(","):
        found = _PART.fullmatch(part)
        if found is None:
            return None
        low, high = _BOUNDS[place]
        if found["first"] == "*":
            first, last = low, high if place < 4 else 6
        else:
            first = _number(found["first"])
            last = _number(found["last"]) if found["last"] else (high if found["step"] else first)
        if not low <= first <= last <= high:
            return None
        numbers |= set(range(first, last + 1, int(found["step"] or 1)))
    return numbers


def _number(text: str) -> int:
    return int(text) if text.isdigit() else {**_NAMES, **_MONTHS}.get(text, -1)
