"""What a reader is, and how the right one is found: each recognises its own exports and nobody else's."""

from collections.abc import Callable
from dataclasses import dataclass, field
from difflib import get_close_matches

import polars as pl

from groupctl import registry
from groupctl.chatlog.clock import FIRST_YEAR, LAST_YEAR
from groupctl.chatlog.records import LineCount, Request
from groupctl.chatlog.source import Sample
from groupctl.chatlog.years import impossible
from groupctl.errors import UnreadableChatError, UsageError
from groupctl.i18n import _

PACKAGE = "groupctl.chatlog.readers"


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What a reader made of a source."""

    rows: pl.DataFrame
    """Columns of MESSAGES but ``source``; absent ones are null. A column ``chat`` tells several chats apart."""
    count: LineCount
    dialect: str = ""
    title: str = ""
    date_order: str = ""
    other_order: pl.Series | None = None
    """``local`` under the other day/month order, where nothing in the file decides between the two."""
    notes: tuple[str, ...] = ()
    platform: str | None = None
    """As in ``group.platform``, where the file tells it and the format alone does not."""
    exact: int = 0
    """As in ``Reader``, where it differs from file to file."""
    settled: bool = False
    """Whether each sender is a person already, as the platform's ids are: names and renames say nothing more."""


@dataclass(frozen=True, kw_only=True)
class Reader:
    """One format: a file in ``readers/`` ends in ``READER = Reader(…)``; the file's name is the format's name."""

    platform: str | None
    """As in ``group.platform``; None where exporters of several platforms write this."""
    title: str
    """What an operator calls it; marked with ``N_``."""
    how: str
    """How the operator gets such an export; marked with ``N_``."""
    endings: tuple[str, ...]
    claims: Callable[[Sample], bool]
    """Says whether the beginning of a file is this format, and no other."""
    read: Callable[[Request], Reading] = field(repr=False)
    exact: int = 0
    """To how many microseconds moments are written, whatever they are; 0: they tell, or it differs within a format."""
    certain: bool = False
    """Whether a file says by itself that it is this format: then what its messages look like proves nothing."""


def formats() -> dict[str, Reader]:
    """Return every format by name."""
    return {name: registry.load(PACKAGE, name, "READER", Reader) for name in registry.names(PACKAGE)}


def claimants(sample: Sample) -> dict[str, Reader]:
    """Return the readers that claim a file, by name; one that is certain goes before all that are not."""
    claims = {name: reader for name, reader in formats().items() if reader.claims(sample)}
    return {name: reader for name, reader in claims.items() if reader.certain} or claims


def identify(sample: Sample) -> tuple[str, Reader]:
    """Return the one reader that claims a file; UnreadableChatError where none does, or more than one."""
    claims = claimants(sample)
    file = sample.source.name
    if not claims:
        raise of_no_time(sample) or not_readable(_("{file} is no chat export that groupctl knows").format(file=file))
    if len(claims) > 1:
        raise UnreadableChatError(
            _("{file} could be any of these formats: {formats}").format(file=file, formats=", ".join(claims)),
            _("say which one with --format NAME"),
        )
    return next(iter(claims.items()))


def of_no_time(sample: Sample) -> UnreadableChatError | None:
    """Return the error for a file that would be a chat if only its dates were possible; None where it is none."""
    found = impossible(sample)
    likely = claimants(found[1]) if found else {}
    if not found or not likely:
        return None
    name, reader = next(iter(likely.items()))
    return UnreadableChatError(
        _("{file} is dated {year}, and no chat is: groupctl reads the years {first} to {last}").format(
            file=sample.source.name, year=found[0], first=FIRST_YEAR, last=LAST_YEAR
        ),
        _("else it looks like {title} ({format}): mend the dates, or set the clock right and export it again").format(
            title=_(reader.title), format=name
        ),
    )


def not_readable(message: str) -> UnreadableChatError:
    """Return the error for a file that is no chat in the format expected."""
    return UnreadableChatError(
        message, _("groupctl formats lists what it reads and how to export it; --format NAME forces one")
    )


def reader_named(name: str) -> Reader:
    """Return a reader by name; UsageError for one we do not have."""
    known = formats()
    if name not in known:
        near = get_close_matches(name.lower(), known)
        raise UsageError(
            _("there is no format {name!r}").format(name=name),
            _("did you mean {name}?").format(name=", ".join(near))
            if near
            else _("formats: {names}").format(names=", ".join(known)),
        )
    return known[name]
