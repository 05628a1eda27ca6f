"""Tables as text: values between commas, semicolons or tabs, with quotes around those that hold line breaks."""

import csv
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np
import polars as pl

from groupctl.chatlog.records import LineCount, Request
from groupctl.chatlog.regular_rows import Rows, read_rows, shape
from groupctl.chatlog.source import Sample
from groupctl.errors import UnreadableChatError
from groupctl.i18n import _

MOST_FIELD = 256 << 20
"""Characters of one value; no message is longer."""
MOST_OPEN = 4 << 20
"""Bytes without the end of a row after which one looks with care: most likely a quote that nothing closes."""
BATCH = 20_000
"""Rows that become columns at a time."""
DELIMITERS = ",;\t"


@dataclass(frozen=True)
class Head:
    """The first line of a table."""

    columns: tuple[str, ...]
    delimiter: str


def head_of(sample: Sample) -> Head:
    """Return the names of a table's columns; of a text that is no table, its first line as the only one."""
    first = next((line for line in sample.lines if line.strip()), "").removeprefix("\ufeff")
    delimiter = max(DELIMITERS, key=first.count)
    try:
        names = next(csv.reader([first], delimiter=delimiter), [])
    except csv.Error:
        names = []
    return Head(tuple(name.strip() for name in names), delimiter)


@dataclass
class _Table:
    """Rows on their way into columns."""

    columns: tuple[str, ...]
    count: LineCount = field(default_factory=LineCount)
    rows: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    frames: list[pl.DataFrame] = field(default_factory=list)
    headed: bool = False
    """Whether the head has passed: the first row that is not blank."""

    def add_all(self, rows: Rows) -> None:
        """Take whole rows at once; none of them is blank."""
        begins = rows.first_lines + self.count.lines + 1
        covered = np.diff(np.append(rows.first_lines, rows.lines))
        skip = 0 if self.headed else 1
        self.headed = True
        self.count.lines += rows.lines
        self.count.structural += int(covered[:skip].sum())
        self.count.matched += len(covered) - skip
        self.count.folded += int((covered[skip:] - 1).sum())
        self.count.folded_into += int((covered[skip:] > 1).sum())
        self.frames.append(rows.columns[skip:].with_columns(line=pl.Series(begins[skip:], dtype=pl.UInt32)))

    def add(self, row: list[str], line: int, lines: int) -> None:
        """Take a row that begins on ``line`` and covers so many lines; one of another width is dropped."""
        self.count.lines += lines
        if not any(row) or not self.headed:
            self.count.structural += lines
            self.headed |= any(row)
        elif len(row) != len(self.columns) and any(row[len(self.columns) :] or [len(row) < len(self.columns)]):
            self.drop(",".join(row), line, lines)
        else:
            self.count.matched += 1
            self.count.folded += lines - 1
            self.count.folded_into += lines > 1
            self.rows.append(row)
            self.lines.append(line)
            if len(self.rows) >= BATCH:
                self.flush()

    def drop(self, text: str, line: int, lines: int) -> None:
        """Count lines that are no row."""
        self.count.drop(line, text, times=lines)

    def flush(self) -> None:
        """Turn the rows at hand into columns."""
        data = {name: [row[place] for row in self.rows] for place, name in enumerate(self.columns) if name}
        schema = dict.fromkeys(data, pl.String)
        self.frames.append(pl.DataFrame(data, schema=schema).with_columns(line=pl.Series(self.lines, dtype=pl.UInt32)))
        self.rows, self.lines = [], []


def read_delimited(request: Request, head: Head, needed: Iterable[str] = ()) -> tuple[pl.DataFrame, LineCount]:
    """Return a table's columns as strings, and ``line``: the 1-based line on which each row begins.

    Raises UnreadableChatError where a column that is needed is not there.
    """
    for name in needed:
        if name not in head.columns:
            raise UnreadableChatError(
                _("{file} has no column {name!r}").format(file=request.source.name, name=name),
                _("export the chat again"),
            )
    csv.field_size_limit(MOST_FIELD)
    table = _Table(head.columns)
    pieces = request.pieces()
    careful = itertools.chain.from_iterable(map(_split, _after_regular_rows(table, pieces, head.delimiter)))
    rows = csv.reader(careful, delimiter=head.delimiter)
    before = table.count.lines
    line = before + 1
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            behind = before + rows.line_num + 1
            table.count.lines += behind - line
            table.drop(str(error), line, behind - line)
            line = behind
            continue
        if row is None:
            break
        behind = before + rows.line_num + 1
        table.add(row, line, behind - line)
        line = behind
    table.flush()
    return pl.concat(table.frames), table.count


def _after_regular_rows(table: _Table, pieces: Iterator[bytes], delimiter: str) -> Iterator[bytes]:
    """Put into the table what can be read block by block, and return the pieces from the first that cannot on."""
    pending = b""
    for piece in pieces:
        data = pending + piece
        found = shape(data, delimiter)
        if found and not found.whole and len(data) <= MOST_OPEN:
            pending = data
            continue
        rows = found and read_rows(data, found, table.columns, delimiter)
        if not found or not rows:
            return itertools.chain([data], pieces)
        table.add_all(rows)
        pending = data[found.whole :]
    return iter([pending] if pending else [])


def _split(data: bytes) -> Iterator[str]:
    """Yield the lines of a block, which a line feed ends and nothing else."""
    for line in data.removesuffix(b"\n").decode("utf-8", "replace").split("\n"):
        yield line + "\n"
