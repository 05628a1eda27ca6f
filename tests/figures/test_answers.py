"""Which questions count as answered, by what proof, and after what time."""

import datetime as dt

import polars as pl

from groupctl.figures.answers import answered
from groupctl.figures.conversation import conversation
from groupctl.figures.people import people, talk
from groupctl.figures.questions import questions
from tests.figures.chats import written

Answer = tuple[str | None, str | None]
"""The text of the first answer, and how it is known."""


def first_answers(messages: pl.DataFrame, hours: float = 24, minutes: float = 120) -> list[Answer]:
    who = people(messages)
    talked = conversation(talk(messages, who), who)
    found = answered(talked, questions(talked), hours=hours, minutes=minutes)
    return [
        (messages["text"][answer] if answer is not None else None, how)
        for answer, how in found.select("answer", "how").iter_rows()
    ]


def test_in_silence_the_next_speaker_answers() -> None:
    lines = ("1 09:00 Ann: where is the form?", "1 09:20 Bob: in the files", "1 09:21 Cat: thanks from me too")
    assert first_answers(written(*lines)) == [("in the files", "conversation")]


def test_nobody_answers_oneself() -> None:
    lines = ("1 09:00 Ann: where is the form?", "1 09:30 Ann: nobody?")
    assert first_answers(written(*lines)) == [(None, None)]


def test_who_speaks_the_next_day_of_something_else_does_not_answer() -> None:
    lines = ("1 09:00 Ann: where is the form?", "2 10:00 Bob: good morning, nice weather today")
    assert first_answers(written(*lines)) == [(None, None)]


def test_hours_later_the_next_to_speak_answers_if_they_speak_of_the_same() -> None:
    lines = ("1 09:00 Ann: which kettle suits a gooseberry stove?", "1 17:00 Bob: any kettle, the gooseberry is strong")
    assert first_answers(written(*lines)) == [("any kettle, the gooseberry is strong", "conversation")]


def test_hours_later_the_next_to_speak_of_something_else_does_not_answer() -> None:
    lines = ("1 09:00 Ann: which kettle suits a gooseberry stove?", "1 17:00 Bob: the fair was full of people today")
    assert first_answers(written(*lines)) == [(None, None)]


def test_a_reply_link_answers_however_much_lies_between() -> None:
    messages = written(
        "1 09:00 Ann: where is the form?", "1 13:00 Bob: lunch was great", "1 20:00 Cat: it is in the files"
    ).with_columns(
        pl.Series("id", ["a", "b", "c"]),
        pl.Series("reply_to", [None, None, "a"], dtype=pl.String),
    )
    assert first_answers(messages) == [("it is in the files", "addressed")]


def test_reply_links_elsewhere_do_not_make_a_remark_right_after_a_question_one_to_nobody() -> None:
    messages = written(
        "1 08:50 Dan: the fair was full",
        "1 08:58 Cat: it was",
        "1 09:00 Ann: is the tent at the gate free?",
        "1 09:01 Bob: no, taken until noon",
    ).with_columns(
        pl.Series("id", ["a", "b", "c", "d"]),
        pl.Series("reply_to", [None, "a", None, None], dtype=pl.String),
    )
    assert first_answers(messages) == [("no, taken until noon", "conversation")]


def test_naming_the_asker_answers_their_latest_question() -> None:
    lines = (
        "1 09:00 Ann: where is the form?",
        "1 12:30 Ann: who signs it in the end?",
        "1 15:00 Bob: Ann: the owner does",
    )
    assert first_answers(written(*lines)) == [(None, None), ("Ann: the owner does", "addressed")]


def test_naming_the_asker_because_they_spoke_first_is_no_answer() -> None:
    lines = (
        "1 09:00 Ann: where is the form?",
        "1 12:00 Bob: my screen stays black",
        "1 12:05 Ann: Bob: switch it off and on",
        "1 12:10 Bob: Ann: that did it",
    )
    assert first_answers(written(*lines)) == [(None, None)]


