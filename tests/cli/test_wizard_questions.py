"""The one list of questions: it fits the project model, the flags and the catalogue of ready words."""

import datetime as dt
from typing import Any, get_args

import pytest

from groupctl import i18n, titles
from groupctl.cli.wizard import known, presets
from groupctl.cli.wizard.answers import Answers, Source
from groupctl.cli.wizard.asking import cut
from groupctl.cli.wizard.questions import Context, answered, plan_of, questions, step_of, steps, tables_of
from groupctl.display import cells
from groupctl.errors import UsageError
from groupctl.i18n import _
from groupctl.project import model
from groupctl.project.shape import annotation_at, choices

TODAY = dt.date(2026, 11, 22)
OF_THE_WIZARD_ALONE = {"rules.ladder"}


def answers(**layers: dict[str, Any]) -> Answers:
    made = Answers(today=TODAY)
    for name, plan in layers.items():
        made.layers[Source[name.upper()]] = plan
    return made


def test_every_question_asks_for_something_that_the_model_has() -> None:
    for question in questions():
        if question.key not in OF_THE_WIZARD_ALONE:
            assert annotation_at(question.key.split(".")), question.key


def test_every_key_of_a_step_has_a_question() -> None:
    tables: dict[str, Any] = {
        "group": model.Group,
        "goal": model.Goal,
        "entry": model.Entry,
        "robot": model.Robot,
        "monetization": model.Monetization,
    }
    tables |= {"positioning": model.Positioning, "rules": model.Rules}
    keys = {f"{table}.{key}" for table, kind in tables.items() for key in kind.model_fields}
    keys |= {"gameplay", "activity", "occasion", "role"}
    assert {question.key for question in questions()} - OF_THE_WIZARD_ALONE == keys


def test_no_two_questions_share_a_flag() -> None:
    flags = [question.option for question in questions()]
    assert len(flags) == len(set(flags))


def test_choices_are_those_of_the_model() -> None:
    for question in questions():
        allowed = choices(annotation_at(question.key.split("."))) if question.key not in OF_THE_WIZARD_ALONE else ()
        if allowed:
            assert set(question.choices) == set(allowed), question.key


def test_ready_words_are_those_of_the_model() -> None:
    assert set(titles.STEPS) == set(get_args(model.Step))
    assert set(known.GAMEPLAY_KINDS) == set(get_args(model.GameplayKind))


def test_the_steps_come_in_the_order_of_the_plan() -> None:
    assert [step.name for step in steps()] == ["group", "goal", "positioning", "gameplay", "entry", "rules"]


def test_every_step_says_in_two_sentences_why() -> None:
    for step in steps():
        assert step.why.count(". ") + step.why.endswith(".") == 2, step.name


def test_answers_become_tables_and_tables_answers() -> None:
    plan = {"group.name": "A", "gameplay": [{"id": "qa"}], "goal.kind": "service"}
    assert plan_of(tables_of(plan), questions()) == plan


def test_an_answer_that_is_not_sane_names_its_flag() -> None:
    question = step_of("goal").questions[0]
    with pytest.raises(UsageError, match=r"--kind: 'servce' is none of .*; did you mean service"):
        question.read("servce")


@pytest.mark.parametrize(
    ("layer", "value"),
    [("asked", "1"), ("flag", "2"), ("file", "3"), ("earlier", "4"), ("project", "5"), ("preset", "6")],
)
def test_the_layer_that_is_nearest_to_the_operator_wins(layer: str, value: str) -> None:
    names = ["asked", "flag", "file", "earlier", "project", "preset"]
    layers: dict[str, dict[str, Any]] = {name: {"goal.statement": str(place)} for place, name in enumerate(names, 1)}
    below = {name: plan for name, plan in layers.items() if names.index(name) >= names.index(layer)}
    assert answers(**below).plan["goal.statement"] == value


def test_an_answer_of_nothing_takes_away_what_lies_below() -> None:
    assert (
        "positioning.slogan" not in answers(flag={"positioning.slogan": ""}, project={"positioning.slogan": "x"}).plan
    )


def test_a_flag_joins_a_list_and_replaces_the_entry_of_its_id() -> None:
    old = [{"id": "ads", "text": "ours", "ladder": ["remove"]}, {"id": "spam"}]
    given = [{"id": "ads", "ladder": ["remind"]}, {"id": "rumours"}]
    plan = answers(project={"rules.prohibited": old}, flag={"rules.prohibited": given}).plan
    assert plan["rules.prohibited"] == [
        {"id": "ads", "text": "ours", "ladder": ["remind"]},
        {"id": "spam"},
        {"id": "rumours"},
    ]


def test_a_new_bound_replaces_the_other_one() -> None:
    old, given = [{"figure": "adverts", "at_most": 3}], [{"figure": "adverts", "at_least": 0}]
    plan = answers(project={"goal.target": old}, flag={"goal.target": given}).plan
    assert plan["goal.target"] == [{"figure": "adverts", "at_least": 0}]


def test_a_prohibited_thing_gets_its_text_in_the_language_of_the_group() -> None:
    made = answers(flag={"group.language": "zh-CN", "rules.prohibited": [{"id": "spam"}]})
    (item,) = made.tables(step_of("rules"))["rules"]["prohibited"]
    assert item["text"].startswith("不刷屏")
    assert item["ladder"] == ["remind", "mute", "remove"]


def test_what_the_project_holds_is_not_filled_in_behind_its_back() -> None:
    held = {"rules.prohibited": [{"id": "ads", "text": "ours"}], "rules.tasks": ["x"]}
    tables = answers(project=held, flag={"rules.tasks": ["y"]}).tables(step_of("rules"))
    assert tables["rules"]["prohibited"] == held["rules.prohibited"]


def test_a_ready_made_slot_moves_to_the_topics_of_this_group() -> None:
    preset: dict[str, Any] = {
        "positioning.topics": ["old", "older"],
        "gameplay": [{"id": "qa", "topic": "older", "title": "All about older", "host": "Ann"}],
    }
    plan = answers(preset=preset, flag={"positioning.topics": ["new", "newer"]}).plan
    assert plan["gameplay"] == [{"id": "qa", "topic": "newer", "host": "Ann"}]


def test_a_robot_of_a_ready_made_group_does_not_come_along_to_wechat() -> None:
    preset = {"group.platform": "telegram", "robot.can": ["welcome"]}
    assert "robot" not in answers(preset=preset, flag={"group.platform": "wechat"}).tables(step_of("group"))


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_every_prompt_and_choice_fits_a_line_of_the_screen(language: str) -> None:
    i18n.use(language)
    hint = _("(space ticks, Enter goes on)")
    for question in questions():
        ticked = question.choices or question.kind.merges_by
        assert cells(f"? {_(question.prompt)} {hint if ticked else ''}") <= 80, question.key
        for title in question.choices.values():
            assert cut(_(title)) == _(title), question.key


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_what_is_suggested_is_an_answer(language: str) -> None:
    plan = {"group.side": "b", "goal.kind": "service", "group.platform": "qq", "positioning.topics": ["x"]}
    similar = presets.load("wholesale", language, TODAY).plan
    context = Context(plan=plan, language=language, today=TODAY, similar=similar)
    for question in questions():
        value = question.suggest(context)
        if answered(value):
            assert question.read(value) == value, question.key
