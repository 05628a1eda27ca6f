"""Everything that is planted is found, and nothing else is: the gate and the audit measured against the sample."""

from pathlib import Path

import pytest

from groupctl import audit, i18n, read_chat
from groupctl.auditing import AuditResult
from groupctl.demo import WEAKNESSES, open_demo
from groupctl.demo.folder import sample
from groupctl.gate import check
from groupctl.project import load_project

pytestmark = pytest.mark.parametrize("language", i18n.LANGUAGES)


@pytest.fixture
def audited(tmp_path: Path, language: str) -> AuditResult:
    demo = open_demo(tmp_path, language)
    project = load_project(demo.project)
    return audit(read_chat(demo.chat, timezone=project.group.timezone), project, evidence=None)


def evidence(audited: AuditResult) -> dict[str, set[int | None]]:
    return {finding.code: {place.line for place in finding.evidence} for finding in audited.findings}


def test_the_gate_finds_the_weaknesses_of_the_project_and_no_others(tmp_path: Path, language: str) -> None:
    project = load_project(open_demo(tmp_path, language).project)
    assert {finding.code for finding in check(project).findings} == {weakness.code for weakness in WEAKNESSES}


def test_every_line_of_the_sample_is_understood(audited: AuditResult, language: str) -> None:
    (report,) = audited.reports
    assert (report.dropped, report.date_order_ambiguous) == (0, False)


def test_the_audit_finds_the_symptoms_of_the_chat_and_no_others(audited: AuditResult, language: str) -> None:
    assert set(evidence(audited)) == {planted.symptom.code for planted in sample(language).planted}


def test_every_planted_scene_is_found(audited: AuditResult, language: str) -> None:
    found = evidence(audited)
    for planted in sample(language).planted:
        missed = [scene for scene in planted.scenes if found[planted.symptom.code].isdisjoint(scene)]
        assert not missed, planted.symptom.code


def test_nobody_else_is_accused(audited: AuditResult, language: str) -> None:
    found = evidence(audited)
    for planted in sample(language).planted:
        assert found[planted.symptom.code] <= set(planted.lines), planted.symptom.code
