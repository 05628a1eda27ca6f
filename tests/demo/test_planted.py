"""Where each kind of trouble is looked for in a story, told from the story alone."""

import datetime as dt

from groupctl.demo.cast import Cast, Crowd
from groupctl.demo.planted import Planted, find_planted
from groupctl.demo.stage import Stage
from groupctl.demo.story import read_story

CAST = Cast(
    title="A group",
    first_day=dt.date(2026, 3, 2),
    operators={"Hannah": "Hannah"},
    regulars={"Tom": "Tom"},
    newcomers={"guest": "Gus", "eager": "Una", "asker": "Ada"},
    crowds=(Crowd(speak=False, until=2, names=("Dot", "Eve", "Fay")),),
)
GIFT = "Hannah: a gift\n"


def planted(code: str, story: str) -> Planted:
    lines = Stage(CAST).perform(read_story(story))
    found = find_planted(CAST, lines, range(1, len(lines) + 1))
    return next(one for one in found if one.symptom.code == code)


def test_the_silent_are_named_where_they_arrive() -> None:
    assert set(planted("GA210", "## 3 12:00\nTom: hi").who) == {"Dot", "Eve", "Fay"}


def test_each_advertisement_is_a_scene_of_its_own_however_many_pieces_it_has() -> None:
    found = planted("GA402", "## 4 12:00 advert\nasker: earn\nasker: a lot\n\n## 6 12:00 advert\nasker: earn")
    assert [len(scene) for scene in found.scenes] == [2, 1]
    assert found.who == ("Ada",)


def test_who_came_after_the_first_day_is_ungreeted() -> None:
    assert set(planted("GA220", "## 5 12:00\nasker: hi").who) == {"Eve", "Fay", "Ada"}


def test_a_welcome_greets_who_came_in_the_day_before() -> None:
    found = planted("GA220", "## 5 12:00\nasker: hi\n\n## 5 13:00 welcome\nTom: welcome\n\n## 6 12:00\nguest: hi")
    assert set(found.who) == {"Eve", "Fay", "Gus"}


def test_who_comes_to_two_benefits_and_says_nothing_else_only_takes() -> None:
    gifts = f"## 3 12:00 benefit\n{GIFT}guest: 1\neager: 1\n\n## 5 12:00 benefit\n{GIFT}guest: 1\neager: 1\nasker: 1"
    found = planted("GA503", f"{gifts}\n\n## 6 12:00\neager: I make hats")
    assert found.who == ("Gus",)
    assert [len(scene) for scene in found.scenes] == [2]
