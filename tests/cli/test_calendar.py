"""``groupctl calendar``: for people, for calendar programs, for cron."""

import json
from pathlib import Path

import pytest
from icalendar import Calendar

from groupctl.cli.main import run

Capture = pytest.CaptureFixture[str]
GROUP = """
version = 1
[group]
name = "微距镜头群"
language = "zh-CN"
timezone = "Asia/Shanghai"
created = 2026-03-01
[rules]
advocated = ["先评一张再发一张"]
[[gameplay]]
id = "qa"
title = "答疑"
host = "小安"
topic = "布光"
schedule = "0 20 * * 3"
[[occasion]]
holiday = "清明节"
title = "清明"
[[channel]]
name = "main"
kind = "wecom"
token = "${KEY}"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "group.toml").write_text(GROUP, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GROUPCTL_SECRETS", raising=False)
    return tmp_path


def lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines()]


def test_people_see_the_next_days_in_lines(folder: Path, capsys: Capture) -> None:
    assert run(["calendar", "--from", "2026-04-01", "--days", "5"]) == 0
    assert lines(capsys.readouterr().out) == [
        "04-01 周三 20:00 答疑 布光 · 小安",
        "04-05 周日 09:00 清明 清明节",
        "12:00 重发群规 短版",
    ]


def test_no_line_ends_in_spaces(folder: Path, capsys: Capture) -> None:
    run(["calendar", "--from", "2026-04-01", "--days", "5"])
    out = capsys.readouterr().out.splitlines()
    assert len(out) == 3
    assert not [line for line in out if line != line.rstrip()]


def test_programs_see_the_same(folder: Path, capsys: Capture) -> None:
    assert run(["calendar", "--from", "2026-04-01", "--days", "5", "--json"]) == 0
    payload = json.loads(capsys.readouterr().out)
    assert payload["schema"] == "groupctl.calendar/1"
    assert [item["key"] for item in payload["items"]] == [
        "gameplay/qa/2026-04-01",
        "occasion/清明/2026-04-05",
        "rules/2026-04-05",
    ]


def test_an_empty_calendar_says_what_to_do(folder: Path, capsys: Capture) -> None:
    (folder / "group.toml").write_text('version = 1\n[group]\nlanguage = "en"\n', "utf-8")
    assert run(["calendar"]) == 0
    assert capsys.readouterr().err == "nothing is planned for the next 14 days\n  → groupctl gameplay\n"


def test_calendar_programs_get_a_file(folder: Path, capsys: Capture) -> None:
    assert run(["calendar", "--ics", "--from", "2026-03-02", "-o", "group.ics"]) == 0
    assert capsys.readouterr().out == ""
    made = Calendar.from_ical((folder / "group.ics").read_bytes())
    assert [str(event["summary"]) for event in made.walk("VEVENT") if "rrule" in event] == ["答疑"]


def test_the_same_goes_to_stdout_byte_for_byte(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["calendar", "--ics", "--from", "2026-03-02"]) == 0
    data = capfdbinary.readouterr().out
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert Calendar.from_ical(data).to_ical() == data


def test_cron_gets_lines_with_whole_paths(folder: Path, capfd: Capture) -> None:
    assert run(["calendar", "--crontab", "--chat", "chat.txt", "--admins", "main"]) == 0
    due, weekly = (line for line in capfd.readouterr().out.splitlines() if not line.startswith("#"))
    assert due.startswith(f"*/10 * * * * cd {folder} && ")
    assert f"audit {folder / 'chat.txt'} --fail-on never" in weekly


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--ics", "--json"], "一次只能用一个"),
        (["-o", "x"], "-o 要和"),
        (["--crontab", "--channel", "x"], "没有叫 x 的通道"),
        (["--from", "soon"], "不是时间"),
        (["--days", "0"], "--days"),
    ],
)
def test_what_cannot_be_is_said(arguments: list[str], said: str, folder: Path, capsys: Capture) -> None:
    assert run(["calendar", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_the_audit_never_goes_into_the_group_unasked(folder: Path, capfd: Capture) -> None:
    assert run(["calendar", "--crontab", "--chat", "chat.txt"]) == 0
    [line] = [line for line in capfd.readouterr().out.splitlines() if not line.startswith("#")]
    assert "groupctl due" in line
