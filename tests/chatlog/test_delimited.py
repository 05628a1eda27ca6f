"""Tables as text: the quick way and the careful way through them say the same."""

import csv
import io
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupctl.chatlog import regular_rows
from groupctl.chatlog.delimited import Head, read_delimited
from groupctl.chatlog.locate import find_source
from groupctl.chatlog.records import LineCount, Request
from groupctl.chatlog.source import Decoding

COLUMNS = ("at", "who", "text")
VALUES = st.text(st.sampled_from('ab, "\n;呀'), max_size=6)


def table(path: Path, data: str, block: int = 1 << 20) -> tuple[pl.DataFrame, LineCount]:
    path.write_text(data, encoding="utf-8", newline="")
    request = Request(source=find_source(path), decoding=Decoding(encoding="utf-8"), block=block)
    return read_delimited(request, Head(COLUMNS, ","))


def carefully(path: Path, data: str, monkeypatch: pytest.MonkeyPatch) -> tuple[pl.DataFrame, LineCount]:
    with monkeypatch.context() as patched:
        patched.setattr("groupctl.chatlog.delimited.shape", lambda data, delimiter: None)
        return table(path, data)


@given(st.lists(st.tuples(VALUES, VALUES, VALUES), max_size=8), st.integers(16, 64))
def test_what_a_program_writes_is_read_back_in_blocks_of_any_size(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]], block: int
) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([COLUMNS, *rows])
    found, count = table(tmp_path_factory.mktemp("table") / "t.csv", out.getvalue(), block)
    assert found.drop("line").rows() == [row for row in rows if any(row)]
    assert (count.dropped, count.lines) == (0, out.getvalue().count("\n"))


@given(data=st.text(st.sampled_from('a,"\n'), max_size=40))
def test_the_quick_way_says_what_the_careful_way_says(tmp_path_factory: pytest.TempPathFactory, data: str) -> None:
    path, patch = tmp_path_factory.mktemp("table") / "t.csv", pytest.MonkeyPatch()
    quick, careful = table(path, "at,who,text\n" + data), carefully(path, "at,who,text\n" + data, patch)
    assert quick[0].rows() == careful[0].rows()
    assert quick[1] == careful[1]


def test_a_row_begins_on_the_line_of_its_first_value(tmp_path: Path) -> None:
    found, count = table(tmp_path / "t.csv", 'at,who,text\n1,ann,"one\ntwo"\n2,bob,three\n')
    assert found["line"].to_list() == [2, 4]
    assert (count.lines, count.matched, count.folded, count.structural) == (4, 2, 1, 1)


@pytest.mark.parametrize("text", ['say "hi"', '5" wide', 'both " and "" and "'])
def test_a_quote_where_none_may_stand_is_read_with_care(text: str) -> None:
    assert regular_rows.shape(f"1,ann,{text}\n2,bob,x\n".encode(), ",") is None
