"""How findings quote a project's own words: 「运营、学习」 in Chinese, “operations”, “learning” in English."""

from collections.abc import Iterable

from groupctl.display import one_line
from groupctl.i18n import language

MOST = 6
"""So many words are quoted; a reader has got the point by then."""


def quoted(words: Iterable[str]) -> str:
    """Return words in quotation marks, each on one line, the first MOST of them."""
    given = [one_line(word, 40) for word in words]
    more = ["…"] if len(given) > MOST else []
    if language() == "zh-CN":
        return f"「{'、'.join([*given[:MOST], *more])}」"
    return ", ".join([*(f"“{word}”" for word in given[:MOST]), *more])


def listed(items: Iterable[str]) -> str:
    """Return an enumeration without quotation marks."""
    return ("、" if language() == "zh-CN" else ", ").join(items)
