"""Circles: terms that are said together, and who keeps to them."""

from groupctl.figures.circles import Circles, circles
from groupctl.figures.people import people, talk
from groupctl.figures.terms import terms
from tests.figures.chats import written

OPTICS, KITCHEN = ("lens", "tripod", "bokeh"), ("oven", "dough", "yeast")


def read(*lines: str) -> Circles:
    messages = written(*lines)
    who = people(messages)
    return circles(terms(talk(messages, who), who))


def crowd(words: tuple[str, ...], hour: int, names: str) -> list[str]:
    return [
        f"{day} {hour:02}:0{turn} {name}: {' '.join(words)} number {day}{hour}{turn}"
        for day in range(1, 9)
        for turn, name in enumerate(names)
    ]


def test_two_crowds_with_words_of_their_own_are_two_circles() -> None:
    seen = read(*crowd(OPTICS, 9, "ABCD"), *crowd(KITCHEN, 15, "EFG"))
    named = [set(part["term"]) for part in seen.terms.partition_by("circle", maintain_order=True)]
    assert named == [set(OPTICS), set(KITCHEN)]
    assert seen.members.group_by("circle").len().sort("circle")["len"].to_list() == [4, 3]
    assert seen.undecided == 0


def test_who_talks_of_both_belongs_to_neither() -> None:
    both = [*crowd(OPTICS, 9, "ABC"), *crowd(KITCHEN, 15, "DEF"), *crowd(OPTICS, 10, "Z"), *crowd(KITCHEN, 16, "Z")]
    seen = read(*both)
    assert (seen.members.height, seen.undecided) == (6, 1)


def test_a_few_messages_make_no_circle() -> None:
    seen = read("1 09:00 Ann: lens tripod", "1 09:01 Bob: lens tripod")
    assert seen.members.is_empty()
    assert seen.terms.is_empty()
