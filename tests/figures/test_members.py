"""Who spoke, who came and went, who never said a word."""

import polars as pl
import pytest

from groupctl.chatlog.table import table
from groupctl.figures.members import (
    added_and_silent,
    are_connections,
    current,
    half_written_by,
    joined,
    known_people,
    never_spoke,
    presence,
    speakers,
)
from groupctl.figures.people import people, talk
from tests.figures.chats import moment, written


def known(messages: pl.DataFrame, roster: tuple[str, ...] = (), robots: tuple[str, ...] = ()) -> pl.DataFrame:
    return known_people(messages, people(messages, robots=robots), roster, robots)


def test_speakers_are_counted_with_their_days() -> None:
    messages = written("1 09:00 Ann: a", "1 10:00 Ann: b", "3 09:00 Ann: c", "2 09:00 Bob: d")
    found = speakers(talk(messages, people(messages))).drop("who", "row")
    first, last = moment("2024-03-01 09:00"), moment("2024-03-03 09:00")
    assert found.rows()[0] == (3, first, last, 2)
    assert found["messages"].to_list() == [3, 1]


@pytest.mark.parametrize(
    ("counts", "people_needed"),
    [([1000, 202, 90, 33, 332, 343, 42, 433], 2), ([5, 5], 2), ([5, 4], 1), ([7], 1), ([], 0)],
)
def test_half_of_everything_is_written_by_so_many(counts: list[int], people_needed: int) -> None:
    assert half_written_by(pl.Series(counts, dtype=pl.UInt32)) == people_needed


def test_who_joined_and_wrote_nothing_never_spoke() -> None:
    messages = written("1 09:00 *: join Ann, Bob", "1 09:01 Ann: hello")
    assert never_spoke(known(messages))["name"].to_list() == ["Bob"]


def test_who_left_without_a_word_never_spoke_either() -> None:
    messages = written("1 09:00 Ann: hello", "1 09:01 *: leave Bob")
    assert never_spoke(known(messages))["name"].to_list() == ["Bob"]


def test_who_stands_on_the_roster_and_wrote_nothing_never_spoke() -> None:
    messages = written("1 09:00 Ann: hello")
    assert never_spoke(known(messages, roster=("ann", "Bob", "")))["name"].to_list() == ["Bob"]


def test_a_renamed_member_has_spoken_under_the_other_name() -> None:
    messages = written("1 09:00 *: join Ann", "1 09:01 *: rename Ann, Ann-Sales", "1 09:02 Ann-Sales: hello")
    assert never_spoke(known(messages)).is_empty()


def test_a_member_is_known_by_id_and_by_name() -> None:
    at = moment("2024-03-01 09:00")
    messages = table(
        [
            {"local": at, "sender": None, "kind": "join", "text": "", "members": ["10001"]},
            {"local": at, "sender": None, "kind": "join", "text": "", "members": ["Ann"]},
            {"local": at, "sender": "10001", "name": "Ann", "kind": "text", "text": "hi", "members": None},
        ]
    )
    assert known(messages).select("name", "came").rows() == [("10001", True)]


def test_a_robot_that_joined_is_no_silent_member() -> None:
    messages = written("1 09:00 *: join Bot", "1 09:01 Ann: hello")
    assert never_spoke(known(messages, robots=("Bot",))).is_empty()


def test_who_came_back_is_not_gone() -> None:
    messages = written("1 09:00 *: leave Ann", "2 09:00 *: join Ann", "3 09:00 *: leave Bob", "4 09:00 Bob: still here")
    assert known(messages)["gone"].to_list() == [False, False]


def added(*names: str, by: str) -> pl.DataFrame:
    at = moment("2024-03-01 09:00")
    return table(
        [{"local": at, "sender": by, "name": by, "kind": "join", "text": "", "members": [name]} for name in names]
    )


def test_who_was_put_in_is_counted_apart_where_most_come_by_themselves() -> None:
    messages = pl.concat([written("1 09:00 *: join Ann, Bob, Cat"), added("Dan", by="Ann")])
    people_known = known(messages)
    assert sorted(never_spoke(people_known)["name"]) == ["Ann", "Bob", "Cat"]
    assert added_and_silent(people_known)["name"].to_list() == ["Dan"]
    assert joined(people_known).height == 3


def test_where_everybody_comes_by_invitation_an_invitation_is_how_one_joins() -> None:
    people_known = known(added("Ann", "Bob", by="Cat"))
    assert (never_spoke(people_known).height, added_and_silent(people_known).height) == (2, 0)


def test_arrivals_again_and_again_are_connections() -> None:
    coming_online = [f"{day} 09:00 *: join Ann, Bob" for day in range(1, 5)]
    assert are_connections(presence(written(*coming_online)))
    assert not are_connections(presence(written("1 09:00 *: join Ann, Bob", "2 09:00 *: join Ann")))


def test_without_a_roster_the_members_are_who_did_not_leave() -> None:
    messages = written("1 09:00 *: join Ann, Bob, Cat", "2 09:00 Ann: hi", "3 09:00 *: leave Bob", "9 09:00 Dan: hi")
    found = current(known(messages), moment("2024-03-05"))
    assert dict(found.select("name", "active").rows()) == {"Ann": False, "Cat": False, "Dan": True}


def test_with_a_roster_the_members_are_its_names_and_who_wrote_lately() -> None:
    messages = written("1 09:00 Ann: hi", "9 09:00 Dan: hi")
    found = current(known(messages, roster=("Bob",)), moment("2024-03-05"))
    assert sorted(found["name"]) == ["Bob", "Dan"]
