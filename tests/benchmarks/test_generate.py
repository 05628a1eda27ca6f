"""The generated exports are what they are said to be, and are read back exactly."""

from pathlib import Path

import polars as pl
import pytest

from groupctl import read_chat
from tests.benchmarks.flavours import FLAVOURS
from tests.benchmarks.generate import MEMBERS, generate

RECORDS = 6_000

pytestmark = pytest.mark.parametrize("flavour", FLAVOURS)


def test_the_same_chat_comes_out_every_time(tmp_path: Path, flavour: str) -> None:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    assert generate(flavour, RECORDS, first) == generate(flavour, RECORDS, second)
    assert first.read_bytes() == second.read_bytes()


def test_the_file_has_the_lines_and_the_size_it_is_said_to_have(tmp_path: Path, flavour: str) -> None:
    written = generate(flavour, RECORDS, tmp_path / "chat.txt")
    content = (tmp_path / "chat.txt").read_bytes()
    assert (content.count(b"\n"), len(content)) == (written.lines, written.size)
    assert written.messages + written.joined + written.left == RECORDS


def test_a_generated_chat_is_read_back_exactly(tmp_path: Path, flavour: str) -> None:
    written = generate(flavour, RECORDS, tmp_path / "chat.txt")
    chat = read_chat(tmp_path / "chat.txt")
    (report,) = chat.reports
    kinds = dict(chat.messages["kind"].cast(pl.String).value_counts().rows())
    assert (report.messages, report.dropped) == (written.messages, 0)
    assert FLAVOURS[flavour].kind == "data" or report.lines == written.lines
    assert (kinds.pop("join", 0), kinds.pop("leave", 0)) == (written.joined, written.left)
    assert kinds.pop("text") == written.messages - written.media
    assert sum(kinds.values()) == written.media
    assert len(kinds) <= 1


def test_the_members_of_a_generated_chat_are_told_apart(tmp_path: Path, flavour: str) -> None:
    written = generate(flavour, RECORDS, tmp_path / "chat.txt")
    people = read_chat(tmp_path / "chat.txt").messages.filter(pl.col("kind") == "text")["sender"]
    assert 300 < people.n_unique() <= written.speakers <= MEMBERS
