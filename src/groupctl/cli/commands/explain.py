"""``groupctl explain``: the documentation of findings, thresholds and figures."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from groupctl.cli.command import HELP, Command
from groupctl.cli.output import Json, emit, note
from groupctl.errors import GroupctlError, UsageError
from groupctl.i18n import N_, _

if TYPE_CHECKING:
    from groupctl.findings import Check
    from groupctl.thresholds import Thresholds

AUDIT = "groupctl.auditing.checks"
TABLES = ("thresholds", "figures")


def explain(
    topic: Annotated[
        str, typer.Argument(metavar=N_("[CODE]"), help=N_("A finding's code, a family (GC3), thresholds or figures."))
    ] = "",
    project: Annotated[
        Path | None,
        typer.Option(
            "--project", metavar=N_("PATH"), help=N_("group.toml or its folder; else found from here upwards.")
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Explain a finding: what it looks at, why it matters, what to do.

    Without a code it lists all of them. groupctl explain thresholds lists every threshold with its meaning and source,
    groupctl explain figures what a target can name.
    """
    from groupctl.report import explain as report

    thresholds = _thresholds(project)
    if topic.lower() == "thresholds":
        payload = report.thresholds_json(thresholds)
        emit(payload, as_json=as_json, draw=lambda console: report.draw_thresholds(console, thresholds))
        return
    if topic.lower() == "figures":
        emit(report.figures_json(), as_json=as_json, draw=report.draw_figures)
        return
    found = _named(topic)
    one = found[0] if found[0].code == topic.upper() else None
    emit(
        report.explain_json(found, thresholds),
        as_json=as_json,
        draw=lambda console: (
            report.draw_check_text(console, one, thresholds) if one else report.draw_codes(console, found)
        ),
    )


def _named(topic: str) -> "tuple[Check[Any], ...]":
    """Return the checks whose code begins with the topic; UsageError with the nearest code where there is none."""
    from groupctl.gate.catalogue import all_checks, nearest_code
    from groupctl.project.shape import nearest

    found = tuple(check for check in all_checks() if topic and check.code.startswith(topic.upper()))
    if found:
        return found
    every = (*all_checks(), *_of_the_audit())
    found = tuple(check for check in every if check.code.startswith(topic.upper()))
    if not found:
        near = nearest_code(topic, [check.code for check in every]) or nearest(topic, TABLES)
        hint = _("did you mean {name}?").format(name=near) if near else _("groupctl explain lists them all")
        raise UsageError(_("there is nothing to explain under {topic!r}").format(topic=topic), hint)
    return found


def _of_the_audit() -> "tuple[Check[Any], ...]":
    from groupctl import registry
    from groupctl.findings import Check

    return registry.load_all(AUDIT, "CHECK", Check)


def _thresholds(project: Path | None) -> "Thresholds":
    """Return the thresholds of the project, the one that was named or the one around; else the table's own."""
    from groupctl import i18n
    from groupctl.project import find_project, load_project
    from groupctl.thresholds import Thresholds

    path = project or find_project()
    if path is None:
        return Thresholds()
    try:
        loaded = load_project(path)
    except GroupctlError as error:
        if project:
            raise
        note(_("{message}; the thresholds are those of the table").format(message=error.message))
        return Thresholds()
    if loaded.group.language:
        i18n.use(loaded.group.language)
    return loaded.thresholds


COMMAND = Command(run=explain, panel=HELP)
