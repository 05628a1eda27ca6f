"""Everything that is planted is found, and nothing else is: the gate and the audit measured against the sample."""

from pathlib import Path

import pytest

from groupctl import audit, i18n, read_chat
from groupctl.auditing import AuditResult
from groupctl.demo import SYMPTOMS, WEAKNESSES, open_demo
from groupctl.demo.folder import sample
from groupctl.gate import check
from groupctl.project import load_project

pytestmark = pytest.mark.parametrize("language", i18n.LANGUAGES, scope="module")


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory, language: str) -> AuditResult:
    demo = open_demo(tmp_path_factory.mktemp(language), language)
    project = load_project(demo.project)
    return audit(read_chat(demo.chat, timezone=project.group.timezone), project, evidence=None)


def evidence(audited: AuditResult) -> dict[str, set[int | None]]:
    return {finding.code: {place.line for place in finding.evidence} for finding in audited.findings}


def test_the_gate_finds_the_weaknesses_of_the_project_and_no_others(tmp_path: Path, language: str) -> None:
    project = load_project(open_demo(tmp_path, language).project)
    assert {finding.code for finding in check(project).findings} == {weakness.code for weakness in WEAKNESSES}


def test_the_gate_skips_nothing_that_is_planted(tmp_path: Path, language: str) -> None:
    project = load_project(open_demo(tmp_path, language).project)
    assert {weakness.code for weakness in WEAKNESSES}.isdisjoint(skip.code for skip in check(project).skipped)


def test_every_line_of_the_sample_is_understood(audited: AuditResult, language: str) -> None:
    (report,) = audited.reports
    assert (report.dropped, report.date_order_ambiguous) == (0, False)


def test_the_audit_finds_the_symptoms_of_the_chat_and_no_others(audited: AuditResult, language: str) -> None:
    assert set(evidence(audited)) == {planted.symptom.code for planted in sample(language).planted}


def test_only_what_the_project_says_is_left_out(audited: AuditResult, language: str) -> None:
    assert [ignored.code for ignored in audited.ignored] == {"en": [], "zh-CN": ["GA440"]}[language]


def test_what_is_done_first_is_what_an_operator_would_name(audited: AuditResult, language: str) -> None:
    advertisements, monologue, nobody_greets = "GA402", "GA302", "GA220"
    assert [finding.code for finding in audited.findings[:3]] == [advertisements, monologue, nobody_greets]


def test_every_symptom_stands_somewhere(language: str) -> None:
    assert [planted.symptom for planted in sample(language).planted if planted.scenes] == list(SYMPTOMS)


def test_every_planted_scene_is_found(audited: AuditResult, language: str) -> None:
    found = evidence(audited)
    for planted in sample(language).planted:
        missed = [scene for scene in planted.scenes if found[planted.symptom.code].isdisjoint(scene)]
        assert not missed, planted.symptom.code


def test_nobody_else_is_accused(audited: AuditResult, language: str) -> None:
    found = evidence(audited)
    for planted in sample(language).planted:
        assert found[planted.symptom.code] <= set(planted.lines), planted.symptom.code
