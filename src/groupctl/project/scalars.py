"""Values of ``group.toml`` with a shape of their own: zones, dates, days of the lunar calendar, times of day."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from groupctl.i18n import N_, _

_DATE = re.compile(r"(?:(?P<year>\d{4})[-/.年])?(?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?")
_LUNAR_NUMBERS = re.compile(r"(?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?")
_LUNAR_WORDS = re.compile(
    r"(?P<month>[正一二三四五六七八九十冬腊][一二]?)月(?P<day>[初一二三四五六七八九十廿卅]{1,3})日?"
)
_MONTHS = dict(zip("一二三四五六七八九十", range(1, 11), strict=True)) | {
    "正": 1, "冬": 11, "腊": 12, "十一": 11, "十二": 12,
}  # fmt: skip
_LEAP_YEAR = 2024


def parse_date(text: str) -> tuple[int | None, int, int] | None:
    """Return (year, month, day) of ``2026-09-25`` or ``9月25日``, the year None for every year; None for no date."""
    found = _DATE.fullmatch(text.strip())
    if not found:
        return None
    year = int(found["year"]) if found["year"] else None
    month, day = int(found["month"]), int(found["day"])
    try:
        dt.date(year or _LEAP_YEAR, month, day)
    except ValueError:
        return None
    return year, month, day


def parse_lunar(text: str) -> tuple[int, int] | None:
    """Return (month, day) of ``08-15`` or ``八月十五`` in the Chinese calendar; None for no day of it."""
    text = text.strip().removeprefix("农历")
    found, words = _LUNAR_NUMBERS.fullmatch(text), _LUNAR_WORDS.fullmatch(text)
    if found:
        month, day = int(found["month"]), int(found["day"])
    elif words:
        month, day = _MONTHS.get(words["month"], 0), _chinese_day(words["day"])
    else:
        return None
    return (month, day) if 1 <= month <= 12 and 1 <= day <= 30 else None


def _chinese_day(words: str) -> int:
    """Return 1 to 30 for 初一 … 三十; 0 for anything else."""
    tens = {"初": 0, "十": 10, "廿": 20, "卅": 30, "二十": 20, "三十": 30}
    ones = dict(zip("一二三四五六七八九", range(1, 10), strict=True))
    if words == "初十":
        return 10
    if words in tens:
        return tens[words]
    return tens[words[:-1]] + ones[words[-1]] if words[:-1] in tens and words[-1] in ones else 0


def flat(table: object, prefix: str = "") -> object:
    """Return nested tables as one with dotted names: ``{"a": {"b": 1}}`` becomes ``{"a.b": 1}``."""
    if not isinstance(table, Mapping):
        return table
    names: dict[str, object] = {}
    for key, value in table.items():
        inner = flat(value, f"{prefix}{key}.")
        names |= inner if isinstance(inner, dict) else {f"{prefix}{key}": inner}
    return names


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        near = get_close_matches(name, available_timezones(), n=1, cutoff=0.8) or ["Asia/Shanghai"]
        raise ValueError(_("there is no time zone of this name; write it like {near}").format(near=near[0])) from None
    return name


def _text_as_date(value: object) -> object:
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value


def _date_as_text(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else value


def _number_as_text(value: object) -> object:
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _understood(reads: Callable[[str], object], complaint: str) -> Callable[[str], str]:
    """Return a validator of texts that are empty or can be read; the complaint is translated when it is made."""

    def check(text: str) -> str:
        if text and not reads(text):
            raise ValueError(_(complaint))
        return text

    return check


Overrides = Annotated[dict[str, float], BeforeValidator(flat)]
"""Thresholds by name, whether written as dotted keys or as tables."""
TimeZone = Annotated[str, AfterValidator(_known_zone)]
Day = Annotated[dt.date, BeforeValidator(_text_as_date)]
"""A date; in quotes it is one too."""
Amount = Annotated[str, BeforeValidator(_number_as_text), WithJsonSchema({"type": ["string", "number"]})]
"""Free text that is often just a number: a price, a cost."""
Clock = Annotated[
    str,
    AfterValidator(_understood(re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d").fullmatch, N_("must be a time like 20:00"))),
]
"""A time of day, or nothing."""
AnyDay = Annotated[
    str,
    BeforeValidator(_date_as_text),
    AfterValidator(_understood(parse_date, N_("must be a date like 2026-09-25, or 09-25 for every year"))),
]
"""A date with or without its year, or nothing; without quotes it is one too."""
LunarDay = Annotated[
    str, AfterValidator(_understood(parse_lunar, N_("must be a month and a day of the lunar calendar, like 08-15")))
]
"""A day of the Chinese calendar, or nothing."""
