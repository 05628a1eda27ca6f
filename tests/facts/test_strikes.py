"""Strikes: the same one twice is one, steps are climbed one by one, and what is past no longer counts."""

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from groupctl.facts.strikes import Strike, climbed, merged
from tests.figures.chats import moment

LADDER = ("remind", "warn", "remove")


def strike(day: int = 1, who: str = "ann", rule: str = "ads", **given: object) -> Strike:
    at = moment("2024-03-01 09:00") + dt.timedelta(days=day - 1)
    one = Strike(rule=rule, who=who, name=who.title(), at=at, expires=at.date() + dt.timedelta(days=90))
    return replace(one, **given)  # type: ignore[arg-type]


strikes = st.builds(
    strike,
    day=st.integers(1, 6),
    who=st.sampled_from(["ann", "bob"]),
    rule=st.sampled_from(["ads", "spam"]),
    count=st.integers(1, 3),
    seen=st.sampled_from(["", "spoken", "kick"]),
    message=st.sampled_from(["", "a1", "b2"]),
)


@given(st.lists(strikes, max_size=12), st.lists(strikes, max_size=12))
def test_finding_the_same_again_changes_nothing(known: list[Strike], found: list[Strike]) -> None:
    once = merged(known, found)
    assert merged(once, found) == once
    assert merged(once, ()) == once


@given(st.lists(strikes, max_size=12), st.lists(strikes, max_size=12))
def test_no_day_counts_twice_and_none_is_lost(known: list[Strike], found: list[Strike]) -> None:
    together = merged(known, found)
    keys = [one.key for one in together]
    assert len(keys) == len(set(keys))
    assert {one.key for one in known} <= set(keys)
    assert {(one.rule, one.at) for one in found} <= {(one.rule, one.at) for one in together}


def test_the_same_message_under_another_id_is_the_same_strike() -> None:
    text, json = strike(message="a1", who="Ann"), strike(message="a1", who="wxid_7")
    assert merged([text], [json]) == (text,)


def test_two_people_with_the_same_text_in_the_same_moment_have_a_strike_each() -> None:
    assert len(merged([], [strike(message="a1"), strike(message="a1", who="bob")])) == 2
    assert len(merged([strike(message="a1")], [strike(message="a1"), strike(message="a1", who="bob")])) == 2


def test_a_step_that_was_found_later_is_added_and_one_written_by_hand_stays() -> None:
    (one,) = merged([strike()], [strike(seen="spoken", count=3)])
    assert (one.seen, one.count) == ("spoken", 3)
    (one,) = merged([strike(taken="warn")], [strike(seen="kick")])
    assert (one.seen, one.taken) == ("", "warn")


def test_the_ladder_is_climbed_step_by_step() -> None:
    filled, due = climbed([strike(1, seen="spoken"), strike(2, seen="spoken"), strike(3)], LADDER)
    assert [one.proposed for one in filled] == ["remind", "warn", "remove"]
    assert [one.taken for one in filled] == ["remind", "warn", ""]
    assert due == "remove"


def test_who_met_no_step_is_still_due_for_the_first() -> None:
    filled, due = climbed([strike(1), strike(2)], LADDER)
    assert ([one.proposed for one in filled], due) == (["remind", "remind"], "remind")


def test_words_never_amount_to_more_than_words() -> None:
    filled, due = climbed([strike(1, seen="spoken")], ("remove",))
    assert (filled[0].taken, due) == ("remind", "remove")


def test_a_removal_is_the_last_step() -> None:
    filled, due = climbed([strike(1, seen="kick"), strike(2)], LADDER)
    assert (filled[0].taken, due) == ("remove", "remove")


def test_without_a_ladder_nothing_is_due() -> None:
    filled, due = climbed([strike()], ())
    assert (filled[0].proposed, due) == ("", "")


def test_what_was_proposed_before_stays() -> None:
    filled, _due = climbed([strike(proposed="warn")], LADDER)
    assert filled[0].proposed == "warn"


def test_a_strike_counts_until_it_expires_unless_it_is_forgiven() -> None:
    one = strike()
    assert one.counts_on(dt.date(2024, 3, 1))
    assert one.counts_on(one.expires)
    assert not one.counts_on(one.expires + dt.timedelta(days=1))
    assert not one.counts_on(dt.date(2024, 2, 28))
    assert not replace(one, forgiven=True).counts_on(dt.date(2024, 3, 1))
