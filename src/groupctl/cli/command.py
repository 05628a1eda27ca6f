"""What a command is: a file in ``commands/`` that ends in ``COMMAND = Command(function, …)``.

The function's signature is the command's options (typer reads it), its docstring the help; imports of
anything heavy stand in its body, so that ``groupctl --help`` stays quick.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from groupctl import registry
from groupctl.i18n import N_

PACKAGE = "groupctl.cli.commands"

PLAN = N_("Plan")
WRITE = N_("Write")
LOOK = N_("Look")
ACT = N_("Act")
HELP = N_("Help")
PANELS = (PLAN, WRITE, LOOK, ACT, HELP)
"""The sections of ``groupctl --help``, in the order of an operator's work."""


@dataclass(frozen=True, kw_only=True)
class Command:
    """One subcommand; its name is the name of its file."""

    run: Callable[..., Any]
    panel: str
    rank: int = 50
    """Its place within the panel; lower stands first."""
    signed: Callable[[Callable[..., Any]], Callable[..., Any]] | None = None
    """Gives ``run`` the options that its signature does not name, once the command is called: where they come
    from may be slow to import, and ``groupctl --help`` needs none of them."""


def names() -> tuple[str, ...]:
    """Return the names of all subcommands; none of them is imported."""
    return registry.names(PACKAGE)


def load(name: str) -> Command:
    """Import one subcommand."""
    return registry.load(PACKAGE, name, "COMMAND", Command)


def commands() -> dict[str, Command]:
    """Return every subcommand by name, in the order of the help."""
    found = {name: load(name) for name in names()}
    return dict(sorted(found.items(), key=lambda item: (PANELS.index(item[1].panel), item[1].rank, item[0])))
