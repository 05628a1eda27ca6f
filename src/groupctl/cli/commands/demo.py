"""``groupctl demo``: the whole program on a sample group, before there is a group of one's own."""

import io
import re
import shlex
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from groupctl.cli.command import LOOK, Command
from groupctl.cli.output import Json, console, emit
from groupctl.display import cells
from groupctl.errors import ExitCode
from groupctl.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groupctl.demo import Demo

NEW_FOLDER = Path("groupctl-demo")
IN_FULL = 1
"""Findings of the audit that the demonstration shows with their proof; the others would push the verdict away."""
FINDING = re.compile(r"(?:\x1b\[[\d;]*m)*[✗!·] GA\d{3}  ?\S")
"""The heading of a finding as ``report.terminal`` draws it, in colour or not."""


def demo(
    folder: Annotated[
        Path, typer.Argument(metavar=N_("[DIR]"), help=N_("A new folder for the sample; else groupctl-demo."))
    ] = NEW_FOLDER,
    as_json: Json = False,
) -> int:
    """Show what groupctl does, on a sample group that is made for it.

    Writes a project file and an exported chat of five weeks in which a good deal goes wrong, and runs check and
    audit on them; of the audit you see the first page. What stands in the folder is never overwritten: change the
    sample and run it again.

    --json only makes the sample and says what is in it.
    """
    from groupctl import i18n
    from groupctl.demo import open_demo

    made = open_demo(folder, i18n.language())
    shown = [["check", "--project", str(folder)], ["audit", str(made.chat), "--project", str(folder)]]
    if as_json:
        emit(_payload(made, shown), as_json=True, draw=lambda _console: None)
        return ExitCode.OK
    _begin(made)
    gate, audit = shown
    _heading(_line(gate))
    _run(gate)
    _heading(_line(audit))
    _first_page(audit)
    _go_on(made)
    return ExitCode.OK


def _line(arguments: "Sequence[str]") -> str:
    return shlex.join(["groupctl", *arguments])


def _payload(made: "Demo", shown: "Sequence[Sequence[str]]") -> dict[str, object]:
    return {
        "schema": "groupctl.demo/1",
        "folder": str(made.folder),
        "language": made.language,
        "created": [str(path) for path in made.created],
        "commands": [_line(arguments) for arguments in shown],
    }


def _run(arguments: "Sequence[str]") -> None:
    """Run a command line just as it is shown. What it finds is no failure of the demonstration."""
    from groupctl.cli.app import build

    build()(list(arguments), prog_name="groupctl", standalone_mode=False)


class _Held(io.StringIO):
    """Keeps what is printed, and passes for the stream it stands in for, so that colour and width stay."""

    def __init__(self, real: TextIO) -> None:
        super().__init__()
        self.real = real

    def isatty(self) -> bool:
        return self.real.isatty()


def _first_page(audit: "Sequence[str]") -> None:
    """Run the audit and print it up to its first finding with its proof; say how to see the others."""
    with redirect_stdout(_Held(sys.stdout)) as held:
        _run(audit)
    lines = held.getvalue().splitlines(keepends=True)
    begins = [place for place, line in enumerate(lines) if FINDING.match(line)]
    rest = begins[IN_FULL:]
    sys.stdout.write("".join(lines[: rest[0]] if rest else lines))
    if rest:
        text = ngettext(
            "… and {count} more finding, with its proof: {command}",
            "… and {count} more findings, each with its proof: {command}",
            len(rest),
        )
        console().print(text.format(count=len(rest), command=_line(audit)), soft_wrap=True)


def _begin(made: "Demo") -> None:
    files = ", ".join(path.name for path in (made.project, made.chat))
    if made.created:
        text = _("A sample group is made in {folder}: {files}. Nothing in it is real.")
    else:
        text = _("The sample group in {folder} is there already; it is shown as it stands now: {files}.")
    console().print(text.format(folder=made.folder, files=files), soft_wrap=True)


def _heading(text: str) -> None:
    """Print a heading; however long, it is not cut: a command in it can be pasted."""
    out = console()
    line = "─" * max(2, out.width - cells(text) - 4)
    out.print(f"\n── {text} {line}\n", style="bold", soft_wrap=True)


def _go_on(made: "Demo") -> None:
    _heading(_("Your turn"))
    out = console()
    steps = [
        (f"cd {shlex.quote(str(made.folder))}", ""),
        ("groupctl check", _("after editing group.toml")),
        (f"groupctl audit {made.chat.name} --report html --open", _("all of it, to read and pass on")),
        (f"groupctl tiers {made.chat.name}", _("who carries it, whom to greet")),
        ("groupctl calendar", _("what comes in the next two weeks")),
        ("groupctl due", _("what is to be posted now")),
        ("groupctl render welcome --blanks", _("a text it lacks, ready to post")),
        ("groupctl explain GA402", _("the story behind a finding")),
        ("groupctl init", _("for a group of your own")),
    ]
    width = max(len(command) for command, _why in steps) + 2
    for command, why in steps:
        out.print(f"  {command:<{width}}{why}".rstrip(), soft_wrap=True)
    out.print(_("What is wrong with the sample on purpose stands in {file}.").format(file=made.planted), soft_wrap=True)


COMMAND = Command(run=demo, panel=LOOK, rank=90)
