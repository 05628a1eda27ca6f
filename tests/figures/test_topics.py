"""Declared topics in talk: which words stand for one, what keeps it company, what is on topic, what changed."""

import polars as pl
import pytest

from groupctl.figures import topics
from groupctl.figures.people import people, talk
from groupctl.figures.terms import Terms, terms
from tests.figures.chats import written


def read(*lines: str) -> Terms:
    messages = written(*lines)
    who = people(messages, ["Owner"])
    return terms(talk(messages, who), who)


@pytest.mark.parametrize(
    ("topic", "text", "seen"),
    [
        ("短视频选题", "选题定了没有", True),
        ("手机拍摄", "手机没电了", False),
        ("手机拍摄", "怎么拍摄夜景", True),
        ("handmade pricing", "what price do you ask", True),
        ("handmade pricing", "the priest came", False),
        ("product photos", "my photo is dark", True),
        ("C++", "c++ is hard", True),
    ],
)
def test_a_topic_is_found_by_its_own_words(topic: str, text: str, seen: bool) -> None:
    hits = topics.found(read(f"1 09:00 Ann: {text}").texts, [topic])
    assert (hits.height > 0) is seen


def test_messages_near_a_word_of_a_topic_are_on_topic() -> None:
    said = read("1 09:00 Ann: my lens is soft", "1 09:02 Bob: which one", "1 11:00 Cat: lunch?", "1 09:01 Owner: hm")
    placed = topics.on_topic(said, topics.found(said.texts, ["lens"]), nothing_close(said))
    assert dict(placed.select("row", "on").iter_rows()) == {0: True, 1: True, 2: False}


def nothing_close(said: Terms) -> pl.DataFrame:
    return topics.companions(said, topics.found(said.texts, ["nowhere to be seen"]))


def test_a_term_that_keeps_a_topic_company_is_its_companion() -> None:
    near = [
        f"{day} 09:0{turn} P{(turn + day) % 3}: {word} {day}"
        for day in range(1, 9)
        for turn, word in enumerate(("lens", "bokeh"))
    ]
    far = [f"{day} 15:0{turn} P{turn}: pancakes {day}" for day in range(1, 29) for turn in range(2)]
    said = read(*near, *far)
    close = topics.companions(said, topics.found(said.texts, ["lens"]))
    assert close.select("term", "together").rows() == [("bokeh", 8)]


def test_weeks_begin_on_monday() -> None:
    said = read("1 09:00 Ann: lens", "4 09:00 Ann: rain", "5 09:00 Bob: lens too")  # the first is a Friday
    weeks = topics.weekly(topics.on_topic(said, topics.found(said.texts, ["lens"]), nothing_close(said)))
    assert weeks.select(pl.col("week").dt.to_string(), "messages", "on").rows() == [
        ("2024-02-26", 1, 1),
        ("2024-03-04", 2, 1),
    ]


def test_what_is_said_more_in_one_part_comes_first() -> None:
    old = [f"{day} 09:0{turn} P{turn}: lens {day} {turn}" for day in range(1, 8) for turn in range(3)]
    new = [f"{day} 09:0{turn} P{turn}: camping {day} {turn}" for day in range(15, 22) for turn in range(3)]
    said = read(*old, *new)
    late = said.texts.filter(pl.col("local").dt.day() > 10)["row"]
    ranked = topics.contrast(said, late)
    assert ranked["term"].to_list() == ["camping", "lens"]
    assert ranked["z"][0] > 2
