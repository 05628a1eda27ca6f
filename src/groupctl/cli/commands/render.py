"""``groupctl render``: every text that a group needs, ready to paste."""

import sys
from contextlib import contextmanager
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING, Annotated, Any

import typer

from groupctl.cli.addressed import addressed_lines
from groupctl.cli.command import WRITE, Command
from groupctl.cli.output import Json, emit, note
from groupctl.cli.posting import given
from groupctl.errors import ExitCode, UsageError
from groupctl.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groupctl.project import Project
    from groupctl.texts import Batch, RenderedText, Request, Template
    from groupctl.texts.header import Value


TemplateName = Annotated[str, typer.Argument(metavar=N_("[TEMPLATE]"), help=N_("Which text; --list shows them."))]
Tone = Annotated[
    str,
    typer.Option("--tone", metavar="formal|friendly", help=N_("Else formal for businesses, friendly for people.")),
]
PlatformName = Annotated[
    str, typer.Option("--platform", metavar=N_("NAME"), help=N_("Fit its longest message; else the project's."))
]
Length = Annotated[
    int | None,
    typer.Option("--limit", metavar=N_("N"), help=N_("Fit this length instead, counted as the platform does.")),
]
Values = Annotated[
    list[str] | None,
    typer.Option(
        "--set", metavar=N_("KEY=VALUE"), help=N_("What only you know now, or another value for a key; repeat it.")
    ),
]
Blanks = Annotated[
    bool, typer.Option("--blanks", help=N_("Leave a blank for whatever is not set, in group.toml neither."))
]
ProjectPath = Annotated[
    Path | None,
    typer.Option("--project", metavar=N_("PATH"), help=N_("group.toml or its folder; else found from here upwards.")),
]
OwnTemplates = Annotated[
    Path | None,
    typer.Option("--templates", metavar=N_("DIR"), help=N_("Your own templates; else templates beside group.toml.")),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar=N_("FILE"), help=N_("Write into this file."))]
Everything = Annotated[
    Path | None, typer.Option("--all", metavar=N_("DIR"), help=N_("Write every text into this folder, with blanks."))
]
Listing = Annotated[bool, typer.Option("--list", help=N_("Show all texts, what they are for and what they need."))]


def render(  # noqa: PLR0917 - options are arguments
    template: TemplateName = "",
    tone: Tone = "",
    platform: PlatformName = "",
    limit: Length = None,
    values: Values = None,
    blanks: Blanks = False,
    project: ProjectPath = None,
    templates: OwnTemplates = None,
    output: Output = None,
    every: Everything = None,
    show: Listing = False,
    as_json: Json = False,
) -> int:
    """Write a text of the group, ready to paste: rules, welcome, announcement, invitations, notices and more.

    For example: groupctl render rules --tone formal. What only you know now is set: groupctl render welcome --set
    who=Ann. A text too long for one message becomes its short form, or numbered parts.

    Your own templates stand in a folder templates beside group.toml and go before ours.
    """
    if sum((bool(template), every is not None, show)) != 1:
        raise UsageError(_("name one text, or --list, or --all"), _("groupctl render --list shows the texts"))
    from groupctl.texts import write

    plan, folders = _group(project, templates)
    request = _request(tone, platform, limit, folders, blanks=blanks)
    settings = given(values or [])
    if output is not None and not template:
        raise UsageError(_("-o goes with one text; --all names a folder"))
    if show:
        return _list(plan, request, as_json=as_json)
    if every is not None:
        return _all(plan, settings, request, every, place=project, as_json=as_json)
    with _naming(project):
        rendered = write(template, plan, settings, request)
    return _give(rendered, output, project, as_json=as_json)


@contextmanager
def _naming(project: Path | None) -> "Iterator[None]":
    """Let the commands that fill in what a text lacks reach the project that was named."""
    from groupctl.texts import MissingKeysError

    try:
        yield
    except MissingKeysError as error:
        error.hint = addressed_lines(error.hint, project)
        raise


def _group(path: Path | None, templates: Path | None) -> "tuple[Project, tuple[Path, ...]]":
    """Return the project (an empty one where there is none) and the folders of the operator's own templates."""
    from groupctl import i18n
    from groupctl.project import Project, find_project, load_project

    if templates is not None and not templates.is_dir():
        raise UsageError(_("there is no folder {folder}").format(folder=templates))
    file = path or find_project()
    project = load_project(file) if file else Project()
    if project.group.language:
        i18n.use(project.group.language)
    folders = [templates] if templates else []
    beside = (file if file.is_dir() else file.parent) / "templates" if file else None
    if beside and beside.is_dir():
        folders.append(beside)
    if file is None:
        note(_("there is no group.toml here; what a text needs must be set, or groupctl init makes one"))
    return project, tuple(folders)


def _request(tone: str, platform: str, limit: int | None, folders: tuple[Path, ...], *, blanks: bool) -> "Request":
    from groupctl.texts import Request

    return Request(
        tone=tone or None, platform=platform or None, limit=limit, blanks=blanks, whole=blanks, folders=folders
    )


