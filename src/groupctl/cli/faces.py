"""A result as files: the options of every command that writes a report, and the writing, all forms in one pass."""

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from groupctl.cli.output import note
from groupctl.errors import UsageError
from groupctl.i18n import N_, _

if TYPE_CHECKING:
    import datetime as dt

    from groupctl.report.page import Page

FORMATS = ("html", "md", "json")
SUFFIXES = {".html": "html", ".htm": "html", ".md": "md", ".markdown": "md", ".json": "json"}
STDOUT = Path("-")

Report = Annotated[
    str,
    typer.Option("--report", metavar="html,md,json", help=N_("Also write the report as files of these forms.")),
]
Out = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar=N_("PATH"),
        help=N_("A folder or a file for the report; - prints it. Else audits beside group.toml."),
    ),
]
Open = Annotated[bool, typer.Option("--open", help=N_("Open the HTML report in the browser."))]


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What the command line asks for."""

    forms: tuple[str, ...] = ()
    out: Path | None = None
    show: bool = False

    @property
    def printed(self) -> bool:
        """Whether the report goes to stdout, in place of what the command prints there otherwise."""
        return self.out == STDOUT


@dataclass(frozen=True, kw_only=True)
class Faces:
    """One result: its page, and what ``--json`` prints of it."""

    page: "Callable[[], Page]"
    payload: Mapping[str, Any]
    own: Mapping[str, Callable[[], str]] = field(default_factory=dict)
    """Forms that this result writes in its own way."""


def wanted(report: str, out: Path | None, *, show: bool) -> Wanted:
    """Return what ``--report``, ``-o`` and ``--open`` ask for; UsageError for a form that there is not."""
    forms = list(dict.fromkeys(name.strip().lower() for name in report.split(",") if name.strip()))
    unknown = [name for name in forms if name not in FORMATS]
    if unknown:
        raise UsageError(
            _("--report: {name!r} is no form of a report").format(name=unknown[0]),
            _("it takes {names}").format(names=", ".join(FORMATS)),
        )
    if out and not forms:
        forms.append(SUFFIXES.get(out.suffix.lower(), "html"))
    if show and "html" not in forms:
        forms.insert(0, "html")
    if out == STDOUT and (len(forms) != 1 or show):
        raise UsageError(_("-o - prints one report"), _("name one form: --report md -o -"))
    return Wanted(forms=tuple(forms), out=out, show=show)


def deliver(faces: Faces, asked: Wanted, folder: Path | None, stem: str, when: "dt.datetime") -> tuple[Path, ...]:
    """Write every form that is asked for and return where; nothing is written where one of them cannot be drawn.

    Without ``-o`` they go into ``folder`` (the project's), else here, and are called by the day and ``stem``.
    """
    if not asked.forms:
        return ()
    texts = _texts(faces, asked.forms)
    if asked.printed:
        sys.stdout.write(texts[asked.forms[0]])
        return ()
    places = {form: _place(asked, form, folder, stem, when) for form in asked.forms}
    _write(places, texts)
    written = tuple(places.values())
    note(_("written: {files}").format(files=", ".join(_shown(path) for path in written)))
    if asked.show:
        _open(places["html"])
    return written


def _texts(faces: Faces, forms: tuple[str, ...]) -> dict[str, str]:
    """Return each form as text; the page is made once."""
    from groupctl.report.html import html
    from groupctl.report.markdown import markdown

    page = faces.page()
    draw: dict[str, Callable[[], str]] = {
        "html": lambda: html(page),
        "md": lambda: markdown(page),
        "json": lambda: _json(faces.payload),
        **faces.own,
    }
    return {form: draw[form]() for form in forms}


def _json(payload: Mapping[str, Any]) -> str:
    return json.dumps(payload, ensure_ascii=False, indent=2, default=str, allow_nan=False) + "\n"


def _place(asked: Wanted, form: str, folder: Path | None, stem: str, when: "dt.datetime") -> Path:
    """Return where one form goes: ``-o`` is a folder where there is one, or where several files go in."""
    day = f"{when:%Y-%m-%d}"
    if asked.out is None:
        name = f"{day}.{form}" if folder and stem == "audit" else f"{stem}-{day}.{form}"
        return (folder or Path()) / name
    one_file = len(asked.forms) == 1 and not asked.out.is_dir() and asked.out.suffix
    return asked.out if one_file else asked.out / f"{stem}-{day}.{form}"


def _write(places: Mapping[str, Path], texts: Mapping[str, str]) -> None:
    from contextlib import suppress

    from groupctl.files import write_atomic

    for form, path in places.items():
        with suppress(OSError):  # whoever cannot make the folder learns why from the writing
            path.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(path, texts[form])


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_absolute() and path.is_relative_to(here) else path)


def _open(path: Path) -> None:
    """Open a page in the browser, where somebody sits at a terminal; in cron there is nobody to look."""
    import webbrowser

    if not sys.stderr.isatty():
        note(_("not opened: there is no terminal"))
    elif not webbrowser.open(path.resolve().as_uri()):
        note(_("no browser was found to open {file}").format(file=_shown(path)))
