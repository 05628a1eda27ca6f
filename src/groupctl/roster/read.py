"""Reading a roster: the encoding, then the form: a table with titles, ``[[member]]`` tables, or a list of names."""

import csv
import io
import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from groupctl.display import one_line
from groupctl.i18n import _
from groupctl.reasons import reason
from groupctl.roster import toml
from groupctl.roster.columns import BY_TITLE, date_of, entry_of, fields_of
from groupctl.roster.entry import Entry, Roster, RosterError, without_repeats

ENCODINGS = ("utf-8-sig", "gb18030")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
LARGEST = 64 * 1024 * 1024
"""Bytes; a larger file is no list of members."""
_HEADING = re.compile(
    r"(?i)(?:群成员|成员列表|成员|群主|管理员|group members|members|participants)"
    r"\s*[:：]?\s*[(（]?\s*\d*\s*[人)）]*\s*[:：]?"
)
_ORDINAL = re.compile(r"^\s*\d{1,6}\s*[.、)）:：\t]\s*(?=\S)")
_MOMENT = re.compile(r"\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?[,，]?\s{1,3}\S{0,2}\s?\d{1,2}:\d{2}")
"""A day and a time of day, as a message begins in an exported chat."""
CHAT_FROM = 0.1
"""Which share of lines with a moment in them no list of names has; a message has several lines."""
_QQ_NUMBER = re.compile(r"\d{5,11}")


def read_roster(path: Path) -> Roster:
    """Return the roster in a file; RosterError where it cannot be read or names nobody.

    Rows that say the same count once; two people of one name stay two.
    """
    data = _bytes(path)
    text, encoding = _text(path, data)
    rows = _toml(path, text) if path.suffix.lower() == ".toml" else _listed(path, text)
    entries: list[Entry] = []
    dropped: list[str] = []
    doubts: list[str] = []
    for entry, unclear, line in rows:
        doubts += unclear
        if entry:
            entries.append(entry)
        else:
            dropped.append(line)
    if not entries:
        raise RosterError(_("{file} holds no name").format(file=path), _("write one name a line"))
    kept, repeated = without_repeats(entries)
    return Roster(
        entries=kept, file=str(path), encoding=encoding, dropped=tuple(dropped), doubts=tuple(doubts), repeated=repeated
    )


Rows = Iterator[tuple[Entry | None, list[str], str]]
"""For each row the entry, what was not understood, and the row itself where it names nobody."""


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise RosterError(
            _("there is no {file}").format(file=path), _("check the name; groupctl roster import makes roster.toml")
        ) from None
    except OSError as error:
        raise RosterError(_("{file} cannot be read: {reason}").format(file=path, reason=reason(error))) from error
    if data.startswith(b"PK\x03\x04") or len(data) > LARGEST:
        raise RosterError(
            _("{file} is a spreadsheet or an archive, no list").format(file=path),
            _("save it as CSV and name that file"),
        )
    return data


def _text(path: Path, data: bytes) -> tuple[str, str]:
    for encoding in ("utf-16", *ENCODINGS) if data.startswith(_UTF16) else ENCODINGS:
        try:
            return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n"), encoding.removesuffix("-sig")
        except UnicodeDecodeError:
            continue
    raise RosterError(_("{file} is neither UTF-8 nor GB18030").format(file=path), _("save it again as UTF-8 text"))


def _toml(path: Path, text: str) -> Rows:
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise RosterError(
            _("{file} cannot be read: {reason}").format(file=path, reason=reason(error)),
            _("mend that place, or import again"),
        ) from None
    return toml.entries(path, table)


