"""``groupctl report``: an audit again, from what was kept of it, without the chat."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from groupctl.cli import faces, reading
from groupctl.cli.addressed import addressed_findings
from groupctl.cli.command import LOOK, Command
from groupctl.cli.output import Json, emit, note
from groupctl.errors import UsageError
from groupctl.i18n import N_, _

if TYPE_CHECKING:
    from groupctl.auditing.record import Record


def report(
    day: Annotated[
        str, typer.Argument(metavar=N_("[DATE]"), help=N_("The day of the audit (2026-01-31); else the latest."))
    ] = "",
    *,
    project: reading.ProjectPath = None,
    kept: Annotated[
        Path | None,
        typer.Option("--from", metavar=N_("DIR"), help=N_("Where audits are kept; else audits beside group.toml.")),
    ] = None,
    forms: faces.Report = "",
    out: faces.Out = None,
    show: faces.Open = False,
    as_json: Json = False,
) -> None:
    """Draw the report of an audit again, without the chat.

    groupctl audit keeps what it needs in audits/DATE.report.json: figures, charts, findings and where each of them
    shows, but no member's name and no word that anybody wrote, unless it was called with --keep-words.
    """
    from groupctl.auditing import record

    asked = faces.wanted(forms, out, show=show)
    kept_day = reading.day("DATE", day)
    folder = kept or _folder(project)
    found = record.load(folder, kept_day.isoformat() if kept_day else "")
    _speak(found.language)
    result = replace(found.result, findings=addressed_findings(found.result.findings, project))
    _draw(replace(found, result=result), asked, folder, as_json=as_json)


def _folder(project: Path | None) -> Path:
    """Return where the audits of the project are kept; UsageError where there is none."""
    from groupctl.project import PROJECT_FILE, find_project

    path = project or find_project()
    if path is None:
        raise UsageError(
            _("there is no {file} here or above").format(file=PROJECT_FILE),
            _("name the folder of the audits: groupctl report --from DIR"),
        )
    return (path if path.is_dir() else path.parent) / "audits"


def _speak(language: str) -> None:
    """Speak the language in which the findings were written: a report in two languages is nobody's."""
    from groupctl import i18n

    if i18n.language() != language:
        if i18n.is_fixed():
            note(_("the audit was kept in {language} and is drawn in it").format(language=language))
        i18n.fix(language)


def _draw(found: "Record", asked: faces.Wanted, folder: Path, *, as_json: bool) -> None:
    from groupctl.report.audit_page import audit_page
    from groupctl.report.json import audit_json
    from groupctl.report.terminal import draw_audit

    payload = audit_json(found.result)
    face = faces.Faces(page=lambda: audit_page(found.result, found.when), payload=payload)
    faces.deliver(face, asked, folder, "audit", found.when)
    if as_json or not asked.forms:
        text = "" if found.words else _("names and words are not kept: groupctl audit --keep-words keeps them")
        emit(payload, as_json=as_json, draw=lambda console: draw_audit(console, found.result))
        if text:
            note(text)


COMMAND = Command(run=report, panel=LOOK, rank=20)
