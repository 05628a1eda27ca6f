"""The schedule as an iCalendar file (RFC 5545) that other calendars import or subscribe to.

UIDs depend on what an entry is, not on when the file was made, so that a second import replaces the first. What
repeats by a rule that iCalendar has words for is one entry; all else is an entry a day, as far as the horizon.
"""

import datetime as dt
import hashlib
from typing import TYPE_CHECKING

from groupctl.display import one_line, printable
from groupctl.project.model import Gameplay, Project
from groupctl.recurrence import ScheduleError, occurrences
from groupctl.schedule.item import Item, Plan
from groupctl.schedule.planning import plan, slot_name
from groupctl.schedule.rrule import Rule, rules
from groupctl.schedule.times import zone

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//groupctl//groupctl//EN"
LOOK_AHEAD = dt.timedelta(days=366 * 8)
"""How far the first day of a rule is looked for: the 29th of February can be eight years away."""


def calendar(project: Project, now: dt.datetime) -> tuple[bytes, Plan]:
    """Return the calendar from today on as the bytes of an ``.ics`` file, and the plan of its single entries."""
    from icalendar import Calendar  # noqa: PLC0415 - only those who export pay for it

    where = zone(project)
    today = now.astimezone(where).replace(hour=0, minute=0, second=0, microsecond=0)
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", one_line(project.group.name) or "groupctl")
    made.add("x-wr-timezone", where.key)
    ruled = set()
    for index, slot in enumerate(project.gameplay):
        for rule in rules(slot.schedule):
            if first := _first(slot, rule, today):
                made.add_component(_recurring(project, slot, index, rule, first))
                ruled.add(slot_name(slot, index))
    singles = plan(project, today, today + dt.timedelta(days=project.thresholds["calendar.horizon"]))
    for item in singles.items:
        if not (item.source == "gameplay" and item.key.split("/")[1] in ruled):
            made.add_component(_single(project, item))
    for event in made.walk("VEVENT"):
        event.add("dtstamp", now.astimezone(dt.UTC).replace(microsecond=0))
    made.add_missing_timezones()
    return made.to_ical(), singles


def _first(slot: Gameplay, rule: Rule, today: dt.datetime) -> dt.datetime | None:
    """Return the first moment of a rule from the group's own day on, which its entry must begin with."""
    try:
        moments = occurrences(slot.schedule, today, today + LOOK_AHEAD)
        return next((at for at in moments if _fits(at, rule)), None)
    except ScheduleError:
        return None


def _fits(at: dt.datetime, rule: Rule) -> bool:
    return "BYHOUR" in rule.parts or (at.hour, at.minute) == (rule.hour, rule.minute)


def _uid(project: Project, *parts: str) -> str:
    """Return an identifier that stays for as long as group and entry keep their names."""
    group = f"{project.group.name}|{project.group.created or ''}"
    digest = hashlib.sha256("\0".join((group, *parts)).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{digest[:32]}@groupctl"


def _event(project: Project, uid: str, title: str, about: str, start: dt.datetime) -> "Event":
    from icalendar import Event  # noqa: PLC0415

    made = Event()
    made.add("uid", uid)
    made.add("dtstart", start)
    made.add("duration", dt.timedelta(minutes=project.thresholds["calendar.minutes"]))
    made.add("summary", one_line(title))
    if about:
        made.add("description", printable(about))
    made.add("transp", "TRANSPARENT")
    return made


def _recurring(project: Project, slot: Gameplay, index: int, rule: Rule, first: dt.datetime) -> "Event":
    name = slot_name(slot, index)
    about = "\n".join(part for part in (slot.topic, slot.host) if part)
    uid = _uid(project, "gameplay", name, f"{rule.hour:02}{rule.minute:02}")
    made = _event(project, uid, slot.title or name, about, first)
    made.add("rrule", rule.parts)
    return made


def _single(project: Project, item: Item) -> "Event":
    return _event(project, _uid(project, item.key), item.title, item.about or item.text, item.at)
