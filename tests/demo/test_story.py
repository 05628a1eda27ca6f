"""Story files: headings, speech, pauses, lines that go on."""

import datetime as dt

import pytest

from groupctl.demo.story import read_story


def test_a_scene_has_a_day_a_time_a_mark_and_speech() -> None:
    (scene,) = read_story("## 3 20:30 asked\nAnna: is it open?\n")
    assert (scene.day, scene.start, scene.mark) == (3, dt.time(20, 30), "asked")
    assert [(said.who, said.text, said.minutes) for said in scene.lines] == [("Anna", "is it open?", 0)]


def test_a_heading_without_a_mark_is_ordinary_talk() -> None:
    assert read_story("## 1 09:00\nAnna: hi")[0].mark == ""


def test_a_pause_stands_behind_the_name() -> None:
    first, second = read_story("## 1 09:00\nAnna: hi\n老陈+12: 早")[0].lines
    assert (first.minutes, second.minutes, second.who) == (0, 12, "老陈")


def test_a_bar_goes_on_with_the_message_above() -> None:
    assert read_story("## 1 09:00\nAnna: one\n|two\n|three")[0].lines[0].text == "one\ntwo\nthree"


def test_a_colon_in_a_text_belongs_to_the_text() -> None:
    assert read_story("## 1 09:00\nAnna: at 20:15: the case")[0].lines[0].text == "at 20:15: the case"


def test_comments_are_left_out() -> None:
    assert len(read_story("; about this file\n\n## 1 09:00\nAnna: hi\n\n; the end\n")) == 1


@pytest.mark.parametrize("text", ["## one 09:00\nAnna: hi", "Anna: hi", "## 1 09:00\nhi there"])
def test_a_line_that_is_neither_heading_nor_speech_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"hi|heading"):
        read_story(text)
