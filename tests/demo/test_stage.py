"""The story put on: moments, members, arrivals."""

import datetime as dt

from groupctl.demo.cast import Cast, Crowd
from groupctl.demo.stage import Line, Stage
from groupctl.demo.story import read_story

CAST = Cast(
    title="A group",
    first_day=dt.date(2026, 3, 2),
    operators={"Hannah": "Hannah"},
    regulars={"Tom": "Tom Bread"},
    newcomers={"advert1": "+44 7700 900802"},
    crowds=(
        Crowd(speak=True, until=3, names=("Ann", "Bea", "Cat")),
        Crowd(speak=False, until=2, names=("Dot", "Eve", "Fay")),
    ),
)


def perform(story: str) -> tuple[Line, ...]:
    return Stage(CAST).perform(read_story(story))


def said(lines: tuple[Line, ...]) -> list[Line]:
    return [line for line in lines if line.scene]


def arrivals(lines: tuple[Line, ...]) -> dict[str, dt.datetime]:
    return {line.who: line.at for line in lines if not line.scene}


def test_the_same_story_is_put_on_the_same_way_twice() -> None:
    story = "## 3 12:00\nTom: one\n?a: two\n?b+5: three"
    assert perform(story) == perform(story)


def test_lines_follow_each_other_from_the_time_of_the_heading() -> None:
    first, second = said(perform("## 2 12:00\nTom: one\nHannah+5: two"))
    assert "2026-03-03 12:00:00" < str(first.at) < "2026-03-03 12:01:00"
    assert dt.timedelta(minutes=5) < second.at - first.at < dt.timedelta(minutes=9)


def test_the_pieces_of_one_speaker_follow_each_other_quickly() -> None:
    first, second = said(perform("## 2 12:00\nadvert1: earn\nadvert1: a lot"))
    assert second.at - first.at < dt.timedelta(seconds=60)


def test_everybody_but_the_owner_is_seen_to_arrive() -> None:
    came = arrivals(perform("## 2 12:00\nTom: hi\nadvert1: buy"))
    assert set(came) == {"Tom Bread", "Ann", "Bea", "Cat", "Dot", "Eve", "Fay", "+44 7700 900802"}


def test_a_newcomer_arrives_once_shortly_before_the_first_word() -> None:
    lines = perform("## 2 12:00\nadvert1: buy\n\n## 3 12:00\nadvert1: buy")
    assert [line.who for line in lines if not line.scene].count("+44 7700 900802") == 1
    wait = said(lines)[0].at - arrivals(lines)["+44 7700 900802"]
    assert dt.timedelta(minutes=5) < wait < dt.timedelta(minutes=30)


def test_an_extra_is_one_and_the_same_within_a_scene_and_has_joined_before() -> None:
    lines = perform("## 5 12:00\n?a: one\nTom: hello ?a\n?b: two\n?a: three")
    first, hello, second, third = said(lines)
    assert first.who == third.who != second.who
    assert hello.text == f"hello {first.who}"
    assert arrivals(lines)[first.who] < first.at


def test_extras_take_turns() -> None:
    lines = perform("\n\n".join(f"## {day} 12:00\n?a: hi" for day in (5, 6, 7)))
    assert sorted(line.who for line in said(lines)) == ["Ann", "Bea", "Cat"]
