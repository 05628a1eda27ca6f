"""CSV, for spreadsheets and for programs: UTF-8 with a mark, by which spreadsheets know it.

Moments are ISO 8601, ``at`` in UTC (ending in Z) and ``local`` as the clock on the group's wall showed it; ``members``
is a JSON list. ``cells`` says how a text that a spreadsheet would take for a formula is written.
"""

import codecs
import io

import polars as pl

from groupctl.chatlog.cells import lists_to_cells, mostly_empty, to_cells
from groupctl.chatlog.flat import COLUMNS, MOSTLY_EMPTY, TEXTS, flat
from groupctl.chatlog.table import Chat
from groupctl.chatlog.writer import Writer

_MOMENT = "%Y-%m-%dT%H:%M:%S%.f"


def _write(chat: Chat, _ending: str) -> bytes:
    cells = flat(chat).with_columns(
        *(to_cells(pl.col(name).cast(pl.String)) for name in TEXTS),
        lists_to_cells(chat.messages["members"]),
        at=pl.col("at").dt.to_string(_MOMENT + "Z").fill_null(""),
        reactions=pl.col("reactions").cast(pl.String).fill_null(""),
        local=pl.col("local").dt.to_string(_MOMENT),
    )
    cells = cells.with_columns(mostly_empty(pl.col(name)) for name in MOSTLY_EMPTY)
    file = io.BytesIO()
    file.write(codecs.BOM_UTF8 + ",".join(COLUMNS).encode() + b"\n")
    # Null is written without quotes: half of all cells are empty, and what is not there is read quickest.
    cells.select(pl.when(pl.all() != "").then(pl.all())).write_csv(file, include_header=False, quote_style="necessary")
    return file.getvalue()


WRITER = Writer(title="CSV", endings=("csv",), write=_write)
