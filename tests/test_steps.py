"""The command that runs everything: ``python -m tests``."""

import sys

import pytest

from tests import __main__ as house
from tests.__main__ import Step


def step(name: str, program: str) -> Step:
    return Step(name=name, check=(sys.executable, "-c", program))


def run(monkeypatch: pytest.MonkeyPatch, *steps: Step, arguments: tuple[str, ...] = ()) -> int:
    monkeypatch.setattr(house, "STEPS", steps)
    monkeypatch.setattr(sys, "argv", ["python -m tests", *arguments])
    return house.main()


def test_every_step_has_its_line_with_the_last_word_of_its_tool(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, step("lint", "print('long'); print('All checks passed!')")) == 0
    line, _empty, total = capsys.readouterr().out.splitlines()
    assert line.startswith("lint        ok")
    assert line.endswith("All checks passed!")
    assert total == "1 of 1 steps passed"


def test_a_failure_is_shown_in_full_after_the_last_step(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    failing = step("types", "print('here'); print('and there'); raise SystemExit(1)")
    assert run(monkeypatch, failing, step("tests", "print('3 passed')")) == 1
    out = capsys.readouterr().out
    assert out.index("3 passed") < out.index("── types ──\nhere\nand there\n")
    assert out.endswith("1 of 2 steps passed\n")


def test_what_no_tool_can_fix_is_left_out_of_fixing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    mended = Step(name="format", check=("false",), fix=(sys.executable, "-c", "print('1 file reformatted')"))
    assert run(monkeypatch, mended, step("types", "raise SystemExit(1)"), arguments=("--fix",)) == 0
    assert "types" not in capsys.readouterr().out
