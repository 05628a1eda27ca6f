"""Three ways a check can end, and how a set of them is told."""

from collections.abc import Iterable

import pytest

from groupctl.findings import Check, Finding, Severity, Skip, run_checks


def check(code: str, outcome: Iterable[str] | Skip, severity: Severity = Severity.MEDIUM) -> Check[str]:
    """Return a check that finds each of some messages, or is skipped."""

    def run(subject: str) -> Iterable[Finding] | Skip:
        if isinstance(outcome, Skip):
            return outcome
        return (made.finding(f"{subject}: {message}") for message in outcome)

    made = Check(
        code=code,
        severity=severity,
        title="low",
        looks_at="",
        why="",
        example="",
        instead="high",
        run=run,
    )
    return made


def test_a_check_passes_finds_or_is_skipped_with_the_reason() -> None:
    made = run_checks([check("A", []), check("B", ["too quiet"]), check("C", Skip(reason="no roster"))], "the group")
    assert made.passed == ("A",)
    assert [(finding.code, finding.message) for finding in made.findings] == [("B", "the group: too quiet")]
    assert [(skipped.code, skipped.reason) for skipped in made.skipped] == [("C", "no roster")]


def test_the_worst_comes_first_then_the_order_of_codes() -> None:
    made = run_checks(
        [check("C", "x", Severity.LOW), check("B", "x", Severity.HIGH), check("A", "x", Severity.LOW)], ""
    )
    assert [finding.code for finding in made.findings] == ["B", "A", "C"]


def test_a_finding_takes_severity_and_remedy_from_its_check_unless_told_otherwise() -> None:
    plain = check("A", []).finding("m")
    assert (plain.severity, plain.remedy) == (Severity.MEDIUM, "high")
    told = check("A", []).finding("m", severity=Severity.HIGH, remedy="ask them", figure=0.2)
    assert (told.severity, told.remedy, told.figure) == (Severity.HIGH, "ask them", 0.2)


@pytest.mark.usefixtures("chinese")
def test_a_check_speaks_the_language_of_the_moment_it_is_made_in() -> None:
    (finding,) = run_checks([check("A", ["…"])], "").findings
    (skipped,) = run_checks([check("A", Skip(reason="…"))], "").skipped
    assert (finding.title, finding.remedy, skipped.title) == ("低", "高", "低")


def test_severities_can_be_compared_and_named() -> None:
    assert Severity.LOW < Severity.MEDIUM < Severity.HIGH
    assert [(each.key, each.title) for each in (Severity.LOW, Severity.HIGH)] == [("low", "low"), ("high", "high")]
