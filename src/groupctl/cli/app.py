"""The typer application: every file in ``commands/`` is a subcommand."""

from typing import Annotated

import typer

from groupctl import __version__
from groupctl.cli.command import commands
from groupctl.cli.help import CommandGroup, Subcommand
from groupctl.i18n import N_


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"groupctl {__version__}")
        raise typer.Exit


def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help=N_("Show the version and exit."))
    ] = False,
    lang: Annotated[
        str, typer.Option("--lang", metavar="zh-CN|en", help=N_("Language; else the group's, else the system's."))
    ] = "",
) -> None:
    """Plan, audit and look after a chat group.

    Start with groupctl init, or with groupctl demo to see it all on a sample.
    """


def build() -> typer.Typer:
    """Return the application with all its subcommands."""
    app = typer.Typer(
        name="groupctl", cls=CommandGroup, rich_markup_mode=None, no_args_is_help=True, pretty_exceptions_enable=False
    )
    app.callback()(_root)
    for name, command in commands().items():
        app.command(name, cls=Subcommand, rich_help_panel=command.panel)(command.run)
    return app
