"""Changing a list over several lines: kept entries keep their comments, and the result says what was asked."""

import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from groupctl.project.lists import relisted
from groupctl.project.merge import same


def changed(source: str, new: list[Any]) -> str:
    return relisted(source, tomllib.loads(f"list = {source}")["list"], new)


def test_a_comment_behind_an_entry_goes_with_it() -> None:
    assert changed('[\n  "a", # one\n  "b", # two\n]', ["b", "a"]) == '[\n  "b", # two\n  "a", # one\n]'


def test_a_comment_above_an_entry_goes_with_it() -> None:
    assert changed('[ # steps\n  # first\n  "a",\n  # then\n  "b",\n]', ["b"]) == '[ # steps\n  # then\n  "b",\n]'


def test_an_entry_that_changes_keeps_its_comment_while_it_keeps_its_name() -> None:
    assert changed('[\n  { id = "a" }, # one\n]', [{"id": "a", "x": 1}]) == '[\n  { id = "a", x = 1 }, # one\n]'


def test_an_entry_is_added_behind_a_comment_and_not_in_it() -> None:
    assert (
        changed('[\n\t"a",\n\t"b" # last\n\t# end\n]', ["a", "b", "c"]) == '[\n\t"a",\n\t"b", # last\n\t"c"\n\t# end\n]'
    )


def test_a_list_on_one_line_stays_on_one_until_it_is_too_wide() -> None:
    assert changed("['a','b']", ["a", "c"]) == '["a", "c"]'
    assert changed("['a']", ["x" * 60, "y" * 60]) == f'[\n    "{"x" * 60}",\n    "{"y" * 60}",\n]'


ENTRIES = st.sampled_from(['"a"', "'#'", "']'", '"""m\n,"""', "1", "true", "1.5", "2026-05-01", "[1, 2]", "{ x = 1 }"])
GAPS = st.lists(st.sampled_from([" ", "\n", "\n  ", " # c, ]\n", "\n# d\n\n"]), max_size=2).map("".join)


@st.composite
def lists(draw: st.DrawFn) -> str:
    """Return a list as TOML allows it to be written."""
    written = [draw(ENTRIES) + draw(GAPS) for _ in range(draw(st.integers(0, 4)))]
    comma = draw(st.sampled_from(["", ","])) if written else ""
    return f"[{draw(GAPS)}{','.join(draw(GAPS) + entry for entry in written)}{comma}{draw(GAPS)}]"


@given(lists(), st.lists(st.sampled_from(["a", "#", 1, True, "new", [3], {"y": 2}]), max_size=5))
def test_however_a_list_is_written_the_change_says_what_was_asked(source: str, new: list[Any]) -> None:
    assert same(tomllib.loads(f"list = {changed(source, new)}")["list"], new)
