"""Data on stdout, words on stderr, and the code that says whether something was found."""

import io
import json
import sys
from typing import Any

import pytest

from groupctl.cli.output import console, emit, exit_code, note
from groupctl.errors import ExitCode, UsageError
from groupctl.findings import Finding, Severity


def found(*severities: Severity) -> tuple[Finding, ...]:
    return tuple(
        Finding(code="GC000", severity=each, title="t", message="m", remedy="r", command="c") for each in severities
    )


def unwanted(_console: Any) -> None:
    raise AssertionError("drawn beside JSON")


def test_json_is_readable_and_ends_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    emit({"schema": "groupctl.it/1", "name": "群"}, as_json=True, draw=unwanted)
    assert capsys.readouterr().out == '{\n  "schema": "groupctl.it/1",\n  "name": "群"\n}\n'


def test_no_half_of_a_json_goes_out(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match="JSON"):
        emit({"good": 1, "share": float("nan")}, as_json=True, draw=unwanted)
    assert capsys.readouterr().out == ""


def test_json_stays_json_where_stdout_speaks_another_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="gbk", errors="backslashreplace"))
    emit({"name": "群😀"}, as_json=True, draw=unwanted)
    sys.stdout.flush()
    assert json.loads(raw.getvalue().decode("ascii")) == {"name": "群😀"}


def test_a_drawing_is_plain_and_80_columns_wide_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    emit({}, as_json=False, draw=lambda console: console.print("[bold]群主[/bold] :smile:"))
    assert capsys.readouterr().out == "[bold]群主[/bold] :smile:\n"
    assert console().width == 80


def test_words_for_people_stay_out_of_the_data(capsys: pytest.CaptureFixture[str]) -> None:
    note("two lines were dropped")
    assert tuple(capsys.readouterr()) == ("", "two lines were dropped\n")


@pytest.mark.parametrize(
    ("fail_on", "severities", "code"),
    [
        ("low", [], ExitCode.OK),
        ("low", [Severity.LOW], ExitCode.FINDINGS),
        ("medium", [Severity.LOW], ExitCode.OK),
        ("medium", [Severity.LOW, Severity.HIGH], ExitCode.FINDINGS),
        ("high", [Severity.MEDIUM], ExitCode.OK),
        ("never", [Severity.HIGH], ExitCode.OK),
    ],
)
def test_findings_count_from_the_severity_that_was_asked_for(
    fail_on: str, severities: list[Severity], code: ExitCode
) -> None:
    assert exit_code(found(*severities), fail_on) is code


def test_a_severity_that_we_do_not_have_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="'severe' is no severity"):
        exit_code((), "severe")