def _listed(path: Path, text: str) -> Rows:
    """Read a table where the lines are one, else one name a line."""
    delimiter = _delimiter(text, is_csv=path.suffix.lower() == ".csv")
    if delimiter is None:
        return _names(path, text)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        numbered = [(rows.line_num, row) for row in rows if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise RosterError(_("{file} cannot be read: {reason}").format(file=path, reason=error)) from None
    return _table(path, numbered)


def _delimiter(text: str, *, is_csv: bool) -> str | None:
    """Return what separates the cells; None for a plain list. In a plain text file only tabs do."""
    head = [line for line in text.split("\n")[:20] if line.strip()]
    if head and sum("\t" in line for line in head) * 2 > len(head):
        return "\t"
    titled = head and any(
        sum(field in BY_TITLE.values() for field in fields_of(head[0].split(mark))) > 1 for mark in ",;|"
    )
    if not is_csv and not titled:
        return None
    return max(",;|", key=lambda mark: text.count(mark) if mark != "|" else head[0].count(mark) * 0.1)


def _table(path: Path, rows: Sequence[tuple[int, list[str]]]) -> Rows:
    header = fields_of(rows[0][1]) if rows else []
    if not {"name", "card"} & set(header):
        columns = _columns_by_content([row for _line, row in rows])
        if columns is None:
            titles = ", ".join(title.strip().lower() for title in rows[0][1]) if rows else ""
            raise RosterError(
                _("{file} has no column of names; its columns are {columns}").format(file=path, columns=titles),
                _("call one of them name"),
            )
        header = columns
    else:
        rows = rows[1:]
    for line, row in rows:
        cells: dict[str, str] = {}
        for field, cell in zip(header, row, strict=False):
            if cell.strip() and not cells.get(field):
                cells[field] = cell
        entry, doubts = entry_of(cells, line)
        yield entry, doubts, f"{line}: {one_line(' '.join(row), 60)}"


def _columns_by_content(rows: Sequence[Sequence[str]]) -> list[str] | None:
    """Return what the columns of a pasted table without titles hold, told by their cells; None where no names are."""
    width = max((len(row) for row in rows), default=0)
    first = [cell.strip() for cell in rows[0]] if rows else []
    # A first row of words alone over rows with numbers is a header whose titles we do not know: no guess.
    if len(rows) < 2 or not any(_QQ_NUMBER.fullmatch(cell) or date_of(cell) for cell in first):
        return None
    columns: list[str] = []
    for place in range(width):
        cells = [row[place].strip() for row in rows if len(row) > place and row[place].strip()]
        columns.append(_content(cells, columns))
    return columns if "name" in columns else None


def _content(cells: Sequence[str], before: Sequence[str]) -> str:
    most = len(cells) * 0.8
    if cells and sum(bool(date_of(cell)) for cell in cells) >= most:
        return "joined" if "joined" not in before else ""
    if cells and "id" not in before and sum(bool(_QQ_NUMBER.fullmatch(cell)) for cell in cells) >= most:
        return "id"
    if cells and sum(cell.isdecimal() for cell in cells) < most:
        return "name" if "name" not in before else "card" if "card" not in before and "id" not in before else ""
    return ""


def _names(path: Path, text: str) -> Rows:
    """Read one name a line, or one line of names with 、 between them; what heads a pasted list names nobody."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if sum(bool(_MOMENT.search(line)) for _number, line in lines) >= max(len(lines) * CHAT_FROM, 3):
        raise RosterError(
            _("{file} looks like a chat, not like a list of members").format(file=path),
            _("read it with groupctl audit; a list has one name a line"),
        )
    if len(lines) == 1 and lines[0][1].count("、") > 1:
        lines = [(1, name) for name in lines[0][1].split("、") if name.strip()]
    people = [line for _number, line in lines if not _HEADING.fullmatch(line.strip())]
    numbered = sum(bool(_ORDINAL.match(line)) for line in people) >= max(len(people) * 0.8, 3)
    for number, line in lines:
        if _HEADING.fullmatch(line.strip()):
            yield None, [], f"{number}: {one_line(line, 60)}"
            continue
        name = _ORDINAL.sub("", line) if numbered else line
        yield Entry(name=name.strip(), place=number), [], ""
