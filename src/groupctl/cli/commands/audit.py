"""``groupctl audit``: what really happens in the group."""

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from groupctl.cli.command import LOOK, Command
from groupctl.cli.output import FailOn, Json, console, emit, exit_code, note
from groupctl.errors import GroupctlError, UsageError
from groupctl.i18n import N_, _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from groupctl.auditing import AuditResult
    from groupctl.project import Project

LONG_READ = 20_000_000
"""Bytes from which on reading takes long enough to show how far it is."""


def audit(
    *,
    chats: Annotated[
        list[Path],
        typer.Argument(metavar=N_("CHAT…"), help=N_("One group's exported chat; several files are one chat.")),
    ],
    project: Annotated[
        Path | None,
        typer.Option(
            "--project", metavar=N_("PATH"), help=N_("group.toml or its folder; else found from here upwards.")
        ),
    ] = None,
    operator: Annotated[
        list[str] | None,
        typer.Option(
            "--operator", metavar=N_("NAME"), help=N_("Who runs the group, as the chat shows the name; repeat it.")
        ),
    ] = None,
    roster: Annotated[
        Path | None,
        typer.Option(
            "--roster", metavar=N_("FILE"), help=N_("Who is in the group: one name a line, or CSV with a column name.")
        ),
    ] = None,
    since: Annotated[
        str, typer.Option("--since", metavar=N_("DATE"), help=N_("Only from this day on (2026-01-31)."))
    ] = "",
    until: Annotated[str, typer.Option("--until", metavar=N_("DATE"), help=N_("Only up to this day, included."))] = "",
    tz: Annotated[
        str, typer.Option("--tz", metavar=N_("ZONE"), help=N_("The group's time zone; else the project's."))
    ] = "",
    chat_format: Annotated[
        str, typer.Option("--format", metavar=N_("NAME"), help=N_("Read it as this format; else found out."))
    ] = "",
    encoding: Annotated[
        str, typer.Option("--encoding", metavar=N_("NAME"), help=N_("Read it in this encoding; else found out."))
    ] = "",
    chat: Annotated[
        str, typer.Option("--chat", metavar=N_("NAME"), help=N_("Which chat, where a file holds several."))
    ] = "",
    columns: Annotated[
        str,
        typer.Option(
            "--columns",
            metavar=N_("at=…,text=…"),
            help=N_("With --format table: which columns hold at, sender, text and so on."),
        ),
    ] = "",
    show: Annotated[
        str, typer.Option("--show", metavar=N_("CODE"), help=N_("Only this finding, with every place that proves it."))
    ] = "",
    save: Annotated[
        Path | None,
        typer.Option("--save", metavar=N_("DIR"), help=N_("Keep the figures here; else audits beside group.toml.")),
    ] = None,
    no_save: Annotated[bool, typer.Option("--no-save", help=N_("Keep nothing."))] = False,
    fail_on: FailOn = "high",
    as_json: Json = False,
) -> int:
    """Audit an exported chat: who takes part, who never spoke, which questions stay open, who advertises.

    Each claim carries its number, its norm and the lines of the log that prove it; each remedy is a command.

    Beside a group.toml it also knows your operators, rules and norms, and keeps the figures in audits/DATE.toml, so
    that the next audit shows the trend. An audit of a part (--since, --until, --show) keeps nothing unless --save says
    where.
    """
    from groupctl.auditing import audit as run_audit
    from groupctl.auditing import read_roster
    from groupctl.chatlog import read_chat

    exit_code((), fail_on)  # a wrong severity is said before the long read, not after it
    code, first, last = _code(show), _day("--since", since), _day("--until", until)
    file, plan = _project(project)
    names = read_roster(roster) if roster else ()
    with _progress(chats) as progress:
        read = read_chat(
            chats,
            timezone=tz or (plan.group.timezone if plan else None),
            format=chat_format or None,
            encoding=encoding or None,
            chat=chat or None,
            columns=_columns(columns),
            progress=progress,
        )
    folder = save or (file.parent / "audits" if file else None)
    result = run_audit(
        read,
        plan,
        operators=operator or (),
        roster=names,
        since=first,
        until=last,
        earlier=_earlier(folder, plan),
        command=_command(chats, project, operator or [], roster),
        **({"evidence": None} if code else {}),
    )
    ends_with = exit_code(result.findings, fail_on)
    partial = bool(first or last or code) and save is None
    saved = None if no_save or partial or folder is None else _save(result, folder, plan)
    _say(result, code, _foot(int(ends_with), saved), as_json=as_json)
    return ends_with


