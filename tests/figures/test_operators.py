"""The operators' share, and where they talk to nobody."""

import datetime as dt

import polars as pl
import pytest

from groupctl.figures.conversation import conversation
from groupctl.figures.operators import monologue_share, monologues, operator_share, topics_started
from groupctl.figures.people import people, talk
from tests.figures.chats import moment, written


def said(*names: str) -> pl.DataFrame:
    messages = written(*(f"1 09:{minute:02} {name}: x" for minute, name in enumerate(names)))
    return talk(messages, people(messages, operators=["Owner", "Helper"], robots=["Bot"]))


def test_the_operators_share_is_of_what_people_wrote() -> None:
    assert operator_share(said("Owner", "Ann", "Bot", "Bob", "Cat")) == 0.25


def test_a_run_begins_at_its_first_message() -> None:
    found = monologues(said("Ann", "Owner", "Owner", "Owner", "Ann", "Owner"), 3)
    assert found.select("row", "messages").rows() == [(1, 3)]


def test_a_run_of_less_is_no_monologue() -> None:
    assert monologues(said("Owner", "Owner", "Ann", "Owner", "Owner"), 3).is_empty()


def test_two_operators_and_a_robot_are_still_nobody_else() -> None:
    found = monologues(said("Owner", "Helper", "Bot", "Owner"), 3)
    assert found["messages"].to_list() == [3]


def test_a_relay_that_spoke_breaks_a_run() -> None:
    talked = said("Owner", "Owner", "Owner", "Owner", "Owner")
    relayed = pl.Series([moment("2024-03-01 09:02") + dt.timedelta(seconds=30)])
    assert monologues(talked, 3, relayed)["messages"].to_list() == [3]


def test_the_share_in_monologues_is_of_what_operators_wrote() -> None:
    talked = said("Owner", "Owner", "Owner", "Ann", "Owner")
    assert monologue_share(talked, monologues(talked, 3)) == 0.75


def test_operators_who_wrote_nothing_have_no_share_in_monologues() -> None:
    talked = said("Ann", "Bob")
    assert monologue_share(talked, monologues(talked, 3)) is None


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("You're welcome, glad it worked", False),
        ("yes, all of them are open today", False),
        ("不客气，有事再说吧", False),
        ("yes, it is here: https://example.com/plan", True),
        ("Well water is tested on Friday", True),
        ("好的种子在这里领", True),
    ],
)
def test_a_late_word_to_something_begins_nothing(text: str, begins: bool) -> None:
    messages = written("1 09:00 Ann: the fair was full of people", f"1 15:00 Owner: {text}")
    who = people(messages, operators=["Owner"])
    started = topics_started(conversation(talk(messages, who), who), pl.Series([], dtype=pl.UInt32))
    assert (started.height == 1) is begins
