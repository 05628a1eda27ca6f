"""What comes of a run: the tables that group.toml holds afterwards, the yes that it takes, the report."""

import shlex
from collections.abc import Mapping
from typing import Any

import typer

from groupctl.cli.output import emit, note
from groupctl.cli.wizard import asking, interview
from groupctl.cli.wizard.answers import Source
from groupctl.cli.wizard.job import Job, existing
from groupctl.cli.wizard.preview import as_toml, difference
from groupctl.cli.wizard.questions import answered, plan_of, questions
from groupctl.errors import ExitCode, UsageError
from groupctl.i18n import _


def after(job: Job, before: Mapping[str, Any]) -> dict[str, Any]:
    """Return what group.toml holds afterwards, given what it holds now; in the order of the model."""
    from groupctl.project.model import Project
    from groupctl.project.shape import keys

    found = dict(before)
    for step in job.steps:
        tables = job.answers.tables(step)
        found |= {name: _overlaid(before.get(name), name, tables.get(name)) for name in step.writes}
    if job.is_init:
        found = {**job.answers.rest.get(Source.PRESET, {}), **found, **job.answers.said_besides()}
    order = [*keys(Project), *found]
    kept = {name: value for name, value in found.items() if answered(value) or value == before.get(name)}
    return {name: kept[name] for name in sorted(kept, key=order.index) if kept[name] is not None}


def _overlaid(old: Any, name: str, new: Any) -> Any:
    """Return a table with new answers over old ones; what was answered with nothing goes."""
    if not isinstance(old, Mapping) or not isinstance(new, Mapping | None):
        return new
    new = new or {}
    asked = {question.key for question in questions()}
    cleared = {key for key, value in old.items() if f"{name}.{key}" in asked and answered(value) and key not in new}
    return {key: value for key, value in old.items() if key not in cleared} | dict(new)


def finish(job: Job, terminal: asking.Terminal | None) -> ExitCode:
    """Write what changes, after a yes where a whole plan goes over an existing file, and report."""
    wanted = after(job, job.before)
    changed = wanted != job.before
    if changed:
        _need_yes(job, terminal, wanted)
        wanted = _write(job)
    else:
        note(_("{path} holds all of this already; nothing was changed").format(path=job.shown))
    if terminal or job.options.resume:
        job.shelf.remove()
    return report(job, wanted, written=changed) if job.options.as_json else ExitCode.OK


def _need_yes(job: Job, terminal: asking.Terminal | None, wanted: Mapping[str, Any]) -> None:
    """Go on only with a yes where a whole plan goes over an existing file."""
    if not job.is_init or not job.path.exists() or job.options.yes:
        return
    if terminal is None:
        raise UsageError(
            _("{path} exists; this would change in it:").format(path=job.shown) + "\n" + difference(job.before, wanted),
            _("--yes writes it; nothing was changed"),
        )
    if not interview.confirm_changes(terminal, job.shown, job.before, wanted):
        raise asking.StoppedError


def _write(job: Job) -> dict[str, Any]:
    """Write the answers into group.toml as it stands now, and return what it holds afterwards."""
    from groupctl.files import locked
    from groupctl.project import update_project

    job.path.parent.mkdir(parents=True, exist_ok=True)
    with locked(job.path):
        # Somebody may have edited the file while we asked: only what was answered goes over it.
        now = existing(job.path)
        job.answers.layers[Source.PROJECT] = plan_of(now, questions())
        wanted = after(job, now)
        changes = {name: wanted.get(name) for name in now | wanted if wanted.get(name) != now.get(name)}
        update_project(job.path, changes, create=True)
    _say_written(job, changes)
    return wanted


def _say_written(job: Job, changes: Mapping[str, Any]) -> None:
    names = ", ".join(f"[{name}]" for name in changes)
    asking.say(_("✓ {tables} written to {path}").format(tables=names, path=job.shown))
    own = {question for step in job.steps for question in step.questions if question.required or question.own}
    still = [question.option for question in job.answers.open_questions() if question in own]
    if still:
        asking.say(_("Still open: {flags}").format(flags=", ".join(still)))
    asking.say(_("Next: {command}").format(command=_check_command(job)))


def _check_command(job: Job) -> str:
    """Return the command that checks this project from where the operator stands."""
    from groupctl.project import find_project

    found = find_project()
    here = found is not None and found.resolve() == job.path.resolve()
    return "groupctl check" if here else shlex.join(["groupctl", "check", "--project", job.shown])


def report(job: Job, tables: Mapping[str, Any], *, written: bool) -> ExitCode:
    """Print the tables of this run on stdout, as JSON or as TOML."""
    own = {name: value for name, value in tables.items() if job.is_init or name in job.tables}
    missing = [question.key for step in job.steps for question in job.answers.missing(step)]
    head = {"schema": f"groupctl.{job.options.command}/1", "file": str(job.path), "written": written, "open": missing}
    emit(head | own, as_json=job.options.as_json, draw=lambda _console: typer.echo(as_toml(own), nl=False))
    return ExitCode.OK
