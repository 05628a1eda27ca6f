"""The operators' share, and where they talk to nobody."""

import polars as pl

from groupctl.figures.operators import monologue_share, monologues, operator_share
from groupctl.figures.people import people, talk
from tests.figures.chats import written


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


def test_the_share_in_monologues_is_of_what_operators_wrote() -> None:
    talked = said("Owner", "Owner", "Owner", "Ann", "Owner")
    assert monologue_share(talked, monologues(talked, 3)) == 0.75


def test_operators_who_wrote_nothing_have_no_share_in_monologues() -> None:
    talked = said("Ann", "Bob")
    assert monologue_share(talked, monologues(talked, 3)) is None
