"""Tables as text: values between commas, semicolons or tabs, with quotes around those that hold line breaks."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import polars as pl

from groupctl.chatlog.records import EXAMPLES, LineCount, Request
from groupctl.chatlog.source import Sample, blocks
from groupctl.chatlog.table import LineExample
from groupctl.errors import UnreadableChatError
from groupctl.i18n import _

MOST_FIELD = 256 << 20
"""Characters of one value; no message is longer."""
BATCH = 20_000
"""Rows that become columns at a time."""
MOST_QUOTED = 200
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

    def add(self, row: list[str], line: int, lines: int) -> None:
        """Take a row that begins on ``line`` and covers so many lines; one of another width is dropped."""
        self.count.lines += lines
        if not any(row):
            self.count.structural += lines
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
        self.count.dropped += lines
        if len(self.count.examples) < EXAMPLES:
            self.count.examples.append(LineExample(line=line, text=text[:MOST_QUOTED]))

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
    rows = csv.reader(_lines(request), delimiter=head.delimiter)
    line, header = 1, True
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            table.count.lines += rows.line_num + 1 - line
            table.drop(str(error), line, rows.line_num + 1 - line)
            line = rows.line_num + 1
            continue
        if row is None:
            break
        lines, begins, line = rows.line_num + 1 - line, line, rows.line_num + 1
        if header and any(row):
            header = False
            table.count.lines += lines
            table.count.structural += lines
        else:
            table.add(row, begins, lines)
    table.flush()
    return pl.concat(table.frames), table.count


def _lines(request: Request) -> Iterator[str]:
    """Yield the lines of a source, each with its end."""
    request.decoding.read = request.decoding.undecodable = 0
    for data in blocks(request.source, request.decoding, request.block):
        yield from _split(data)
        if request.progress:
            request.progress(min(request.decoding.read, request.source.size), request.source.size)


def _split(data: bytes) -> Iterator[str]:
    """Yield the lines of a block, which a line feed ends and nothing else."""
    for line in data.removesuffix(b"\n").decode("utf-8", "replace").split("\n"):
        yield line + "\n"
