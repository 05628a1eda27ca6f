"""What README tells operators to paste does what it says."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from groupctl.cli.main import run as groupctl
from groupctl.demo import open_demo

ROOT = Path(__file__).parents[1]
SCRIPTS = re.findall(r"```sh\n(#!/bin/sh\n.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
TOUR = re.findall(r"^groupctl render .*", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
ADVERT = "31/12/2025, 10:00 - Zed: Earn $300 a day from home, DM me now\n"


@pytest.fixture
def group(tmp_path: Path) -> Path:
    """A project with an export, and a ``mail`` that keeps what it is given."""
    (tmp_path / "exports").mkdir()
    (tmp_path / "group.toml").write_text("version = 1\n", encoding="utf-8")
    shutil.copy(ROOT / "tests" / "cli" / "audit_en.txt", tmp_path / "exports" / "march.txt")
    mail = tmp_path / "bin" / "mail"
    mail.parent.mkdir()
    mail.write_text(f'#!/bin/sh\n{{ echo "$2"; cat; }} >> {tmp_path}/mail.txt\n', encoding="utf-8")
    mail.chmod(0o755)
    return tmp_path


def run(script: str, group: Path) -> str:
    """Run a script as cron does and return what was mailed."""
    (group / "mail.txt").write_text("", encoding="utf-8")
    path = os.pathsep.join([str(group / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]])
    script = script.replace("/home/me/my-group", str(group))
    subprocess.run(["sh", "-c", script], check=True, stdin=subprocess.DEVNULL, env={**os.environ, "PATH": path})
    return (group / "mail.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_what_the_tour_writes_from_the_sample_is_written(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    open_demo(Path("groupctl-demo"), language)
    assert len(TOUR) == 4
    assert {groupctl(command.split()[1:]) for command in TOUR} == {0}


def test_the_script_stands_there_in_both_languages() -> None:
    commands = [re.sub(r"(#[^!].*|-s \".*?\")", "", script) for script in SCRIPTS]
    assert len(commands) == 2
    assert re.sub(r" +\n", "\n", commands[0]) == re.sub(r" +\n", "\n", commands[1])


def test_the_weekly_script_mails_only_what_is_new(group: Path) -> None:
    assert run(SCRIPTS[0], group) == ""
    assert run(SCRIPTS[0], group) == ""
    with (group / "exports" / "march.txt").open("a", encoding="utf-8") as chat:
        chat.write(ADVERT)
    mailed = run(SCRIPTS[0], group)
    assert mailed.startswith("The group needs you\n")
    assert "Zed" in mailed
    assert sorted(path.suffix for path in (group / "audits").glob("2*")) == [".html", ".json", ".toml"]


def test_the_weekly_script_says_when_the_audit_did_not_run(group: Path) -> None:
    (group / "exports" / "march.txt").write_bytes(bytes(range(256)) * 9)
    assert run(SCRIPTS[1], group).startswith("体检没跑成\n")
