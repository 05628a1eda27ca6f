"""What a slot's cron expression says: whether it is one, how often it fires, and at which moments.

All times are wall-clock times in the group's zone, as the messages of its log are.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from cronsim import CronSim, CronSimError

from groupctl.i18n import N_, _

FIELDS = 5
_NAMES = {
    "minute": N_("the minute"),
    "hour": N_("the hour"),
    "day-of-month": N_("the day of the month"),
    "month": N_("the month"),
    "day-of-week": N_("the day of the week"),
}
_ANY_DAY = dt.datetime(2024, 1, 1)  # noqa: DTZ001 - the parser wants one; nothing is read off it


class ScheduleError(ValueError):
    """A text that is no cron expression; the message says what is wrong with it."""


@dataclass(frozen=True, kw_only=True)
class Timetable:
    """When a slot fires."""

    times_a_day: int
    weekdays: frozenset[int]
    """0 is Monday; empty where the day of the month decides."""


def timetable(expression: str) -> Timetable:
    """Read a cron expression of five fields; ScheduleError where it is none."""
    parsed = _parsed(expression, _ANY_DAY)
    days = {day % 7 for day in parsed.weekdays if isinstance(day, int)}
    by_date = expression.split()[2] not in {"*", "?"}
    weekdays = frozenset() if by_date else frozenset((day - 1) % 7 for day in days)
    return Timetable(times_a_day=len(parsed.hours) * len(parsed.minutes), weekdays=weekdays)


def occurrences(expression: str, first: dt.datetime, last: dt.datetime) -> Iterator[dt.datetime]:
    """Yield when a cron expression fires from ``first`` to ``last``, both included; ScheduleError where it is none."""
    # The parser begins after the whole minute of the moment that it is given.
    fires = _parsed(expression, first.replace(second=0, microsecond=0) - dt.timedelta(minutes=1))
    for moment in fires:
        if moment > last:
            return
        if moment >= first:
            yield moment


def _parsed(expression: str, after: dt.datetime) -> CronSim:
    fields = expression.split()
    if len(fields) != FIELDS:
        raise ScheduleError(_("five fields are needed, it has {count}").format(count=len(fields)))
    try:
        return CronSim(expression, after)
    except CronSimError as error:
        field = str(error).removeprefix("Bad ")
        raise ScheduleError(_("{field} is not right").format(field=_(_NAMES.get(field, field)))) from None
