"""The language of everything an operator or a member reads.

English stands in the code; ``locale/zh_CN`` holds the Chinese. Mark a text with ``_("…")`` where it is
shown at once, with ``N_("…")`` where it is only declared (a constant) and pass it through ``_`` when shown.
Fill in values after translating: ``_("{count} people").format(count=3)``.
"""

import contextvars
import gettext as _stdlib
from functools import cache
from pathlib import Path

LANGUAGES = ("zh-CN", "en")
DOMAIN = "groupctl"
LOCALE_DIR = Path(__file__).parent / "locale"

_active: contextvars.ContextVar[str] = contextvars.ContextVar("groupctl_language", default="en")

_fixed: contextvars.ContextVar[bool] = contextvars.ContextVar("groupctl_language_fixed", default=False)


def nearest_language(tag: str | None) -> str | None:
    """Return the language that serves a tag or locale name such as ``zh_TW.UTF-8``; None for one we do not speak."""
    primary = (tag or "").replace("_", "-").split("-", maxsplit=1)[0].split(".", maxsplit=1)[0].lower()
    return {"zh": "zh-CN", "en": "en"}.get(primary)


def environment_language(environ: dict[str, str]) -> str:
    """Return the language of a POSIX locale environment; English where it names none that we speak."""
    for variable in ("GROUPCTL_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(variable):
            return nearest_language(environ[variable]) or "en"
    return "en"


def use(language: str) -> None:
    """Speak ``language`` (one of LANGUAGES) from here on, in this thread or task, unless one was fixed."""
    if language not in LANGUAGES:
        raise ValueError(f"{language!r} is not one of {LANGUAGES}")
    if not _fixed.get():
        _active.set(language)


def fix(language: str) -> None:
    """Speak ``language`` and stay with it: the operator asked for it, so no project's language replaces it."""
    _fixed.set(False)
    use(language)
    _fixed.set(True)


def is_fixed() -> bool:
    """Return whether the operator asked for the language in use."""
    return _fixed.get()


def language() -> str:
    """Return the language in use, one of LANGUAGES."""
    return _active.get()


@cache
def _catalogue(name: str) -> _stdlib.NullTranslations:
    if name == "en":
        return _stdlib.NullTranslations()
    return _stdlib.translation(DOMAIN, LOCALE_DIR, [name.replace("-", "_")], fallback=True)


def _(message: str) -> str:
    """Translate a text into the language in use."""
    return _catalogue(_active.get()).gettext(message) if message else ""


def ngettext(singular: str, plural: str, count: int) -> str:
    """Translate a text that depends on a number; fill the number in with ``.format(count=count)``."""
    return _catalogue(_active.get()).ngettext(singular, plural, count)


def N_(message: str) -> str:  # noqa: N802 - the name that every gettext tool knows
    """Mark a text for translation without translating it yet."""
    return message
