"""``groupctl tiers``: whom to thank, wake, screen, promote, move or let go."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from groupctl.cli import faces, reading
from groupctl.cli.command import ACT, Command
from groupctl.cli.output import Json, emit, note
from groupctl.errors import UsageError
from groupctl.i18n import N_, _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from rich.console import Console

    from groupctl.project import Project
    from groupctl.roster import Roster
    from groupctl.tiers.plan import TierPlan
    from groupctl.tiers.run import Prepared

ROSTERS = ("roster.toml", "roster.csv")
"""Rosters that are found by themselves, beside group.toml."""

Chats = Annotated[
    list[Path] | None,
    typer.Argument(metavar=N_("CHAT…"), help=N_("One group's exported chat; several files, or a folder, are one.")),
]


def tiers(
    *,
    chats: Chats = None,
    project: reading.ProjectPath = None,
    operator: reading.Operators = None,
    roster: Annotated[
        Path | None,
        typer.Option(
            "--roster", metavar=N_("FILE"), help=N_("Who is in the group; else roster.toml beside group.toml.")
        ),
    ] = None,
    ready: Annotated[
        str, typer.Option("--set", metavar=N_("NAME"), help=N_("A ready set of tiers in place of the project's own."))
    ] = "",
    sets: Annotated[bool, typer.Option("--sets", help=N_("Show the ready sets and their rules."))] = False,
    figures: Annotated[bool, typer.Option("--figures", help=N_("Show what a rule can name."))] = False,
    show: Annotated[
        str,
        typer.Option(
            "--show", metavar=N_("WHAT"), help=N_("One list (wake), tier, role or member in full, with proof.")
        ),
    ] = "",
    pin: Annotated[
        list[str] | None,
        typer.Option("--pin", metavar=N_("NAME=TIER"), help=N_("Set somebody's tier by hand; it stays. Repeat it.")),
    ] = None,
    reason: Annotated[str, typer.Option("--reason", metavar=N_("TEXT"), help=N_("Why it is set by hand."))] = "",
    unpin: Annotated[
        list[str] | None,
        typer.Option("--unpin", metavar=N_("NAME"), help=N_("Leave somebody's tier to the rules again. Repeat it.")),
    ] = None,
    save: Annotated[
        Path | None,
        typer.Option("--save", metavar=N_("FILE"), help=N_("Keep the plan here; else tiers.toml beside group.toml.")),
    ] = None,
    no_save: Annotated[bool, typer.Option("--no-save", help=N_("Keep nothing."))] = False,
    anonymize: Annotated[
        bool, typer.Option("--anonymize", help=N_("Stable pseudonyms in place of names, in quotes too; keeps nothing."))
    ] = False,
    tz: reading.TimeZone = "",
    until: reading.Until = "",
    chat_format: reading.ChatFormat = "",
    encoding: reading.Encoding = "",
    chat: reading.WhichChat = "",
    columns: reading.Columns = "",
    aliases: reading.Aliases = None,
    strict: reading.Strict = False,
    as_csv: Annotated[bool, typer.Option("--csv", help=N_("One row a member, for a spreadsheet."))] = False,
    as_markdown: Annotated[bool, typer.Option("--markdown", help=N_("Lists to tick off, as Markdown."))] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar=N_("FILE"), help=N_("Write the plan here: .html, .md, .csv or .json.")),
    ] = None,
    report: faces.Report = "",
    browse: faces.Open = False,
    as_json: Json = False,
) -> int:
    """Plan for every member: tier with reasons, roles, and lists of whom to thank, wake, screen, promote or let go.

    Tiers come from [[tier]] in group.toml, else from a ready set. A rule speaks of figures: active_days >= 8 and
    replies_received >= 5. Who rises rises at once; who falls is held for two weeks.

    The plan is kept in tiers.toml beside group.toml, so that the next one shows who moved. What you set by hand (--pin)
    stays.
    """
    asked = faces.wanted(report, output if report or browse or _is_page(output) else None, show=browse)
    form = _form(None if asked.forms else output, as_csv=as_csv, as_markdown=as_markdown, as_json=as_json)
    if sets or figures:
        return _documented(as_json=as_json, sets=sets)
    if not chats:
        raise UsageError(_("name the exported chat"), _("groupctl tiers chat.txt"))
    last_day = reading.day("--until", until)
    file, plan = reading.project_around(project)
    known = _roster(roster, file)
    how = reading.How(
        tz=tz, format=chat_format, encoding=encoding, chat=chat, columns=columns, aliases=aliases, strict=strict
    )
    from groupctl.tiers.run import prepare

    prepared = prepare(
        reading.read(chats, plan, how).between(None, last_day),
        plan,
        operators=operator or (),
        roster=known,
        ready=ready,
        command=reading.command_line("tiers", chats, project, operator or [], roster),
    )
    path = None if no_save or anonymize else save or (file.parent / "tiers.toml" if file else None)
    made = _planned(prepared, path, plan, _pins(pin or [], unpin or [], reason, path), keep=not show, as_of=last_day)
    shown = _without_names(made, prepared, file) if anonymize else made
    if not asked.printed:
        _deliver(shown, form, None if asked.forms else output, show, _foot(path if not show else None))
    if asked.forms:
        when = reading.now(plan)
        faces.deliver(_faces(shown, when), asked, file.parent / "audits" if file else None, "tiers", when)
    return 0


def _is_page(output: Path | None) -> bool:
    return output is not None and faces.SUFFIXES.get(output.suffix.lower()) == "html"


def _faces(made: "TierPlan", when: "dt.datetime") -> faces.Faces:
    """Return the plan as a page; its Markdown is the lists to tick off."""
    from groupctl.report.plan_page import plan_page
    from groupctl.report.tiers_json import tiers_json
    from groupctl.report.tiers_lists import plan_markdown

    own = {"md": lambda: plan_markdown(made)}
    return faces.Faces(page=lambda: plan_page(made, when), payload=tiers_json(made), own=own)


def _form(output: Path | None, *, as_csv: bool, as_markdown: bool, as_json: bool) -> str:
    """Return what is asked for: csv, markdown, json, or text for people; UsageError for two at once."""
    asked = [name for name, wanted in (("csv", as_csv), ("markdown", as_markdown), ("json", as_json)) if wanted]
    if len(asked) > 1:
        raise UsageError(_("--csv, --markdown and --json exclude each other"))
    by_suffix = {".csv": "csv", ".md": "markdown", ".json": "json"}
    if output and not asked and output.suffix.lower() not in by_suffix:
        raise UsageError(_("-o: {file} is to be what?").format(file=output), _("call it .md, .csv or .json"))
    return asked[0] if asked else by_suffix[output.suffix.lower()] if output else "text"


def _roster(path: Path | None, project: Path | None) -> "Roster | None":
    """Return the roster that was named, or the one beside the project; None where there is none."""
    beside = [project.parent / name for name in ROSTERS] if project else []
    found = path or next((one for one in beside if one.is_file()), None)
    if found is None:
        return None
    from groupctl.roster import read_roster

    return read_roster(found)


def _pins(pin: list[str], unpin: list[str], reason: str, path: Path | None) -> "list[tuple[str, str, str]]":
    """Return name, tier and reason of everybody to set by hand; an empty tier leaves them to the rules."""
    if (pin or unpin) and path is None:
        raise UsageError(_("a tier set by hand must be kept somewhere"), _("make a group.toml, or name a file: --save"))
    if reason and not pin:
        raise UsageError(_("--reason goes with --pin"))
    asked = []
    for text in pin:
        name, equals, tier = text.rpartition("=")
        if not equals or not name.strip() or not tier.strip():
            raise UsageError(
                _("--pin: {text!r} is not understood").format(text=text), _("write it like --pin Ann=core")
            )
        asked.append((name.strip(), tier.strip(), reason or _("set by hand")))
    return [*asked, *((name, "", "") for name in unpin)]


def _planned(
    prepared: "Prepared",
    path: Path | None,
    plan: "Project | None",
    pins: list[tuple[str, str, str]],
    *,
    keep: bool,
    as_of: "dt.date | None",
) -> "TierPlan":
    """Return the plan; beside a project it is compared with the last one and kept, nobody else writing meanwhile.

    Of a log up to a day (``as_of``), it is the plan of that day.
    """
    from groupctl.files import locked
    from groupctl.tiers import history

    now = as_of or reading.now(plan).date()
    assert prepared.people is not None  # the long part is done before anybody is kept waiting
    if path is None:
        return prepared.plan(None, now)[0]
    with locked(path):
        last = history.load(path)
        if last is not None and last.today > prepared.everybody.today:
            note(
                _("the last plan is about {later}, this log ends on {day}: nothing is compared or kept").format(
                    later=last.today, day=prepared.everybody.today
                )
            )
            return prepared.plan(None, now)[0]
        last = prepared.with_pins(last, pins)
        made, kept = prepared.plan(last, now)
        if keep:
            history.save(path, kept, reading.now(plan))
    return made


def _without_names(made: "TierPlan", prepared: "Prepared", project: Path | None) -> "TierPlan":
    from groupctl.chatlog.pseudonyms import key_beside
    from groupctl.tiers.anonymous import anonymous, pseudonyms

    return anonymous(made, pseudonyms(prepared, key_beside(project.parent) if project else b""))


def _deliver(made: "TierPlan", form: str, output: Path | None, show: str, foot: str) -> None:
    """Print the plan, or write it into a file."""
    import json
    import sys

    from groupctl.files import write_atomic
    from groupctl.report.tiers_json import tiers_json
    from groupctl.report.tiers_lists import plan_csv, plan_markdown

    if form == "text" or (form == "json" and output is None):
        emit(tiers_json(made) if form == "json" else {}, as_json=form == "json", draw=_drawing(made, show, foot))
        return
    if form == "json":
        text = json.dumps(tiers_json(made), ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    else:
        text = plan_csv(made) if form == "csv" else plan_markdown(made)
    if output is None:
        sys.stdout.write(text)
        return
    write_atomic(output, ("\ufeff" if form == "csv" else "") + text)
    note(_("written: {file}").format(file=output))


def _drawing(made: "TierPlan", show: str, foot: str) -> "Callable[[Console], None]":
    from groupctl.report.tiers import draw_tiers
    from groupctl.report.tiers_shown import draw_shown, names_of

    if not show:
        return lambda console: draw_tiers(console, made, foot)

    def draw(console: "Console") -> None:
        if not draw_shown(console, made, show):
            raise UsageError(_("the plan has nothing called {name}").format(name=show), names_of(made, show))

    return draw


def _foot(path: Path | None) -> str:
    if path is None:
        return ""
    here = Path.cwd()
    return _("kept: {file}").format(file=path.relative_to(here) if path.is_relative_to(here) else path)


def _documented(*, as_json: bool, sets: bool) -> int:
    """Print the ready sets, or the figures that a rule can name."""
    from groupctl.report import tiers_documented as page

    payload = page.sets_json() if sets else page.figures_json()
    emit(payload, as_json=as_json, draw=page.draw_sets if sets else page.draw_figures)
    return 0


COMMAND = Command(run=tiers, panel=ACT, rank=10)
