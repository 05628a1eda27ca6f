"""``groupctl demo``: makes a sample, shows what it finds, says what to do next; a finding is no failure."""

import json
from pathlib import Path

import pytest

from groupctl.cli.main import run


def test_the_sample_is_made_and_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "demo"
    assert run(["demo", str(folder), "--lang", "en"]) == 0
    shown = capsys.readouterr().out
    assert {path.name for path in folder.iterdir()} >= {"group.toml", "chat.txt", "planted.toml"}
    assert "GC104" in shown
    assert "GA402" in shown


def test_the_commands_that_were_run_are_printed_as_they_can_be_repeated(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run(["demo", "--lang", "en"])
    shown = capsys.readouterr().out
    assert "── groupctl check --project groupctl-demo ──" in shown
    assert "── groupctl audit groupctl-demo/chat.txt --project groupctl-demo ──" in shown
    assert run(["check", "--project", "groupctl-demo"]) == 1


def test_of_the_audit_the_first_page_is_shown_and_how_to_see_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run(["demo", "--lang", "en"])
    shown = capsys.readouterr().out
    assert "Do first" in shown
    assert [line[:7] for line in shown.splitlines() if line.startswith(("✗ GA", "! GA", "· GA"))] == ["✗ GA402"]
    assert "more findings, each with its proof: groupctl audit groupctl-demo/chat.txt" in shown
    assert len(shown.splitlines()) < 160


def test_the_steps_that_are_named_at_the_end_can_be_taken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run(["demo", "--lang", "en"])
    _shown, steps = capsys.readouterr().out.split("── Your turn ")
    assert all(len(line) <= 80 for line in steps.splitlines())
    monkeypatch.chdir(tmp_path / "groupctl-demo")
    taken = [line.split("  ")[1] for line in steps.splitlines() if line.startswith("  groupctl ")]
    codes = {step: run([*step.removeprefix("groupctl ").split(), "--lang", "en"]) for step in taken if _is_quiet(step)}
    assert codes == dict.fromkeys(codes, 0) | {"groupctl check": 1}
    assert {"groupctl tiers chat.txt", "groupctl calendar", "groupctl due"} <= set(codes)


def _is_quiet(step: str) -> bool:
    """Tell whether a step opens no browser and asks nothing."""
    return "--open" not in step and not step.endswith(" init")


def test_the_chinese_sample_is_chinese_throughout(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["demo", str(tmp_path / "demo"), "--lang", "zh-CN"]) == 0
    shown = capsys.readouterr().out
    assert "示例群建好了" in shown
    assert "接下来" in shown


def test_a_second_run_shows_the_sample_as_the_operator_left_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["demo", str(tmp_path / "demo"), "--lang", "en"])
    project = tmp_path / "demo" / "group.toml"
    mended = project.read_text(encoding="utf-8").replace('text = "insulting people"', 'text = "insults"')
    project.write_text(mended, encoding="utf-8")
    capsys.readouterr()
    assert run(["demo", str(tmp_path / "demo"), "--lang", "en"]) == 0
    shown = capsys.readouterr().out
    assert "is there already" in shown
    assert "more findings" in shown
    assert (tmp_path / "demo" / "audits").is_dir()
    assert project.read_text(encoding="utf-8") == mended


def test_a_folder_with_something_else_in_it_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    assert run(["demo", str(tmp_path), "--lang", "en"]) == 2
    assert "no sample of groupctl" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_json_says_what_was_made_and_runs_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["demo", str(tmp_path / "demo"), "--json", "--lang", "en"]) == 0
    payload = json.loads(capsys.readouterr().out)
    assert payload["schema"] == "groupctl.demo/1"
    assert [Path(path).name for path in payload["created"]] == ["planted.toml", "group.toml", "chat.txt"]
    assert payload["commands"][1].startswith("groupctl audit ")
