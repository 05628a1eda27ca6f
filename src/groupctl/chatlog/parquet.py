"""Parquet files, damaged ones too: Polars trusts what stands in them, and panics where that cannot be."""

from collections.abc import Sequence
from contextlib import suppress

import polars as pl
from polars.exceptions import PanicException, PolarsError

from groupctl.chatlog.records import Request
from groupctl.chatlog.source import PARQUET, Source, opened
from groupctl.errors import UnreadableChatError
from groupctl.i18n import _

DAMAGE = (PolarsError, PanicException)
"""What Polars raises for a file that is no Parquet, or none any more; a panic is no Exception."""


def columns_of(source: Source) -> list[str]:
    """Return the names of the columns; none where the file is no Parquet that could be read."""
    with suppress(OSError, *DAMAGE), source.open() as file:
        if file.read(len(PARQUET)) == PARQUET:
            return [*pl.read_parquet_schema(source.path)]
    return []


def read_parquet(request: Request, columns: Sequence[str] | None = None) -> pl.DataFrame:
    """Return a table, or some of its columns; UnreadableChatError where the file is damaged."""
    try:
        with opened(request.source) as file:
            return pl.read_parquet(file, columns=None if columns is None else list(columns))
    except DAMAGE as error:
        raise damaged(request, error) from error


def damaged(request: Request, error: BaseException) -> UnreadableChatError:
    """Return the error for a table that is broken."""
    return UnreadableChatError(
        _("{file} is damaged: {why}").format(file=request.source.name, why=error), _("write the table again")
    )
