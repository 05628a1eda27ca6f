"""Turns: consecutive messages of one person."""

from groupctl.figures.people import people, talk
from groupctl.figures.turns import turn_of, turns
from tests.figures.chats import written


def test_another_speaker_and_a_long_silence_begin_a_turn() -> None:
    messages = written("1 09:00 Ann: a", "1 09:01 Ann: b", "1 09:02 Bob: c", "1 09:03 Ann: d", "1 09:30 Ann: e")
    said = talk(messages, people(messages))
    numbers = turn_of(said)["turn"]
    assert numbers.to_list() == [0, 0, 1, 2, 3]
    assert turns(said, numbers).select("turn", "row", "messages").rows() == [(0, 0, 2), (1, 2, 1), (2, 3, 1), (3, 4, 1)]


def test_a_turn_ends_with_its_last_message() -> None:
    messages = written("1 09:00 Ann: a", "1 09:04 Ann: b", "1 09:05 Bob: c")
    said = talk(messages, people(messages))
    first = turns(said, turn_of(said)["turn"]).row(0, named=True)
    assert (first["began"].minute, first["ended"].minute) == (0, 4)


def test_nothing_said_has_no_turn() -> None:
    said = talk(written("1 09:00 *: join Ann"), people(written("1 09:00 *: join Ann")))
    assert turns(said, turn_of(said)["turn"]).is_empty()
