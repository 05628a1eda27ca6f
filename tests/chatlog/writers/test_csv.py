"""CSV that a spreadsheet may open, and save again."""

import csv
import datetime as dt
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupctl.chatlog import Chat, read_chat
from groupctl.chatlog.writer import writer_named
from tests.chatlog.writers.chats import CHATS, STRINGS, chat_of, values

NOW = dt.datetime(2024, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
ROW: dict[str, Any] = {"at": NOW, "local": NOW.replace(tzinfo=None), "sender": "1", "name": "Ann", "kind": "text"}
RUN = tuple("=+-@＝＋－＠\t\r\n")
"""What spreadsheets take for the beginning of a formula, or pass over."""


def cells(chat: Chat) -> list[list[str]]:
    """Return the rows of the file, as another program reads them, without the head."""
    text = writer_named("csv").write(chat, "csv").decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))[1:]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("  +49 30", "'  +49 30"),
        ("'=1", "''=1"),
        ("-", "'-"),
        ("it's = 1", "it's = 1"),
        ("'quoted'", "'quoted'"),
        ("", ""),
    ],
)
def test_what_begins_like_a_formula_gets_an_apostrophe(text: str, cell: str) -> None:
    assert cells(chat_of([{**ROW, "text": text}]))[0][6] == cell


@given(CHATS)
def test_no_cell_of_any_chat_begins_like_a_formula(chat: Chat) -> None:
    assert [cell for row in cells(chat) for cell in row if cell.strip(" \u3000\ufeff\u200b").startswith(RUN)] == []


@given(st.lists(STRINGS, min_size=1, max_size=4))
def test_another_program_finds_the_texts_behind_the_apostrophes(texts: list[str]) -> None:
    found = [row[6] for row in cells(chat_of([{**ROW, "text": text} for text in texts]))]
    assert [cell in {text, f"'{text}"} for cell, text in zip(found, texts, strict=True)] == [True] * len(texts)


def test_moments_are_iso_8601_and_people_a_list() -> None:
    row = cells(chat_of([{**ROW, "kind": "join", "text": "Ann joined", "members": ["Ann", None]}], "qq", "Hikers"))[0]
    assert row == [
        "2024-01-02T03:04:05Z", "2024-01-02T03:04:05", "1", "Ann", "", "join", "Ann joined", '["Ann",null]', "", "",
        "", "qq", "Hikers",
    ]  # fmt: skip


@pytest.mark.parametrize(("delimiter", "encoding"), [(";", "gb18030"), ("\t", "utf-16"), (",", "utf-8")])
def test_it_is_read_after_a_spreadsheet_saved_it_again(tmp_path: Path, delimiter: str, encoding: str) -> None:
    chat = chat_of([{**ROW, "text": "=你好\n你好", "name": "小林"}] * 3, "qq", "徒步群")
    table = csv.reader(io.StringIO(writer_named("csv").write(chat, "csv").decode("utf-8-sig"), newline=""))
    path = tmp_path / "saved.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows([*row, "my own column"] for row in table)
    assert values(read_chat(path)) == values(chat)


def test_a_row_without_a_moment_is_dropped_and_said(tmp_path: Path) -> None:
    path = tmp_path / "chat.csv"
    data = writer_named("csv").write(chat_of([{**ROW, "text": "hi"}]), "csv").decode()
    path.write_text(data + data.splitlines()[1].replace("2024", "soon"), encoding="utf-8")
    report = read_chat(path).reports[0]
    assert (report.matched, report.dropped, report.dropped_examples[0].text) == (1, 1, "hi")


def test_tables_of_two_groups_put_together_are_two_chats(tmp_path: Path) -> None:
    path = tmp_path / "both.csv"
    one, other = (writer_named("csv").write(chat_of([{**ROW, "text": "hi"}], "qq", name), "csv") for name in "AB")
    path.write_bytes(one + other.partition(b"\n")[2])
    assert read_chat(path, chat="B").title == "B"
    assert len(read_chat(path, chat="all").messages) == 2


def test_reactions_are_a_number_and_what_is_none_is_not_there(tmp_path: Path) -> None:
    data = writer_named("csv").write(chat_of([{**ROW, "reactions": 3}] * 3), "csv").decode()
    head, first, second, third = data.splitlines()
    path = tmp_path / "chat.csv"
    path.write_text("\n".join([head, first, second.replace(",3,", ",-3,"), third.replace(",3,", ",many,")]) + "\n")
    assert read_chat(path).messages["reactions"].to_list() == [3, None, None]


def test_a_table_from_before_there_were_reactions_is_read(tmp_path: Path) -> None:
    path = tmp_path / "chat.csv"
    path.write_text(
        "at,local,sender,name,role,kind,text,members,id,reply_to,platform,title\n"
        "2024-01-02T03:04:05Z,2024-01-02T11:04:05,1,Ann,,text,hi,,,,qq,Hikers\n"
    )
    chat = read_chat(path)
    assert chat.reports[0].format == "groupctl_csv"
    assert chat.messages.select("text", "reactions").rows() == [("hi", None)]
