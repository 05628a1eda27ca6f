"""Every finding where it was planted, and none where nothing was."""

import pytest

from groupctl.auditing import AuditResult, audit
from groupctl.auditing.run import checks
from groupctl.project.model import Project
from tests.auditing.planted import Group, healthy
from tests.auditing.symptoms import CONSEQUENCES, NOT_PLANTED, SYMPTOMS


def audited(group: Group) -> AuditResult:
    return audit(group.chat(), Project.model_validate(group.project))


def test_nothing_is_found_in_a_healthy_group() -> None:
    result = audited(healthy())
    assert [(finding.code, finding.message) for finding in result.findings] == []
    assert result.verdict == "Nothing in this log is out of order."


@pytest.mark.parametrize("code", SYMPTOMS)
def test_each_symptom_is_found_where_it_was_planted_and_nothing_else(code: str) -> None:
    group = healthy()
    SYMPTOMS[code](group)
    found = audited(group).findings
    codes = {finding.code for finding in found}
    assert code in codes
    assert codes - {code} <= CONSEQUENCES.get(code, set())
    assert all(place.quote or place.who for finding in found for place in finding.evidence)


def test_every_check_is_planted_or_says_why_not() -> None:
    assert {check.code for check in checks()} == set(SYMPTOMS) | set(NOT_PLANTED)
