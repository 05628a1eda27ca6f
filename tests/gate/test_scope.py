"""Which of two groups is wider."""

import pytest

from groupctl.gate import compare
from groupctl.gate.scope import named
from tests.gate.projects import named as project


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        ("港股通投资群", "新股数据群"),
        ("Stock-connect investing", "New-listing data"),
        ("摄影群", "同城摄影群"),
        ("运营交流群", "短视频运营群"),
        ("Operations exchange group", "Short-video operations"),
        ("Bread", "Rye bread in Umeå"),
    ],
)
def test_the_wider_of_two_names_is_found_whichever_comes_first(wide: str, narrow: str) -> None:
    assert compare(named(wide), named(narrow)).wider == "first"
    assert compare(named(narrow), named(wide)).wider == "second"


def test_the_answer_names_the_words_it_went_by() -> None:
    message = compare(named("同城摄影群"), named("摄影交流群")).message
    verdict, narrowed, broad = message.split("; ")
    assert verdict == "“摄影交流群” is wider than “同城摄影群”"
    assert narrowed == "the second is narrowed by “同城摄影”"
    assert broad == "the first holds the broad “交流”"


def test_an_audience_and_a_place_narrow_a_group() -> None:
    nurses = project("Night shift", positioning={"who": "nurses", "where": "Ghent"})
    assert compare(named("Night market"), nurses).wider == "first"


@pytest.mark.parametrize(("first", "second"), [("猫群", "狗群"), ("摄影群", "摄影群"), ("Cats", "Dogs")])
def test_words_alone_cannot_tell_everything(first: str, second: str) -> None:
    found = compare(named(first), named(second))
    assert found.wider is None
    assert "cannot tell" in found.message
