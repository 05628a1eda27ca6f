"""Regular expressions out of blocks."""

import polars as pl
import pytest

from groupctl.figures.patterns import any_of, ascii_only, literals, nothing_but


@pytest.mark.parametrize(
    ("pattern", "made"),
    [
        (r"\bhi\b", r"(?-u:\b)hi(?-u:\b)"),
        (r"\d+\w", "[0-9]+[0-9A-Za-z_]"),
        (r"[\w-]\D", "[0-9A-Za-z_-][^0-9]"),
        (r"[^\d]\\d", r"[^0-9]\\d"),
        (r"\[\w\]", r"\[[0-9A-Za-z_]\]"),
    ],
)
def test_classes_are_made_ascii(pattern: str, made: str) -> None:
    assert ascii_only(pattern) == made


def test_a_block_matches_where_one_of_its_lines_does() -> None:
    texts = pl.Series(["say YES", "no way", "perhaps"])
    assert texts.str.contains(any_of("\n  \\byes\\b\n  no|nope\n")).to_list() == [True, True, False]


def test_nothing_but_means_the_whole_text() -> None:
    texts = pl.Series(["Really?!", "really good", "ok…"])
    assert texts.str.contains(nothing_but("really\nok")).to_list() == [True, False, True]


def test_literals_are_taken_literally() -> None:
    texts = pl.Series(["t.me/x", "tame", "T.ME"])
    assert texts.str.contains(literals(["t.me"])).to_list() == [True, False, False]
    assert texts.str.contains(literals(["t.me"], any_case=True)).to_list() == [True, False, True]