def _command(chats: list[Path], project: Path | None, operators: list[str], roster: Path | None) -> str:
    """Return the command line that makes this audit again; a whole folder of files by its name and a star."""
    import shlex

    options: list[str] = []
    for name, value in (("--project", project), *(("--operator", name) for name in operators), ("--roster", roster)):
        options += [name, str(value)] if value is not None else []
    folder = chats[0].parent
    everything = len(chats) > 1 and set(chats) == set(folder.glob("*"))
    files = f"{shlex.quote(str(folder))}/*" if everything else shlex.join(map(str, chats))
    return " ".join(filter(None, ["groupctl audit", files, shlex.join(options)]))


def _say(result: "AuditResult", code: str, foot: str, *, as_json: bool) -> None:
    from groupctl.report.json import audit_json
    from groupctl.report.terminal import draw_audit, draw_finding

    payload = audit_json(result)
    if code:
        payload["findings"] = [finding for finding in payload["findings"] if finding["code"] == code]
        emit(payload, as_json=as_json, draw=lambda out: draw_finding(out, result, code))
    else:
        emit(payload, as_json=as_json, draw=lambda out: draw_audit(out, result, foot))


def _columns(text: str) -> dict[str, str] | None:
    """Return what ``at=When,text=Body`` says; UsageError for anything else."""
    pairs = [pair.partition("=") for pair in text.split(",")] if text else []
    if any(not name.strip() or not column for name, _equals, column in pairs):
        raise UsageError(
            _("--columns: {value!r} is not understood").format(value=text),
            _("write it like at=Time,sender=Name,text=Message"),
        )
    return {name.strip(): column for name, _equals, column in pairs} or None


def _code(code: str) -> str:
    """Return the code of a check as it is written; UsageError with the nearest one for a code that there is not."""
    from difflib import get_close_matches

    from groupctl.auditing.run import checks

    known = [check.code for check in checks()] if code else []
    if code and code.upper() not in known:
        near = get_close_matches(code.upper(), known, n=3, cutoff=0.4)
        raise UsageError(
            _("the audit has no finding {code}").format(code=code),
            _("did you mean {name}?").format(name=", ".join(near or known)),
        )
    return code.upper()


def _day(option: str, text: str) -> "dt.date | None":
    import datetime as dt

    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise UsageError(
            _("{option}: {value!r} is no date").format(option=option, value=text), _("write it like 2026-01-31")
        ) from None


def _project(path: Path | None) -> "tuple[Path | None, Project | None]":
    """Return the project file and the project, the one that was named or the one around; its language is spoken."""
    from groupctl import i18n
    from groupctl.project import PROJECT_FILE, find_project

    found = path or find_project()
    if found is None:
        return None, None
    from groupctl.project import load_project  # pydantic comes with it, and only a project needs it

    loaded = load_project(found)
    if loaded.group.language:
        i18n.use(loaded.group.language)
    return (found / PROJECT_FILE if found.is_dir() else found), loaded


@contextmanager
def _progress(chats: list[Path]) -> "Iterator[Callable[[int, int], None] | None]":
    """Give what shows how far a long read is, on a terminal only."""
    size = sum(chat.stat().st_size for chat in chats if chat.is_file())
    if size < LONG_READ or not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn

    with Progress(
        "{task.description}",
        BarColumn(),
        DownloadColumn(),
        TimeRemainingColumn(),
        console=console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task(_("reading"), total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _earlier(folder: Path | None, plan: "Project | None") -> "tuple[dict[str, float | None], ...]":
    """Return the figures of earlier audits; what cannot be read is said."""
    from groupctl.auditing import snapshots

    if folder is None or not folder.is_dir():
        return ()
    found, problems = snapshots.load(folder, _now(plan).date())
    for problem in problems:
        note(problem)
    return tuple(dict(snapshot.figures) for snapshot in found)


def _save(result: "AuditResult", folder: Path, plan: "Project | None") -> Path | None:
    """Keep the figures; where that fails it is said, and the report is still printed."""
    from groupctl.auditing import snapshots

    try:
        return snapshots.save(result, folder, _now(plan))
    except GroupctlError as error:
        note(_("the figures were not kept: {reason}").format(reason=error.message))
        return None


def _now(plan: "Project | None") -> "dt.datetime":
    """Return the time in the group's zone; else in this machine's."""
    import datetime as dt
    from zoneinfo import ZoneInfo

    zone = plan.group.timezone if plan else None
    return dt.datetime.now(ZoneInfo(zone)) if zone else dt.datetime.now().astimezone()


def _foot(ends_with: int, saved: Path | None) -> str:
    end = _("exit {code}").format(code=ends_with)
    if saved is None:
        return end
    here = Path.cwd()
    return f"{end} · {saved.relative_to(here) if saved.is_relative_to(here) else saved}"


COMMAND = Command(run=audit, panel=LOOK, rank=10)
