"""``groupctl due``: what is owed now, worded, once."""

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from groupctl.cli.command import ACT, Command
from groupctl.cli.output import Json, emit, note
from groupctl.cli.posting import ProjectPath, project_here, worded
from groupctl.errors import ExitCode, GroupctlError
from groupctl.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groupctl.project import Project
    from groupctl.schedule import Claim, Item, Owed

Since = Annotated[
    str,
    typer.Option(
        "--since",
        metavar=N_("last|TIME|SPAN"),
        help=N_("All that fell due from then on: since the last run, 2026-03-02T06:00, or 8h."),
    ),
]
Grace = Annotated[
    str, typer.Option("--grace", metavar=N_("SPAN"), help=N_("How late it may still be posted, like 2h; else 2 hours."))
]
Now = Annotated[
    str, typer.Option("--at", metavar=N_("TIME"), help=N_("What was owed then, like 2026-03-02T08:05; stays owed."))
]
Again = Annotated[bool, typer.Option("--again", help=N_("Also what was printed already: push knows what arrived."))]
Peek = Annotated[bool, typer.Option("--peek", help=N_("Show what is owed and leave it owed."))]


def due(  # noqa: PLR0917 - options are arguments
    since: Since = "",
    grace: Grace = "",
    at: Now = "",
    again: Again = False,
    peek: Peek = False,
    project: ProjectPath = None,
    as_json: Json = False,
) -> int:
    """Print what the group is owed now: slots, rule reposts, occasions and steps of activities, ready to post.

    Each is printed once, so that cron may call it as often as it likes: groupctl due | groupctl push. What was missed
    by more than the grace (the machine slept) is said and not printed.

    What was printed is remembered in .groupctl beside group.toml. With --json --again it is push that remembers, and
    what did not arrive is tried again by the next run: this is what calendar --crontab writes.
    """
    from groupctl.schedule import Window, claim, owed

    file, plan = project_here(project)
    now, limit = _now(plan, at), _grace(grace)
    with claim(file.absolute().parent) as held:
        window = Window(since=_start(plan, held, since, now), grace=limit, again=again)
        found = owed(plan, held, now, window)
        texts, complete = _worded(found.items, file, plan)
        _say_missed(found)
        emit(_payload(found, texts, now), as_json=as_json, draw=lambda _console: _print(texts))
        sys.stdout.flush()  # what has not left this process stays owed
        if not (peek or at):
            settled = [*(item for item, _text in texts), *found.missed]
            held.settle(settled, now, dt.timedelta(days=plan.thresholds["due.remembered"]))
    if not texts and sys.stderr.isatty():
        note(_("nothing is due"))
    return ExitCode.OK if complete else ExitCode.USAGE


def _now(plan: "Project", at: str) -> dt.datetime:
    from groupctl.schedule import times

    return (times.when(at, times.zone(plan)) if at else times.now()).astimezone(dt.UTC)


def _grace(text: str) -> dt.timedelta | None:
    from groupctl.schedule import span

    return span(text) if text else None


def _start(plan: "Project", held: "Claim", since: str, now: dt.datetime) -> dt.datetime | None:
    """Return from when on things are owed; None where nothing was asked for, or there was no run before."""
    from groupctl.schedule import earliest, span, when, zone

    if since == "last":
        return max(held.last, earliest(plan, now)) if held.last and held.last < now else None
    if not since:
        return None
    if since[:4].isdecimal() and "-" in since:
        return when(since, zone(plan))
    return now - span(since)


def _worded(items: "Sequence[Item]", file: Path, plan: "Project") -> "tuple[list[tuple[Item, str]], bool]":
    """Return the items with their texts, and whether all of them could be worded; what could not stays owed."""
    texts, complete = [], True
    for item in items:
        try:
            texts.append((item, worded(file, plan, item)))
        except GroupctlError as error:
            complete = False
            note(_("not printed: {title}: {reason}").format(title=item.title, reason=error.message))
            if error.hint:
                note(f"  → {error.hint}")
    return texts, complete


def _say_missed(found: "Owed") -> None:
    if found.missed:
        count = len(found.missed)
        names = ", ".join(f"{item.title} {item.at:%m-%d %H:%M}" for item in found.missed)
        words = ngettext(
            "{count} is too late to be posted: {names}", "{count} are too late to be posted: {names}", count
        )
        note(words.format(count=count, names=names))


def _print(texts: "Sequence[tuple[Item, str]]") -> None:
    if texts:
        sys.stdout.write("\n\n".join(text for _item, text in texts) + "\n")


def _payload(found: "Owed", texts: "Sequence[tuple[Item, str]]", now: dt.datetime) -> dict[str, Any]:
    return {
        "schema": "groupctl.due/1",
        "now": now.isoformat(timespec="seconds"),
        "since": found.since.isoformat(timespec="seconds"),
        "items": [{**_row(item), "text": text} for item, text in texts],
        "missed": [_row(item) for item in found.missed],
    }


def _row(item: "Item") -> dict[str, Any]:
    return {"key": item.key, "source": item.source, "title": item.title, "at": item.at.isoformat()}


COMMAND = Command(run=due, panel=ACT, rank=10)
