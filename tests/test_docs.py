"""The generated parts of the documents."""

import pytest

from tests import docs


def test_a_generated_part_is_written_anew_and_the_rest_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(docs.GENERATED, "greeting", lambda: "hello\n")
    text = "before\n<!-- generated: greeting -->\nold\n<!-- end -->\nafter\n"
    assert docs.up_to_date(text) == "before\n<!-- generated: greeting -->\nhello\n<!-- end -->\nafter\n"


def test_a_part_that_nobody_writes_is_an_error() -> None:
    with pytest.raises(KeyError, match="nonsense"):
        docs.up_to_date("<!-- generated: nonsense -->\n<!-- end -->\n")


def test_the_command_overview_is_what_help_prints() -> None:
    assert "  explain  " in docs.up_to_date("<!-- generated: commands -->\n<!-- end -->\n")


def test_a_part_can_be_written_in_chinese() -> None:
    assert "| 名称 | 默认值 |" in docs.up_to_date("<!-- generated: thresholds zh-CN -->\n<!-- end -->\n")


def test_a_cell_cannot_break_its_table() -> None:
    assert docs._table("formats", [("a|b", "c", "d")]).splitlines()[-1] == r"| a\|b | c | d |"
