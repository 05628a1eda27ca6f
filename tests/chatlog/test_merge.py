"""Exports of one chat that overlap."""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupctl.chatlog import Chat, read_chat
from tests.chatlog.readers.reading import ROUNDS
from tests.chatlog.readers.written import write

SECOND = "[2024-01-02 10:00:{:02}] <{}> {}\n"


def read_all(folder: Path, *texts: str, **options: str) -> Chat:
    """Read some files as one chat."""
    paths = [folder / f"{number}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return read_chat(paths, **options)  # type: ignore[arg-type]


def gitter(*said: tuple[int, str, str]) -> str:
    """Return a log of seconds, names and texts."""
    return "".join(SECOND.format(*message) for message in said)


def test_what_stands_in_both_files_is_read_once(tmp_path: Path) -> None:
    first = gitter((1, "Ann", "a"), (2, "Bob", "b"), (3, "Ann", "c"))
    second = gitter((2, "Bob", "b"), (3, "Ann", "c"), (4, "Bob", "d"))
    chat = read_all(tmp_path, first, second)
    assert chat.messages["text"].to_list() == ["a", "b", "c", "d"]
    assert [report.duplicates for report in chat.reports] == [0, 2]


def test_what_was_said_twice_in_one_second_stays_twice(tmp_path: Path) -> None:
    twice = gitter((1, "Ann", "+1"), (1, "Ann", "+1"), (2, "Bob", "x"))
    assert read_all(tmp_path, twice, twice).messages["text"].to_list() == ["+1", "+1", "x"]


def test_it_was_sent_as_often_as_the_file_with_most_of_it_says(tmp_path: Path) -> None:
    once, thrice = gitter((1, "Ann", "+1"), (5, "Ann", "x")), gitter(*[(1, "Ann", "+1")] * 3)
    assert Counter(read_all(tmp_path, once, thrice).messages["text"]) == {"+1": 3, "x": 1}


def test_nothing_is_lost_where_files_do_not_overlap(tmp_path: Path) -> None:
    january, june = gitter((1, "Ann", "hi")), gitter((1, "Ann", "hi")).replace("-01-", "-06-")
    assert len(read_all(tmp_path, january, june).messages) == 2


def test_an_export_to_the_minute_and_one_to_the_second_are_compared_to_the_minute(tmp_path: Path) -> None:
    seconds = gitter((1, "Ann", "hi"), (40, "Ann", "hi"), (50, "Bob", "ok"))
    minutes = "02/01/2024, 10:00 - Ann: hi\n02/01/2024, 10:00 - Bob: ok\n13/01/2024, 10:00 - Bob: later\n"
    chat = read_all(tmp_path, minutes, seconds)
    assert chat.messages["text"].to_list() == ["hi", "hi", "ok", "later"]
    assert [report.duplicates for report in chat.reports] == [2, 0]


def test_a_format_that_writes_seconds_is_compared_to_the_second_whatever_its_moments(tmp_path: Path) -> None:
    whole_minutes = gitter((0, "Ann", "hi"))
    chat = read_all(tmp_path, whole_minutes, gitter((0, "Ann", "hi"), (5, "Ann", "hi"), (9, "Bob", "x")))
    assert chat.messages["text"].to_list() == ["hi", "hi", "x"]
    later = read_all(tmp_path, whole_minutes, gitter((5, "Ann", "hi"), (9, "Bob", "x")))
    assert later.messages["text"].to_list() == ["hi", "hi", "x"]


def test_ids_tell_equal_messages_apart_and_edited_ones_together(tmp_path: Path) -> None:
    message = {"type": "message", "user": "U1", "text": "ok", "ts": "1704164400.000100"}
    first = write(tmp_path / "a", {"general/2024-01-02.json": [message]})
    edited = {**message, "text": "ok!"}
    second = write(tmp_path / "b", {"general/2024-01-02.json": [edited, {**message, "ts": "1704164400.000200"}]})
    chat = read_chat([first / "general", second / "general"])
    assert chat.messages["text"].to_list() == ["ok", "ok"]
    assert [report.duplicates for report in chat.reports] == [0, 1]


def test_a_name_in_one_export_is_the_id_that_bore_it_in_another(tmp_path: Path) -> None:
    with_ids = "2024-01-02 10:00:01 小林(10001)\n早\n\n2024-01-02 10:00:09 小陈(10002)\n在\n"
    without = gitter((1, "小林", "早"), (3, "小林", "吃了吗"))
    chat = read_all(tmp_path, with_ids, without)
    assert chat.messages["sender"].to_list() == ["10001", "10001", "10002"]


MESSAGES = st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["Ann", "Bob"]), st.sampled_from("xy")), min_size=1)


@ROUNDS
@given(MESSAGES, MESSAGES)
def test_each_message_stands_as_often_as_in_the_file_that_has_most_of_it(
    first: list[tuple[int, str, str]], second: list[tuple[int, str, str]]
) -> None:
    with TemporaryDirectory() as folder:
        # A second of its own makes both files exact to the second.
        chat = read_all(Path(folder), gitter(*sorted(first), (59, "Z", "1")), gitter(*sorted(second), (59, "Z", "1")))
    found = Counter(chat.messages.select("local", "sender", "text").rows())
    wanted = Counter(first) | Counter(second)
    assert sorted(found.values()) == sorted([*wanted.values(), 1])
    assert found.total() == wanted.total() + 1


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_order_of_the_files_changes_no_count(tmp_path: Path, order: tuple[int, int]) -> None:
    texts = gitter((1, "Ann", "a"), (2, "Bob", "b")), gitter((2, "Bob", "b"), (3, "Ann", "c"))
    assert len(read_all(tmp_path, *(texts[place] for place in order)).messages) == 3
