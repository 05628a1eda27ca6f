"""Cutting texts into messages."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import iter_graphemes

from groupctl.fitting.splitting import SMALLEST
from groupctl.texts import Unit, measure, numbered, split

PIECES = st.sampled_from(
    [
        "短视频",
        "选题，",
        "复盘。",
        "\n",
        "\n\n",
        " ",
        "word ",
        "supercalifragilistic",
        "👨‍👩‍👧",
        "👍🏽",
        "🇨🇳",
        "e\u0301",
        "한국어",
        "(",
        "」",
        "\r\n",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=80).map("".join)
UNITS = st.sampled_from(list(Unit))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@given(TEXTS, st.integers(SMALLEST, 200), UNITS)
def test_parts_are_within_the_limit_and_lose_nothing_but_white_space(text: str, limit: int, unit: Unit) -> None:
    parts = split(text, limit, unit)
    assert all(measure(part, unit) <= limit for part in parts)
    assert squeezed("".join(parts)) == squeezed(text)


@given(TEXTS, st.integers(SMALLEST, 200), UNITS)
def test_parts_stand_in_the_text_one_after_the_other_with_white_space_between(
    text: str, limit: int, unit: Unit
) -> None:
    place = 0
    for part in split(text, limit, unit):
        found = text.index(part, place)
        assert not text[place:found].strip()
        place = found + len(part)


@given(TEXTS, st.integers(60, 200), UNITS)
def test_no_cut_falls_inside_what_a_reader_sees_as_one_character(text: str, limit: int, unit: Unit) -> None:
    whole = [cluster for cluster in iter_graphemes(text) if cluster.strip() and measure(cluster, unit) <= limit]
    if all(measure(cluster, unit) <= limit for cluster in iter_graphemes(text)):
        kept = [cluster for part in split(text, limit, unit) for cluster in iter_graphemes(part) if cluster.strip()]
        assert kept == whole


@given(TEXTS, st.integers(40, 200), UNITS)
def test_numbered_parts_are_within_the_limit_with_their_number(text: str, limit: int, unit: Unit) -> None:
    parts = numbered(text, limit, unit)
    assert all(measure(part, unit) <= limit for part in parts)
    if len(parts) > 1:
        assert [part.split("\n")[0] for part in parts] == [f"({i}/{len(parts)})" for i in range(1, len(parts) + 1)]


def test_a_text_that_fits_stays_as_it_is() -> None:
    assert split("  a\n\n\nb ", 20, Unit.CHARACTERS) == ["  a\n\n\nb "]


def test_nothing_is_no_message() -> None:
    assert split(" \n ", 10, Unit.CHARACTERS) == numbered("", 40, Unit.BYTES) == []


def test_a_paragraph_goes_before_a_line_and_a_line_before_a_sentence() -> None:
    text = "One. Two.\nThree.\n\nFour. Five."
    assert split(text, 25, Unit.CHARACTERS) == ["One. Two.\nThree.", "Four. Five."]
    assert split("One. Two.\nThree. Four.", 20, Unit.CHARACTERS) == ["One. Two.", "Three. Four."]
    assert split("One two. Three four", 14, Unit.CHARACTERS) == ["One two.", "Three four"]


def test_a_word_is_not_cut() -> None:
    assert split("alpha beta gamma", 12, Unit.CHARACTERS) == ["alpha beta", "gamma"]


def test_a_link_is_moved_to_the_next_part_rather_than_cut() -> None:
    link = "https://example.com/a/very/long/path?with=a&query=string"
    assert split(f"看这里：{link} 谢谢", 59, Unit.CHARACTERS) == ["看这里：", f"{link} 谢谢"]


def test_a_word_longer_than_a_message_is_cut_where_it_must() -> None:
    assert split("a" * 25, 10, Unit.CHARACTERS) == ["a" * 10, "a" * 10, "a" * 5]


def test_a_stump_of_a_part_is_avoided() -> None:
    text = "Hi\n\n" + "word " * 30
    assert len(split(text, 100, Unit.CHARACTERS)[0]) > 50


def test_chinese_is_cut_after_a_full_stop_and_never_before_one() -> None:
    assert split("今天聊选题。明天聊脚本。", 8, Unit.CHARACTERS) == ["今天聊选题。", "明天聊脚本。"]
    assert split("一二三四五。", 5, Unit.CHARACTERS) == ["一二三四", "五。"]


def test_a_quotation_keeps_its_closing_mark() -> None:
    assert split("他说：「来。」大家就来了", 8, Unit.CHARACTERS) == ["他说：「来。」", "大家就来了"]


def test_korean_words_are_whole() -> None:
    assert split("안녕하세요 여러분", 7, Unit.CHARACTERS) == ["안녕하세요", "여러분"]


def test_a_family_of_emoji_is_one_character() -> None:
    family = "👨‍👩‍👧‍👦"
    assert split(family * 3, 15, Unit.UTF16) == [family, family, family]


def test_a_character_with_more_marks_than_a_message_holds_is_cut_between_them() -> None:
    parts = split("a" + "\u0301" * 50, 20, Unit.CHARACTERS)
    assert [len(part) for part in parts] == [20, 20, 11]


def test_a_limit_that_cannot_hold_every_character_is_refused() -> None:
    with pytest.raises(ValueError, match="too small"):
        split("abcdef", 3, Unit.BYTES)


def test_ten_parts_and_more_have_two_digits() -> None:
    parts = numbered("word " * 100, 50, Unit.CHARACTERS)
    assert parts[0].startswith("(1/1")
    assert len(parts) > 9
