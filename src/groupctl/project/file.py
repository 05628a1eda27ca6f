"""``group.toml`` on the disk: reading it, changing named tables of it."""

import os
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from groupctl.errors import ProjectError
from groupctl.files import locked, write_atomic
from groupctl.i18n import _
from groupctl.project import model, shape
from groupctl.project.model import Project
from groupctl.project.outline import dotted, outline
from groupctl.project.place import PROJECT_FILE
from groupctl.project.problems import InvalidProjectError, checked
from groupctl.project.syntax import syntax_problem
from groupctl.reasons import reason

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

LARGEST = 1024 * 1024
"""Bytes; a project file above this is something else by mistake."""
BOM = "\ufeff"

MIGRATIONS: "dict[int, Callable[[TOMLDocument], None]]" = {}
"""How a file of a version becomes one of the next: edits the document; its ``version`` is set afterwards."""


def load_project(path: Path | str) -> Project:
    """Return the project of a file, or of a folder's ``group.toml``; ProjectError lists every problem in it."""
    file = _file(path)
    return _project(_current(_read(file).removeprefix(BOM), file), file)


def update_project(path: Path | str, changes: Mapping[str, Any], *, create: bool = False) -> Project:
    """Give top-level keys new values (a dict, a list of dicts; None removes) and return the project that results.

    Keys of a table that the new value lacks go, those that the model does not know stay; what is not named stays as
    it is, byte for byte. Nothing is written where the result has problems: then ProjectError. A missing file is made
    with ``create``.
    """
    from groupctl.project.edit import edit  # noqa: PLC0415 - tomlkit is for those who write

    file = _file(path)
    with locked(file):
        before = _new_file() if create and not file.exists() else _read(file)
        mark = BOM if before.startswith(BOM) else ""
        current = _current(before.removeprefix(BOM), file)
        after = edit(current, changes)
        project = _project(after, file, written=outline(current).lines)
        if len(after.encode("utf-8", "replace")) > LARGEST:
            name = _shown(file)
            raise ProjectError(
                _("{file} is larger than a project file can be (1 MiB)").format(file=name), _("nothing was written")
            )
        if mark + after != before or not file.exists():
            write_atomic(file, mark + after)
    return project


def unknown_keys(project: Project) -> dict[str, int | None]:
    """Return the keys that groupctl does not know, dotted, each with its line in the file that was loaded."""
    found = (dotted(path) for path, _near in shape.unknown(project.to_table()))
    return {key: project.lines.get(key) for key in found}


def _file(path: Path | str) -> Path:
    path = Path(path)
    return path / PROJECT_FILE if path.is_dir() else path


def _shown(file: Path) -> str:
    """Return a file's name as seen from the current folder, where it is not elsewhere."""
    return os.path.relpath(file) if file.absolute().is_relative_to(Path.cwd()) else str(file)


def _new_file() -> str:
    lines = [
        _("What this group has declared about itself; groupctl reads it and writes into it."),
        _("Edit it by hand as you like: comments and order stay. Then: groupctl check"),
    ]
    return "".join(f"# {line}\n" for line in lines) + f"\nversion = {model.VERSION}\n"


def _read(file: Path) -> str:
    """Return the text of a file, with the byte order mark where it has one."""
    name = _shown(file)
    try:
        with file.open("rb") as opened:
            raw = opened.read(LARGEST + 1)
    except FileNotFoundError:
        raise ProjectError(_("there is no {file}").format(file=name), _("groupctl init makes one")) from None
    except OSError as error:
        raise ProjectError(_("{file} cannot be read: {reason}").format(file=name, reason=reason(error))) from error
    if len(raw) > LARGEST:
        hint = _("is it the right file? A chat export is read by groupctl audit")
        raise ProjectError(_("{file} is larger than a project file can be (1 MiB)").format(file=name), hint)
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ProjectError(
            _("{file}:{line}: this is not UTF-8 text").format(file=name, line=line),
            _("open it in an editor and save it with the encoding UTF-8"),
        ) from None


def _parsed(text: str, file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ProjectError(_("{file}: lists are nested too deeply").format(file=_shown(file))) from None
    except ValueError as error:  # TOMLDecodeError, or a number too long for Python
        problem = syntax_problem(error, text)
    raise InvalidProjectError(_shown(file), [problem], _("nothing behind this place was looked at yet"))


def _current(text: str, file: Path) -> str:
    """Return the text as it is in our version of the format; ProjectError for a version that is newer."""
    version = _parsed(text, file).get("version", 1)
    if not isinstance(version, int) or version == model.VERSION or version < 1:
        return text
    if version > model.VERSION:
        raise ProjectError(
            _("{file} was made by a newer groupctl (file version {version}; this one knows {ours})").format(
                file=_shown(file), version=version, ours=model.VERSION
            ),
            _("update groupctl: pip install --upgrade groupctl"),
        )
    import tomlkit  # noqa: PLC0415 - only old files need it

    document = tomlkit.parse(text)
    for step in range(version, model.VERSION):
        MIGRATIONS[step](document)
    document["version"] = model.VERSION
    return document.as_string()


def _project(text: str, file: Path, written: Mapping[str, int] | None = None) -> Project:
    """Return the project of a valid text; ``written`` are the lines of what stands in the file, if that is another."""
    lines = outline(text).lines
    project, problems = checked(tomllib.loads(text), lines if written is None else written)
    if problems or project is None:
        hint = _("an editor can check the file as you type: groupctl schema --help")
        raise InvalidProjectError(_shown(file), problems, hint if written is None else _("nothing was written"))
    vars(project)["lines"] = lines
    return project
