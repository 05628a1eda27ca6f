"""Words and command lines that several parts of a plan use."""

import shlex

from groupctl.display import one_line
from groupctl.i18n import ngettext
from groupctl.wording import number

LONGEST = 80
"""Characters of a value in a command line."""


def times(count: float) -> str:
    """Return how often: 3 times."""
    return ngettext("{count} time", "{count} times", round(count)).format(count=number(count))


def render(template: str, **values: str) -> str:
    """Return the command line that writes a text, blanks left for the rest; what strangers are called is quoted."""
    given = [part for key, value in values.items() if value for part in ("--set", f"{key}={one_line(value, LONGEST)}")]
    return shlex.join(["groupctl", "render", template, *given, "--blanks"])


def penalise(rule: str) -> str:
    """Return the command line that gives a rule, else the one about advertisements, a ladder."""
    return shlex.join(["groupctl", "rules", "--prohibit", rule or "ads", "--ladder", "remind,remove"])


def declare(role: str, title: str) -> str:
    """Return the command line that puts a role into group.toml, which its text is then written from."""
    return shlex.join(["groupctl", "rules", "--role", f"{role}={title}"])
