"""``groupctl explain``: the documentation of findings and thresholds."""

from typing import Annotated

import typer

from groupctl.cli.command import HELP, Command
from groupctl.cli.output import Json
from groupctl.i18n import N_


def explain(
    topic: Annotated[str, typer.Argument(metavar="CODE", help=N_("A finding's code, or thresholds."))],
    as_json: Json = False,
) -> None:
    """Explain a finding: what it looks at, why it matters, what to do.

    groupctl explain thresholds lists every threshold with its meaning and source.
    """


COMMAND = Command(run=explain, panel=HELP)
