"""Posts amid chatter: taken up, or talked over."""

import pytest

from groupctl.figures.conversation import Conversation, conversation
from groupctl.figures.passed_over import passed_over, posts
from groupctl.figures.people import people, talk
from tests.figures.chats import written

POST = "1 09:10 Owner: new prices for tripods https://example.com/tripods"
BEFORE = ("1 09:05 Ann: what a goal", "1 09:07 Bob: in the last minute")
AFTER = ("1 09:12 Ann: and then the penalty", "1 09:15 Bob: unbelievable referee", "1 09:20 Cat: best match in years")


def talked(*lines: str) -> Conversation:
    messages = written(*lines)
    who = people(messages, ["Owner"])
    return conversation(talk(messages, who), who)


def taken(*lines: str) -> list[bool]:
    said = talked(*lines)
    return passed_over(said, posts(said))["taken"].to_list()


def test_a_post_amid_talk_of_something_else_is_passed_over() -> None:
    assert taken(*BEFORE, POST, *AFTER) == [False]


@pytest.mark.parametrize("reply", ["thanks!", "收到", "👍", "are those tripods any good", "@Owner see you there"])
def test_a_reply_of_any_kind_takes_a_post_up(reply: str) -> None:
    assert taken(*BEFORE, POST, *AFTER, f"1 09:22 Dan: {reply}") == [True]


def test_a_post_into_silence_is_not_judged() -> None:
    assert taken(POST, *AFTER) == []
    assert taken(*BEFORE, POST) == []


def test_a_remark_or_a_word_to_somebody_is_no_post() -> None:
    said = talked(*BEFORE, "1 09:10 Owner: indeed", "1 09:30 Owner: @Ann https://example.com/a", *AFTER)
    assert posts(said).is_empty()
