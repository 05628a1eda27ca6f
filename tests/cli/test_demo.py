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
    assert "is there already" in capsys.readouterr().out
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
