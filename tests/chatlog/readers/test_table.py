"""Tables of the operator's own."""

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupctl.chatlog import read_chat
from groupctl.errors import UnreadableChatError, UsageError
from tests.chatlog.readers.written import rows, write

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r\0\ufeff"), min_size=1, max_size=8).filter(str.strip)
ROWS = st.lists(
    st.tuples(st.datetimes(dt.datetime(2000, 1, 1), dt.datetime(2050, 1, 1)), TEXTS, TEXTS), min_size=1, max_size=5
)


def test_columns_are_named(tmp_path: Path) -> None:
    path = write(tmp_path, {"chat.csv": "when;who;what\n2024-01-02 03:04;Ann;hi\n"}) / "chat.csv"
    chat = read_chat(path, format="table", columns={"at": "when", "sender": "who", "text": "what"})
    assert [tuple(map(str, row)) for row in rows(chat, "at", "local", "sender", "name", "kind", "text", "line")] == [
        ("None", "2024-01-02 03:04:00", "Ann", "Ann", "text", "hi", "2")
    ]


def test_columns_called_as_ours_need_no_names(tmp_path: Path) -> None:
    path = (
        write(tmp_path, {"chat.csv": "at,sender,name,text,kind,role\n1704164645,1,Ann,hi,image,owner\n"}) / "chat.csv"
    )
    assert rows(read_chat(path, format="table"), "sender", "name", "kind", "role") == [("1", "Ann", "image", "owner")]


@given(ROWS)
def test_csv_and_parquet_give_back_what_was_written(written: list[tuple[dt.datetime, str, str]]) -> None:
    table = pl.DataFrame(
        written, schema={"at": pl.Datetime("us"), "sender": pl.String, "text": pl.String}, orient="row"
    ).sort("at", maintain_order=True)
    with TemporaryDirectory() as folder:
        csv, parquet = Path(folder) / "chat.csv", Path(folder) / "chat.parquet"
        table.write_csv(csv, quote_style="always", datetime_format="%Y-%m-%dT%H:%M:%S%.6f")
        table.write_parquet(parquet)
        found = [read_chat(path, format="table").messages for path in (csv, parquet)]
    for messages in found:
        assert messages["local"].to_list() == table["at"].to_list()
        assert messages["sender"].to_list() == table["sender"].to_list()
        assert messages["text"].to_list() == table["text"].to_list()


def test_nothing_is_taken_for_a_table_unasked(tmp_path: Path) -> None:
    with pytest.raises(UnreadableChatError, match="no chat export"):
        read_chat(write(tmp_path, {"chat.csv": "at,sender,text\n2024-01-02,a,b\n"}) / "chat.csv")


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"at": "nix"}, "no column 'nix'"),
        ({"colour": "x"}, "no column 'colour' in a chat"),
        ({"at": "when"}, "no column 'sender'"),
    ],
)
def test_a_column_that_is_not_there_is_named(tmp_path: Path, columns: dict[str, str], message: str) -> None:
    path = write(tmp_path, {"chat.csv": "when,what\n2024-01-02 03:04,hi\n"}) / "chat.csv"
    with pytest.raises(UsageError, match=message):
        read_chat(path, format="table", columns=columns)


def test_a_damaged_parquet_file_is_said_to_be_one(tmp_path: Path) -> None:
    path = tmp_path / "chat.parquet"
    path.write_bytes(b"PAR1 and no more")
    with pytest.raises(UnreadableChatError, match="damaged"):
        read_chat(path, format="table")
