"""Rosters: one name a line, or a column of a CSV file."""

from pathlib import Path

import pytest

from groupctl.auditing.roster import RosterError, read_roster
from groupctl.errors import ExitCode


def roster(folder: Path, name: str, data: bytes) -> tuple[str, ...]:
    (folder / name).write_bytes(data)
    return read_roster(folder / name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_one_name_a_line_in_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    assert roster(tmp_path, "names.txt", "张三\r\n 李四 \n\n张三\n".encode(encoding)) == ("张三", "李四")


def test_a_csv_file_has_a_column_of_names(tmp_path: Path) -> None:
    assert roster(tmp_path, "names.csv", b'id,Name\n1,Ann\n2,"Lee, Bob"\n3\n') == ("Ann", "Lee, Bob")


def test_the_column_may_be_chinese_and_the_separator_a_semicolon(tmp_path: Path) -> None:
    assert roster(tmp_path, "names.csv", "编号;昵称\n1;小满\n2;老周\n".encode("utf-8-sig")) == ("小满", "老周")


def test_a_name_may_hold_a_line_break_of_its_own(tmp_path: Path) -> None:
    assert roster(tmp_path, "names.csv", b'name,note\nAnn,"two\nlines"\nBob,x\n') == ("Ann", "Bob")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("names.csv", b"id,phone\n1,2\n", "its columns are id, phone"),
        ("names.txt", b"\n \n", "holds no name"),
        ("names.txt", b"\x81\x20\xff", "neither UTF-8 nor GB18030"),
    ],
)
def test_a_roster_that_is_none_is_refused(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    with pytest.raises(RosterError, match=said) as caught:
        roster(tmp_path, name, data)
    assert caught.value.exit_code == ExitCode.UNREADABLE


def test_a_roster_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RosterError, match="cannot be read"):
        read_roster(tmp_path / "nothing.txt")
