"""What ``groupctl calendar --crontab`` prints, run as cron runs it: by a shell, two at once, at a time we choose."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from groupctl.cli.main import run
from tests.push.loopback import SECRETS, Robot, reply, serving, text_of, wecom
from tests.schedule.test_crontab import as_cron_runs_it

GROUP = """
version = 1
[group]
name = "微距镜头群"
language = "zh-CN"
timezone = "Asia/Shanghai"
operators = ["小安"]
[[gameplay]]
id = "news"
title = "早报"
schedule = "0 8 * * *"
text = "早上好"
[[channel]]
name = "群"
kind = "wecom"
url = "{base}/cgi-bin/webhook/send?key=${{KEY}}"
[[channel]]
name = "管理员"
kind = "wecom"
url = "{base}/cgi-bin/webhook/send?key=${{KEY}}&to=admins"
"""
CHAT = "".join(
    f"2026-02-{day:02} 20:0{minute}:00 {who}\n{text}\n\n"
    for day in range(1, 29)
    for minute, (who, text) in enumerate([("小安", "今天拍了什么？"), ("老李", "一只瓢虫"), ("阿珍", "好看")])
)
PROGRAM = """\
#!{python}
import datetime as dt, os
from groupctl.schedule import times
times.now = lambda: dt.datetime.fromisoformat(os.environ["NOW"])
from groupctl.cli.main import main
main()
"""


@pytest.fixture
def robot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Robot]:
    """Set up a machine with a group, a chat, a file of secrets and groupctl on its path."""
    folder, programs = tmp_path / "my group", tmp_path / "bin"
    folder.mkdir()
    programs.mkdir()
    (programs / "groupctl").write_text(PROGRAM.format(python=sys.executable), "utf-8")
    (programs / "groupctl").chmod(0o755)
    (folder / "chat.txt").write_text(CHAT, "utf-8")
    (tmp_path / "secrets.toml").write_text(f'KEY = "{SECRETS["KEY"]}"\n', "utf-8")
    (tmp_path / "secrets.toml").chmod(0o600)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.chdir(folder)
    with serving(wecom) as robot:
        (folder / "group.toml").write_text(GROUP.format(base=robot.base), "utf-8")
        yield robot


@pytest.fixture
def cron(robot: Robot, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Return what runs line ``number`` of the crontab at a time in Shanghai, ``times`` at once, and what cron mails."""
    setup = ["--channel", "群", "--admins", "管理员", "--chat", "chat.txt", "--secrets", "../secrets.toml"]
    assert run(["calendar", "--crontab", *setup]) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if not line.startswith("#")]

    def at(number: int, now: str, times: int = 1) -> str:
        environment = {"PATH": "/usr/bin:/bin", "NOW": f"{now}+08:00", "HOME": "/", "LANG": "C.UTF-8"}
        _when, command = as_cron_runs_it(lines[number])
        jobs = [
            subprocess.Popen(["/bin/sh", "-c", command], cwd="/", env=environment, stdout=-1, stderr=-2, text=True)
            for _job in range(times)
        ]
        return "".join(job.communicate()[0] for job in jobs)

    return at


def texts(robot: Robot) -> list[str]:
    return [text_of(posted) for posted in robot.got]


def test_what_is_due_is_posted_once_though_two_crons_run(robot: Robot, cron: Callable[..., str]) -> None:
    assert cron(0, "2026-03-02T08:00", times=2) == ""
    assert texts(robot) == ["早上好"]
    assert cron(0, "2026-03-03T08:00") == ""
    assert texts(robot) == ["早上好", "早上好"]


def test_what_is_not_delivered_is_mailed_and_logged_without_the_key_and_posted_by_the_next_run(
    robot: Robot, cron: Callable[..., str]
) -> None:
    robot.steps = [reply(200, f'{{"errcode":93000,"errmsg":"no {SECRETS["KEY"]}"}}')]
    mailed = cron(0, "2026-03-02T08:00")
    assert mailed.startswith("✗ 群  没送达\n  群：93000 no •••\n")
    assert Path(".groupctl/cron.log").read_text("utf-8") == mailed
    assert cron(0, "2026-03-02T08:10") == ""
    assert texts(robot) == ["早上好", "早上好"]  # refused the first time


def test_every_week_the_audit_goes_to_the_administrators_once(robot: Robot, cron: Callable[..., str]) -> None:
    cron(1, "2026-03-02T09:00", times=2)
    assert {posted.query["to"] for posted in robot.got} == {"admins"}
    numbers = [re.match(r"\(\d+/\d+\)", text) for text in texts(robot)]
    assert len(numbers) == len({found[0] if found else "" for found in numbers})
    assert "84" in "".join(texts(robot))
