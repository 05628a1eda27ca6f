"""Whether a step followed."""

import polars as pl

from groupctl.figures.consequences import steps, without_step
from groupctl.figures.conversation import conversation
from groupctl.figures.people import people, talk
from tests.figures.chats import written


def left_alone(*lines: str) -> list[int]:
    """Return the rows of Ann's messages after which nothing followed."""
    messages = written(*lines)
    who = people(messages, ["Owner"])
    talked = conversation(talk(messages, who), who)
    ann = who.filter(pl.col("sender") == "Ann")["who"].item()
    sent = talked.talk.filter(pl.col("who") == ann).select("row", "who", "local")
    return without_step(sent, steps(messages, talked, who), 24)["row"].to_list()


def test_nothing_followed() -> None:
    assert left_alone("1 09:00 Ann: buy", "1 10:00 Owner: good morning all") == [0]


def test_an_operator_who_names_the_sender_took_a_step() -> None:
    assert left_alone("1 09:00 Ann: buy", "1 10:00 Owner: @Ann no adverts please") == []


def test_a_member_who_names_the_sender_did_not() -> None:
    assert left_alone("1 09:00 Ann: buy", "1 10:00 Bob: @Ann stop it") == [0]


def test_a_removal_is_a_step() -> None:
    assert left_alone("1 09:00 Ann: buy", "1 10:00 *: kick Ann") == []
    assert left_alone("1 09:00 Ann: buy", "1 10:00 *: kick Bob") == [0]


def test_a_message_taken_back_is_a_step() -> None:
    assert left_alone("1 09:00 Ann: buy", "1 09:01 *: recall Ann") == []


def test_a_step_two_days_later_comes_too_late() -> None:
    assert left_alone("1 09:00 Ann: buy", "3 10:00 *: kick Ann") == [0]


def test_a_step_before_the_message_does_not_count_for_it() -> None:
    assert left_alone("1 08:00 Ann: hi", "1 08:30 Owner: @Ann welcome", "1 09:00 Ann: buy") == [2]
