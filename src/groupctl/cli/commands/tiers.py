"""``groupctl tiers``: whom to thank, wake, screen, promote, move or let go."""

from pathlib import Path
from typing import TYPE_CHECKING

from groupctl.cli import faces, history, planning, reading
from groupctl.cli.addressed import addressed_plan
from groupctl.cli.command import ACT, Command
from groupctl.cli.output import Json, emit, note
from groupctl.errors import UsageError
from groupctl.i18n import _

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from rich.console import Console

    from groupctl.tiers.plan import TierPlan


def tiers(
    *,
    chats: planning.Chats = None,
    project: reading.ProjectPath = None,
    operator: reading.Operators = None,
    roster: planning.RosterPath = None,
    ready: planning.Ready = "",
    sets: planning.Sets = False,
    figures: planning.Figures = False,
    show: planning.Show = "",
    pin: planning.Pin = None,
    reason: planning.Reason = "",
    unpin: planning.Unpin = None,
    save: planning.Save = None,
    no_save: planning.NoSave = False,
    anonymize: planning.Anonymize = False,
    tz: reading.TimeZone = "",
    until: reading.Until = "",
    chat_format: reading.ChatFormat = "",
    encoding: reading.Encoding = "",
    chat: reading.WhichChat = "",
    columns: reading.Columns = "",
    aliases: reading.Aliases = None,
    strict: reading.Strict = False,
    as_csv: planning.AsCsv = False,
    as_markdown: planning.AsMarkdown = False,
    output: planning.Output = None,
    report: faces.Report = "",
    browse: faces.Open = False,
    as_json: Json = False,
) -> int:
    """Plan for every member: tier with reasons, roles, and lists of whom to thank, wake, screen, promote or let go.

    Tiers come from [[tier]] in group.toml, else from a ready set. A rule speaks of figures: active_days >= 8 and
    replies_received >= 5. Who rises rises at once; who falls is held for two weeks.

    The plan is kept in tiers.toml beside group.toml, so that the next one shows who moved. What you set by hand (--pin)
    stays, and so do your comments in that file.
    """
    asked = faces.wanted(report, output if report or browse or _is_page(output) else None, show=browse)
    target = None if asked.forms else output
    form = planning.form(target, as_csv=as_csv, as_markdown=as_markdown, as_json=as_json)
    if sets or figures:
        return _documented(as_json=as_json, sets=sets)
    if not chats:
        raise UsageError(_("name the exported chat"), _("groupctl tiers chat.txt"))
    last_day = reading.day("--until", until)
    file, plan = reading.project_around(project)
    path = None if no_save or anonymize else save or (file.parent / "tiers.toml" if file else None)
    pins = planning.pins(pin or [], unpin or [], reason, path)
    known, strikes = planning.roster(roster, file), history.strikes(file)
    how = reading.How(
        tz=tz, format=chat_format, encoding=encoding, chat=chat, columns=columns, aliases=aliases, strict=strict
    )
    log = reading.read(chats, plan, how)
    reading.check_span(log, None, last_day)
    from groupctl.tiers.run import prepare

    prepared = prepare(
        log.between(None, last_day),
        plan,
        operators=operator or (),
        roster=known,
        strikes=strikes,
        ready=ready,
        command=reading.command_line("tiers", chats, project, operator or [], roster),
    )
    made = planning.kept(prepared, path, plan, pins, keep=not show, as_of=last_day)
    shown = addressed_plan(planning.without_names(made, prepared, file) if anonymize else made, project)
    if not asked.printed:
        _deliver(shown, form, target, show, _foot(path if not show else None))
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
