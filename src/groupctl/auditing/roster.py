"""The roster: who is in the group, from a list that the operator keeps."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from groupctl.errors import ExitCode, GroupctlError
from groupctl.i18n import _

ENCODINGS = ("utf-8-sig", "gb18030")
NAME_COLUMNS = (
    "name",
    "nickname",
    "member",
    "姓名",
    "昵称",
    "群昵称",
    "名称",
    "名字",
    "群名片",
    "成员",
    "微信名",
    "qq昵称",
)


class RosterError(GroupctlError):
    """A roster cannot be used."""

    exit_code = ExitCode.UNREADABLE


def read_roster(path: Path) -> tuple[str, ...]:
    """Return the names on a roster: a text file with one name a line, or a CSV file with a column of names.

    Repeated names stand once. RosterError where the file cannot be read or holds no such column.
    """
    lines = _text(path).splitlines()
    names = _column(path, lines) if path.suffix.lower() == ".csv" else iter(lines)
    found = tuple(dict.fromkeys(name.strip() for name in names if name.strip()))
    if not found:
        raise RosterError(_("{file} holds no name").format(file=path), _("write one name a line"))
    return found


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RosterError(_("{file} cannot be read: {reason}").format(file=path, reason=error.strerror)) from error
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise RosterError(_("{file} is neither UTF-8 nor GB18030").format(file=path), _("save it again as UTF-8 text"))


def _column(path: Path, lines: list[str]) -> Iterator[str]:
    text = "\n".join(lines)
    rows = csv.reader(io.StringIO(text), delimiter=";" if text.count(";") > text.count(",") else ",")
    header = [title.strip().lower() for title in next(rows, [])]
    column = next((header.index(title) for title in NAME_COLUMNS if title in header), None)
    if column is None:
        raise RosterError(
            _("{file} has no column of names; its columns are {columns}").format(file=path, columns=", ".join(header)),
            _("call one of them name"),
        )
    return (row[column] for row in rows if len(row) > column)
