"""All that a project owes between two moments."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace

from groupctl.i18n import _
from groupctl.project.days import holiday_date, is_announced, occasion_dates, occasion_name
from groupctl.project.model import Activity, Gameplay, Occasion, Project
from groupctl.recurrence import ScheduleError, occurrences, timetable
from groupctl.schedule.item import Item, Plan
from groupctl.schedule.times import clock, moment, zone

KIND_TEMPLATES = {
    "morning_news": "morning_news",
    "good_night": "good_night",
    "expert_inside": "expert_session",
    "expert_outside": "expert_session",
    "qa": "qa",
    "case_study": "case_study",
}
_FOLD = dt.timedelta(hours=3)
ANY_SLOT = "slot"
"""The template that every slot can be filled into."""

Tell = Callable[[str], None]


def plan(project: Project, first: dt.datetime, last: dt.datetime) -> Plan:
    """Return what is owed from ``first`` to ``last`` (aware, both included)."""
    where, notices = zone(project), dict[str, None]()

    def tell(notice: str) -> None:
        notices[notice] = None

    first, last = first.astimezone(where), last.astimezone(where)
    found = [
        *_slots(project, first, last, tell),
        *_reposts(project, first, last, tell),
        *_occasions(project, first, last, tell),
        *_activities(project, first, last),
    ]
    begin, end = first.astimezone(dt.UTC), last.astimezone(dt.UTC)  # wall clocks of one zone compare by their hands
    within = {item.key: item for item in found if begin <= item.at.astimezone(dt.UTC) <= end}
    items = sorted(within.values(), key=lambda item: (item.at.astimezone(dt.UTC), item.key))
    return Plan(items=tuple(items), notices=tuple(notices))


def slot_name(slot: Gameplay, index: int) -> str:
    """Return what a slot is remembered by."""
    return slot.id or slot.title or f"{slot.kind or 'slot'}-{index + 1}"


def _slots(project: Project, first: dt.datetime, last: dt.datetime, tell: Tell) -> Iterator[Item]:
    for index, slot in enumerate(project.gameplay):
        if not slot.schedule.strip():
            continue
        try:
            several = timetable(slot.schedule).times_a_day > 1
            # An hour that a zone has twice is told apart by the caller, who compares in UTC.
            moments = list(occurrences(slot.schedule, first - _FOLD, last + _FOLD))
        except ScheduleError as error:
            complaint = _("the schedule of {slot} is left out: {problem}")
            tell(complaint.format(slot=slot_name(slot, index), problem=error))
            continue
        yield from (_slot(slot, index, at, several=several) for at in moments)


def _slot(slot: Gameplay, index: int, at: dt.datetime, *, several: bool) -> Item:
    name = slot_name(slot, index)
    named, of_kind = slot.id or slot.title, KIND_TEMPLATES.get(slot.kind or "", "")
    return Item(
        source="gameplay",
        key=f"gameplay/{name}/{at:%Y-%m-%dT%H:%M}" if several else f"gameplay/{name}/{at:%Y-%m-%d}",
        at=at,
        title=slot.title or name,
        about=" · ".join(part for part in (slot.topic, slot.host) if part),
        text=slot.text.strip(),
        templates=tuple(one for one in (slot.template or of_kind, ANY_SLOT) if one) if named else (),
        values={"slot": named},
        fallback=slot.title or name,
    )


def _reposts(project: Project, first: dt.datetime, last: dt.datetime, tell: Tell) -> Iterator[Item]:
    """Yield the moments at which the rules are repeated: often in the beginning, less later (PRACTICE 1)."""
    if not (project.rules.advocated or project.rules.prohibited):
        return
    if project.group.created is None:
        tell(_("group.created is not set, so it is not known how often the rules should be repeated"))
        return
    at = clock("", project.thresholds["hour.rules"])
    for number, day in enumerate(_repost_days(project, project.group.created, last.date())):
        if day >= first.date() - dt.timedelta(days=1):
            yield _repost(project, number, moment(day, at, zone(project)))


def _repost(project: Project, number: int, at: dt.datetime) -> Item:
    rules = [*project.rules.advocated, *(rule.text for rule in project.rules.prohibited)]
    whole = number % 3 == 0
    return Item(
        source="rules",
        key=f"rules/{at:%Y-%m-%d}",
        at=at,
        title=_("Repeat the rules"),
        about=_("in short") if whole else _("one of them"),
        templates=("rules_short", "rules_reminder") if whole else ("rules_reminder", "rules_short"),
        line=None if whole else number,
        fallback=rules[number % len(rules)],
    )


def _repost_days(project: Project, created: dt.date, until: dt.date) -> Iterator[dt.date]:
    limits, day = project.thresholds, created
    while True:
        age = (day - created).days
        phase = next((one for one in ("new", "young") if age < limits[f"rules_repost.{one}"]), "later")
        every = round(limits[f"rules_repost.{phase}_every"])
        if every < 1 or (until - day).days < every:  # 0 switches it off from that phase on
            return
        day += dt.timedelta(days=every)
        yield day


def _occasions(project: Project, first: dt.datetime, last: dt.datetime, tell: Tell) -> Iterator[Item]:
    for index, occasion in enumerate(project.occasion):
        at = clock(occasion.at, project.thresholds["hour.occasion"])
        for year in range(first.year, last.year + 1):
            for day in _occasion_days(occasion, year, tell):
                yield _occasion(occasion, index, moment(day, at, zone(project)))


def _occasion(occasion: Occasion, index: int, at: dt.datetime) -> Item:
    name = occasion_name(occasion) or f"{index + 1}"
    return Item(
        source="occasion",
        key=f"occasion/{name}/{at:%Y-%m-%d}",
        at=at,
        title=name,
        about=occasion.holiday if occasion.holiday != name else "",
        templates=("occasion",) if occasion.title else (),
        values={"occasion": occasion.title},
        fallback=occasion.text or name,
    )


def _occasion_days(occasion: Occasion, year: int, tell: Tell) -> list[dt.date]:
    """Return the dates of an occasion in a year, and tell where a holiday is unknown or may still be moved."""
    days = occasion_dates(occasion, year)
    if occasion.holiday and not occasion.date and not occasion.lunar:
        _tell_of_holiday(occasion.holiday, year, tell)
    return days


def _tell_of_holiday(name: str, year: int, tell: Tell) -> None:
    found = holiday_date(name, year)
    if found is None:
        complaint = _("{name} is no public holiday that is known for {year}: write date or lunar in its place")
        tell(complaint.format(name=name, year=year))
    elif found[1] == "CN" and not is_announced(year):
        notice = _("the days off of {year} are not announced yet: {name} stands on its calendar day, {date:%Y-%m-%d}")
        tell(notice.format(year=year, name=name, date=found[0]))


def _activities(project: Project, first: dt.datetime, last: dt.datetime) -> Iterator[Item]:
    for index, activity in enumerate(project.activity):
        if activity.start is None:
            continue
        at = clock(activity.at, project.thresholds["hour.activity"])
        steps = [step for step in activity.steps if step.strip()]
        for number, offset in enumerate(_offsets(activity, len(steps))):
            day = activity.start.toordinal() + offset
            if first.toordinal() - 1 <= day <= last.toordinal() + 1:
                when = moment(dt.date.fromordinal(day), at, zone(project))
                step = _step(activity, index, steps, number)
                yield replace(step, at=when, key=f"{step.key}/{when:%Y-%m-%d}")


def _offsets(activity: Activity, steps: int) -> list[int]:
    """Return the day of each step; where they run out, one day after the other."""
    days = list(activity.offsets[:steps])
    last = max(days, default=-1)
    return [*days, *(last + number for number in range(1, steps - len(days) + 1))]


def post_of(number: int, steps: int) -> str:
    """Return which of the four posts of an activity a step gets: opening, midway, surprise in the middle, closing."""
    if number == 0:
        return "opening"
    if number == steps - 1:
        return "closing"
    return "surprise" if number == steps // 2 else "midway"


def _step(activity: Activity, index: int, steps: list[str], number: int) -> Item:
    name = activity.id or activity.title or f"{index + 1}"
    title = activity.title or name
    return Item(
        source="activity",
        key=f"activity/{name}/{number + 1}",
        at=dt.datetime.min,  # noqa: DTZ901 - the caller knows the moment
        title=title,
        about=steps[number],
        templates=("activity",),
        values={"activity": activity.id or activity.title, "post": post_of(number, len(steps))},
        fallback=f"{title} {number + 1}/{len(steps)}\n{steps[number]}",
    )
