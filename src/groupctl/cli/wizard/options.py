"""Options that every step of the wizard has; nothing here is slow to import, so that ``--help`` stays quick."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from groupctl.i18n import N_

ProjectPath = Annotated[
    Path | None,
    typer.Option("--project", metavar=N_("PATH"), help=N_("group.toml or its folder; else found from here upwards.")),
]
Preset = Annotated[
    str, typer.Option("--preset", metavar=N_("NAME"), help=N_("Fill in what is missing from a ready-made group."))
]
AnswersFile = Annotated[
    str,
    typer.Option("--answers", metavar=N_("FILE"), help=N_("Answers in TOML, of the shape of group.toml; - is stdin.")),
]
Resume = Annotated[bool, typer.Option("--resume", help=N_("Go on with the answers of an interrupted session."))]
Yes = Annotated[
    bool, typer.Option("--yes", help=N_("Take what Enter would give, and write over what is there, without asking."))
]
Show = Annotated[bool, typer.Option("--show", help=N_("Print it as TOML and write nothing."))]


def asks(step: str = "") -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return what gives a command the options of one step's questions, of all steps for an empty name."""

    def signed(function: Callable[..., Any]) -> Callable[..., Any]:
        from groupctl.cli.wizard.flags import takes
        from groupctl.cli.wizard.questions import questions, step_of

        return takes(step_of(step).questions if step else questions())(function)

    return signed
