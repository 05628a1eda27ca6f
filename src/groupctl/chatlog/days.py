"""Logs that write the time of day only: their days come from day lines, the file's name, or its modification."""

import datetime as dt
import re

import numpy as np
import numpy.typing as npt

from groupctl.chatlog import clock
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

MIDNIGHT_STEP = 12 * 3600
"""A log whose clock goes back by more than this many seconds has passed midnight; by less, it is out of order."""

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


def untimed(rows: int, source: Source) -> tuple[npt.NDArray[np.int64], str]:
    """Return moments for rows without date and time, a second apart up to the file's last change, and a note on it."""
    end = modified(source)
    last = day_number(end.date()) * 86_400 + end.hour * 3600 + end.minute * 60 + end.second
    note = _("the file holds no times: its messages stand a second apart up to the file's last change, {moment}")
    seconds = last - np.arange(rows, dtype=np.int64)[::-1]
    return clock.moments(np.zeros(rows, dtype=np.int64), seconds), note.format(moment=end)
