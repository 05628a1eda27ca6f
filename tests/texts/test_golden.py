"""Every text of ours as it comes out, in both languages and both tones."""

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from groupctl.project.model import Project, Step
from groupctl.resources import templates_dir
from groupctl.texts import Request, catalogue, write, write_all
from groupctl.texts.catalogue import names

LANGUAGES = ("zh-CN", "en")
ALL = [(language, name) for language in LANGUAGES for name in names(language)]
PRESETS = sorted((templates_dir() / "presets").glob("*.toml"))
TONES = ("formal", "friendly")


def variants(name: str, values: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    if name == "notice":
        yield from ((step, {**values, "step": step}) for step in get_args(Step))
    elif name == "activity":
        yield from ((post, {**values, "post": post}) for post in ("opening", "midway", "surprise", "closing"))
    else:
        yield "", values


@pytest.mark.parametrize(("language", "name"), ALL)
def test_every_text_comes_out_as_it_was_read_and_approved(
    language: str,
    name: str,
    projects: dict[str, Project],
    moments: dict[str, dict[str, Any]],
    golden: Callable[[str, str], None],
) -> None:
    shown = []
    for tone in TONES:
        for variant, values in variants(name, moments[language].get(name, {})):
            rendered = write(name, projects[language], values, Request(tone=tone, platform="other"))
            shown.append(f"=== {' '.join(filter(None, [tone, variant]))}\n\n{rendered.text}\n")
    golden(f"{language}/{name}.txt", "\n".join(shown))


def test_both_languages_have_the_same_texts() -> None:
    assert names("zh-CN") == names("en")


def test_both_languages_ask_for_the_same_keys_and_values() -> None:
    for zh, en in zip(catalogue("zh-CN"), catalogue("en"), strict=True):
        assert (zh.header.needs, zh.header.pick, zh.header.short) == (en.header.needs, en.header.pick, en.header.short)
        asked = [
            {key: (v.source, v.one_of, v.many, v.optional) for key, v in t.header.values.items()} for t in (zh, en)
        ]
        assert asked[0] == asked[1], zh.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_leaves_markup_or_a_hole(language: str, projects: dict[str, Project]) -> None:
    batch = write_all(projects[language], {}, Request())
    for one in batch.written:
        text = one.rendered.text
        assert not [
            mark
            for mark in ("**", "##", "{{", "{%", "None", "[]", "()", "（）", "、。", "：：", "，，", " ,")
            if mark in text
        ]
        assert not [line for line in text.split("\n") if line != line.strip() or line in {"·", "-", "1."}]


@pytest.mark.parametrize("language", LANGUAGES)
def test_formal_texts_have_no_emoji_and_friendly_ones_at_most_two(language: str, projects: dict[str, Project]) -> None:
    for tone, most in (("formal", 0), ("friendly", 2)):
        for one in write_all(projects[language], {}, Request(tone=tone)).written:
            assert sum(char > "\U0001f000" or char == "☀" for char in one.rendered.text) <= most, one.stem


def preset(path: Path) -> tuple[str, Project]:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    table.pop("preset", None)
    for target in table.get("goal", {}).get("target", []):
        target.pop("by_weeks", None)
    return path.stem.rpartition(".")[2], Project.model_validate(table)


@pytest.mark.parametrize("path", PRESETS, ids=lambda path: path.stem)
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("name", ["rules", "rules_short"])
def test_the_rules_of_every_preset_hold_all_that_rules_must_hold(path: Path, tone: str, name: str) -> None:
    language, project = preset(path)
    text = write(name, project, {}, Request(tone=tone, language=language, platform="other")).text.casefold()
    rules = project.rules
    said = [project.positioning.who, project.positioning.value, *rules.advocated, *rules.sharing, *rules.tasks]
    said += [*rules.services, *(rule.text for rule in rules.prohibited)]
    assert [one for one in said if one.rstrip("。.").casefold() not in text] == []


@pytest.mark.parametrize("path", PRESETS, ids=lambda path: path.stem)
def test_every_ladder_of_a_preset_is_told_step_by_step(path: Path) -> None:
    language, project = preset(path)
    text = write("rules", project, {}, Request(language=language, platform="other")).text
    words = {"zh-CN": {"remind": "提醒", "warn": "公开警告", "mute": "禁言", "remove": "移出群聊"}}.get(
        language, {"remind": "a reminder", "warn": "a public warning", "mute": "a temporary mute", "remove": "removal"}
    )
    for rule in project.rules.prohibited:
        line = next(line for line in text.split("\n") if rule.text[:8] in line)
        assert [step for step in rule.ladder if words.get(step, "") not in line] == []


@pytest.mark.parametrize("path", PRESETS, ids=lambda path: path.stem)
def test_nothing_that_a_preset_declares_keeps_a_text_from_being_written(path: Path) -> None:
    language, project = preset(path)
    batch = write_all(project, {}, Request(language=language))
    assert batch.failed == ()
    assert {one.name for one in batch.skipped} <= {
        "activity",
        "occasion",
        "role",
        *(t for t in names(language) if "_" in t or t == "qa"),
    }
