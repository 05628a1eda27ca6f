"""What ``groupctl tiers`` can be asked for: its own options, the tiers set by hand, and the plan that is kept."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from groupctl.cli import reading
from groupctl.cli.output import note
from groupctl.errors import UsageError
from groupctl.i18n import N_, _

if TYPE_CHECKING:
    import datetime as dt

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
RosterPath = Annotated[
    Path | None,
    typer.Option("--roster", metavar=N_("FILE"), help=N_("Who is in the group; else roster.toml beside group.toml.")),
]
Ready = Annotated[
    str, typer.Option("--set", metavar=N_("NAME"), help=N_("A ready set of tiers in place of the project's own."))
]
Sets = Annotated[bool, typer.Option("--sets", help=N_("Show the ready sets and their rules."))]
Figures = Annotated[bool, typer.Option("--figures", help=N_("Show what a rule can name."))]
Show = Annotated[
    str,
    typer.Option("--show", metavar=N_("WHAT"), help=N_("One list (wake), tier, role or member in full, with proof.")),
]
Pin = Annotated[
    list[str] | None,
    typer.Option("--pin", metavar=N_("NAME=TIER"), help=N_("Set somebody's tier by hand; it stays. Repeat it.")),
]
Reason = Annotated[str, typer.Option("--reason", metavar=N_("TEXT"), help=N_("Why it is set by hand."))]
Unpin = Annotated[
    list[str] | None,
    typer.Option("--unpin", metavar=N_("NAME"), help=N_("Leave somebody's tier to the rules again. Repeat it.")),
]
Save = Annotated[
    Path | None,
    typer.Option("--save", metavar=N_("FILE"), help=N_("Keep the plan here; else tiers.toml beside group.toml.")),
]
NoSave = Annotated[bool, typer.Option("--no-save", help=N_("Keep nothing."))]
Anonymize = Annotated[
    bool, typer.Option("--anonymize", help=N_("Stable pseudonyms in place of names, in quotes too; keeps nothing."))
]
AsCsv = Annotated[bool, typer.Option("--csv", help=N_("One row a member, for a spreadsheet."))]
AsMarkdown = Annotated[bool, typer.Option("--markdown", help=N_("Lists to tick off, as Markdown."))]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar=N_("FILE"), help=N_("Write the plan here: .html, .md, .csv or .json.")),
]


def form(output: Path | None, *, as_csv: bool, as_markdown: bool, as_json: bool) -> str:
    """Return what is asked for: csv, markdown, json, or text for people; UsageError for two at once."""
    asked = [name for name, wanted in (("csv", as_csv), ("markdown", as_markdown), ("json", as_json)) if wanted]
    if len(asked) > 1:
        raise UsageError(_("--csv, --markdown and --json exclude each other"))
    by_suffix = {".csv": "csv", ".md": "markdown", ".json": "json"}
    if output and not asked and output.suffix.lower() not in by_suffix:
        raise UsageError(_("-o: {file} is to be what?").format(file=output), _("call it .md, .csv or .json"))
    return asked[0] if asked else by_suffix[output.suffix.lower()] if output else "text"


def roster(path: Path | None, project: Path | None) -> "Roster | None":
    """Return the roster that was named, or the one beside the project; None where there is none."""
    beside = [project.parent / name for name in ROSTERS] if project else []
    found = path or next((one for one in beside if one.is_file()), None)
    if found is None:
        return None
    from groupctl.roster import read_roster

    return read_roster(found)


def pins(pin: list[str], unpin: list[str], reason: str, path: Path | None) -> "list[tuple[str, str, str]]":
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


def kept(
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


def without_names(made: "TierPlan", prepared: "Prepared", project: Path | None) -> "TierPlan":
    """Return the plan under the pseudonyms of the project; without one, of this log."""
    from groupctl.chatlog.pseudonyms import key_beside
    from groupctl.tiers.anonymous import anonymous, pseudonyms

    return anonymous(made, pseudonyms(prepared, key_beside(project.parent) if project else b""))
