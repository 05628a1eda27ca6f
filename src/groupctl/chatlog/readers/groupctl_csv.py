"""The CSV file that ``groupctl convert`` writes, also after a spreadsheet has saved it again.

``line`` is the line on which a row begins.
"""

import polars as pl

from groupctl.chatlog.cells import cells_to_lists, from_cells, mostly_empty
from groupctl.chatlog.columns import iso_moments
from groupctl.chatlog.delimited import head_of, read_delimited
from groupctl.chatlog.flat import LATER, MOSTLY_EMPTY, TEXTS, is_flat, present, reading_of
from groupctl.chatlog.reader import Reader, Reading
from groupctl.chatlog.records import Request
from groupctl.chatlog.source import Sample, take_sample
from groupctl.chatlog.table import MESSAGES
from groupctl.i18n import N_


def _claims(sample: Sample) -> bool:
    return is_flat(head_of(sample).columns)


def _read(request: Request) -> Reading:
    head = head_of(take_sample(request.source, request.decoding.encoding))
    request.decoding.as_written = True
    table, count = read_delimited(request, head, present(head.columns))
    cells = table.with_columns(mostly_empty(pl.col(name)) for name in MOSTLY_EMPTY)
    texts = cells.with_columns(from_cells(pl.col(name)) for name in TEXTS)
    moments = {"at": iso_moments(table["at"])[0], "local": iso_moments(table["local"])[1]}
    # What no spreadsheet could have made of a number is none.
    numbers = [pl.col(name).cast(MESSAGES[name], strict=False) for name in LATER if name in table.columns]
    return reading_of(texts.with_columns(cells_to_lists(table["members"]), *numbers, **moments), count)


READER = Reader(
    platform=None,
    title=N_("groupctl's own CSV table"),
    how=N_("groupctl convert CHAT -o chat.csv"),
    endings=("csv",),
    claims=_claims,
    read=_read,
    certain=True,
)
