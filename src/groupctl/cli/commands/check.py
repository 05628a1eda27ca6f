"""``groupctl check``: the launch gate."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from groupctl.cli import faces, reading
from groupctl.cli.addressed import addressed_findings
from groupctl.cli.command import PLAN, Command
from groupctl.cli.output import FailOn, Json, emit, exit_code
from groupctl.i18n import N_, _

if TYPE_CHECKING:
    import datetime as dt

    from groupctl.gate import Comparison, GateResult
    from groupctl.project import Project
    from groupctl.report.page import Page


def check(
    *,
    project: Annotated[
        Path | None,
        typer.Option(
            "--project", metavar=N_("PATH"), help=N_("group.toml or its folder; else found from here upwards.")
        ),
    ] = None,
    select: Annotated[
        str,
        typer.Option("--select", metavar=N_("CODES"), help=N_("Only these checks: GC104, or GC3 for a family.")),
    ] = "",
    ignore: Annotated[
        str, typer.Option("--ignore", metavar=N_("CODES"), help=N_("Leave these findings out; they are counted."))
    ] = "",
    compare: Annotated[
        str,
        typer.Option("--compare", metavar=N_("NAME"), help=N_("Say whether this group or file is wider.")),
    ] = "",
    report: faces.Report = "",
    out: faces.Out = None,
    browse: faces.Open = False,
    fail_on: FailOn = "high",
    as_json: Json = False,
) -> int:
    """Check whether the group may be opened: what is missing, what contradicts itself, what is too broad.

    Exits with 1 while anything is left that blocks the launch (✗). Reminders (!) and remarks (·) do not.

    To live with a finding, list its code and your reason under [[ignore]] in group.toml.
    """
    from groupctl import gate, i18n
    from groupctl.errors import ProjectError
    from groupctl.project import PROJECT_FILE, find_project, load_project
    from groupctl.report.check import check_json, draw_check

    asked = faces.wanted(report, out, show=browse)
    path = project or find_project()
    if path is None:
        raise ProjectError(
            _("there is no {file} here or above").format(file=PROJECT_FILE), _("groupctl init makes one")
        )
    loaded = load_project(path)
    if loaded.group.language:
        i18n.use(loaded.group.language)
    file = _shown(path / PROJECT_FILE if path.is_dir() else path)
    result = gate.check(loaded, file=file, select=_codes(select), ignore=_codes(ignore))
    result = replace(result, findings=addressed_findings(result.findings, project))
    comparison = _compared(loaded, compare)
    code = exit_code(result.findings, fail_on)
    payload = check_json(result, file, comparison)
    when = reading.now(loaded)
    face = faces.Faces(page=lambda: _page(result, loaded, file, when, comparison), payload=payload)
    if not asked.printed:
        emit(payload, as_json=as_json, draw=lambda console: draw_check(console, result, loaded, file, comparison))
    faces.deliver(face, asked, (path if path.is_dir() else path.parent) / "audits", "check", when)
    return code


def _page(
    result: "GateResult", project: "Project", file: str, when: "dt.datetime", comparison: "Comparison | None"
) -> "Page":
    from groupctl.report.check_page import check_page

    return check_page(result, project, file, when, comparison)


def _shown(path: Path) -> str:
    """Return a path as the operator would type it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_absolute() and path.is_relative_to(here) else path)


def _codes(text: str) -> list[str]:
    return [code.strip() for code in text.replace(" ", ",").split(",") if code.strip()]


def _compared(ours: "Project", other: str) -> "Comparison | None":
    """Return which of two groups is wider; the other one is a file, or just a name."""
    from groupctl.gate import compare
    from groupctl.gate.scope import named
    from groupctl.project import load_project

    if not other.strip():
        return None
    return compare(ours, load_project(other) if Path(other).exists() else named(other))


COMMAND = Command(run=check, panel=PLAN, rank=20)
