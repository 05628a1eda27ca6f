"""What a name's words say: the group's own ones, and those that any group could use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupctl.gate.terms import broad, core, folded, own, phrases, pieces, stem, terms


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("短视频运营交流群", ("短视频",)),
        ("运营交流群", ()),
        ("资源共享大家庭", ()),
        ("同城二手相机群", ("同城二手相机",)),
        ("90后宝妈辅食打卡群", ("90后宝妈辅食",)),
        ("猫交流群", ("猫",)),
        ("大运营群", ()),
        ("对运营感兴趣的朋友", ()),
        ("Rust 嵌入式学习群", ("Rust", "嵌入式")),
        ("Rust embedded study group", ("Rust", "embedded")),
        ("Operations Exchange Group", ()),
        ("Companies’ Network", ()),
        ("anyone interested in operations", ()),
        ("Friends of C++", ("C++",)),
        ("off-topic", ()),
        ("short-video", ("short-video",)),
    ],
)
def test_the_own_words_are_what_no_table_holds(text: str, words: tuple[str, ...]) -> None:
    assert own(text) == words


@pytest.mark.parametrize(
    ("text", "word"), [("学习机维修群", "学习机维修"), ("运营商资费", "运营商资费"), ("成长股投资群", "成长股")]
)
def test_a_broad_word_inside_a_longer_one_stays_part_of_it(text: str, word: str) -> None:
    assert core(text) == word


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("每周选题清单", "选题"),
        ("weekly warehouse layout review", "warehouse layout"),
        ("网络安全交流群", "网络安全"),
        ("Business English for beginners", "Business English"),
        ("做短视频的人", "短视频"),
        ("干货分享", ""),
    ],
)
def test_the_core_is_what_a_phrase_is_about(text: str, about: str) -> None:
    assert core(text) == about


@pytest.mark.parametrize(
    "name", ["运营群", "运营 3 群", "运营3群", "运营群2", "运营群（2）", "运营二群", "第2群运营群"]
)
def test_the_number_of_a_group_says_nothing(name: str) -> None:
    assert own(name) == ()
    assert broad(name)[0] in {"运营", "群"}


@pytest.mark.parametrize("name", ["Web3", "K8s", "PM2.5 观测", "00后手账"])
def test_a_number_inside_a_word_stays(name: str) -> None:
    assert folded(name) == name
    assert own(name)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("宝妈、大学生和上班族", ("宝妈", "大学生", "上班族")),
        ("做亚马逊和独立站的卖家", ("做亚马逊和独立站的卖家",)),
        ("和田玉直播", ("和田玉直播",)),
        ("parents of toddlers, parents of teenagers", ("parents of toddlers", "parents of teenagers")),
        ("cats and dogs", ("cats", "dogs")),
        ("R&D", ("R", "D")),
    ],
)
def test_an_enumeration_is_split(text: str, parts: tuple[str, ...]) -> None:
    assert phrases(text) == parts


def test_english_words_are_compared_by_their_stem() -> None:
    assert stem("editing") == stem("edits") == stem("editor") == "edit"
    assert terms("video editing") & terms("edited videos")


def test_chinese_words_are_compared_by_pairs_of_characters() -> None:
    assert terms("视频剪辑") & terms("剪辑软件") == {"剪辑"}


@given(st.text())
def test_every_piece_stands_where_it_says(text: str) -> None:
    whole = folded(text)
    assert all(whole[piece.start : piece.end] == piece.text for piece in pieces(text))
