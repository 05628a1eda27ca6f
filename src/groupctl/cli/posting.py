"""What the commands that act for a group share: its project, its templates, and a text as it will be posted."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from groupctl.errors import UsageError
from groupctl.i18n import N_, _

if TYPE_CHECKING:
    from groupctl.project import Project
    from groupctl.schedule import Item

ProjectPath = Annotated[
    Path | None,
    typer.Option("--project", metavar=N_("PATH"), help=N_("group.toml or its folder; else found from here upwards.")),
]


def project_here(path: Path | None) -> "tuple[Path, Project]":
    """Return the project file and what it holds, and speak its language; ProjectError where there is none."""
    from groupctl.cli.reading import project_around
    from groupctl.errors import ProjectError
    from groupctl.project import PROJECT_FILE

    file, project = project_around(path)
    if file is None or project is None:
        raise ProjectError(
            _("there is no {file} here or above").format(file=PROJECT_FILE), _("groupctl init makes one")
        )
    return file, project


def given(values: Sequence[str]) -> dict[str, list[str]]:
    """Return ``--set`` by key; a key that is set again has several values."""
    found: dict[str, list[str]] = {}
    for one in values:
        key, equals, value = one.partition("=")
        if not equals or not key.strip():
            raise UsageError(_("{value!r} sets nothing").format(value=one), _("write it like --set who=Ann"))
        found.setdefault(key.strip(), []).append(value)
    return found


def folders(file: Path) -> tuple[Path, ...]:
    """Return the folders of the operator's own templates."""
    own = file.parent / "templates"
    return (own,) if own.is_dir() else ()


def worded(file: Path, project: "Project", item: "Item") -> str:
    """Return what is posted for an item: its own words, else the first template that can be filled in, else its name.

    GroupctlError for a template that is broken, or that there is none of.
    """
    from groupctl.texts import MissingKeysError

    if item.text:
        return item.text
    for template in item.templates:
        try:
            text = whole_text(file, project, template, item.values)
        except MissingKeysError:
            continue
        lines = [line for line in text.splitlines() if line.strip()]
        return text if item.line is None else lines[item.line % len(lines)]
    return item.fallback


def whole_text(file: Path, project: "Project", template: str, values: Mapping[str, str | Sequence[str]]) -> str:
    """Return a text from a template, uncut: the channel that it goes to cuts it by its own count."""
    from groupctl.texts import render

    return render(template, project, platform="other", values=values, folders=folders(file)).text