def _give(rendered: "RenderedText", output: Path | None, project: Path | None, *, as_json: bool) -> int:
    for said in rendered.notes:
        note(addressed_lines(said, project))
    if output is not None:
        _write(output, rendered)
        note(_("written: {path}").format(path=output))
    if as_json:
        emit({"schema": "groupctl.render/1", **_payload(rendered)}, as_json=True, draw=lambda _console: None)
    elif output is None:
        _print(rendered.text)
    return ExitCode.OK


def _print(text: str) -> None:
    """Print a text as it is: rich would wrap it."""
    sys.stdout.write(text + "\n")


def _payload(rendered: "RenderedText") -> dict[str, Any]:
    return {
        "template": rendered.name,
        "title": rendered.title,
        "language": rendered.language,
        "tone": rendered.tone,
        "platform": rendered.platform,
        "parts": list(rendered.parts),
        "notes": list(rendered.notes),
    }


def _write(path: Path, rendered: "RenderedText") -> None:
    from groupctl.files import write_atomic

    write_atomic(path, rendered.text + "\n")


def _all(
    project: "Project",
    given: dict[str, list[str]],
    request: "Request",
    folder: Path,
    *,
    place: Path | None,
    as_json: bool,
) -> int:
    from groupctl.texts import write_all

    momentary = [key for key in given if "." not in key]
    if momentary:
        raise UsageError(
            _("--all sets keys of group.toml only, not {names}").format(names=", ".join(momentary)),
            _("values of the moment stay blank in these texts"),
        )
    batch = write_all(project, given, request)
    folder.mkdir(parents=True, exist_ok=True)
    for one in batch.written:
        _write(folder / f"{one.stem}.txt", one.rendered)
    _account(batch, folder, place)
    if as_json:
        emit(_batch_payload(batch, folder), as_json=True, draw=lambda _console: None)
    return ExitCode.USAGE if batch.failed else ExitCode.OK


def _account(batch: "Batch", folder: Path, place: Path | None) -> None:
    """Say what was written, what does not concern this group, and what could not be written and why."""
    count = len(batch.written)
    note(ngettext("{count} text in {folder}", "{count} texts in {folder}", count).format(count=count, folder=folder))
    for one in batch.written:
        for said in one.rendered.notes:
            note(indent(f"{one.stem}: {addressed_lines(said, place)}", "  "))
    for skipped in batch.skipped:
        note("  " + _("left out {name}: {reason}").format(name=skipped.name, reason=skipped.reason))
    for failed in batch.failed:
        note("  " + _("not written: {reason}").format(reason=failed.error.message))
        if failed.error.hint:
            note(indent(f"  → {addressed_lines(failed.error.hint, place)}", "  "))


def _batch_payload(batch: "Batch", folder: Path) -> dict[str, Any]:
    from groupctl.texts import MissingKeysError

    return {
        "schema": "groupctl.render-all/1",
        "texts": [{"file": str(folder / f"{one.stem}.txt"), **_payload(one.rendered)} for one in batch.written],
        "skipped": [{"template": one.name, "reason": one.reason} for one in batch.skipped],
        "failed": [
            {
                "template": one.name,
                "reason": one.error.message,
                "missing": [gap.key for gap in one.error.missing] if isinstance(one.error, MissingKeysError) else [],
            }
            for one in batch.failed
        ],
    }


def _list(project: "Project", request: "Request", *, as_json: bool) -> int:
    from groupctl.texts import catalogue
    from groupctl.texts.rendering import chosen_language

    found = catalogue(chosen_language(project, request.language), request.folders)
    payload = {"schema": "groupctl.render-list/1", "templates": [_described(one) for one in found]}
    emit(payload, as_json=as_json, draw=lambda _console: _print("\n".join(map(_drawn, found))))
    return ExitCode.OK


def _described(template: "Template") -> dict[str, Any]:
    header = template.header
    return {
        "name": template.name,
        "title": header.title,
        "purpose": header.purpose,
        "audience": header.audience,
        "needs": header.needs,
        "wants": header.wants,
        "about_one": header.pick or None,
        "short": header.short,
        "own": template.own,
        "path": str(template.path),
        "values": {name: value.model_dump(by_alias=True) for name, value in header.values.items()},
    }


def _drawn(template: "Template") -> str:
    """Return one template for the list: its name and title, what it is for, what it needs, what may be set."""
    from groupctl.wrapping import wrap

    header = template.header
    lines = [header.purpose]
    if header.needs:
        lines.append(_("needs: {keys}").format(keys=", ".join(header.needs)))
    if required := [name for name, value in header.values.items() if _is_required(value)]:
        lines.append(_("to be set: {names}").format(names=", ".join(required)))
    optional = [name for name in (header.pick, *header.values) if name and name not in required]
    if optional:
        lines.append(_("may be set: {names}").format(names=", ".join(optional)))
    head = f"{template.name}  {header.title}" + (f"  ({template.path})" if template.own else "")
    return "\n".join([head, *(f"    {line}" for text in lines for line in wrap(text, 76))])


def _is_required(value: "Value") -> bool:
    return not (value.optional or value.source or value.one_of)


COMMAND = Command(run=render, panel=WRITE)
