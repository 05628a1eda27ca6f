"""Why something did not work, in the operator's language: the system and the parsers speak English only.

The one place for it: whoever names a file that cannot be used puts ``reason(error)`` behind its name.
"""

import errno
import re

from groupctl.i18n import N_, _

NO_PERMISSION = {errno.EACCES, errno.EPERM, errno.EROFS}
NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}

_SYSTEM = {
    errno.EACCES: N_("no permission"),
    errno.EPERM: N_("no permission"),
    errno.EROFS: N_("nothing can be written there"),
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EEXIST: N_("something of this name is there already"),
    errno.EISDIR: N_("this is a folder, not a file"),
    errno.ENOTDIR: N_("this is a file, not a folder"),
    errno.ENOTEMPTY: N_("the folder is not empty"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("the disk is full"),
    errno.EFBIG: N_("the disk is full"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.ELOOP: N_("its links lead in a circle"),
    errno.EMFILE: N_("too many files are open"),
    errno.ENFILE: N_("too many files are open"),
    errno.EBUSY: N_("another program is using it"),
    errno.ETXTBSY: N_("another program is using it"),
    errno.EIO: N_("the disk does not answer"),
    errno.ENXIO: N_("nobody is at its other end"),
    errno.ECONNREFUSED: N_("nobody listens there"),
    errno.ECONNRESET: N_("the connection broke off"),
    errno.EPIPE: N_("the connection broke off"),
    errno.ETIMEDOUT: N_("no answer in time"),
    errno.EHOSTUNREACH: N_("it cannot be reached from here"),
    errno.ENETUNREACH: N_("there is no network"),
}
"""What the system refuses most, by number: the words are ours in every language, and say the same everywhere."""

_PLAIN = (
    (UnicodeDecodeError, N_("this is not UTF-8 text")),
    (RecursionError, N_("it is nested too deeply")),
)

_TOML_PLACE = re.compile(
    r"(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)", re.DOTALL
)
_TOML = (
    (r"Illegal character '\\n'|Unterminated", N_("a text has no quote at its end")),
    (r"(Illegal|invalid) character", N_("a character that cannot be seen stands here; delete it")),
    (r"Cannot|Duplicate", N_("this stands in the file twice; keep one of them")),
    (r"Unclosed array", N_("in a list, a comma or the ] at its end is missing")),
    (r"Unclosed inline|Expected '}'", N_("in a table on one line, a comma or the closing brace is missing")),
    (r"Expected '='", N_("behind a key comes =, then its value")),
    (r"Expected '\]", N_("a header is one name in brackets: [rules], or [[gameplay]] with two on each side")),
    (
        r"Invalid statement|Invalid initial",
        N_("a line begins with [, with # or with a key (in quotes, if not in plain letters)"),
    ),
    (r"Invalid value", N_("here belongs a value: a text in quotes, a number, a list in [ ], true or false")),
    (r"Expected newline", N_("the line should end here; several values are a list: [1, 2]")),
    (r"Unescaped|hex value|scalar value", N_(r"in quotes, a \ is written \\; or put the text in single quotes")),
    (r"date", N_("there is no such date")),
)
"""What tomllib says (in all Python versions, so far), and what we say."""


def reason(error: BaseException) -> str:
    """Return why a file could not be used, or a server not be reached; what we have no words for stands in brackets."""
    import json  # noqa: PLC0415 - whoever has something to complain about has the time
    import socket  # noqa: PLC0415
    import tomllib  # noqa: PLC0415

    if isinstance(error, OSError):
        return _("there is no such address") if isinstance(error, socket.gaierror) else _refusal(error)
    if isinstance(error, tomllib.TOMLDecodeError):
        return _toml(str(error))
    if isinstance(error, json.JSONDecodeError):
        return _("line {line}, character {column}: this cannot be read as JSON").format(
            line=error.lineno, column=error.colno
        )
    if isinstance(error, KeyError):
        return _("{key} is missing").format(key=error.args[0] if error.args else "?")
    plain = next((text for kind, text in _PLAIN if isinstance(error, kind)), "")
    return _(plain) or str(error)


def _refusal(error: OSError) -> str:
    known = _SYSTEM.get(error.errno or 0)
    if known:
        return _(known)
    return _("the system refuses ({words})").format(words=error.strerror or str(error) or type(error).__name__)


def _toml(message: str) -> str:
    what, line, column = toml_place(message)
    if line is None:
        return _("at the end of the file: {what}").format(what=what)
    return _("line {line}, character {column}: {what}").format(line=line, column=column, what=what)


def toml_place(message: str) -> tuple[str, int | None, int | None]:
    """Return what is wrong with a text that is not valid TOML, in which line and at which character of it.

    Line and character count from 1; both are None where the text ended too early.
    """
    place = _TOML_PLACE.fullmatch(message)
    what = toml_sentence(place["what"] if place else message)
    if not place or not place["line"]:
        return what, None, None
    return what, int(place["line"]), int(place["column"])


def toml_sentence(what: str) -> str:
    """Return a message of the parser for somebody who has never heard of TOML."""
    for pattern, sentence in _TOML:
        if re.search(pattern, what):
            return _(sentence)
    return _("this cannot be read as TOML ({words})").format(words=what)
