"""The cast: who has a part, and when the crowd joins."""

from groupctl.demo.cast import Crowd, read_cast

CAST = """
title = "A group"
first_day = 2026-03-02
operators = { Hannah = "Hannah (admin)" }
[regulars]
Tom = "Tom Bread"
[newcomers]
advert1 = "+44 7700 900802"
[[members]]
speak = true
until = 3
names = ["Ann", "Bea", "Cat"]
[[members]]
speak = false
until = 2
names = ["Dot"]
"""


def test_every_part_has_a_shown_name() -> None:
    assert read_cast(CAST).names == {"Hannah": "Hannah (admin)", "Tom": "Tom Bread", "advert1": "+44 7700 900802"}


def test_the_silent_are_those_who_never_speak() -> None:
    cast = read_cast(CAST)
    assert cast.silent == ("Dot",)
    assert list(cast.extras) == ["Ann", "Bea", "Cat"]


def test_a_crowd_joins_over_the_days_up_to_its_last() -> None:
    crowd = Crowd(speak=True, until=5, names=("a", "b", "c", "d", "e", "f"))
    assert crowd.joined() == {"a": 1, "b": 1, "c": 2, "d": 3, "e": 4, "f": 5}
