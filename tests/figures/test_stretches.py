"""Stretches of talk: where one ends, and samples of whole ones."""

from groupctl.figures.people import people, talk
from groupctl.figures.stretches import LONGEST, sample, stretches
from tests.figures.chats import written


def test_a_pause_ends_a_stretch() -> None:
    messages = written("1 09:00 A: a", "1 09:10 B: b", "1 09:21 A: c")
    assert stretches(talk(messages, people(messages))).to_list() == [0, 0, 1]


def test_a_long_talk_is_cut_into_stretches() -> None:
    messages = written(*(f"1 09:{at:02} A: {at}" for at in range(LONGEST + 2)))
    assert stretches(talk(messages, people(messages))).to_list() == [0] * LONGEST + [1, 1]


def test_a_sample_holds_whole_stretches_from_all_over_the_log() -> None:
    messages = written(*(f"{day} 09:0{turn} A: {turn}" for day in range(1, 21) for turn in range(4)))
    taken = sample(talk(messages, people(messages)), 40)
    assert taken["stretch"].unique().sort().to_list() == list(range(0, 20, 2))
    assert taken.height == 40
