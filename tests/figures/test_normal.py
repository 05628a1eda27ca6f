"""Text as a detector compares it."""

from collections.abc import Callable

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupctl.figures.normal import han_digits, normalised, own_words, squashed

Form = Callable[[pl.Expr], pl.Expr]


def through(form: Form, text: str) -> str:
    return str(pl.select(form(pl.lit(text))).item())


@pytest.mark.parametrize(
    ("text", "plain"), [("加Ⓥ①", "加v1"), ("ＱＱ：１２３", "qq:123"), ("微\u200b信\u2060", "微信"), ("ABC", "abc")]
)
def test_disguised_letters_are_made_plain(text: str, plain: str) -> None:
    assert through(normalised, text) == plain


def test_squashed_text_has_letters_and_figures_only() -> None:
    assert through(squashed, "加 微·信 ✨ a_1+2！") == "加微信a1+2"


def test_numbers_in_chinese_characters_become_digits() -> None:
    assert through(han_digits, "一三八零零壹叁捌") == "13800138"


def test_what_is_quoted_is_dropped() -> None:
    assert through(own_words, "「Ann：买吗」\n- - - - - - - -\n不买").strip() == "不买"
    assert through(own_words, "> quoted\nmine").strip() == "mine"
    assert through(own_words, "引用:Ann:买吗\n不买").strip() == "不买"


@given(st.text(max_size=60))
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = through(normalised, text)
    assert through(normalised, once) == once
