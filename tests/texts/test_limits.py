"""How long a message may be."""

from typing import get_args

import pytest

from groupctl.project.model import Platform, Project
from groupctl.texts import LIMITS, Request, Unit, measure, write


def test_every_platform_of_a_project_has_a_row() -> None:
    assert set(LIMITS) == set(get_args(Platform))


def test_a_known_limit_says_where_it_comes_from() -> None:
    assert all((limit.most is None) == (limit.provenance == "?") for limit in LIMITS.values())
    assert all(limit.applies_to for limit in LIMITS.values() if limit.most)


@pytest.mark.parametrize(
    ("text", "unit", "length"),
    [
        ("群", Unit.BYTES, 3),
        ("群", Unit.UTF16, 1),
        ("👍", Unit.BYTES, 4),
        ("👍", Unit.UTF16, 2),
        ("👍", Unit.CHARACTERS, 1),
    ],
)
def test_each_unit_counts_as_its_platform_does(text: str, unit: Unit, length: int) -> None:
    assert measure(text, unit) == length


def test_a_lone_surrogate_is_counted_rather_than_refused() -> None:
    assert measure("\ud83d", Unit.BYTES) == 3
    assert measure("\ud83d", Unit.UTF16) == 1


def test_rules_too_long_for_a_robot_become_the_short_form(zh: Project) -> None:
    long = zh.model_copy(update={"positioning": zh.positioning.model_copy(update={"what": "选题" * 300})})
    rendered = write("rules", long, {}, Request(platform="wecom", tone="formal"))
    assert len(rendered.parts) == 1
    assert "群规（短版）" in rendered.text
    assert "2,048" in rendered.notes[0]


def test_a_text_without_a_short_form_is_cut_into_numbered_parts(zh: Project) -> None:
    rendered = write("agreement", zh, {}, Request(limit=300))
    assert len(rendered.parts) > 1
    assert all(len(part) <= 300 for part in rendered.parts)
    assert rendered.parts[0].startswith("(1/")
    assert rendered.notes


def test_a_short_form_that_is_too_long_too_gives_parts_of_the_full_text(zh: Project) -> None:
    rendered = write("rules", zh, {}, Request(limit=200, tone="formal"))
    assert "一、本群定位" in rendered.parts[0]
    assert len(rendered.parts) > 2


def test_the_parts_hold_the_whole_text(en: Project) -> None:
    whole = write("agreement", en, {}, Request(platform="other")).text
    parts = write("agreement", en, {}, Request(limit=250)).parts
    assert "".join("".join(part.split("\n", 1)[1] for part in parts).split()) == "".join(whole.split())


def test_a_platform_without_a_known_limit_takes_any_text(zh: Project) -> None:
    rendered = write("rules", zh, {}, Request(platform="wechat"))
    assert (len(rendered.parts), rendered.notes) == (1, ())


def test_the_same_text_is_counted_in_bytes_for_wecom_and_in_characters_for_discord(zh: Project) -> None:
    long = zh.model_copy(update={"entry": zh.entry.model_copy(update={"agreement": "约定" * 300})})
    assert len(write("agreement", long, {}, Request(platform="discord")).parts) == 1
    assert len(write("agreement", long, {}, Request(platform="wecom")).parts) > 1
