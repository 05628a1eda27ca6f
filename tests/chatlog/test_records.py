"""From the bytes of an export to rows: folding, counting, progress."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groupctl.chatlog.records import EXAMPLES, Heads, LineCount, Progress, Request, read_records
from groupctl.chatlog.scan import Block
from groupctl.chatlog.source import Decoding, Source


class Marked:
    """A grammar for these tests: ``>name:text`` and ``>name`` begin a record, ``=`` a heading."""

    def heads(self, block: Block) -> Heads:
        """Find the records of a block."""
        first = block.array[block.starts]
        line = np.flatnonzero((first == ord(">")) | (first == ord("=")))
        ends = block.ends[line]
        colons = np.append(block.find(b":"), block.length + 1)
        colon = colons[np.searchsorted(colons, block.starts[line])]
        name_end = np.minimum(colon, ends)
        return Heads(
            line=line,
            text=np.where(colon < ends, colon + 1, ends + 1),
            spans={"name": (np.minimum(block.starts[line] + 1, ends), name_end)},
            columns={"size": ends - block.starts[line]},
            makes_record=first[line] == ord(">"),
        )

    def passed(self, heads: Heads, count: int) -> None:
        """Nothing is carried."""


def read(text: str, block: int = 1 << 20, progress: Progress | None = None) -> tuple[pl.DataFrame, LineCount]:
    """Return the rows of a text and the count of its lines."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.txt"
        path.write_text(text, encoding="utf-8", newline="")
        source = Source(path=path, size=path.stat().st_size)
        return read_records(
            Request(source=source, decoding=Decoding(encoding="utf-8"), block=block, progress=progress), Marked()
        )


def counted(text: str) -> tuple[int, int, int, int]:
    """Return how many lines are matched, folded, structural and dropped."""
    _rows, count = read(text)
    return count.matched, count.folded, count.structural, count.dropped


def test_a_text_behind_the_name_or_below_it() -> None:
    rows, _count = read(">Ann:hi\n>Bob\nho\n")
    assert rows.select("line", "name", "text").rows() == [(1, "Ann", "hi"), (2, "Bob", "ho")]


def test_lines_between_are_folded_into_the_record_before() -> None:
    rows, count = read(">Ann:hi\nyou\n\nthere\n\n\n>Bob:ho\n")
    assert rows["text"].to_list() == ["hi\nyou\n\nthere", "ho"]
    assert (count.folded, count.folded_into, count.structural) == (3, 1, 2)


def test_blank_lines_in_front_of_a_text_below_are_no_part_of_it() -> None:
    assert read(">Ann\n\n\nhi\n\nyou\n\n")[0]["text"].to_list() == ["hi\n\nyou"]


def test_a_record_may_have_no_text() -> None:
    assert read(">Ann:\n>Bob\n>Cid\n\n\n>Dora")[0]["text"].to_list() == ["", "", "", ""]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (">a:b\n", (1, 0, 0, 0)),
        (">a:b", (1, 0, 0, 0)),
        (">a:b\nc\n\n", (1, 1, 1, 0)),
        ("=\n>a:b\n", (1, 0, 1, 0)),
        ("=\nstray\n>a:b\n", (1, 0, 1, 1)),
        ("stray\n\n>a:b\n", (1, 0, 1, 1)),
        (">a:b\n=\n\nstray\n=\n", (1, 0, 3, 1)),
        ("no\nchat\n", (0, 0, 0, 2)),
        ("\n\n", (0, 0, 2, 0)),
    ],
)
def test_every_line_is_matched_folded_structural_or_dropped(text: str, counts: tuple[int, int, int, int]) -> None:
    assert counted(text) == counts


def test_the_first_dropped_lines_are_quoted() -> None:
    _rows, count = read("".join(f"stray {n}\n" for n in range(9)) + ">a:b\n")
    assert [(example.line, example.text) for example in count.examples] == [
        (n + 1, f"stray {n}") for n in range(EXAMPLES)
    ]


def test_a_long_dropped_line_is_quoted_in_part() -> None:
    _rows, count = read("你" * 5000 + "\n>a:b\n")
    assert count.examples[0].text == "你" * 200


def test_the_edges_of_a_text_are_at_hand() -> None:
    rows, _count = read(">a:<b>\n>c\n[d]\n")
    assert rows.select("first_byte", "last_byte").rows() == [(ord("<"), ord(">")), (ord("["), ord("]"))]


def test_progress_tells_bytes_of_bytes() -> None:
    told: list[tuple[int, int]] = []
    read(">a:b\n" * 100, block=50, progress=lambda done, size: told.append((done, size)))
    assert told == sorted(told)
    assert told[-1] == (500, 500)
    assert len(told) > 5


TEXTS = st.lists(st.sampled_from([">Ann:hi", ">Bob", "=", "", " ", "more", "你好", ">Cid:"]), max_size=12).map(
    "\n".join
)


@settings(max_examples=40)
@given(TEXTS.filter(bool), st.integers(1, 40))
def test_blocks_of_any_size_give_the_same_rows_and_counts(text: str, block: int) -> None:
    whole, pieces = read(text), read(text, block)
    assert pieces[0].equals(whole[0])
    assert pieces[1] == whole[1]


@settings(max_examples=40)
@given(TEXTS)
def test_the_parts_add_up_to_all_lines(text: str) -> None:
    assert sum(counted(text)) == text.count("\n") + (text != "" and not text.endswith("\n"))
