"""Reading chats for a command: the options that all of them share, the progress bar, and the project around."""

import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from groupctl.cli.output import console
from groupctl.errors import UsageError
from groupctl.i18n import N_, _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from groupctl.chatlog import Chat
    from groupctl.project import Project

LONG_READ = 20_000_000
"""Bytes from which on reading takes long enough to show how far it is."""

Chats = Annotated[
    list[Path],
    typer.Argument(metavar=N_("CHAT…"), help=N_("One group's exported chat; several files, or a folder, are one.")),
]
ProjectPath = Annotated[
    Path | None,
    typer.Option("--project", metavar=N_("PATH"), help=N_("group.toml or its folder; else found from here upwards.")),
]
Operators = Annotated[
    list[str] | None,
    typer.Option(
        "--operator", metavar=N_("NAME"), help=N_("Who runs the group, as the chat shows the name; repeat it.")
    ),
]
Roster = Annotated[
    Path | None,
    typer.Option(
        "--roster", metavar=N_("FILE"), help=N_("Who is in the group: one name a line, or CSV with a column name.")
    ),
]
Since = Annotated[str, typer.Option("--since", metavar=N_("DATE"), help=N_("Only from this day on (2026-01-31)."))]
Until = Annotated[str, typer.Option("--until", metavar=N_("DATE"), help=N_("Only up to this day, included."))]
TimeZone = Annotated[
    str, typer.Option("--tz", metavar=N_("ZONE"), help=N_("The group's time zone; else the project's."))
]
ChatFormat = Annotated[
    str, typer.Option("--format", metavar=N_("NAME"), help=N_("Read it as this format; else found out."))
]
Encoding = Annotated[
    str, typer.Option("--encoding", metavar=N_("NAME"), help=N_("Read it in this encoding; else found out."))
]
WhichChat = Annotated[
    str,
    typer.Option(
        "--chat", metavar=N_("NAME"), help=N_("Which chat, where a file holds several; all takes them as one.")
    ),
]
Columns = Annotated[
    str,
    typer.Option(
        "--columns",
        metavar=N_("at=…,text=…"),
        help=N_("With --format table: which columns hold at, sender, text and so on."),
    ),
]

Aliases = Annotated[
    Path | None,
    typer.Option(
        "--aliases",
        metavar=N_("FILE"),
        help=N_("Who has several names: a person a line, a name and then the others, between commas; or TOML."),
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help=N_("Exit with 3 where any line of the export is not read."))]


@dataclass(frozen=True, kw_only=True)
class How:
    """How the files are to be read, as the command line says it; empty where it leaves that to us."""

    tz: str = ""
    format: str = ""
    encoding: str = ""
    chat: str = ""
    columns: str = ""
    aliases: Path | None = None
    strict: bool = False


def read(chats: list[Path], plan: "Project | None", how: How) -> "Chat":
    """Read the files as one chat, with a progress bar where that takes long and somebody looks."""
    from groupctl.chatlog import read_chat

    named = _columns(how.columns)
    with _progress(chats) as progress:
        return read_chat(
            chats,
            timezone=how.tz or (plan.group.timezone if plan else None),
            format=how.format or None,
            encoding=how.encoding or None,
            chat=how.chat or None,
            columns=named,
            aliases=how.aliases,
            strict=how.strict,
            progress=progress,
        )


def command_line(
    command: str, chats: list[Path], project: Path | None, operators: list[str], roster: Path | None
) -> str:
    """Return the command line that does the same again; a whole folder of files by its name and a star."""
    import shlex

    options: list[str] = []
    for name, value in (("--project", project), *(("--operator", name) for name in operators), ("--roster", roster)):
        options += [name, str(value)] if value is not None else []
    folder = chats[0].parent
    everything = len(chats) > 1 and set(chats) == set(folder.glob("*"))
    files = f"{shlex.quote(str(folder))}/*" if everything else shlex.join(map(str, chats))
    return " ".join(filter(None, [f"groupctl {command}", files, shlex.join(options)]))


def _columns(text: str) -> dict[str, str] | None:
    """Return what ``at=When,text=Body`` says; UsageError for anything else."""
    pairs = [pair.partition("=") for pair in text.split(",")] if text else []
    if any(not name.strip() or not column for name, _equals, column in pairs):
        raise UsageError(
            _("--columns: {value!r} is not understood").format(value=text),
            _("write it like at=Time,sender=Name,text=Message"),
        )
    return {name.strip(): column for name, _equals, column in pairs} or None


def day(option: str, text: str) -> "dt.date | None":
    """Return the day that an option names; None where it is not given. UsageError for anything else."""
    import datetime as dt

    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise UsageError(
            _("{option}: {value!r} is no date").format(option=option, value=text), _("write it like 2026-01-31")
        ) from None


def holds(log: "Chat", since: "dt.date | None", until: "dt.date | None") -> bool:
    """Say whether anything of the log falls into a span."""
    from dataclasses import replace

    return not replace(log, messages=log.messages.select("local")).between(since, until).messages.is_empty()


def days(log: "Chat") -> tuple[str, str]:
    """Return the first and the last day of a log that is not empty, as people write them."""
    import datetime as dt

    first, last = log.messages["local"].min(), log.messages["local"].max()
    assert isinstance(first, dt.datetime)
    assert isinstance(last, dt.datetime)
    return f"{first:%Y-%m-%d}", f"{last:%Y-%m-%d}"


def check_span(log: "Chat", since: "dt.date | None", until: "dt.date | None") -> None:
    """Raise UsageError where nothing of the log falls into the days that are asked for: an empty answer would lie."""
    if log.messages.is_empty() or holds(log, since, until):
        return
    begin, end = days(log)
    asked = {
        (True, False): _("nothing was written from {since} on"),
        (False, True): _("nothing was written up to {until}"),
        (True, True): _("nothing was written from {since} to {until}"),
    }[since is not None, until is not None]
    raise UsageError(
        asked.format(since=f"{since:%Y-%m-%d}" if since else "", until=f"{until:%Y-%m-%d}" if until else ""),
        _("the log begins on {begin} and ends on {end}; for later messages export the chat again").format(
            begin=begin, end=end
        ),
    )


def project_around(path: Path | None) -> "tuple[Path | None, Project | None]":
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
    files = [file for chat in chats for file in (chat.rglob("*") if chat.is_dir() else [chat])]
    size = sum(file.stat().st_size for file in files if file.is_file())
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


def now(plan: "Project | None") -> "dt.datetime":
    """Return the time in the group's zone; else in this machine's."""
    import datetime as dt
    from zoneinfo import ZoneInfo

    zone = plan.group.timezone if plan else None
    return dt.datetime.now(ZoneInfo(zone)) if zone else dt.datetime.now().astimezone()
