"""The options of ``groupctl audit`` that no other command has."""

from pathlib import Path
from typing import Annotated

import typer

from groupctl.i18n import N_

Since = Annotated[
    str,
    typer.Option(
        "--since", metavar=N_("DATE|last"), help=N_("Only from this day on (2026-01-31), or since the last audit.")
    ),
]
Show = Annotated[
    str,
    typer.Option(
        "--show",
        metavar=N_("CODE"),
        help=N_("Only this finding, with every place that proves it; it alone decides how the command ends."),
    ),
]
Save = Annotated[
    Path | None,
    typer.Option("--save", metavar=N_("DIR"), help=N_("Keep the figures here; else audits beside group.toml.")),
]
By = Annotated[
    str,
    typer.Option("--by", metavar="week|month|quarter|year", help=N_("Also show the figures period by period.")),
]
BaselineFile = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar=N_("FILE"),
        help=N_("Report only what is new since FILE; where there is none yet, it accepts today's findings."),
    ),
]
Accept = Annotated[
    bool, typer.Option("--accept", help=N_("Accept all of today's findings into the file of --baseline."))
]
Learn = Annotated[
    Path | None,
    typer.Option(
        "--learn",
        metavar=N_("LABELS"),
        help=N_("Learn what advertisements look like here from labelled messages (CSV, TSV, lines ending in ==1)."),
    ),
]
NoSave = Annotated[bool, typer.Option("--no-save", help=N_("Keep nothing."))]
KeepWords = Annotated[
    bool,
    typer.Option("--keep-words", help=N_("Also keep names and quotes, so that groupctl report can show them.")),
]
