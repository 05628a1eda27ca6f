"""What a writer is: a form that a chat can be kept in, from which ``read_chat`` gives back the same table."""

from collections.abc import Callable
from dataclasses import dataclass, field

from groupctl import registry
from groupctl.chatlog.table import Chat
from groupctl.errors import UsageError
from groupctl.i18n import _

PACKAGE = "groupctl.chatlog.writers"


@dataclass(frozen=True, kw_only=True)
class Writer:
    """One form: a file in ``writers/`` ends in ``WRITER = Writer(…)``; the file's name is the form's name."""

    title: str
    """What everybody calls it."""
    endings: tuple[str, ...]
    """Of the files that hold it, without a dot; the first is the usual one."""
    write: Callable[[Chat, str], bytes] = field(repr=False)
    """Returns the file's bytes for a chat and one of the endings."""
    binary: bool = False
    """Whether a terminal cannot show it."""
    wants_zone: bool = False
    """Whether other programs look for moments in it, which an export without a time zone does not tell."""


def writers() -> dict[str, Writer]:
    """Return every form by name."""
    return {name: registry.load(PACKAGE, name, "WRITER", Writer) for name in registry.names(PACKAGE)}


def writer_named(name: str) -> Writer:
    """Return a writer by name; UsageError for one we do not have."""
    known = writers()
    if name not in known:
        raise UsageError(
            _("a chat cannot be written as {name!r}").format(name=name),
            _("it can be: {names}").format(names=", ".join(known)),
        )
    return known[name]


def writer_for(ending: str) -> str | None:
    """Return the name of the form that files of an ending (without a dot) hold; None where there is none."""
    return next((name for name, writer in writers().items() if ending.lower() in writer.endings), None)
