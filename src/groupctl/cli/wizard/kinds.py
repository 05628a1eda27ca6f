"""Kinds of answers: how each is read from a flag, a file or a prompt, checked, and written back for editing.

Limits: one line of text may have MOST_TEXT characters, a longer text MOST_PARAGRAPH, a list MOST_ITEMS items.
Control characters, escape sequences and direction marks are left out; everything else is kept as it was typed.
"""

import datetime as dt
import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from groupctl.display import one_line, printable
from groupctl.errors import UsageError
from groupctl.i18n import _

MOST_TEXT = 500
MOST_PARAGRAPH = 5000
MOST_ITEMS = 50
MOST_MEMBERS = 1_000_000

Options = Sequence[str]
"""The keys of a question's choices; empty where anything goes."""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of answer."""

    name: str
    metavar: str
    read: Callable[[Any, Options], Any]
    """Turns text or a TOML value (a list is taken entry by entry) into the value that is stored.

    UsageError where it is not sane or too long.
    """
    edit: Callable[[Any], str] = str
    """Turns a stored value into the text that an operator edits; ``read(edit(value))`` is the value."""
    say: Callable[[Any], str] | None = None
    """Turns a stored value into what an operator reads, where that differs from ``edit``."""
    several: bool = False
    """Whether its flag may be given more than once."""
    merges_by: tuple[str, ...] = ()
    """The keys by which values of a flag replace or join those that are there already; none: the flag replaces all."""


def identity(table: Mapping[str, Any], keys: Sequence[str]) -> str:
    """Return what tells a table of a list from the others: its id, or the day that it is about."""
    return "\n".join(str(table.get(key, "")) for key in keys)


def clean(raw: object, most: int, *, lines: bool = False) -> str:
    """Return the text without what a terminal would obey; UsageError above ``most`` characters."""
    if not isinstance(raw, str | int | float) or isinstance(raw, bool):
        raise UsageError(_("a text is expected here, not {value}").format(value=one_line(repr(raw), 40)))
    text = printable(str(raw)).strip() if lines else one_line(str(raw))
    if len(text) > most:
        raise UsageError(_("{length} characters are too many: at most {most}").format(length=len(text), most=most))
    return text


def left_out(raw: object) -> int:
    """Return how many characters of a raw answer ``clean`` leaves out because a terminal would obey them."""
    if isinstance(raw, str):
        return len(raw.replace("\r\n", "\n")) - len(printable(raw))
    if isinstance(raw, list):
        return sum(left_out(item) for item in raw)
    return sum(left_out(item) for item in raw.values()) if isinstance(raw, dict) else 0


def items(raw: object, separators: str) -> list[str]:
    """Return the parts of one text, or the entries of a list as they are, without empty and repeated ones."""
    if isinstance(raw, list):
        parts = [clean(piece, MOST_TEXT) for piece in raw]
    else:
        # A text beyond every limit is refused before it is split: splitting it would cost more than refusing.
        whole = clean(raw, MOST_TEXT * MOST_ITEMS, lines=True)
        parts = [clean(part, MOST_TEXT) for part in re.split(separators, whole)]
    found = list(dict.fromkeys(part for part in parts if part))
    if len(found) > MOST_ITEMS:
        raise UsageError(_("{count} items are too many: at most {most}").format(count=len(found), most=MOST_ITEMS))
    return found


def _text(raw: object, _options: Options) -> str:
    return clean(raw, MOST_TEXT)


def _paragraph(raw: object, _options: Options) -> str:
    return clean(raw, MOST_PARAGRAPH, lines=True)


def _words(raw: object, _options: Options) -> list[str]:
    return items(raw, "[,，、;；\n]")


def _sentences(raw: object, _options: Options) -> list[str]:
    return items(raw, "[;；\n]")


def choice(raw: object, options: Options) -> str:
    """Return one of the options, whatever its case; UsageError that names the nearest one and all of them."""
    text = clean(raw, MOST_TEXT).lower()
    if text in {option.lower() for option in options}:
        return next(option for option in options if option.lower() == text)
    near = get_close_matches(text, options, n=1)
    said = _("{value!r} is none of {options}").format(value=text[:40], options=", ".join(options))
    raise UsageError(said + (_("; did you mean {name}?").format(name=near[0]) if near else ""))


def choices(raw: object, options: Options) -> list[str]:
    """Return several of the options, separated by commas or by what stands between the steps of a ladder."""
    return [choice(item, options) for item in items(raw, r"[,，、;；>→\n]|->")]


def _number(raw: object, _options: Options) -> float | None:
    text = clean(raw, MOST_TEXT)
    try:
        number = float(text) if text else None
    except ValueError:
        number = math.nan
    if number is not None and not 0 <= number < math.inf:
        raise UsageError(_("{value!r} is no number").format(value=text[:40]))
    return number


def _whole(raw: object, _options: Options) -> int | None:
    number = _number(raw, ())
    if number is None:
        return None
    if number != int(number) or not 1 <= number <= MOST_MEMBERS:
        raise UsageError(_("a whole number from 1 to {most} is expected").format(most=MOST_MEMBERS))
    return int(number)


def _zone(raw: object, _options: Options) -> str:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    text = clean(raw, 64)
    try:
        return ZoneInfo(text).key if text else ""
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UsageError(
            _("no time zone is called {value!r}; write it like Asia/Shanghai").format(value=text[:40])
        ) from None


def day(raw: object, _options: Options = ()) -> dt.date | None:
    """Return a day of the calendar, None for nothing; UsageError for a day that it lacks."""
    if isinstance(raw, dt.date) and not isinstance(raw, dt.datetime):
        return raw
    text = clean(raw, MOST_TEXT)
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise UsageError(_("{day} is no day of the calendar; write it like 2027-03-01").format(day=text[:40])) from None


def joined(items: Sequence[str]) -> str:
    """Return items as one line to edit, in the separators of the language in use."""
    return _("; ").join(items)


TEXT = Kind(name="text", metavar="TEXT", read=_text)
PARAGRAPH = Kind(name="paragraph", metavar="TEXT", read=_paragraph)
WORDS = Kind(name="words", metavar="A,B,…", read=_words, edit=lambda items: _(", ").join(items), several=True)
SENTENCES = Kind(name="sentences", metavar="TEXT", read=_sentences, edit=joined, several=True)
CHOICE = Kind(name="choice", metavar="", read=choice)
CHOICES = Kind(name="choices", metavar="", read=choices, edit=",".join, several=True)
WHOLE = Kind(name="whole", metavar="NUMBER", read=_whole)
NUMBER = Kind(name="number", metavar="NUMBER", read=_number)
ZONE = Kind(name="zone", metavar="AREA/CITY", read=_zone)
DAY = Kind(name="day", metavar="DATE", read=day)
