"""The typer application: what stands before a subcommand; every file in ``commands/`` is one."""

from typing import Annotated

import typer

from groupctl import __version__
from groupctl.cli.parsing import CommandGroup
from groupctl.i18n import N_


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"groupctl {__version__}")
        raise typer.Exit


def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help=N_("Show the version and exit."))
    ] = False,
) -> None:
    """Plan, audit and look after a chat group.

    Start with groupctl init, or with groupctl demo to see it all on a sample.
    """


def build() -> typer.Typer:
    """Return the application; a subcommand is imported and its options are read when it is called."""
    settings = {"help_option_names": ["-h", "--help"]}
    app = typer.Typer(
        name="groupctl",
        cls=CommandGroup,
        context_settings=settings,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    app.callback()(_root)
    return app
