"""Logs that write the time of day only: their days come from day lines, the file's name, or its modification."""

import datetime as dt
import re

import numpy as np
import numpy.typing as npt

from groupctl.chatlog import clock
from groupctl.chatlog.headers import carried
from groupctl.chatlog.source import Source
from groupctl.i18n import _

_EPOCH = dt.date(1970, 1, 1)
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")

_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTHS = {name[:length].encode(): month for length in (8, 3) for month, name in enumerate(_MONTH_NAMES, 1)}
"""Months by the first eight and the first three letters of their English names."""

HALF_DAY = 12 * 3600
"""Seconds."""
MIDNIGHT_STEP = HALF_DAY
"""A log whose clock goes back by more than this many seconds has passed midnight; by less, it is out of order."""

HALF_A_YEAR = 183
"""A calendar that steps back by more days than this has passed New Year."""

Seconds = npt.NDArray[np.signedinteger]
Days = npt.NDArray[np.int64]


def day_number(day: dt.date) -> int:
    """Return days since 1970-01-01."""
    return (day - _EPOCH).days


def day_in_name(source: Source) -> int | None:
    """Return the day that a file's name tells, as ``2022-01-31.log`` does; None where it tells none."""
    for found in _IN_NAME.finditer(source.name):
        try:
            return day_number(dt.date(int(found[1]), int(found[3]), int(found[4])))
        except ValueError:
            continue
    return None


def modified(source: Source) -> dt.datetime:
    """Return when a file was last written, as this computer's clock shows it."""
    moment = dt.datetime.fromtimestamp(source.path.stat().st_mtime, tz=dt.UTC)
    return moment.astimezone().replace(tzinfo=None, microsecond=0)


def rolled(days: Days, seconds: Seconds, source: Source) -> tuple[Days, str]:
    """Return the day of each row, and a note on where it comes from where nothing in the file tells it.

    ``days`` holds what the file's lines say, -1 in front of the first; ``seconds`` since midnight. Rows that no day
    line precedes count back from the first one, or from the day in the file's name, or end on the day of the file's
    last change. Each time the clock passes midnight a day has gone by.
    """
    midnights = np.cumsum(np.diff(seconds, prepend=seconds[:1]) < -MIDNIGHT_STEP)
    begins = np.diff(days, prepend=-2) != 0
    passed: Days = midnights - midnights[np.maximum.accumulate(np.where(begins, np.arange(len(days)), 0))]
    undated = days < 0
    if not undated.any():
        return days + passed, ""
    if not undated.all():
        first = int(np.argmin(undated))
        return np.where(undated, days[first] - midnights[first] + midnights, days + passed), ""
    named = day_in_name(source)
    if named is not None:
        return named + midnights, ""
    change = modified(source)
    # Nothing is written later than the file itself: a clock ahead of it showed the evening before.
    last = day_number((change - dt.timedelta(seconds=int(seconds[-1]))).date())
    note = _("the file names no dates: its last message counts as written on {day}, the day of the file's last change")
    return last - midnights[-1] + midnights, note.format(day=_EPOCH + dt.timedelta(days=last))


def counted_years(
    month: Days, date: Days, yearless: npt.NDArray[np.bool_], source: Source
) -> tuple[npt.NDArray[np.int64], str]:
    """Return the year of each row that has month and day alone, and a note on it.

    The last one's is that of the file's last change, earlier ones count back.
    """
    change = modified(source)
    day_of_year = carried(month * 31 + date, yearless, int((month * 31 + date)[yearless][0]))
    new_years = np.cumsum(np.diff(day_of_year, prepend=day_of_year[:1]) < -HALF_A_YEAR)
    last = change.year - (int(day_of_year[-1]) > change.month * 31 + change.day)
    years: npt.NDArray[np.int64] = last - new_years[-1] + new_years
    note = _("the file names no years: its last message counts as written within a year before the file's last change")
    return years, note


def twelve_hours(seconds: Seconds) -> bool:
    """Say whether a clock without words for the halves of the day counts to 12: from there, not from 0, to 1.

    ``seconds`` since midnight, of rows in the order of the file.
    """
    hours = seconds // 3600
    back = (hours[:-1] == 12) & (hours[1:] < 7)
    return bool(((hours >= 1) & (hours <= 12)).all() and back.any())


def on_24_hours(days: Days, seconds: Seconds) -> tuple[Seconds, str]:
    """Return seconds since midnight of a clock with ``twelve_hours``, and a note on what that rests on.

    Each time the clock begins anew, half a day has gone by; the file, and what stands below a line that tells the
    day, begins in its first half. ``days`` changes where such a line stands.
    """
    since = seconds % HALF_DAY
    begun = np.cumsum(np.diff(since, prepend=since[:1]) < -HALF_DAY // 2)
    begins = np.diff(days, prepend=-2) != 0
    passed: Days = begun - begun[np.maximum.accumulate(np.where(begins, np.arange(len(days)), 0))]
    note = _("its clock counts to 12 and names no half of the day: morning or evening follows from the order of lines")
    return since + HALF_DAY * (passed % 2), note


def untimed(rows: int, source: Source) -> tuple[npt.NDArray[np.int64], str]:
    """Return moments for rows without date and time, a second apart up to the file's last change, and a note on it."""
    end = modified(source)
    last = day_number(end.date()) * 86_400 + end.hour * 3600 + end.minute * 60 + end.second
    note = _("the file holds no times: its messages stand a second apart up to the file's last change, {moment}")
    seconds = last - np.arange(rows, dtype=np.int64)[::-1]
    return clock.moments(np.zeros(rows, dtype=np.int64), seconds), note.format(moment=end)
