"""Parquet files that are damaged, or not what they seem to be."""

import datetime as dt
import os
from pathlib import Path

import polars as pl
import pytest
from polars.exceptions import PanicException

from groupctl.chatlog import Chat, read_chat
from groupctl.chatlog.flat import flat
from groupctl.chatlog.table import table
from groupctl.errors import UnreadableChatError

ROW = {"local": dt.datetime(2024, 1, 2, 3), "sender": "1", "kind": "text", "text": "hi"}


def written(folder: Path, **columns: object) -> Path:
    """Write a table of ours, with some of its columns replaced."""
    rows = flat(Chat(messages=table([ROW]), platform="qq", title="Hikers"))
    rows.with_columns(**{name: pl.Series([value]) for name, value in columns.items()}).write_parquet(
        folder / "chat.parquet"
    )
    return folder / "chat.parquet"


@pytest.mark.parametrize("format_name", ["table", "groupctl_parquet"])
def test_a_file_over_which_polars_panics_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_name: str
) -> None:
    def panic(*_args: object, **_options: object) -> None:
        raise PanicException("called `Option::unwrap()` on a `None` value")

    path = written(tmp_path)
    monkeypatch.setattr(pl, "read_parquet", panic)
    with pytest.raises(UnreadableChatError, match=r"chat\.parquet is damaged"):
        read_chat(path, format=format_name)


def test_what_a_panic_writes_is_kept_off_the_terminal_and_what_follows_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def panic(*_args: object, **_options: object) -> None:
        os.write(2, b"thread panicked")
        raise PanicException("assertion failed")

    path = written(tmp_path)
    monkeypatch.setattr(pl, "read_parquet", panic)
    with pytest.raises(UnreadableChatError):
        read_chat(path)
    os.write(2, b"behind")
    assert capfd.readouterr().err == "behind"


def test_a_column_that_cannot_be_one_of_ours_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableChatError, match=r"chat\.parquet is damaged: members: Struct"):
        read_chat(written(tmp_path, members={"list": ["Bob"]}))
