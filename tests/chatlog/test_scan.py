"""One grammar, read from many places of a block at once."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupctl.chatlog.scan import MOST_REPEATED, Block, Scanner, block


def at_lines(text: str) -> tuple[Block, Scanner]:
    """Return the lines of a text and a scanner that stands at the beginning of each."""
    lines = block([text.encode()])
    return lines, Scanner(lines, lines.starts)


def found(lines: Block, scan: Scanner) -> list[str | None]:
    """Return what each place stands before now; None where it has not matched."""
    rest = [lines.data[at:end].decode() for at, end in zip(scan.at, lines.ends, strict=True)]
    return [text if ok else None for text, ok in zip(rest, scan.ok, strict=True)]


def test_a_block_without_text_has_no_lines() -> None:
    assert block([]).lines == 0


@given(st.text(st.sampled_from("ab\n\u4f60"), max_size=30))
def test_lines_are_those_that_python_finds(text: str) -> None:
    lines = block([text.encode()])
    wanted = text.split("\n")[: -1 if text.endswith("\n") or not text else None]
    assert [lines.text(number) for number in range(lines.lines)] == wanted


def test_rules_move_only_what_matches() -> None:
    lines, scan = at_lines("[1] a\n[2 b\n3] c\n")
    scan.literal(b"[")
    scan.number(1, 2)
    scan.literal(b"]")
    assert found(lines, scan) == [" a", None, None]


def test_a_token_that_may_stand_there_need_not() -> None:
    lines, scan = at_lines("~Ann\nBob\n")
    assert scan.maybe(b"~").tolist() == [True, False]
    assert found(lines, scan) == ["Ann", "Bob"]


def test_the_first_of_several_tokens_that_stands_there_is_stepped_over() -> None:
    lines, scan = at_lines("\u202fa\n\u00a0b\n c\nd\n")
    scan.any_number_of((b" ", "\u202f".encode(), "\u00a0".encode()))
    assert found(lines, scan) == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("text", "value", "rest"), [("7x", 7, "x"), ("12x", 12, "x"), ("1234x", 1234, "x"), ("12345", 1234, "5")]
)
def test_a_number_has_a_least_and_a_most(text: str, value: int, rest: str) -> None:
    lines, scan = at_lines(text)
    assert scan.number(1, 4).tolist() == [value]
    assert found(lines, scan) == [rest]


def test_a_number_with_too_few_digits_is_none() -> None:
    lines, scan = at_lines("1:\nx\n")
    scan.number(2, 4)
    assert found(lines, scan) == [None, None]


@given(st.lists(st.text("0123456789:", max_size=9), min_size=1, max_size=9), st.integers(0, 4), st.integers(0, 4))
def test_numbers_are_those_that_a_regular_expression_finds(texts: list[str], least: int, more: int) -> None:
    _lines, scan = at_lines("\n".join(texts) + "\n")
    values = scan.number(least, least + more)
    wanted = [re.match(rf"\d{{{least},{least + more}}}", text) for text in texts]
    assert scan.ok.tolist() == [match is not None for match in wanted]
    assert [value for value, match in zip(values, wanted, strict=True) if match] == [
        int(match[0] or 0) for match in wanted if match
    ]


def test_words_have_values() -> None:
    lines, scan = at_lines("PM x\n下午 x\nx\n")
    assert scan.word({b"AM": 0, b"PM": 1, "下午".encode(): 1}, -1).tolist() == [1, 1, -1]
    assert found(lines, scan) == [" x", " x", "x"]


def test_one_byte_of_several_is_returned() -> None:
    lines, scan = at_lines("/1\n.2\n+3\n")
    assert scan.byte_of(b"/.")[:2].tobytes() == b"/."
    assert found(lines, scan) == ["1", "2", None]


def test_the_window_follows_however_far_one_goes() -> None:
    lines, scan = at_lines("0123456789abcdefghij\n")
    for expected in "0123456789abcdefghij":
        assert scan.peek().tolist() == [ord(expected)]
        scan.literal(expected.encode())
    assert found(lines, scan) == [""]


def test_one_may_go_back() -> None:
    _lines, scan = at_lines("ab\nab\n")
    before = scan.place()
    scan.literal(b"a")
    scan.back_to(before, np.array([True, False]))
    assert scan.peek().tobytes() == b"ab"
    scan.back_to(before, np.array([True, True]))
    assert scan.peek().tobytes() == b"aa"


def test_places_that_do_not_match_can_be_left_behind() -> None:
    _lines, scan = at_lines("1a\nxb\n3c\n")
    scan.number(1, 1)
    scan.keep(scan.ok)
    assert scan.peek().tobytes() == b"ac"


def test_the_next_of_some_bytes_is_at_or_behind_each_place() -> None:
    lines, scan = at_lines("a:b\nc:d\ne")
    assert scan.next_of(b":\n").tolist() == [1, 5, lines.length]


@pytest.mark.parametrize("before", [0, 1, 7, 8, 9, 63, 64, 65, 500])
def test_the_next_byte_may_be_near_or_far(before: int) -> None:
    _lines, scan = at_lines("x" * before + ":" + "y" * 70 + ":\n")
    assert scan.next_of(b":\n").tolist() == [before]


@given(st.lists(st.text(st.sampled_from("a:\x01\x80你"), max_size=90), min_size=1, max_size=5))
def test_the_next_byte_is_the_one_that_python_finds(texts: list[str]) -> None:
    lines, scan = at_lines("\n".join(texts))
    wanted = [re.compile(rb"[:\n]").search(lines.data, start) for start in lines.starts.tolist()]
    assert scan.next_of(b":\n").tolist() == [match.start() for match in wanted if match]


def test_behind_the_last_line_stands_a_line_end_and_nothing_else() -> None:
    _lines, scan = at_lines("a")
    scan.literal(b"a")
    assert [scan.peek(ahead).tolist() for ahead in (0, 7)] == [[10], [0]]


def test_no_sign_is_repeated_without_end() -> None:
    _lines, scan = at_lines(" " * 1_000_000)
    scan.any_number_of((b" ",))
    assert scan.at.tolist() == [MOST_REPEATED]
