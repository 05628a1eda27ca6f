"""What is wrong with a text that is not valid TOML, for somebody who has never heard of TOML."""

import re

from groupctl.display import one_line
from groupctl.i18n import N_, _
from groupctl.project.problems import Problem

_PLACE = re.compile(r"(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)", re.DOTALL)

HALF_WIDTH = {**dict.fromkeys("“”„＂", '"'), **dict.fromkeys("‘’＇", "'")} | dict(
    zip("＝，、【】［］｛｝：＃．　", "=,,[][]{}:#. ", strict=True)
)
"""Signs that a Chinese keyboard gives, and what TOML knows."""

SENTENCES = (
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


def syntax_problem(error: ValueError, text: str) -> Problem:
    """Return the one problem that kept tomllib from reading on."""
    place = _PLACE.fullmatch(str(error))
    lines = text.split("\n")
    if not place or not place["line"]:
        return Problem(line=len(lines), key="", what=_sentence(str(error)))
    line, column = int(place["line"]), int(place["column"])
    source = lines[line - 1]
    what = _foreign_sign(source[column - 1 :]) or _sentence(place["what"])
    shown = _("character {column}: {what}").format(column=column, what=what)
    return Problem(line=line, key="", what=shown, quote=one_line(source, 100))


def _foreign_sign(rest: str) -> str:
    """Return what to write instead of the full-width sign that the rest of a line begins with; else nothing."""
    sign = rest[:1]
    if sign not in HALF_WIDTH:
        return ""
    return _("{sign} is a full-width sign; write {half} instead").format(sign=sign, half=HALF_WIDTH[sign])


def _sentence(what: str) -> str:
    for pattern, sentence in SENTENCES:
        if re.search(pattern, what):
            return _(sentence)
    return _("this cannot be read as TOML")
