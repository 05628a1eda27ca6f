"""Parquet files, damaged ones too: Polars trusts what stands in them, and panics where that cannot be."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

import polars as pl
from polars.exceptions import PanicException, PolarsError

from groupctl.chatlog.records import Request
from groupctl.chatlog.source import PARQUET, Source, opened
from groupctl.errors import UnreadableChatError
from groupctl.i18n import _

DAMAGE = (PolarsError, PanicException)
"""What Polars raises for a file that is no Parquet, or none any more; a panic is no Exception."""


_STDERR = 2
"""Its number: Rust knows no other name of it."""


@contextmanager
def quiet() -> Iterator[None]:
    """Keep off the terminal what a panic writes there by itself: the error that we raise says the same, to people."""
    try:
        kept = os.dup(_STDERR)
    except OSError:  # nothing is open there
        yield
        return
    try:
        sys.stderr.flush()
        with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a device, no path
            os.dup2(nowhere.fileno(), _STDERR)
        yield
    finally:
        os.dup2(kept, _STDERR)
        os.close(kept)


def columns_of(source: Source) -> list[str]:
    """Return the names of the columns; none where the file is no Parquet that could be read."""
    with suppress(OSError, *DAMAGE), quiet(), source.open() as file:
        if file.read(len(PARQUET)) == PARQUET:
            return [*pl.read_parquet_schema(source.path)]
    return []


def read_parquet(request: Request, columns: Sequence[str] | None = None) -> pl.DataFrame:
    """Return a table, or some of its columns; UnreadableChatError where the file is damaged."""
    try:
        with quiet(), opened(request.source) as file:
            return pl.read_parquet(file, columns=None if columns is None else list(columns))
    except DAMAGE as error:
        raise damaged(request, error) from error


def damaged(request: Request, error: BaseException) -> UnreadableChatError:
    """Return the error for a table that is broken."""
    return UnreadableChatError(
        _("{file} is damaged: {why}").format(file=request.source.name, why=error), _("write the table again")
    )