def test_an_asker_who_thanks_was_answered_by_the_turn_before() -> None:
    crowd = [f"1 09:0{minute} {name}: so what about lunch" for minute, name in enumerate(("Bob", "Cat", "Dan"))]
    lines = (
        *crowd,
        "1 09:04 Ann: where is the form?",
        "1 09:05 Bob: Cat: no lunch today",
        "1 09:06 Cat: Bob: sad",
        "1 09:50 Eve: on page two",
        "1 09:51 Ann: thank you",
    )
    assert first_answers(written(*lines)) == [("on page two", "thanked")]


def naming_crowd() -> list[str]:
    """Return a log in which people name whom they speak to, three of them talking while somebody asks."""
    talk_between = [f"1 09:0{minute} {a}: {b}: and then it crashed" for minute, a, b in (
        (0, "Bob", "Cat"), (1, "Cat", "Bob"), (2, "Bob", "Cat"), (3, "Cat", "Bob"), (4, "Bob", "Cat"),
    )]  # fmt: skip
    return [*talk_between, "1 09:05 Ann: where is the form?"]


def test_in_a_log_that_names_people_a_remark_to_nobody_in_a_crowd_is_no_answer() -> None:
    assert first_answers(written(*naming_crowd(), "1 09:06 Cat: oh well")) == [(None, None)]
    assert first_answers(written(*naming_crowd(), "1 09:06 Dan: Ann: in the files")) == [
        ("Ann: in the files", "addressed")
    ]


def test_in_a_crowd_what_is_said_to_somebody_else_is_no_answer() -> None:
    lines = ("1 09:00 Bob: lunch", "1 09:01 Cat: yes", "1 09:02 Ann: where is the form?", "1 09:03 Cat: @Bob at noon")
    assert first_answers(written(*lines)) == [(None, None)]


def test_another_question_is_no_answer_unless_it_speaks_of_the_same() -> None:
    lines = ("1 09:00 Ann: where is the form?", "1 09:01 Bob: when does the shop open?")
    assert first_answers(written(*lines))[0] == (None, None)
    same = ("1 09:00 Ann: where is the tax form?", "1 09:01 Bob: do you mean the yellow form?")
    assert first_answers(written(*same))[0][1] == "conversation"


def crowded(*answers: str) -> list[Answer]:
    """Return what answers the first question where five others talk and nobody names anybody."""
    before = [f"1 09:0{minute} {name}: 中午吃饭" for minute, name in enumerate("乙丙丁戊己")]
    return first_answers(written(*before, "1 09:05 甲: 报名表格在哪里下载？", *answers))


def test_in_a_crowd_a_remark_about_something_else_is_no_answer() -> None:
    assert crowded("1 09:06 乙: 吃面", "1 09:07 丙: 吃饭") == [(None, None)]


def test_in_a_crowd_rare_words_that_are_shared_show_who_answers() -> None:
    lines = ("1 09:06 庚: 报名表格在群文件里，点开下载", "1 09:07 乙: 吃面", "1 09:08 丙: 吃饭")
    assert crowded(*lines) == [("报名表格在群文件里，点开下载", "conversation")]


def test_in_a_crowd_who_goes_back_and_forth_with_the_asker_answers() -> None:
    lines = (
        "1 09:06 乙: 吃面",
        "1 09:07 庚: 群里翻一下",
        "1 09:08 甲: 没有啊",
        "1 09:09 庚: 那我再发",
        "1 09:10 甲: 好的",
    )
    assert crowded(*lines) == [("群里翻一下", "conversation")]


def test_hours_later_a_shared_word_is_no_answer_where_many_talked() -> None:
    assert crowded("1 12:00 庚: 下载好了，报名表格呢") == [(None, None)]


def test_the_time_to_the_first_answer_is_counted_from_the_question() -> None:
    messages = written("1 09:00 Ann: where is the form?", "1 09:20 Bob: in the files")
    who = people(messages)
    talked = conversation(talk(messages, who), who)
    found = answered(talked, questions(talked), hours=24, minutes=120)
    assert found["after"].to_list() == [dt.timedelta(minutes=20)]


def test_an_answer_after_the_window_comes_too_late() -> None:
    messages = written("1 09:00 Ann: where is the form?", "3 09:00 Bob: Ann: in the files")
    assert first_answers(messages, hours=24) == [(None, None)]
    assert first_answers(messages, hours=72)[0][1] == "addressed"
