"""Headers as WhatsApp writes them in regions with digits, words or calendars of their own, made plain for the scanner.

    [١٨/٣/٢٠٢٢، ٢:٥٦:٠٠ م] Ann: hi      [18/3/2565 BE, 14:56:00] Ann: hi      14:56, 18/03/2022 - Ann: hi
    2022년 3월 18일 오후 2:56 - Ann: hi      3/18/22, 2:56:00 PM: Ann: hi      18 Mar 2022 à 14:56 - Ann: hi

Such files are few, so their headers are rewritten as ``18/3/2022, 14:56 - `` before anything else is done. Numbers of
a date keep their order: which is the day is decided over the whole file, as for every other.
"""

import re

from groupctl.chatlog import clock
from groupctl.chatlog.days import MONTHS

LATEST_BUDDHIST = clock.LAST_YEAR + clock.BUDDHIST
ERAS = {"R": 2018, "H": 1988, "令和": 2018, "平成": 1988}
"""Years before the first of a Japanese era."""

_MORNING = (
    "ص", "صباحًا", "ق.ظ.", "قبل از ظهر", "π.μ.", "SA", "ÖÖ", "PG", "לפנה״צ", 'לפנה"צ', "पूर्वाह्न", "म.पू.", "পূর্বাহ্ণ",
    "முற்பகல்", "ಪೂರ್ವಾಹ್ನ", "ਪੂ.ਦੁ.", "ก่อนเที่ยง", "de.", "пр.об.", "дп", "dop.", "ap.", "vm.", "e paradites",
    "in the morning", "nanalo", "priekšpusdienā", "priešpiet", "de la mañana", "上午", "凌晨", "清晨", "早上", "午前",
    "오전", "am", "a.m.", "a. m.",
)  # fmt: skip
_AFTERNOON = (
    "م", "مساءً", "ب.ظ.", "بعد از ظهر", "μ.μ.", "CH", "ÖS", "PTG", "TGH", "אחה״צ", 'אחה"צ', "अपराह्न", "म.उ.", "অপরাহ্ণ",
    "பிற்பகல்", "ಅಪರಾಹ್ನ", "ਬਾ.ਦੁ.", "หลังเที่ยง", "du.", "сл.об.", "пп", "odp.", "ip.", "nm.", "e pasdites",
    "in the afternoon", "in the evening", "pēcpusdienā", "popiet", "de la tarde", "下午", "傍晚", "晚上", "午後",
    "오후", "pm", "p.m.", "p. m.",
)  # fmt: skip
_HALVES = {
    **{word.casefold(): clock.MORNING for word in _MORNING},
    **{word.casefold(): clock.AFTERNOON for word in _AFTERNOON},
    "中午": clock.NOON,
}
_LONGEST_FIRST = sorted({*_MORNING, *_AFTERNOON, "中午"}, key=len, reverse=True)

_M = "[\u200e\u200f\u202a\u202b\u202c\u200b\u2060\ufeff\u061c]{0,6}"
_S = "[ \u00a0\u202f\u2009\u200e\u200f\u061c]{0,6}"
_HALF = "|".join(re.escape(word).replace(r"\ ", "[ \u00a0\u202f]") for word in _LONGEST_FIRST)
_TIME = (
    rf"(?:(?P<before>{_HALF}){_S})?(?P<hour>\d{{1,2}})[:.h](?P<minute>\d\d)(?:[:.](?P<second>\d\d))?"
    rf"(?:{_S}(?P<after>{_HALF})(?!\w))?(?: ?ч\.?| ?Uhr| (?:GMT|UTC)[+-]\d{{1,2}}(?::\d\d)?)?"
)
_NUMBERS = (
    rf"(?P<first>(?:[RH]|令和|平成)?\d{{1,4}})(?:{_M}[./-]{_S}|[年년]{_S})(?P<two>\d{{1,2}})(?:{_M}[./-]{_S}|[月월]{_S})"
    rf"(?P<three>(?:[RH]|令和|平成)?\d{{1,4}})(?:[日일]|\.)?(?: ?г\.?| ?BE)?"
)
_MONTH_NAMES = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_NAMED = (
    rf"(?:(?P<day>\d{{1,2}}) (?P<month>{_MONTH_NAMES})|(?P<month_first>{_MONTH_NAMES}) (?P<day_second>\d{{1,2}})),?"
    r" (?P<year>\d{4})"
)
_DATE = f"(?:{_NUMBERS}|{_NAMED})"
_LEADS_OVER = rf"[,،]?{_S}(?:(?:à|às|at|um|klo|kl\.|pukul|ob|o|в|o'clock){_S})?"


