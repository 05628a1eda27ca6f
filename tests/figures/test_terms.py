"""The terms of small chats in Chinese, English, Japanese and Polish: what a chat is about, and no junk."""

import polars as pl

from groupctl.figures.people import people, talk
from groupctl.figures.terms import Terms, terms
from tests.figures.chats import written


def found(*lines: str) -> Terms:
    messages = written(*lines)
    who = people(messages)
    return terms(talk(messages, who), who)


def names(*lines: str) -> set[str]:
    return set(found(*lines).table["term"])


ZH = (
    "1 09:00 甲: 这个选题不错，拍探店吧",
    "1 09:01 乙: 我觉得选题太宽了",
    "1 09:02 丙: 昨天的探店素材剪完了吗",
    "1 09:03 甲: 素材在剪映里，选题会再说",
    "1 09:04 丁: 剪映字幕怎么弄",
    "1 09:05 乙: 用剪映就行，素材先备份",
    "1 09:06 丙: 今天去探店的都举手",
)


def test_chinese_words_are_found_without_a_dictionary() -> None:
    assert names(*ZH) == {"选题", "探店", "素材", "剪映"}


def test_a_part_of_a_word_is_no_term() -> None:
    said = ("短视频火了", "做短视频难", "看短视频多", "短视频有用", "拍短视频累")
    lines = (f"1 10:0{at} 人{at}: {text}" for at, text in enumerate(said))
    assert {term for term in names(*ZH, *lines) if set(term) & set("短视频")} == {"短视频"}


def test_grammar_and_greetings_are_no_terms() -> None:
    said = ("我觉得可以啊", "可以的，没问题", "觉得还可以吧", "没问题，谢谢大家", "大家觉得呢，谢谢")
    assert names(*(f"1 09:0{at} 人{at}: {text}" for at, text in enumerate(said * 2))) == set()


def test_english_words_are_found_under_their_singular() -> None:
    said = ("which lens do you use", "two lenses, both old", "the lens is fine", "thanks, good tripod")
    lines = [f"1 09:0{at} P{at}: {text}" for at, text in enumerate((*said, "tripods are heavy", "my tripod broke"))]
    assert names(*lines) == {"tripod", "lens"}


def test_a_list_that_everybody_posts_again_counts_once() -> None:
    signed = ["signup:", "ann orchid", "bob orchid", "cat orchid", "dan orchid"]
    lines = [f"1 09:0{at} P{at}: " + "\n".join(signed[: at + 3]) for at in range(3)]
    assert "orchid" in names(*lines)
    assert found(*lines).table.row(by_predicate=pl.col("term") == "orchid", named=True)["messages"] == 3


def test_what_one_person_repeats_is_no_topic_of_the_group() -> None:
    assert names(*(f"1 09:0{at} Ann: candles candles {at}" for at in range(5))) == set()


def test_names_links_and_mentions_are_no_terms() -> None:
    said = "@Zelda look https://zebra.example/kite Zelda [kite] :kite:"
    lines = [f"1 09:0{at} P{at}: {said} {at}" for at in range(4)]
    assert names(*lines, "1 09:09 Zelda: hi") == set()


def test_katakana_and_runs_of_kanji_are_japanese_words() -> None:
    said = ("モナドは関数ですか", "モナドがわかりません", "関数を書きました", "関数とモナドです")
    assert names(*(f"1 09:0{at} P{at}: {text}" for at, text in enumerate(said))) == {"モナド", "関数"}


def test_polish_grammar_is_no_term() -> None:
    said = ("nie wiem, jak jest z anteną", "jest już antena", "tylko że antena nie działa", "antena jest dobra")
    assert names(*(f"1 09:0{at} P{at}: {text}" for at, text in enumerate(said))) == {"antena"}


def test_laughter_is_no_term() -> None:
    assert names(*(f"1 09:0{at} P{at}: hahaha 哈哈哈哈哈 loool" for at in range(5))) == set()


def test_an_empty_chat_has_no_terms() -> None:
    messages = written("1 09:00 Ann: hello").clear()
    who = people(messages)
    assert terms(talk(messages, who), who).table.is_empty()
