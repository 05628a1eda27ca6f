"""``groupctl roster``: the list of who is in the group."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from groupctl.cli import reading
from groupctl.cli.command import ACT, Command
from groupctl.cli.output import Json, emit, note
from groupctl.errors import UsageError
from groupctl.i18n import N_, _

if TYPE_CHECKING:
    from groupctl.project import Project
    from groupctl.roster import Roster
    from groupctl.tiers.plan import NameCards, RosterSummary

FILE = "roster.toml"
ENCODINGS = ("utf-8", "gb18030")
ACTIONS = ("import", "show", "export", "link")


def roster(
    *,
    action: Annotated[str, typer.Argument(metavar="import|show|export|link", help=N_("What to do with the list."))],
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar=N_("[FILE…]"), help=N_("import: lists; show: chats; link: a name and another name.")),
    ] = None,
    project: reading.ProjectPath = None,
    file: Annotated[
        Path | None,
        typer.Option("--roster", metavar=N_("FILE"), help=N_("The roster; else roster.toml beside group.toml.")),
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help=N_("import: forget the old list first."))] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar=N_("FILE"), help=N_("export: write here, .csv or .toml."))
    ] = None,
    encoding: Annotated[
        str,
        typer.Option("--encoding", metavar="utf-8|gb18030", help=N_("export: encoding of the CSV file.")),
    ] = "utf-8",
    operator: reading.Operators = None,
    tz: reading.TimeZone = "",
    as_json: Json = False,
) -> int:
    """Keep the list of members: import what you have, see how it fits the log, export it for a spreadsheet.

    groupctl roster import members.csv takes a table with columns such as name, id, joined, source, invited by, consent,
    offline, bought and tags (in Chinese or English), a member list pasted from the platform, or one name a line.

    groupctl roster show chat.txt says who of the list is who in the log, and who may be. groupctl roster link NAME
    OTHER says that two names are one person.
    """
    given = names or []
    around, plan = reading.project_around(project)
    path = file or (around.parent if around else Path()) / FILE
    if action == "import":
        return _import(path, given, replace=replace, as_json=as_json)
    if action == "link":
        return _link(path, given)
    if action == "export":
        return _export(path, output, encoding, as_json=as_json)
    if action == "show":
        return _show(path, [Path(name) for name in given], plan, operator or [], tz, as_json=as_json)
    raise UsageError(
        _("groupctl roster cannot {action}").format(action=action),
        _("it takes {names}").format(names=", ".join(ACTIONS)),
    )


def _import(path: Path, lists: list[str], *, replace: bool, as_json: bool) -> int:
    from groupctl.files import locked, write_toml
    from groupctl.report.tiers import roster_remarks
    from groupctl.roster import Roster, read_roster, toml
    from groupctl.roster.merge import merged

    if not lists:
        raise UsageError(_("name the list to import"), _("groupctl roster import members.csv"))
    read = [read_roster(Path(name)) for name in lists]
    with locked(path):
        old = read_roster(path) if path.exists() and not replace else Roster()
        counts = {"added": 0, "changed": 0, "same": 0}
        for one in read:
            result = merged(old, one)
            old = result.roster
            counts = {name: counts[name] + getattr(result, name) for name in counts}
        write_toml(path, toml.to_table(old))
    text = _("{file}: {count} members; {added} new, {changed} changed, {same} as before").format(
        file=path, count=len(old.entries), **counts
    )
    remarks = [remark for one in read for remark in roster_remarks(one)]
    payload = {"schema": "groupctl.roster_import/1", "file": str(path), "members": len(old.entries), **counts}

    def draw(console: Any) -> None:
        console.print(text, soft_wrap=True)

    emit({**payload, "remarks": remarks}, as_json=as_json, draw=draw)
    for remark in remarks:
        note(remark)
    return 0


def _link(path: Path, names: list[str]) -> int:
    from groupctl.files import locked, write_toml
    from groupctl.roster import read_roster, toml
    from groupctl.roster.merge import linked

    if len(names) != 2:
        raise UsageError(_("link takes two names"), _("groupctl roster link NAME OTHER"))
    with locked(path):
        write_toml(path, toml.to_table(linked(read_roster(path), *names)))
    note(_("{name} is also {other}: {file}").format(name=names[0], other=names[1], file=path))
    return 0


def _export(path: Path, output: Path | None, encoding: str, *, as_json: bool) -> int:
    import sys

    from groupctl.files import write_atomic, write_toml
    from groupctl.roster import read_roster, toml
    from groupctl.roster.table import to_csv

    if encoding not in ENCODINGS:
        raise UsageError(
            _("--encoding takes {names}").format(names=", ".join(ENCODINGS)),
            _("spreadsheets in Chinese often want gb18030"),
        )
    known = read_roster(path)
    if as_json:
        emit({"schema": "groupctl.roster/1", **toml.to_table(known)}, as_json=True, draw=lambda _console: None)
    elif output is None:
        sys.stdout.write(to_csv(known))
    elif output.suffix.lower() == ".toml":
        write_toml(output, toml.to_table(known))
    else:
        mark = "\ufeff" if encoding == "utf-8" else ""
        write_atomic(output, (mark + to_csv(known)).encode(encoding, "replace"))
    if output is not None:
        note(_("written: {file}").format(file=output))
    return 0


def _show(
    path: Path, chats: list[Path], plan: "Project | None", operators: list[str], tz: str, *, as_json: bool
) -> int:
    from groupctl.report import roster as page
    from groupctl.roster import read_roster

    known = read_roster(path)
    fit, cards = _beside(known, chats, plan, operators, tz) if chats else (None, None)
    emit(
        page.roster_json(known, fit, cards),
        as_json=as_json,
        draw=lambda console: page.draw_roster(console, known, fit, cards),
    )
    return 0


def _beside(
    known: "Roster", chats: list[Path], plan: "Project | None", operators: list[str], tz: str
) -> "tuple[RosterSummary, NameCards | None]":
    """Return how the list and the log fit together, and who follows the name card."""
    from groupctl.tiers.rosters import name_cards, summary
    from groupctl.tiers.run import prepare

    read = reading.read(chats, plan, reading.How(tz=tz))
    prepared = prepare(read, plan, operators=operators, roster=known)
    people = prepared.everybody.planned
    return summary(prepared.matching, people), name_cards(plan, prepared.matching, people)


COMMAND = Command(run=roster, panel=ACT, rank=20)
