"""What ``groupctl audit`` keeps of broken rules, and when it keeps nothing."""

from pathlib import Path

import pytest

from groupctl.auditing.strikes import load
from groupctl.cli.main import run

PROJECT = """\
version = 1
[group]
operators = ["Owner"]
[[rules.prohibited]]
id = "ads"
text = "no advertisements"
ladder = ["remind", "remove"]
"""
LOG = """\
01/03/2024, 09:00 - Owner: good morning
01/03/2024, 09:05 - Eve: Earn $300 a day from home, DM me now
01/03/2024, 09:20 - Owner: @Eve please don't advertise here
04/03/2024, 09:05 - Eve: Earn $300 a day from home, DM me today
"""


@pytest.fixture
def group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "group.toml").write_text(PROJECT, encoding="utf-8")
    (tmp_path / "chat.txt").write_text(LOG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_an_audit_keeps_strikes_beside_the_project_and_the_next_one_adds_none(group: Path) -> None:
    run(["audit", "chat.txt"])
    kept = (group / "strikes.toml").read_bytes()
    assert [(one.who, one.taken, one.proposed) for one in load(group / "strikes.toml")] == [
        ("Eve", "remind", "remind"),
        ("Eve", "", "remove"),
    ]
    run(["audit", "chat.txt"])
    assert (group / "strikes.toml").read_bytes() == kept


@pytest.mark.parametrize("options", [["--no-save"], ["--since", "2024-03-02"], ["--show", "GA402"]])
def test_an_audit_of_a_part_or_one_that_keeps_nothing_keeps_no_strikes(group: Path, options: list[str]) -> None:
    run(["audit", "chat.txt", *options])
    assert not (group / "strikes.toml").exists()


def test_without_a_project_there_are_no_strikes(group: Path) -> None:
    (group / "group.toml").unlink()
    run(["audit", "chat.txt"])
    assert not (group / "strikes.toml").exists()


def test_a_damaged_file_ends_the_audit_before_it_begins(group: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (group / "strikes.toml").write_text("[[strike]]\nrule = ads\n", encoding="utf-8")
    assert run(["audit", "chat.txt"]) == 2
    assert "line 2" in capsys.readouterr().err
    assert (group / "strikes.toml").read_text(encoding="utf-8") == "[[strike]]\nrule = ads\n"
