"""Foreign text is safe to show, and as wide as a terminal draws it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupctl.display import cells, one_line, printable, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("bell\x07 back\x08", "bell back"),
        ("user\u202egpj.exe", "usergpj.exe"),
        ("\u2066isolated\u2069", "isolated"),
        ("one\r\ntwo\tthree", "one\ntwo\tthree"),
        ("hidden\rshown", "hiddenshown"),
        ("half \ud83d pair", "half  pair"),
        ("家👨‍👩‍👧", "家👨‍👩‍👧"),
    ],
)
def test_what_could_steer_a_terminal_is_taken_out(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text())
def test_what_is_shown_can_always_be_written(text: str) -> None:
    assert "\x1b" not in printable(text).encode("utf-8").decode("utf-8")


def test_many_lines_become_one() -> None:
    assert one_line("  群公告：\n\n 今晚\t八点 ") == "群公告： 今晚 八点"


def test_a_cut_is_marked() -> None:
    assert one_line("abc def", 4) == "abc…"
    assert one_line("abc def", 5) == "abc…"
    assert one_line("abc def", 7) == "abc def"


@given(st.text(), st.integers(1, 20))
def test_a_line_is_never_longer_than_asked(text: str, most: int) -> None:
    assert len(one_line(text, most)) <= most


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("ab", 2), ("群主", 4), ("，", 2), ("e\u0301", 1), ("😀", 2), ("a\u200bb", 2)]
)
def test_a_text_is_as_wide_as_a_terminal_draws_it(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("\u3164", "[U+3164]"),
        ("\u202e\u200f", "[U+202E U+200F]"),
        ("\u3000", "[U+3000]"),
        ("\u2800" * 6, "[U+2800 U+2800 U+2800 U+2800 …]"),
        ("\x1b", "[U+001B]"),
        ("\u3164a", "\u3164a"),
        ("小\u200b", "小\u200b"),
        ("👍", "👍"),
        ("", ""),
        (" \t\n", ""),
    ],
)
def test_a_name_that_nobody_sees_is_shown_by_its_numbers(name: str, shown: str) -> None:
    assert one_line(name) == shown


@given(st.text())
def test_whatever_is_not_empty_can_be_seen(text: str) -> None:
    assert bool(visible(" ".join(printable(text).split()), text)) == bool(text.strip(" \t\r\n"))
