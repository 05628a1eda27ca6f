"""Runs init and the single steps: asks where somebody can be asked, else says what is missing."""

import contextlib
import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from groupctl import i18n, today
from groupctl.cli.output import emit, note
from groupctl.cli.wizard import asking, interview, presets
from groupctl.cli.wizard.answers import Source
from groupctl.cli.wizard.job import INIT, Job, Options, prepare, take_preset
from groupctl.cli.wizard.outcome import after, finish, report
from groupctl.cli.wizard.questions import Question, questions, step_of, steps
from groupctl.cli.wizard.saved import Session
from groupctl.display import one_line
from groupctl.errors import ExitCode, GroupctlError, UsageError
from groupctl.i18n import _, ngettext
from groupctl.wrapping import wrap

if TYPE_CHECKING:
    from rich.console import Console

PROJECT_FILE = "group.toml"
_MARKS = ("goal.kind", "group.side", "group.platform")
"""What tells ready-made groups apart at a glance."""


def list_presets(*, as_json: bool) -> ExitCode:
    """Print the ready-made groups, in the language in use."""
    found = presets.load_all(i18n.language(), today.day())
    by_key = {question.key: question for question in questions()}

    def draw(console: "Console") -> None:
        for one in found:
            marks = ", ".join(by_key[key].say(one.plan[key]) for key in _MARKS)
            console.print(f"{one.name}  {one.title} ({marks})")
            console.print("\n".join(f"    {line}" for line in wrap(one.summary, asking.WIDTH - 4)))

    rows = [
        {"name": one.name, "title": one.title, "summary": one.summary}
        | {key.partition(".")[2]: one.plan[key] for key in _MARKS}
        for one in found
    ]
    emit({"schema": "groupctl.init/1", "presets": rows}, as_json=as_json, draw=draw)
    return ExitCode.OK


def run_init(folder: Path, values: Mapping[str, Any]) -> ExitCode:
    """Plan a whole group into ``folder/group.toml``, or into a project file of another name that is there."""
    if folder.is_file() and folder.suffix == ".toml":
        return _run(prepare(folder, steps(), values, Options.of(INIT, values)))
    if folder.exists() and not folder.is_dir():
        raise UsageError(_("{path} is no folder").format(path=folder), _("groupctl init takes the folder of the group"))
    return _run(prepare(folder / PROJECT_FILE, steps(), values, Options.of(INIT, values)))


def run_step(name: str, project: Path | None, values: Mapping[str, Any]) -> ExitCode:
    """Make or change one step of an existing project."""
    from groupctl.project import find_project

    path = project / PROJECT_FILE if project and project.is_dir() else project or find_project()
    if path is None or not path.exists():
        raise UsageError(
            _("there is no {file}").format(file=path or PROJECT_FILE),
            _("groupctl init makes one; --project names another place"),
        )
    return _run(prepare(path, (step_of(name),), values, Options.of(name, values)))


def _run(job: Job) -> ExitCode:
    saved = interview.has_saved(job.shelf, resume=job.options.resume)
    if not job.is_init:
        _say_ignored(job)
    if _asks(job):
        return _interviewed(job, saved=saved)
    if job.options.resume:
        session = job.shelf.load()
        interview.resume(job.answers, session)
        take_preset(job.answers, job.options.preset or session.preset)
    return _unattended(job)


def _say_ignored(job: Job) -> None:
    """Say which tables of an answers file a single step leaves alone."""
    layer = job.answers.layers.get(Source.FILE, {})
    found = {key.partition(".")[0] for key in layer} | job.answers.rest.get(Source.FILE, {}).keys()
    others = sorted(found - {*job.tables})
    if others:
        asking.say(
            _("groupctl {step} writes {own} only; not used from the answers: {others}").format(
                step=job.options.command, own=", ".join(job.tables), others=", ".join(others)
            )
        )


def _asks(job: Job) -> bool:
    """Tell whether to ask: somebody is there, and the command line leaves something to say."""
    if not asking.is_possible() or job.options.show or (job.is_edit and job.options.yes):
        return False
    return job.is_init or job.options.resume or not (job.given() or job.options.as_json)


def _interviewed(job: Job, *, saved: bool) -> ExitCode:
    terminal = asking.Terminal()
    talk = interview.Interview(
        answers=job.answers,
        terminal=terminal,
        shelf=job.shelf,
        session=Session(preset=job.options.preset),
        steps=job.steps,
        accept=job.options.yes,
    )
    if job.is_init and job.before:
        said = _("{path} exists: what it says is proposed, and nothing in it changes without your yes.")
        asking.say(said.format(path=job.shown))
    with _keeping(job, talk):
        if saved and (job.options.resume or _goes_on(job, terminal)):
            talk.session = job.shelf.load()
            interview.resume(job.answers, talk.session)
            take_preset(job.answers, job.options.preset or talk.session.preset)
        talk.run()
        return finish(job, terminal)


def _goes_on(job: Job, terminal: asking.Terminal) -> bool:
    """Ask whether to go on with an earlier session; one that is not wanted is put aside, not lost."""
    if terminal.confirm(_("You were interrupted earlier. Go on with those answers?"), default=True):
        return True
    place = job.shelf.put_aside()
    asking.say(_("They are kept in {path}").format(path=place))
    return False


@contextlib.contextmanager
def _keeping(job: Job, talk: interview.Interview) -> Iterator[None]:
    """Whatever stops a session, keep what was answered and say how to go on."""
    try:
        yield
    except (asking.StoppedError, KeyboardInterrupt):
        if talk.begun:
            talk.keep()
        _say_kept(job)
        raise KeyboardInterrupt from None
    except GroupctlError:
        _say_kept(job)
        raise


def _say_kept(job: Job) -> None:
    if job.shelf.exists():
        asking.say(_("Your answers so far are kept in {path}").format(path=job.shelf.path))
        note("  → " + one_line(_resume_command(job)))


def _resume_command(job: Job) -> str:
    """Return the command that goes on with an interrupted session."""
    folder = str(job.path.parent) if job.path.name == PROJECT_FILE else job.shown
    if job.is_init:
        return shlex.join(["groupctl", "init", *([folder] if folder != "." else []), "--resume"])
    return shlex.join(["groupctl", job.options.command, "--project", job.shown, "--resume"])


def _unattended(job: Job) -> ExitCode:
    """Do what the command line says, and ask nothing."""
    for step in () if job.is_edit else job.steps:
        if job.options.yes:
            job.answers.assume(step.questions)
        elif job.is_init:
            job.answers.assume([question for question in step.questions if not question.required])
    nothing_said = not (job.is_init or job.given() or job.options.yes or job.options.resume)
    if job.options.show or (nothing_said and job.options.as_json):
        return report(job, after(job, job.before), written=False)
    missing = [question for step in job.steps for question in job.answers.missing(step)]
    if missing and not job.is_edit and (job.is_init or nothing_said):
        raise _missing_error(missing)
    return finish(job, None)


def _missing_error(missing: list[Question]) -> UsageError:
    """Return the list of what has to be given, each with its flag."""
    count = len(missing)
    head = ngettext(
        "{count} answer is missing, and there is no terminal to ask at:",
        "{count} answers are missing, and there is no terminal to ask at:",
        count,
    )
    rows: list[str] = []
    for question in missing:
        rows.append(f"  {question.option} {_(question.metavar)}")
        rows += (f"      {line}" for line in wrap(_(question.help), asking.WIDTH - 6))
    return UsageError(
        "\n".join([head.format(count=count), *rows]),
        _("give these flags, a file (--answers FILE), or --preset NAME, which fills the rest"),
    )
