"""The two samples: large and lively enough, and nothing in them happens by accident."""

import datetime as dt

import pytest

from groupctl import i18n
from groupctl.demo.cast import Cast, read_cast
from groupctl.demo.stage import Line, Stage
from groupctl.demo.story import Scene, read_story
from groupctl.resources import templates_dir

pytestmark = pytest.mark.parametrize("language", i18n.LANGUAGES)


def load(language: str) -> tuple[Cast, tuple[Scene, ...], tuple[Line, ...]]:
    folder = templates_dir() / "demo" / language
    cast = read_cast((folder / "cast.toml").read_text(encoding="utf-8"))
    story = read_story((folder / "story.txt").read_text(encoding="utf-8"))
    return cast, story, Stage(cast).perform(story)


def test_a_sample_has_the_size_of_a_real_group(language: str) -> None:
    _cast, story, lines = load(language)
    assert 600 <= sum(line.scene is not None for line in lines) <= 1500
    assert 60 <= len({line.who for line in lines}) <= 120
    assert {scene.day for scene in story} == set(range(1, 36))


def test_everybody_but_the_silent_speaks(language: str) -> None:
    cast, _story, lines = load(language)
    spoke = {line.who for line in lines if line.scene}
    assert spoke == {*cast.names.values(), *cast.extras}
    assert spoke.isdisjoint(cast.silent)


def test_nobody_speaks_before_joining(language: str) -> None:
    cast, _story, lines = load(language)
    present = {next(iter(cast.operators.values()))}
    for line in lines:
        assert line.scene is None or line.who in present
        present.add(line.who)


def test_conversations_do_not_run_into_each_other(language: str) -> None:
    _cast, _story, lines = load(language)
    ends: dict[int, dt.datetime] = {}
    previous: Line | None = None
    for line in (line for line in lines if line.scene):
        if previous and previous.scene is not line.scene:
            assert id(line.scene) not in ends, f"{line.text!r} stands within another scene"
            quiet = line.at - previous.at
            assert quiet > dt.timedelta(minutes=30) or not previous.text.endswith(("?", "？")), line.text
        ends[id(line.scene)] = line.at
        previous = line
