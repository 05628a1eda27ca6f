"""Large JSON in blocks: the same elements as any other parser finds, wherever the blocks are cut."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groupctl.chatlog.json_outline import outline
from groupctl.chatlog.json_records import Columns, JsonReading, read_array, read_lines
from groupctl.chatlog.json_scan import ArrayFinder
from groupctl.chatlog.records import Request
from groupctl.chatlog.source import Decoding, Source
from groupctl.errors import UnreadableChatError

SCALARS = st.none() | st.booleans() | st.integers(-9, 9) | st.text('a"\\{}[],: \n\u4f60')
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text('a"\\{', max_size=3), inner, max_size=3),
)
ELEMENTS = st.lists(st.dictionaries(st.text("ab\\"), VALUES, max_size=3), max_size=4)


class Note(msgspec.Struct):
    """An element of these tests."""

    text: str


def columns(notes: Sequence[Note]) -> Columns:
    """Return the one column."""
    return {"text": pl.Series([note.text for note in notes], dtype=pl.String)}


def read(tmp_path: Path, content: str | bytes, *, block: int = 1 << 20, lines: bool = False) -> JsonReading:
    """Read a file of notes."""
    path = tmp_path / "export.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    source = Source(path=path, size=path.stat().st_size)
    request = Request(source=source, decoding=Decoding(encoding="utf-8"), block=block)
    return read_lines(request, Note, columns) if lines else read_array(request, Note, columns)


def elements(document: bytes, size: int, key: str | None = "messages", depths: tuple[int, ...] = (1,)) -> list[Any]:
    """Return the elements that a finder cuts out of blocks of some size."""
    finder, found = ArrayFinder(key, depths), []
    for start in range(0, len(document), size):
        for run in finder.feed(document[start : start + size]):
            found += [json.loads(run.data[begin:end]) for begin, end in zip(run.starts, run.ends, strict=True)]
    assert not finder.unfinished
    return found


@settings(max_examples=200)
@given(ELEMENTS, VALUES, st.sampled_from([None, 2]), st.booleans(), st.integers(1, 64))
def test_elements_are_found_at_any_block_size(
    messages: list[Any], other: object, indent: int | None, ascii_only: bool, size: int
) -> None:
    document = json.dumps(
        {"about": other, "messages": messages, "behind": other}, indent=indent, ensure_ascii=ascii_only
    )
    assert elements(document.encode(), size) == messages


@given(ELEMENTS, st.integers(1, 64))
def test_a_document_may_be_the_array_itself(messages: list[Any], size: int) -> None:
    assert elements(json.dumps(messages).encode(), size, None, (0,)) == messages


def test_arrays_of_the_same_key_elsewhere_are_left_alone() -> None:
    document = (
        b'{"statistics": {"messages": [{"a": 1}]}, "text": "\\"messages\\": [", "messages": [{"messages": [{"b": 2}]}]}'
    )
    assert elements(document, 7) == [{"messages": [{"b": 2}]}]


def test_lines_are_those_on_which_elements_begin(tmp_path: Path) -> None:
    rows = read(tmp_path, '{"messages": [\n  {"text":\n  "a"},\n\n  {"text": "b"}\n]}', block=5).rows
    assert rows["line"].to_list() == [2, 5]


def test_elements_of_one_line_are_numbered(tmp_path: Path) -> None:
    assert read(tmp_path, '{"messages": [{"text": "a"}, {"text": "b"}]}').rows["line"].to_list() == [1, 2]


def test_a_bad_element_is_dropped_counted_and_quoted(tmp_path: Path) -> None:
    reading = read(tmp_path, '{"messages": [\n{"text": "a"},\n{"text": 7},\nnull, 3,\n{"text": "b"}\n]}')
    assert reading.rows["text"].to_list() == ["a", "b"]
    assert (reading.count.lines, reading.count.matched, reading.count.dropped) == (5, 2, 3)
    assert [(example.line, example.text) for example in reading.count.examples] == [(3, '{"text": 7}'), (4, "null, 3")]


def test_a_nesting_bomb_is_one_dropped_element(tmp_path: Path) -> None:
    bomb = '{"text": ' + "[" * 100_000 + "]" * 100_000 + "}"
    reading = read(tmp_path, f'{{"messages": [{bomb}, {{"text": "a"}}]}}', block=999)
    assert (reading.rows["text"].to_list(), reading.count.dropped) == (["a"], 1)


def test_a_file_that_breaks_off_says_where_and_what_was_whole(tmp_path: Path) -> None:
    with pytest.raises(UnreadableChatError, match=r"breaks off in what begins on line 3; messages before it: 1"):
        read(tmp_path, '{"messages": [\n{"text": "a"},\n{"text": "b')


def test_what_stands_around_the_array_must_be_json_too(tmp_path: Path) -> None:
    with pytest.raises(UnreadableChatError, match=r"export.json:3 is not the JSON"):
        read(tmp_path, '{"messages": [\n{"text": "a"}],\n"name": oops}')


def test_bytes_that_are_no_utf8_are_replaced(tmp_path: Path) -> None:
    assert read(tmp_path, b'{"messages": [{"text": "a\xff"}]}').rows["text"].to_list() == ["a\ufffd"]


def test_one_object_a_line_may_have_blank_and_bad_lines(tmp_path: Path) -> None:
    reading = read(tmp_path, '{"text": "a"}\n\n{"text": \n{"text": "b"}\n', lines=True)
    assert (reading.rows["text"].to_list(), reading.rows["line"].to_list()) == (["a", "b"], [1, 4])
    assert (reading.count.lines, reading.count.structural, reading.count.dropped) == (4, 1, 1)


def test_an_outline_shows_paths_and_first_values() -> None:
    found = outline('{"a": 1, "b": {"c": ["x"]}, "m": [{"t": "text \\u4f60", "n": null}, {"t": "two"}, {"u"')
    assert found == {"": "", "a": "1", "b": "", "b.c[]": "", "m[]": "", "m[].t": "text 你", "m[].n": "null"}


def test_small_arrays_become_columns_together(tmp_path: Path) -> None:
    calls: list[int] = []

    def counted(notes: Sequence[Note]) -> Columns:
        calls.append(len(notes))
        return columns(notes)

    path = tmp_path / "export.json"
    path.write_text("[" + ",".join(['{"messages":[{"text":"a"}]}'] * 300) + "]")
    request = Request(source=Source(path=path, size=path.stat().st_size), decoding=Decoding(encoding="utf-8"))
    reading = read_array(request, Note, counted, depths=(2,))
    assert calls == [300]
    assert reading.rows["array"].to_list() == list(range(300))


def written(messages: list[dict[str, Any]], indent: int | None) -> str:
    """Return a document of messages as programs write it."""
    return json.dumps({"name": "a", "messages": messages, "behind": [{"text": "no message"}]}, indent=indent)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(["a", 'b"},{"text":', "c\n },\n {", "\\", "7"]), min_size=1, max_size=40),
    st.sampled_from([None, 0, 1]),
    st.integers(40, 400),
    st.sets(st.integers(0, 39), max_size=3),
)
def test_blocks_of_elements_that_are_alike_hold_what_any_parser_finds(
    tmp_path: Path, texts: list[str], indent: int | None, block: int, odd: set[int]
) -> None:
    messages = [
        {"text": 7 if place in odd else text, "pieces": [{"text": "x"}, {"text": "y"}], "more": {"text": text}}
        for place, text in enumerate(texts)
    ]
    document = written(messages, indent)
    reading = read(tmp_path, document, block=block)
    assert reading.rows["text"].to_list() == [text for place, text in enumerate(texts) if place not in odd]
    assert (reading.count.lines, reading.count.dropped) == (len(texts), len(odd & {*range(len(texts))}))
    whole = read(tmp_path, document)
    assert (reading.rows.rows(), reading.around) == (whole.rows.rows(), whole.around)
    assert reading.count.examples == whole.count.examples


def test_lines_are_right_where_blocks_are_cut_between_elements_that_are_alike(tmp_path: Path) -> None:
    document = written([{"text": str(number), "n": [1]} for number in range(300)], 1)
    begins = [line for line, text in enumerate(document.split("\n"), 1) if text == "  {"][:300]
    assert read(tmp_path, document, block=700).rows["line"].to_list() == begins


def test_lines_of_one_object_each_are_numbered_on_across_blocks(tmp_path: Path) -> None:
    lines = [json.dumps({"text": str(number)}) for number in range(300)]
    lines[150] = ""
    reading = read(tmp_path, "\n".join(lines), block=500, lines=True)
    assert reading.rows["line"].to_list() == [number for number in range(1, 301) if number != 151]
    assert (reading.count.lines, reading.count.matched, reading.count.structural) == (300, 299, 1)
