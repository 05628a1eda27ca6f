"""Quiet hours: what part of the day a rule closes, and what was written in it."""

import re

import polars as pl

_HAN_HOURS = {
    "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
    "十一": 11, "十二": 12,
}  # fmt: skip
_CLOCK = re.compile(
    r"(?P<before>晚上|晚间|晚|夜里|夜间|凌晨|早上|早晨|早|上午|下午|次日|第二天)?\s*"
    r"(?:(?P<hour>\d{1,2})|(?P<han>十[一二]?|[一二两三四五六七八九零]))\s*"
    r"(?:[:：](?P<minute>\d{2})|(?P<han_clock>[点时])(?P<half>半)?|(?=\s*(?:am|pm)\b))\s*(?P<after>am\b|pm\b)?",
    re.IGNORECASE,
)
_FROM, _UNTIL = re.compile(r"^\s*(?:钟)?(?:以后|之后|过后|后|起|开始)"), re.compile(r"^\s*(?:钟)?(?:以前|之前|前)")
DAWN, DUSK = 7 * 60, 22 * 60
"""When a rule that names only one end of the night lets it end or begin."""


def quiet_hours(text: str) -> tuple[int, int] | None:
    """Return the quiet hours that a prohibition names, as minutes of the day (begin, end); None where it names none."""
    found = [(match, _minutes(match)) for match in _CLOCK.finditer(text)]
    times = [(match, minutes) for match, minutes in found if minutes is not None]
    if len(times) >= 2:
        return times[0][1], times[1][1]
    if not times:
        return None
    match, minutes = times[0]
    before, after = text[: match.start()].lower().rstrip(), text[match.end() :]
    if _FROM.match(after) or before.endswith(("after", "from", "past", "过了")):
        return minutes, DAWN
    if _UNTIL.match(after) or before.endswith(("before", "until", "till")):
        return DUSK, minutes
    return None


def _minutes(match: re.Match[str]) -> int | None:
    """Return a time of day in minutes; None where it is none."""
    hour = int(match["hour"]) if match["hour"] else _HAN_HOURS.get(match["han"] or "", 99)
    evening = (match["before"] or "").startswith(("晚", "夜", "下午")) or (match["after"] or "").lower() == "pm"
    if evening and hour < 12 and not (hour < 5 and (match["before"] or "").startswith("夜")):
        hour += 12
    if hour == 12 and ((match["after"] or "").lower() == "am" or (match["before"] or "").startswith(("晚", "夜"))):
        hour = 0
    minute = int(match["minute"] or (30 if match["half"] else 0))
    return hour % 24 * 60 + minute if hour <= 24 and minute < 60 else None


def in_quiet_hours(talk: pl.DataFrame, begin: int, end: int) -> pl.DataFrame:
    """Return what was said from ``begin`` to before ``end`` (minutes of the day; the night may lie between them)."""
    minute = pl.col("local").dt.hour().cast(pl.Int32) * 60 + pl.col("local").dt.minute()
    inside = (minute >= begin) & (minute < end) if begin < end else (minute >= begin) | (minute < end)
    return talk.filter(inside)
