"""On which date a day falls: fixed and lunar days and public holidays, year by year.

Public holidays come from the ``holidays`` library. The dates of China's follow from the calendar; which days around
them are off, and which Saturdays are worked for it, the State Council announces each November for the next year.
"""

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

from groupctl.project.scalars import parse_date, parse_lunar

if TYPE_CHECKING:
    from groupctl.project.model import Occasion

ELSEWHERE = ("US", "GB")
"""Where a holiday is looked for that China does not have."""
_MOVED = re.compile(r"补假|休息日|observed|day off|substituted", re.IGNORECASE)
_NOISE = re.compile(r"\b(?:the|day|festival|holiday|'s|s)\b|[\s'’·()（）-]|节$|^农历|^中国")


def occasion_name(occasion: "Occasion") -> str:
    """Return what an occasion is called; empty where only its text is given."""
    return occasion.title or occasion.holiday or occasion.lunar or occasion.date


def occasion_dates(occasion: "Occasion", year: int) -> list[dt.date]:
    """Return the dates of an occasion in a year; the first of date, lunar and holiday that is set decides."""
    if occasion.date:
        return fixed_dates(occasion.date, year)
    if occasion.lunar:
        return lunar_dates(occasion.lunar, year)
    found = holiday_date(occasion.holiday, year) if occasion.holiday else None
    return [found[0]] if found else []


def fixed_dates(text: str, year: int) -> list[dt.date]:
    """Return the date of a day with or without a year, where it falls into this one."""
    found = parse_date(text)
    if found is None or found[0] not in {None, year}:
        return []
    try:
        return [dt.date(year, found[1], found[2])]
    except ValueError:  # the 29th of February is kept on the day before
        return [dt.date(year, 2, 28)]


def lunar_dates(text: str, year: int) -> list[dt.date]:
    """Return the dates of a lunar day that fall into a year: mostly one, around New Year none or two.

    The thirtieth of a short month is its last day; a leap month has no days of its own.
    """
    found = parse_lunar(text)
    if found is None:
        return []
    dates = (_solar(lunar_year, *found) for lunar_year in (year - 1, year))
    return [date for date in dates if date is not None and date.year == year]


def _solar(year: int, month: int, day: int) -> dt.date | None:
    from borax.calendars.lunardate import LunarDate  # noqa: PLC0415 - only those who name a lunar day pay for it

    for last in (day, day - 1) if day == 30 else (day,):
        with suppress(ValueError):  # a month of 29 days, or a year beyond the tables
            return LunarDate(year, month, last).to_solar_date()  # type: ignore[no-any-return]
    return None


def holiday_date(name: str, year: int) -> tuple[dt.date, str] | None:
    """Return (first day, country) of a public holiday by its name in Chinese or English; None where there is none."""
    wanted = _plain(name)
    for country in ("CN", *ELSEWHERE):
        known = list(_holidays(country, year))
        for matches in (lambda one: one == wanted, lambda one: wanted in one or (len(one) > 1 and one in wanted)):
            found = [date for date, title in known if wanted and matches(title)]
            if found:
                return min(found), country
    return None


def is_announced(year: int) -> bool:
    """Tell whether China's days off of a year are known, with what is worked for them."""
    return any("休息日" in name for name in _names("CN", year, "zh_CN").values())


@cache
def _names(country: str, year: int, language: str) -> dict[dt.date, str]:
    import holidays  # noqa: PLC0415 - only those who name a holiday pay for it

    return dict(holidays.country_holidays(country, years=year, language=language))


def _holidays(country: str, year: int) -> Iterator[tuple[dt.date, str]]:
    for language in ("zh_CN", "en_US"):
        for date, names in _names(country, year, language).items():
            for name in names.split("; "):
                if not _MOVED.search(name):
                    yield date, _plain(name)


def _plain(name: str) -> str:
    return _NOISE.sub("", name.strip().casefold())
