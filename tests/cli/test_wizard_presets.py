"""The ready-made groups: valid, without gaps, never out of date, and good enough to pass the launch gate."""

import datetime as dt

import pytest

from groupctl import gate
from groupctl.cli.wizard import presets
from groupctl.cli.wizard.asking import cut
from groupctl.cli.wizard.questions import questions
from groupctl.errors import UsageError
from groupctl.findings import Severity
from groupctl.i18n import LANGUAGES
from groupctl.project import Project
from groupctl.project.shape import unknown
from groupctl.resources import templates_dir

TODAY = dt.date(2026, 11, 22)
EVERY = [(name, language) for name in presets.names() for language in LANGUAGES]
ONLY_THE_OPERATOR_KNOWS = {"GC603"}
each = pytest.mark.parametrize(("name", "language"), EVERY)


def plan(name: str, language: str) -> Project:
    return Project.model_validate(presets.load(name, language, TODAY).tables)


def test_there_are_groups_of_every_kind_and_side() -> None:
    found = {(one.plan["goal.kind"], one.plan["group.side"]) for one in presets.load_all("en", TODAY)}
    assert found == {(kind, side) for kind in ("service", "conversion", "interest") for side in "bc"}


@each
def test_it_exists_in_both_languages(name: str, language: str) -> None:
    assert (templates_dir() / "presets" / f"{name}.{language}.toml").is_file()


@each
def test_it_answers_every_question_that_the_operator_need_not(name: str, language: str) -> None:
    held = presets.load(name, language, TODAY).plan
    assert [question.key for question in questions() if question.required and question.key not in held] == []


@each
def test_it_holds_nothing_that_the_model_lacks(name: str, language: str) -> None:
    assert list(unknown(presets.load(name, language, TODAY).tables)) == []


@each
def test_every_answer_is_within_what_a_question_takes(name: str, language: str) -> None:
    held = presets.load(name, language, TODAY).plan
    for question in questions():
        if question.key in held:
            assert question.read(held[question.key]) == held[question.key]


@each
def test_it_passes_the_gate_but_for_what_only_the_operator_knows(name: str, language: str) -> None:
    found = gate.check(plan(name, language)).findings
    assert {finding.code for finding in found if finding.severity > Severity.LOW} == ONLY_THE_OPERATOR_KNOWS


@each
def test_every_slot_is_about_a_topic_and_every_topic_has_a_slot(name: str, language: str) -> None:
    made = plan(name, language)
    assert {slot.topic for slot in made.gameplay} == set(made.positioning.topics)


@each
def test_its_dates_lie_ahead_whenever_it_is_used(name: str, language: str) -> None:
    for today in (TODAY, dt.date(2040, 2, 29)):
        made = Project.model_validate(presets.load(name, language, today).tables)
        assert all(target.by and target.by > today for target in made.goal.target)


@each
def test_its_line_in_the_list_fits_the_screen(name: str, language: str) -> None:
    one = presets.load(name, language, TODAY)
    line = f"{one.title}: {one.summary}"
    assert cut(line) == line


def test_the_most_similar_group_is_found() -> None:
    found = presets.nearest({"goal.kind": "conversion", "group.side": "b"}, "en", TODAY)
    assert found[0].name == "wholesale"


def test_a_slip_in_a_name_is_noticed() -> None:
    with pytest.raises(UsageError, match="did you mean hobby"):
        presets.load("hoby", "en", TODAY)
