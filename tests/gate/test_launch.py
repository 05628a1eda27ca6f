"""The gate as a whole: selecting, ignoring, and what is left."""

import datetime as dt

import pytest

import groupctl
from groupctl.errors import UsageError
from groupctl.findings import Severity
from groupctl.gate import check
from groupctl.project import load_project
from tests.gate.projects import FOLDER, TODAY, gate, named

TWO = {"positioning.who": "", "group.upkeep_hours": None}


def test_findings_come_with_the_most_severe_first() -> None:
    result = gate("zh", TWO)
    assert [finding.code for finding in result.findings] == ["GC101", "GC614"]
    assert (result.count(Severity.HIGH), result.count(Severity.LOW), result.ready) == (1, 1, False)


def test_only_selected_checks_are_made() -> None:
    result = gate("zh", TWO, select=["GC614", "gc5"])
    assert [finding.code for finding in result.findings] == ["GC614"]
    assert result.passed == ("GC501", "GC502", "GC503", "GC504", "GC505")


def test_the_caller_can_ignore_a_family_and_is_told_how_many() -> None:
    result = gate("zh", TWO, ignore=["GC1"])
    assert [finding.code for finding in result.findings] == ["GC614"]
    assert [(one.code, one.count) for one in result.ignored] == [("GC101", 1)]


def test_the_project_can_ignore_a_code_with_its_reason() -> None:
    result = gate("zh", {**TWO, "ignore": [{"code": "GC101", "reason": "an experiment"}]})
    assert [(one.code, one.reason, one.count) for one in result.ignored] == [("GC101", "an experiment", 1)]
    assert result.ready
    assert "GC101" not in result.passed


def test_an_ignored_code_that_finds_nothing_is_not_spoken_of() -> None:
    assert gate("zh", {"ignore": [{"code": "GC606", "reason": "x"}]}).ignored == ()


@pytest.mark.parametrize("option", ["select", "ignore"])
def test_a_code_that_no_check_has_is_refused_with_the_nearest_one(option: str) -> None:
    with pytest.raises(UsageError) as refused:
        check(named("x"), **{option: ["GC1O4"]})  # type: ignore[arg-type]
    assert "GC1O4" in refused.value.message
    assert "GC104" in refused.value.hint


def test_evidence_names_file_and_line_of_the_key_or_of_its_table() -> None:
    project = load_project(FOLDER / "good_en.toml")
    changed = project.model_copy(update={"positioning": project.positioning.model_copy(update={"topics": ["tips"]})})
    vars(changed)["lines"] = project.lines
    (found,) = [finding for finding in check(changed, file="g.toml", today=TODAY).findings if finding.code == "GC104"]
    (place,) = found.evidence
    lines = (FOLDER / "good_en.toml").read_text(encoding="utf-8").splitlines()
    assert place.file == "g.toml"
    assert place.line is not None
    assert lines[place.line - 1].startswith("topics = ")


def test_a_table_that_says_nothing_is_named() -> None:
    assert check(named("Bread"), today=TODAY).empty == ("positioning", "goal", "rules", "gameplay", "entry")


def test_a_split_is_only_there_for_a_group_that_is_too_broad() -> None:
    assert gate("zh").split is None
    assert gate("zh", {"group.name": "运营交流群"}).split is not None


def test_today_decides_which_dates_have_passed() -> None:
    project = load_project(FOLDER / "good_zh.toml")
    assert check(project, today=dt.date(2027, 3, 1)).findings == ()
    assert [finding.code for finding in check(project, today=dt.date(2027, 3, 2)).findings] == ["GC206"]


def test_the_gate_is_one_call_from_python() -> None:
    result = groupctl.check(groupctl.load_project(FOLDER / "good_zh.toml"), select=["GC3"])
    assert result.findings == ()
