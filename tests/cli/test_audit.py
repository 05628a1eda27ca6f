"""``groupctl audit`` as an operator meets it: two small planted chats, from the file to the report."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from groupctl.cli.main import run
from groupctl.errors import ExitCode
from tests.cli.golden_files import golden

HERE = Path(__file__).parent
PROJECT = """\
version = 1
[group]
name = "短视频选题互助群"
platform = "qq"
language = "zh-CN"
timezone = "Asia/Shanghai"
[[rules.prohibited]]
id = "ads"
text = "发广告"
ladder = ["remind", "remove"]
"""
Output = pytest.CaptureFixture[str]
Place = Callable[..., str]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """Return what puts a sample chat, and a project where wanted, into the current folder."""
    monkeypatch.chdir(tmp_path)

    def put(name: str, project: str = "") -> str:
        shutil.copy(HERE / name, tmp_path / name)
        if project:
            (tmp_path / "group.toml").write_text(project, encoding="utf-8")
        return name

    return put


def audited(*arguments: str, capsys: Output) -> dict[str, Any]:
    run(["audit", *arguments, "--json"])
    loaded = json.loads(capsys.readouterr().out)
    assert isinstance(loaded, dict)
    return loaded


def test_the_report_in_english(place: Place, capsys: Output) -> None:
    assert run(["audit", place("audit_en.txt"), "--operator", "Nora"]) == ExitCode.FINDINGS
    golden("audit_en.txt", capsys.readouterr().out)


def test_the_report_in_the_language_of_the_project(place: Place, capsys: Output) -> None:
    assert run(["audit", place("audit_zh.txt", PROJECT)]) == ExitCode.FINDINGS
    golden("audit_zh.txt", re.sub(r"\d{4}-\d\d-\d\d\.toml", "DATE.toml", capsys.readouterr().out))


def test_what_was_planted_is_counted(place: Place, capsys: Output) -> None:
    figures = audited(place("audit_en.txt"), "--operator", "Nora", capsys=capsys)["figures"]
    planted = {
        "messages": 55,
        "speakers": 9,
        "joined": 12,
        "never_spoke": 4,
        "questions": 7,
        "answered": 4,
        "adverts": 3,
    }
    assert {name: figures[name] for name in planted} == planted


def test_what_was_planted_is_counted_in_chinese_too(place: Place, capsys: Output) -> None:
    figures = audited(place("audit_zh.txt", PROJECT), capsys=capsys)["figures"]
    planted = {
        "messages": 54,
        "speakers": 9,
        "joined": 12,
        "never_spoke": 4,
        "questions": 6,
        "answered": 4,
        "adverts": 3,
    }
    assert {name: figures[name] for name in planted} == planted


def test_every_place_is_where_the_file_says(place: Place, capsys: Output) -> None:
    lines = (HERE / "audit_en.txt").read_text(encoding="utf-8").splitlines()
    findings = audited(place("audit_en.txt"), "--operator", "Nora", capsys=capsys)["findings"]
    places = [place for finding in findings for place in finding["evidence"]]
    assert len(places) > 10
    assert all(place["quote"] in lines[place["line"] - 1] for place in places)


def test_a_project_keeps_a_snapshot_and_the_next_audit_shows_it(place: Place, capsys: Output, tmp_path: Path) -> None:
    chat = place("audit_zh.txt", PROJECT)
    run(["audit", chat])
    (kept,) = (tmp_path / "audits").glob("*.toml")
    kept.rename(kept.with_name("2024-01-01.toml"))
    capsys.readouterr()
    run(["audit", chat])
    assert "以前" in capsys.readouterr().out


@pytest.mark.parametrize(
    "option", [["--no-save"], ["--show", "GA402"], ["--since", "2024-03-02"], ["--until", "2024-03-09"]]
)
def test_no_snapshot_is_kept_of_a_part_or_when_none_is_wanted(place: Place, option: list[str], tmp_path: Path) -> None:
    run(["audit", place("audit_zh.txt", PROJECT), *option])
    assert not (tmp_path / "audits").exists()


def test_without_a_project_nothing_is_kept_unless_a_folder_is_named(place: Place, tmp_path: Path) -> None:
    chat = place("audit_en.txt")
    run(["audit", chat])
    assert sorted(path.name for path in tmp_path.iterdir()) == [chat]
    run(["audit", chat, "--save", "kept"])
    assert len(list((tmp_path / "kept").glob("*.toml"))) == 1


def test_a_snapshot_that_cannot_be_written_is_said_and_the_report_printed(
    place: Place, capsys: Output, tmp_path: Path
) -> None:
    chat = place("audit_zh.txt", PROJECT)
    (tmp_path / "audits").write_text("in the way", encoding="utf-8")
    assert run(["audit", chat]) == ExitCode.FINDINGS
    said = capsys.readouterr()
    assert "数字没有存下来" in said.err
    assert "GA402" in said.out


def test_a_snapshot_that_cannot_be_read_is_said(place: Place, capsys: Output, tmp_path: Path) -> None:
    chat = place("audit_zh.txt", PROJECT)
    (tmp_path / "audits").mkdir()
    (tmp_path / "audits" / "2024-01-01.toml").write_text("?", encoding="utf-8")
    run(["audit", chat])
    assert "2024-01-01.toml" in capsys.readouterr().err


def test_one_finding_alone_with_every_place(place: Place, capsys: Output) -> None:
    assert run(["audit", place("audit_en.txt"), "--operator", "Nora", "--show", "ga305"]) == ExitCode.FINDINGS
    text = capsys.readouterr().out
    assert text.startswith("✗ GA305")
    assert text.count("audit_en.txt:") == 3


def test_one_finding_alone_decides_how_the_command_ends(place: Place) -> None:
    asked = ["audit", place("audit_en.txt"), "--operator", "Nora", "--show"]
    assert [run([*asked, code]) for code in ("GA110", "GA402")] == [ExitCode.OK, ExitCode.FINDINGS]


def test_the_command_that_shows_more_works_as_it_stands(place: Place, capsys: Output) -> None:
    findings = audited(place("audit_en.txt"), "--operator", "Nora", capsys=capsys)["findings"]
    command = next(finding["command"] for finding in findings if finding["code"] == "GA305")
    assert command == "groupctl audit audit_en.txt --operator Nora --show GA305"
    assert run(command.split()[1:]) == ExitCode.FINDINGS


def test_a_roster_adds_who_never_spoke(place: Place, capsys: Output, tmp_path: Path) -> None:
    (tmp_path / "roster.txt").write_text("Nora\nZoe\n", encoding="utf-8")
    figures = audited(place("audit_en.txt"), "--roster", "roster.txt", capsys=capsys)["figures"]
    assert figures["never_spoke"] == 5


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nothing.txt"], ExitCode.UNREADABLE, "nothing.txt"),
        (["audit_en.txt", "--since", "tomorrow"], ExitCode.USAGE, "tomorrow"),
        (["audit_en.txt", "--show", "GA999"], ExitCode.USAGE, "GA999"),
        (["audit_en.txt", "--fail-on", "much"], ExitCode.USAGE, "much"),
        (["audit_en.txt", "--roster", "nothing.txt"], ExitCode.UNREADABLE, "nothing.txt"),
        (["audit_en.txt", "--tz", "Nowhere"], ExitCode.USAGE, "Nowhere"),
        ([], ExitCode.USAGE, "CHAT"),
    ],
)
def test_what_cannot_be_ends_with_its_own_code(
    place: Place, capsys: Output, arguments: list[str], code: ExitCode, said: str
) -> None:
    place("audit_en.txt")
    assert run(["audit", *arguments]) == code
    caught = capsys.readouterr()
    assert (caught.out, said in caught.err) == ("", True)


@pytest.mark.parametrize(("fail_on", "code"), [("high", 1), ("low", 1), ("never", 0)])
def test_what_counts_as_failure_is_the_operators_choice(place: Place, fail_on: str, code: int) -> None:
    assert run(["audit", place("audit_en.txt"), "--fail-on", fail_on]) == code


def test_a_long_read_shows_how_far_it_is_on_a_terminal(
    place: Place, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = place("audit_en.txt")
    monkeypatch.setattr("groupctl.cli.reading.LONG_READ", 1)
    run(["audit", chat, "--json"])
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    run(["audit", chat, "--json"])
    caught = capsys.readouterr()
    assert "reading" in caught.err
    assert json.loads(caught.out)["figures"]["messages"] == 55


def test_the_language_asked_for_goes_before_the_projects(place: Place, capsys: Output) -> None:
    run(["--lang", "en", "audit", place("audit_zh.txt", PROJECT)])
    assert "Verdict" in capsys.readouterr().out