def _head(date_and_time: str) -> re.Pattern[str]:
    return re.compile(
        rf"^{_M}(?P<bracket>\[)?{_M}{date_and_time}{_S}"
        rf"(?(bracket)\](?:{_S}[-–](?= ))?|(?:[-–]|(?P<old>:)))[ \u200e\u200f\u00a0]",
        re.MULTILINE | re.IGNORECASE,
    )


_HEADS = (_head(_DATE + _LEADS_OVER + _TIME), _head(_TIME + rf"[,،]?{_S}" + _DATE))


def heads(text: str) -> int:
    """Return how many lines begin with a header of some region."""
    return max(sum(_plain(found) is not None for found in head.finditer(text)) for head in _HEADS)


def made_plain(lines: bytes) -> bytes:
    """Return lines with every header as the scanner knows it; what is no header stays as it is."""
    text = lines.decode("utf-8", "replace")
    for head in _HEADS:
        text = head.sub(lambda found: _plain(found) or found[0], text)
    return text.encode("utf-8", "replace")


def _plain(found: re.Match[str]) -> str | None:
    """Return a header as Android or iOS write it in Europe; None where it is none, but a log of some program."""
    date = _named_date(found) if found["year"] else _numbers(found)
    half = _HALVES.get(_spaced(found["before"] or found["after"] or ""), clock.NO_HALF)
    hour = int(found["hour"])
    if date is None or hour > 23 or (found["old"] and date[0] > 31):
        return None
    hour = _on_24_hours(hour, half)
    written = "{}/{}/{}, {:02}:{}".format(*date, hour, f"{int(found['minute']):02}")
    second = f":{int(found['second']):02}" if found["second"] else ""
    return f"[{written}{second or ':00'}] " if found["bracket"] else f"{written}{second} - "


def _spaced(word: str) -> str:
    return re.sub("[\u00a0\u202f]", " ", word).casefold()


def _on_24_hours(hour: int, half: int) -> int:
    """Return hours of the whole day: 12 in the morning is 0, 1 in the afternoon or at noon 13."""
    if half == clock.NO_HALF or hour > 12:
        return hour
    if half == clock.NOON:
        return hour + 12 * (hour < 11)
    return hour % 12 + 12 * (half == clock.AFTERNOON)


def _named_date(found: re.Match[str]) -> tuple[int, int, int]:
    """Return a date with the month as a word, with its day in front."""
    month = MONTHS[(found["month"] or found["month_first"])[:3].capitalize().encode()]
    return int(found["year"]), int(month), int(found["day"] or found["day_second"])


def _numbers(found: re.Match[str]) -> tuple[int, int, int] | None:
    """Return the three numbers of a date, its year in our calendar; None where none of them can be the year."""
    first, two, three = _number(found["first"]), int(found["two"]), _number(found["three"])
    if first is None or three is None or 0 in {first, two, three}:
        return None
    year = first if first > 31 else three
    if 99 < year < clock.FIRST_YEAR or year > LATEST_BUDDHIST:
        return None
    return first, two, three


def _number(text: str) -> int | None:
    """Return a day, a month or a year; years of the Buddhist and Japanese calendars as ours."""
    for era, before in ERAS.items():
        if text.upper().startswith(era):  # headers are matched in any case
            return before + int(text[len(era) :])
    number = int(text)
    return clock.from_buddhist(number) if number <= LATEST_BUDDHIST else number
