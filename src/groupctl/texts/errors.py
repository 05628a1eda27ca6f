"""What can be wrong with a template or with what it is given."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from groupctl.errors import GroupctlError
from groupctl.i18n import _


class TemplateError(GroupctlError):
    """A template cannot be used as it stands: the message begins with the file and the line."""

    def __init__(self, path: Path | str, line: int | None, problem: str, hint: str = "") -> None:
        place = f"{path}:{line}" if line else str(path)
        super().__init__(f"{place}: {problem}", hint)
        self.path = path
        self.line = line


@dataclass(frozen=True, kw_only=True)
class Missing:
    """One thing that a text needs and that is not there: a key of ``group.toml`` or a value of the moment."""

    key: str
    remedy: str
    """The command that fills it in, or for a value of the moment the option that sets it."""
    about: str = ""
    """What a value of the moment is."""


class MissingKeysError(GroupctlError):
    """A text cannot be written because something it needs is empty; ``missing`` says what, and what fills it in."""

    def __init__(self, name: str, missing: Sequence[Missing]) -> None:
        self.missing = tuple(missing)
        keys = ", ".join(one.key for one in missing)
        super().__init__(_("{name} lacks: {keys}").format(name=name, keys=keys), _remedies(name, missing))


def _remedies(name: str, missing: Sequence[Missing]) -> str:
    """Return the commands that fill the gaps, each once, and below them what each value is."""
    options = [one.remedy for one in missing if one.remedy.startswith("--set")]
    commands = dict.fromkeys(one.remedy for one in missing if one.remedy not in options)
    lines = [*commands, *([" ".join(["groupctl render", name, *options])] if options else [])]
    explained = [f"    {one.key}: {one.about}" for one in missing if one.about]
    return "\n".join(["\n  → ".join(lines), *explained])
