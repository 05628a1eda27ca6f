"""``groupctl schema``: the JSON Schema of the project file, for editors."""

from pathlib import Path
from typing import Annotated

import typer

from groupctl.cli.command import HELP, Command
from groupctl.i18n import N_


def schema(
    output: Annotated[Path | None, typer.Option("--output", "-o", help=N_("Write into this file."))] = None,
) -> None:
    """Print the JSON Schema of group.toml, with which an editor completes and checks it as you type.

    For the editors that use Taplo (VS Code: Even Better TOML) write it beside the project with
    groupctl schema -o group.schema.json and make this the first line of group.toml: #:schema ./group.schema.json
    """
    import json

    from groupctl.files import write_atomic
    from groupctl.project import json_schema

    text = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    if output:
        write_atomic(output, text)
    else:
        typer.echo(text, nl=False)


COMMAND = Command(run=schema, panel=HELP)
