"""The Parquet file that ``groupctl convert`` writes, also after another program has written it again.

``line`` is the number of the row.
"""

import polars as pl

from groupctl.chatlog.flat import is_flat, present, reading_of
from groupctl.chatlog.parquet import DAMAGE, columns_of, damaged, quiet, read_parquet
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import LineCount, Request
from groupctl.chatlog.source import Sample
from groupctl.chatlog.table import MESSAGES
from groupctl.i18n import N_

_TYPES = {**MESSAGES, "kind": pl.String, "platform": pl.String, "title": pl.String}


def _claims(sample: Sample) -> bool:
    return not sample.text and is_flat(columns_of(sample.source))


def _read(request: Request) -> Reading:
    table = read_parquet(request, present(columns_of(request.source)))
    try:
        with quiet():
            typed = table.select(pl.col(name).cast(_TYPES[name]) for name in table.columns)
    except DAMAGE as error:
        raise damaged(request, error) from error
    members = typed.schema["members"]
    if members != _TYPES["members"]:  # what Polars cannot cast, it leaves as it is
        raise damaged(request, TypeError(f"members: {members}"))
    count = LineCount(unit="rows", lines=len(typed), matched=len(typed))
    return reading_of(typed.with_row_index("line", 1), count)


READER = Reader(
    platform=None,
    title=N_("groupctl's own Parquet table"),
    how=N_("groupctl convert CHAT -o chat.parquet"),
    endings=("parquet",),
    claims=_claims,
    read=_read,
    certain=True,
)
