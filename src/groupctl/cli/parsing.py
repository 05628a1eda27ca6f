"""How the command line is read: a subcommand is built when it is called, and plain text stays plain.

Both are for start-up: the options of all subcommands take longer to build than the overview takes to draw.
"""

from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from groupctl.cli.command import load, names
from groupctl.cli.help import command_page, overview, summary
from groupctl.display import one_line
from groupctl.errors import UsageError
from groupctl.i18n import _


class _AsTyped:
    """Takes a value as it stands on the command line, where typer would import pydantic (half the start-up)."""

    def __init__(self, kind: Callable[[str], Any], *, several: bool) -> None:
        self._kind = kind
        self._several = several

    def coerce(self, value: Any, **_context: Any) -> Any:
        if self._several:
            return [self._kind(item) for item in value or ()]
        return None if value is None else self._kind(value)


_PLAIN: dict[Any, Callable[[Any], Any]] = {str: str, bool: bool, Path: Path}


def _keep_plain(params: list[Any]) -> None:
    """Spare texts, flags, paths and lists of them the way through pydantic; they come from nowhere but argv."""
    for param in params:
        descriptor = param.type_descriptor
        told = descriptor.parameter_info
        kind = _PLAIN.get(descriptor.annotation) or _PLAIN.get(next(iter(get_args(descriptor.annotation)), None))
        checked = told.parser or param.envvar or told.exists or told.resolve_path or param.nargs not in (1, -1)
        if kind and not checked:
            # typer offers no other way; should the name go, pydantic is back.
            param._runtime_param = _AsTyped(kind, several=param.multiple or param.nargs == -1)


def _no_such_command(name: str) -> tuple[str, str]:
    """Return what to say to a mistyped subcommand: message and hint."""
    near = get_close_matches(name, names())
    hint = _("did you mean {near}?").format(near=", ".join(near)) if near else _("groupctl --help lists them all")
    return _("there is no command {command}").format(command=one_line(name, 60)), hint


class Subcommand(TyperCommand):
    """A subcommand with our help page."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments of one subcommand."""
        _keep_plain(self.get_params(ctx))
        return super().parse_args(ctx, args)

    def get_short_help_str(self, limit: int = 0) -> str:  # noqa: ARG002 - typer's signature
        """Return what a shell shows beside the name when it completes it."""
        return summary(self.help)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page of one subcommand."""
        formatter.write(command_page(self, ctx))


class CommandGroup(TyperGroup):
    """The program itself."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read what stands before the subcommand."""
        _keep_plain(self.get_params(ctx))
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - typer's signature
        """Return the names of all subcommands."""
        return list(names())

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - typer's signature
        """Return one subcommand, its options read from its function; None for a name that there is not."""
        if cmd_name not in names():
            return None
        app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        command = load(cmd_name)
        app.command(cmd_name, cls=Subcommand)(command.signed(command.run) if command.signed else command.run)
        return get_command(app)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the subcommand; UsageError with the nearest name (typer knows only those that are built)."""
        if args[0] not in names() and not args[0].startswith("-") and not ctx.resilient_parsing:
            raise UsageError(*_no_such_command(args[0]))
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the overview of all subcommands."""
        formatter.write(overview(self, ctx))
