"""``groupctl calendar``: what the group does when, for people, for calendars and for cron."""

import datetime as dt
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from groupctl.cli.command import ACT, Command
from groupctl.cli.output import Json, emit, note
from groupctl.cli.posting import ProjectPath, project_here
from groupctl.errors import ExitCode, UsageError
from groupctl.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from groupctl.project import Project
    from groupctl.schedule import Item, Plan

DAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))

Days = Annotated[int | None, typer.Option("--days", min=1, max=3660, metavar=N_("N"), help=N_("How many; else 14."))]
Begin = Annotated[
    str, typer.Option("--from", metavar=N_("DATE"), help=N_("The first day, like 2026-03-02; else today."))
]
Ics = Annotated[bool, typer.Option("--ics", help=N_("Write an iCalendar file, to import or subscribe to."))]
Crontab = Annotated[bool, typer.Option("--crontab", help=N_("Write the lines for crontab that post what is due."))]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar=N_("FILE"), help=N_("Write into this file."))]
Channel = Annotated[
    str, typer.Option("--channel", metavar=N_("NAME"), help=N_("For --crontab: where what is due is posted."))
]
Admins = Annotated[
    str, typer.Option("--admins", metavar=N_("NAME"), help=N_("For --crontab: the channel that gets the weekly audit."))
]
Chat = Annotated[
    list[Path] | None,
    typer.Option("--chat", metavar=N_("FILE"), help=N_("For --crontab: the exported chat to audit every week.")),
]
SecretsFile = Annotated[
    Path | None, typer.Option("--secrets", metavar=N_("FILE"), help=N_("For --crontab: the values of ${NAME}."))
]


def calendar(  # noqa: PLR0917 - options are arguments
    days: Days = None,
    begin: Begin = "",
    ics: Ics = False,
    crontab: Crontab = False,
    output: Output = None,
    channel: Channel = "",
    admins: Admins = "",
    chat: Chat = None,
    secrets: SecretsFile = None,
    project: ProjectPath = None,
    as_json: Json = False,
) -> int:
    """Show what the group does in the next two weeks: slots, rule reposts, occasions, steps of activities.

    --ics writes the same for calendar programs, --crontab the lines with which cron posts it.
    """
    file, plan = project_here(project)
    if ics + crontab + as_json > 1:
        raise UsageError(_("one at a time: --ics, --crontab or --json"))
    if crontab:
        return _give(_crontab(plan, file, channel, admins, chats=chat or [], secrets=secrets).encode(), output)
    now = _begin(plan, begin)
    if ics:
        return _ics(plan, now, output)
    if output is not None:
        raise UsageError(_("-o goes with --ics or --crontab"))
    return _show(plan, now, days, as_json=as_json)


def _begin(plan: "Project", begin: str) -> dt.datetime:
    from groupctl.schedule import times

    where = times.zone(plan)
    now = times.when(begin, where) if begin else times.now().astimezone(where)
    return now.replace(hour=0, minute=0, second=0, microsecond=0) if begin else now


def _ics(plan: "Project", now: dt.datetime, output: Path | None) -> int:
    from groupctl.schedule.ics import calendar as as_ics

    data, singles = as_ics(plan, now)
    _say(singles)
    return _give(data, output)


def _give(data: bytes, output: Path | None) -> int:
    """Write a file, or stdout; byte for byte, since calendars want their own line ends."""
    from groupctl.files import write_atomic

    if output is not None:
        write_atomic(output, data)
        note(_("written: {path}").format(path=output))
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    return ExitCode.OK


def _crontab(
    plan: "Project", file: Path, channel: str, admins: str, *, chats: "Sequence[Path]", secrets: Path | None
) -> str:
    from groupctl.schedule.crontab import Setup
    from groupctl.schedule.crontab import crontab as lines

    known = [one.name or one.kind or "" for one in plan.channel]
    for name in (channel, admins):
        if name and name not in known:
            hint = _("it is one of: {names}").format(names=", ".join(known))
            raise UsageError(_("there is no channel {name}").format(name=name), hint)
    if not channel and len(known) > 1:
        names = ", ".join(known)
        raise UsageError(_("there are several channels; name one: {names}").format(names=names), "--channel NAME")
    named = os.environ.get("GROUPCTL_SECRETS")
    setup = Setup(
        program=_program(),
        folder=file.absolute().parent,
        channel=channel,
        administrators=admins,
        chats=chats,
        secrets=secrets or (Path(named) if named else None),
    )
    return "\n".join(lines(setup)) + "\n"


def _program() -> list[str]:
    """Return how this groupctl is called from anywhere."""
    for found in (sys.argv[0] if Path(sys.argv[0]).stem == "groupctl" else "", shutil.which("groupctl")):
        if found and Path(found).is_file():
            return [str(Path(found).absolute())]
    return [sys.executable, "-m", "groupctl"]


def _show(plan: "Project", now: dt.datetime, days: int | None, *, as_json: bool) -> int:
    from groupctl.schedule import plan as planned

    count = days or round(plan.thresholds["calendar.days"])
    end = (now + dt.timedelta(days=count)).replace(hour=0, minute=0, second=0, microsecond=0)
    found = planned(plan, now, end - dt.timedelta(seconds=1))
    emit(_payload(found), as_json=as_json, draw=lambda console: _draw(found.items, console))
    _say(found)
    if not found.items and not as_json:
        words = ngettext("nothing is planned for the next day", "nothing is planned for the next {count} days", count)
        note(words.format(count=count))
        note("  → groupctl gameplay")
    return ExitCode.OK


def _say(found: "Plan") -> None:
    for notice in found.notices:
        note(notice)


def _payload(found: "Plan") -> dict[str, object]:
    rows = [
        {"key": one.key, "source": one.source, "at": one.at.isoformat(), "title": one.title, "about": one.about}
        for one in found.items
    ]
    return {"schema": "groupctl.calendar/1", "items": rows, "notices": list(found.notices)}


def _draw(items: "Sequence[Item]", console: "Console") -> None:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, show_header=False)
    for _column in range(3):
        table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(overflow="fold")
    day = None
    for item in items:
        new, day = day != item.at.date(), item.at.date()
        head = (f"{item.at:%m-%d}", _(DAYS[item.at.weekday()])) if new else ("", "")
        table.add_row(*head, f"{item.at:%H:%M}", item.title, item.about)
    with console.capture() as drawn:
        console.print(table)
    for line in drawn.get().splitlines():
        console.out(line.rstrip(), highlight=False)


COMMAND = Command(run=calendar, panel=ACT, rank=30)
