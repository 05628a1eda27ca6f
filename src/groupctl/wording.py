"""Numbers and enumerations as people say them, in the language in use."""

from collections.abc import Iterable, Sequence

from groupctl import titles
from groupctl.display import one_line
from groupctl.i18n import N_, _, language

SHARES = (
    (0.03, N_("hardly any")),
    (0.07, N_("one in twenty")),
    (0.14, N_("one in ten")),
    (0.22, N_("one in five")),
    (0.29, N_("a quarter")),
    (0.37, N_("a third")),
    (0.45, N_("two in five")),
    (0.55, N_("half")),
    (0.62, N_("three in five")),
    (0.71, N_("two thirds")),
    (0.78, N_("three quarters")),
    (0.86, N_("four in five")),
    (0.96, N_("nine in ten")),
    (0.9999, N_("almost all")),
    (1.0, N_("all")),
)
"""Up to which share each word holds."""
MINUTE, HOUR, DAY = 60, 3600, 86400
MOST_QUOTED = 6
"""So many words are quoted; a reader has got the point by then."""


def share_in_words(share: float) -> str:
    """Return a share (0 to 1) in words: 0.47 is half."""
    return _(next(words for most, words in SHARES if share <= most))


def percent(share: float) -> str:
    """Return a share (0 to 1) in per cent, without decimals but near 0% and 100%, to which only they are rounded."""
    value = round(share * 100)
    if value in (0, 100) and share not in (0, 1):
        return f"{share * 100:.1f}%" if 0.0005 <= share <= 0.9995 else f"{share * 100:.2f}%"
    return f"{value}%"


def number(value: float) -> str:
    """Return a count with its thousands apart; a small one that is not whole with one decimal."""
    if value == int(value) or abs(value) >= 100:
        return f"{round(value):,}"
    return f"{value:.1f}".removesuffix(".0") if abs(value) >= 0.05 else f"{value:.2f}"


def duration(seconds: float) -> str:
    """Return a time span in its two largest units: 2 h 10 min."""
    minutes = round(seconds / MINUTE)
    if seconds < MINUTE:
        return _("less than a minute")
    if minutes < 60:
        return _("{minutes} min").format(minutes=minutes)
    if seconds < 10 * HOUR:
        hours, rest = divmod(minutes, 60)
        text = _("{hours} h {minutes} min") if rest else _("{hours} h")
        return text.format(hours=hours, minutes=rest)
    if seconds < 2 * DAY:
        return _("{hours} h").format(hours=round(seconds / HOUR))
    return _("{days} days").format(days=round(seconds / DAY))


def ladder(steps: Sequence[str]) -> str:
    """Return the steps of a ladder in order, or that there are none."""
    return titles.ladder(steps) or _("no penalty is named")


def measure(value: float, unit: str) -> str:
    """Return a figure in its unit (``share``, ``count``, ``seconds``, ``per_day``) as a table shows it."""
    if unit == "share":
        return percent(value)
    return duration(value) if unit == "seconds" else number(value)


def quoted(words: Iterable[str]) -> str:
    """Return words in quotation marks, each on one line, the first few of them: “运营、学习”."""
    given = [one_line(word, 40) for word in words]
    more = ["…"] if len(given) > MOST_QUOTED else []
    if language() == "zh-CN":
        return f"“{'、'.join([*given[:MOST_QUOTED], *more])}”"
    return ", ".join([*(f"“{word}”" for word in given[:MOST_QUOTED]), *more])


def listed(items: Iterable[str]) -> str:
    """Return an enumeration without quotation marks."""
    return ("、" if language() == "zh-CN" else ", ").join(items)
