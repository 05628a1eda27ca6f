"""``groupctl due``: printed once, and only remembered once it has left."""

import datetime as dt
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from groupctl.cli.main import run

Clock = Callable[[str], None]
Capture = pytest.CaptureFixture[str]
GROUP = """
version = 1
[group]
name = "Macro Lens Club"
language = "en"
timezone = "Asia/Shanghai"
created = 2026-03-01
[rules]
advocated = ["Comment on a picture before you post one"]
[[gameplay]]
id = "news"
kind = "morning_news"
title = "Morning news"
topic = "close-ups"
schedule = "0 8 * * *"
[[gameplay]]
id = "qa"
kind = "qa"
title = "Q&A"
host = "Ann"
schedule = "0 20 * * 3"
[[gameplay]]
id = "own"
text = "Up!"
schedule = "30 6 * * *"
[[occasion]]
lunar = "正月十五"
text = "Happy Lantern Festival"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "group.toml").write_text(GROUP, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a function that sets the time, as it is in Shanghai."""

    def set_to(text: str) -> None:
        moment = dt.datetime.fromisoformat(f"{text}+08:00")
        monkeypatch.setattr("groupctl.schedule.times.now", lambda: moment)

    return set_to


def test_what_is_due_is_printed_once_and_ready_to_post(folder: Path, clock: Clock, capsys: Capture) -> None:
    clock("2026-03-02T08:05")
    assert run(["due"]) == 0
    text = "It's time: Morning news. Today: close-ups 👋\nOne line is enough to join in.\n"
    assert capsys.readouterr() == (f"Up!\n\n{text}", "")
    assert run(["due"]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_text_of_its_kind_goes_before_the_one_for_all(folder: Path, clock: Clock, capsys: Capture) -> None:
    clock("2026-03-04T20:00")
    assert run(["due"]) == 0
    assert capsys.readouterr().out.startswith("Q&A with Ann: Wednesdays at 20:00")


def test_rules_that_are_not_whole_are_repeated_in_the_operators_words(
    folder: Path, clock: Clock, capsys: Capture
) -> None:
    clock("2026-03-03T12:00")
    run(["due"])
    assert capsys.readouterr().out == "Comment on a picture before you post one\n"


def test_an_occasion_without_a_title_is_its_text(folder: Path, clock: Clock, capsys: Capture) -> None:
    clock("2026-03-03T09:05")
    run(["due", "--grace", "30m"])
    assert capsys.readouterr().out == "Happy Lantern Festival\n"


def test_json_names_each_item_with_the_key_it_is_remembered_by(folder: Path, clock: Clock, capsys: Capture) -> None:
    clock("2026-03-02T08:05")
    assert run(["due", "--json"]) == 0
    payload = json.loads(capsys.readouterr().out)
    assert payload["schema"] == "groupctl.due/1"
    assert [item["key"] for item in payload["items"]] == ["gameplay/own/2026-03-02", "gameplay/news/2026-03-02"]


@pytest.mark.parametrize("option", [["--peek"], ["--at", "2026-03-02T08:05"]])
def test_looking_leaves_it_owed(option: list[str], folder: Path, clock: Clock, capsys: Capture) -> None:
    clock("2026-03-02T08:05")
    for _look in range(2):
        assert run(["due", *option]) == 0
        assert "Morning news" in capsys.readouterr().out


def test_what_was_slept_through_is_said_once_and_not_printed(folder: Path, clock: Clock, capsys: Capture) -> None:
    clock("2026-03-02T05:00")
    run(["due"])
    clock("2026-03-02T09:00")
    assert run(["due"]) == 0
    out, err = capsys.readouterr()
    assert "Up!" not in out
    assert err == "1 is too late to be posted: own 03-02 06:30\n"


def test_since_last_takes_all_since_then(folder: Path, clock: Clock, capsys: Capture) -> None:
    clock("2026-03-02T09:00")
    run(["due"])
    clock("2026-03-03T08:30")
    assert run(["due", "--since", "last"]) == 0
    assert capsys.readouterr().out.count("Up!") == 1
    assert run(["due", "--since", "2026-03-01", "--json"]) == 0
    days = [item["key"][-10:] for item in json.loads(capsys.readouterr().out)["items"]]
    assert days == ["2026-03-01", "2026-03-01", "2026-03-02"]


def test_what_did_not_leave_stays_owed(
    folder: Path, clock: Clock, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock("2026-03-02T08:05")

    class Broken:
        encoding = "utf-8"

        def write(self, _text: str) -> int:
            return 0

        def flush(self) -> None:
            raise BrokenPipeError

        def isatty(self) -> bool:
            return False

    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", Broken())
        run(["due"])
    assert run(["due"]) == 0
    assert "Morning news" in capsys.readouterr().out


def test_a_template_that_is_not_there_is_said_and_the_rest_is_printed(
    folder: Path, clock: Clock, capsys: Capture
) -> None:
    file = folder / "group.toml"
    file.write_text(
        file.read_text("utf-8").replace('kind = "morning_news"', 'kind = "morning_news"\ntemplate = "nix"'), "utf-8"
    )
    clock("2026-03-02T08:05")
    assert run(["due"]) == 2
    out, err = capsys.readouterr()
    assert out == "Up!\n"
    assert "not printed: Morning news: there is no template nix" in err


@pytest.mark.parametrize("arguments", [["--since", "soon"], ["--grace", "late"], ["--at", "noon"]])
def test_what_cannot_be_is_said(arguments: list[str], folder: Path, capsys: Capture) -> None:
    assert run(["due", *arguments]) == 2
    assert "is no time" in capsys.readouterr().err


def test_without_a_project_there_is_nothing_that_could_be_due(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("groupctl.project.find_project", lambda: None)
    assert run(["due"]) == 2
