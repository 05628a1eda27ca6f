"""Parquet that other programs read, and write again."""

import datetime as dt
from pathlib import Path

import polars as pl
import pytest

from groupctl.chatlog import read_chat
from groupctl.chatlog.writer import writer_named
from groupctl.errors import UnreadableChatError
from tests.chatlog.writers.chats import chat_of, values

NOW = dt.datetime(2024, 1, 2, 3, 4, 5, 678, tzinfo=dt.UTC)
CHAT = chat_of(
    [{"at": NOW, "local": NOW.replace(tzinfo=None), "sender": "1", "kind": "join", "members": ["Ann"], "text": "Ann"}],
    "qq",
    "Hikers",
)


def written(folder: Path) -> Path:
    """Return a file of ours."""
    path = folder / "chat.parquet"
    path.write_bytes(writer_named("parquet").write(CHAT, "parquet"))
    return path


def test_the_columns_have_their_types(tmp_path: Path) -> None:
    schema = pl.read_parquet_schema(written(tmp_path))
    assert schema["at"] == pl.Datetime("us", "UTC")
    assert schema["members"] == pl.List(pl.String)


def test_it_is_read_after_another_program_wrote_it_with_types_of_its_own(tmp_path: Path) -> None:
    path = written(tmp_path)
    table = pl.read_parquet(path).with_columns(
        pl.col("kind", "sender", "name", "title").cast(pl.String),
        pl.col("at").dt.convert_time_zone("Asia/Shanghai"),
        pl.col("local").cast(pl.Datetime("ns")),
    )
    table.select(reversed(table.columns)).write_parquet(path)
    found = read_chat(path)
    assert values(found) == values(CHAT)
    assert (found.platform, found.title) == ("qq", "Hikers")


def test_a_column_of_another_kind_is_an_error(tmp_path: Path) -> None:
    path = written(tmp_path)
    pl.read_parquet(path).with_columns(at=pl.lit("noon")).write_parquet(path)
    with pytest.raises(UnreadableChatError, match="damaged"):
        read_chat(path)


def test_a_table_of_somebody_else_is_not_claimed(tmp_path: Path) -> None:
    path = written(tmp_path)
    pl.read_parquet(path).drop("members").write_parquet(path)
    with pytest.raises(UnreadableChatError, match="no chat export"):
        read_chat(path)


@pytest.mark.parametrize("kept", [4, 100, 0.9])
def test_a_file_cut_short_is_none(tmp_path: Path, kept: float) -> None:
    path = written(tmp_path)
    data = path.read_bytes()
    path.write_bytes(data[: int(kept * len(data)) if kept < 1 else int(kept)])
    with pytest.raises(UnreadableChatError):
        read_chat(path)


def test_a_table_from_before_there_were_reactions_is_read(tmp_path: Path) -> None:
    path = written(tmp_path)
    pl.read_parquet(path).drop("reactions").write_parquet(path)
    assert values(read_chat(path)) == values(CHAT)
