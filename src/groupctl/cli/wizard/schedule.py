"""When a slot of the gameplay happens: what an operator says (``mon,thu 20:00``) and the cron expression of it."""

import datetime as dt
import re

from groupctl.errors import UsageError
from groupctl.i18n import N_, _

DAYS = (N_("Sun"), N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"))
_ENGLISH = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
_CHINESE = "日一二三四五六"
FIELDS = 5
_ANY_DAY = dt.datetime(2024, 1, 1)  # noqa: DTZ001 - the parser wants one; nothing is read off it

_CRON = r"(?:[\d*/,a-zA-Z-]+[ \t]+){4}[\d*/,a-zA-Z-]+"
_CLOCK = r"(?P<hour>\d{1,2})[:：点](?P<minute>\d{2})?"
_EVERY = r"(?P<days>[a-zA-Z一二三四五六日天周星期每工作末至到,，、 -]*?)[ \t]*"
WHEN = re.compile(rf"\s*(?:(?P<cron>{_CRON})|{_EVERY}{_CLOCK})\s*")
"""A cron expression of five fields, or days and a time: ``08:00``, ``weekdays 8:00``, ``周一、周四 20:00``."""


def parse_when(text: str) -> str:
    """Return the cron expression of a time as an operator writes it; UsageError for anything else."""
    found = WHEN.fullmatch(text)
    cron = _cron(found) if found else ""
    if not cron or not is_cron(cron):
        raise UsageError(
            _("{text!r} is no time for a slot").format(text=text[:60]),
            _("write 08:00 (daily), mon,thu 20:00, weekdays 8:30, or a cron expression such as 0 8 * * *"),
        )
    return cron


def _cron(found: re.Match[str]) -> str:
    if found["cron"]:
        return " ".join(found["cron"].split())
    days = _days(found["days"] or "")
    if days is None:
        return ""
    return f"{int(found['minute'] or 0)} {int(found['hour'])} * * {days}"


def _days(text: str) -> str | None:
    """Return the day-of-week field for words such as ``mon-fri``, ``周末``, ``每天``; None where a word is unknown."""
    words = text.strip().lower()
    for written, meant in (("每", ""), ("星期", "周"), ("周天", "周日"), ("至", "-"), ("到", "-")):
        words = words.replace(written, meant)
    if words in {"", "天", "daily", "every day"}:
        return "*"
    fixed = {"weekdays": "1-5", "工作日": "1-5", "weekend": "6,0", "weekends": "6,0", "周末": "6,0", "末": "6,0"}
    if words in fixed:
        return fixed[words]
    words = re.sub(f"周([{_CHINESE}]{{2,}})", lambda found: ",".join(found[1]), words)  # 周一三五
    names = [name.strip() for name in re.split("[,，、]", words) if name.strip()]
    fields = [_day_range(name) for name in names]
    return None if not fields or None in fields else ",".join(str(field) for field in fields)


def _day_range(name: str) -> str | None:
    ends = [_day_number(end.strip()) for end in name.split("-")]
    return None if None in ends or len(ends) > 2 else "-".join(str(end) for end in ends)


def _day_number(name: str) -> int | None:
    if name[:3] in _ENGLISH and len(name) >= 3:
        return _ENGLISH.index(name[:3])
    bare = name.removeprefix("周")
    return _CHINESE.index(bare) if len(bare) == 1 and bare in _CHINESE else None


def is_cron(text: str) -> bool:
    """Tell whether a text is a cron expression of five fields."""
    from cronsim import CronSim, CronSimError

    try:
        return len(text.split()) == FIELDS and bool(CronSim(text, _ANY_DAY))
    except CronSimError:
        return False


def say_when(cron: str) -> str:
    """Return a cron expression as people say it, ``daily 08:00``; itself where there is no short form."""
    minute, hour, day, month, weekday = cron.split() if is_cron(cron) else ("", "", "", "", "")
    if not (minute.isdecimal() and hour.isdecimal() and month == "*"):
        return cron
    clock = f"{int(hour):02d}:{minute:0>2}"
    if day.isdecimal() and weekday == "*":
        return _("day {day} of the month, {clock}").format(day=day, clock=clock)
    days = _say_days(weekday) if day == "*" else ""
    return f"{days} {clock}" if days else cron


def _say_days(field: str) -> str:
    known = {"*": _("daily"), "1-5": _("weekdays"), "6,0": _("weekend"), "0,6": _("weekend")}
    if field in known:
        return known[field]
    spans = [part.split("-") for part in field.split(",")]
    if not all(end.isdecimal() for span in spans for end in span):
        return ""
    names = [[_(DAYS[int(end) % 7]) for end in span] for span in spans]
    return _(", ").join(
        _("{first}-{last}").format(first=span[0], last=span[-1]) if span[1:] else span[0] for span in names
    )
