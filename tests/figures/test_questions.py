"""What asks, what only looks like it, and what opens a conversation."""

import polars as pl
import pytest

from groupctl.figures.conversation import conversation
from groupctl.figures.people import people, talk
from groupctl.figures.questions import asking, questions
from tests.figures.chats import written


def asks(text: str) -> bool:
    messages = written("1 09:00 Ann: x").with_columns(pl.lit(text).alias("text"))
    return not asking(talk(messages, people(messages))).is_empty()


@pytest.mark.parametrize(
    "text",
    [
        "怎么报名？",
        "多少钱?",
        "有没有人用过这个",
        "请问周六几点开始",
        "谁知道物业电话",
        "这个怎么弄",
        "在哪里下载呀",
        "明天还上课吗",
        "这是什么",
        "求推荐靠谱的装修队",
        "How do I install it?",
        "does anyone know a good dentist",
        "Anyone tried the new build?",
        "how to reset the router",
        "where can I buy it",
        "is it possible to change the date",
        "any idea why this fails",
        "Can someone help me with my form",
        "هل يوجد موعد آخر اليوم؟",
        "gdzie można to kupić?",
        "does anyone have the link https://example.org/?q=1",
    ],
)
def test_this_asks(text: str) -> None:
    assert asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "在吗？",
        "真的吗？",
        "啥？",
        "是吗",
        "对吧？",
        "难道不是吗？",
        "怎么可能？",
        "谁不想早点下班？",
        "我也不知道怎么办",
        "我知道怎么弄了",
        "我还在想呢",
        "无论怎么样都行么么哒吗啡不是问句。",
        "really?",
        "how are you guys?",
        "what's up?",
        "Anyone here?",
        "ok?",
        "nice, isn't it?",
        "You like it, right?",
        "Want to earn money from home?",
        "你还在为减肥发愁吗？",
        "I know how to do it",
        "see https://example.org/?page=2 for more",
        "Why Rust? A short story https://example.org/why",
        "Is this the end? https://example.org/?q=1",
        "if anyone has time let me know",
        "???",
        "can I ask a question?",
        "好" * 401 + "？",
    ],
)
def test_this_asks_nothing_that_the_group_could_answer(text: str) -> None:
    assert not asks(text)


def put(*lines: str, operators: tuple[str, ...] = ()) -> list[str]:
    messages = written(*lines)
    who = people(messages, operators)
    found = questions(conversation(talk(messages, who), who))
    return messages[found["row"].to_list()]["text"].to_list()


def test_operators_own_questions_are_left_out() -> None:
    assert put("1 09:00 Owner: What did you read this week?", operators=("Owner",)) == []


def test_a_question_in_the_middle_of_ones_own_conversation_opens_nothing() -> None:
    assert put("1 09:00 Ann: it broke again", "1 09:01 Bob: oh no", "1 09:02 Ann: what shall I do?") == []
    assert put("1 09:00 Ann: it broke again", "1 09:01 Bob: oh no", "1 09:15 Ann: what shall I do?") != []


def test_several_questions_in_one_turn_are_one() -> None:
    assert put("1 09:00 Ann: where is the form?", "1 09:01 Ann: and who signs it?") == ["where is the form?"]


def test_a_question_to_a_member_by_name_is_not_put_to_the_group() -> None:
    assert put("1 08:00 Bob: hi all", "1 09:00 Ann: @Bob where is the form?") == []
    assert put("1 08:00 Bob: hi all", "1 09:00 Ann: @49151234567 where is the form?") == []


def test_a_question_to_an_operator_by_name_is_put_to_the_group_wherever_it_stands() -> None:
    lines = ("1 09:00 Owner: hi", "1 09:01 Ann: hi there", "1 09:02 Bob: hi", "1 09:03 Ann: @Owner where is the form?")
    assert put(*lines, operators=("Owner",)) == ["@Owner where is the form?"]


def test_a_question_to_everybody_is_put_to_the_group() -> None:
    assert put("1 09:00 Ann: @所有人 明天几点集合？") == ["@所有人 明天几点集合？"]
