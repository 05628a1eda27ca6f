"""``groupctl init``: the wizard through the whole plan of a group."""

from pathlib import Path
from typing import Annotated, Any

import typer

from groupctl.cli.command import PLAN, Command
from groupctl.cli.wizard.options import asks
from groupctl.i18n import N_

Folder = Annotated[
    Path, typer.Argument(metavar=N_("FOLDER"), help=N_("The group's folder, made if missing, or its file."))
]
ListPresets = Annotated[bool, typer.Option("--list-presets", help=N_("List the ready-made groups and stop."))]


def init(folder: Folder = Path(), *, list_presets: ListPresets = False, **values: Any) -> int:
    """Plan a group: goal, positioning, gameplay, entry, rules; writes group.toml.

    Asks at a terminal, with Enter a sensible answer everywhere. What is given as a flag, in an answers file or by an
    earlier session is not asked. Without a terminal nothing is asked: what is missing is listed, with exit code 2.

    Ctrl-C keeps what was answered; --resume goes on with it.

    Where a group.toml stands, flags and --yes change just what they say: groupctl init --name 'Chess Corner' --yes.

    One line of an answer holds up to 500 characters, an agreement 5,000, a list 50 entries, an answers file
    1,000,000 bytes.
    """
    from groupctl.cli.wizard import running

    if list_presets:
        return running.list_presets(as_json=values["as_json"])
    return running.run_init(folder, values)


COMMAND = Command(run=init, panel=PLAN, rank=0, signed=asks())
