"""What is wrong with a text that is not valid TOML, for somebody who has never heard of TOML."""

from groupctl.display import one_line
from groupctl.i18n import _
from groupctl.project.problems import Problem
from groupctl.reasons import toml_place

HALF_WIDTH = {**dict.fromkeys("“”„＂", '"'), **dict.fromkeys("‘’＇", "'")} | dict(
    zip("＝，、【】［］｛｝：＃．　", "=,,[][]{}:#. ", strict=True)
)
"""Signs that a Chinese keyboard gives, and what TOML knows."""


def syntax_problem(error: ValueError, text: str) -> Problem:
    """Return the one problem that kept tomllib from reading on."""
    what, line, column = toml_place(str(error))
    lines = text.split("\n")
    if line is None or column is None:
        return Problem(line=len(lines), key="", what=what)
    source = lines[line - 1]
    what = _foreign_sign(source[column - 1 :]) or what
    shown = _("character {column}: {what}").format(column=column, what=what)
    return Problem(line=line, key="", what=shown, quote=one_line(source, 100))


def _foreign_sign(rest: str) -> str:
    """Return what to write instead of the full-width sign that the rest of a line begins with; else nothing."""
    sign = rest[:1]
    if sign not in HALF_WIDTH:
        return ""
    return _("{sign} is a full-width sign; write {half} instead").format(sign=sign, half=HALF_WIDTH[sign])
