"""Whether a step followed."""

import polars as pl

from groupctl.figures.consequences import calls_to_order, followed, steps, times, without_step
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


def after_anns(*lines: str) -> list[str | None]:
    """Return what followed each of Ann's messages within a day."""
    messages = written(*lines)
    who = people(messages, ["Owner"])
    talked = conversation(talk(messages, who), who)
    ann = who.filter(pl.col("sender") == "Ann")["who"].item()
    sent = talked.talk.filter(pl.col("who") == ann).select("row", "who", "local")
    return followed(sent, steps(messages, talked, who), calls_to_order(talked), 24)["step"].to_list()


def test_a_call_to_order_by_name_is_a_step() -> None:
    assert after_anns("1 09:00 Ann: buy", "1 10:00 Owner: @Ann please don't post adverts here") == ["spoken"]
    assert after_anns("1 09:00 Ann: 加微", "1 10:00 Owner: @Ann 群里不要发广告哦") == ["spoken"]


def test_speaking_to_somebody_about_something_else_is_none() -> None:
    assert after_anns("1 09:00 Ann: buy", "1 10:00 Owner: @Ann how is your shop?") == [None]


def test_a_call_that_names_nobody_counts_for_what_was_said_just_before() -> None:
    assert after_anns("1 09:00 Ann: buy", "1 09:10 Owner: 群里禁止发广告") == ["spoken"]
    assert after_anns("1 09:00 Ann: buy", "1 11:00 Owner: 群里禁止发广告") == [None]


def test_a_removal_or_a_recall_is_told_by_its_name() -> None:
    assert after_anns("1 09:00 Ann: buy", "1 10:00 *: kick Ann") == ["kick"]
    assert after_anns("1 09:00 Ann: buy", "1 09:01 *: recall Ann", "2 10:00 Ann: buy") == ["recall", None]


def test_how_long_a_step_took_is_counted_where_one_came() -> None:
    messages = written("1 09:00 Ann: buy", "1 09:30 Owner: @Ann no", "3 09:00 Ann: buy")
    who = people(messages, ["Owner"])
    talked = conversation(talk(messages, who), who)
    sent = talked.talk.filter(~pl.col("operator")).select("row", "who", "local")
    assert times(sent, steps(messages, talked, who), 24).to_list() == [1800]
