"""``groupctl audit`` the next time: since the last audit, and beside what was accepted."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from groupctl.cli.main import run
from groupctl.errors import ExitCode

HERE = Path(__file__).parent
Output = pytest.CaptureFixture[str]
ADVERT = "Earn $300 a day from home, DM me now"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a chat and a project, entered."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(HERE / "audit_en.txt", tmp_path / "chat.txt")
    (tmp_path / "group.toml").write_text('version = 1\n[group]\nname = "Bakers"\n', encoding="utf-8")
    return tmp_path


def audited(capsys: Output, *options: str) -> dict[str, Any]:
    run(["audit", "chat.txt", "--operator", "Nora", "--json", *options])
    loaded = json.loads(capsys.readouterr().out)
    assert isinstance(loaded, dict)
    return loaded


def a_week_passes(here: Path, *lines: str) -> None:
    """Let the snapshots of today be of an earlier day, and the chat go on."""
    for snapshot in (here / "audits").glob("2*.toml"):
        snapshot.rename(here / "audits" / "2024-01-01.toml")
    with (here / "chat.txt").open("a", encoding="utf-8") as chat:
        chat.writelines(f"{line}\n" for line in lines)


def snapshots(here: Path) -> Iterator[str]:
    yield from (path.read_text(encoding="utf-8") for path in sorted((here / "audits").glob("2*.toml")))


def test_since_last_sees_only_what_came_after_the_last_audit(here: Path, capsys: Output) -> None:
    first = audited(capsys, "--since", "last")
    a_week_passes(here, "31/12/2025, 10:00 - Nora: good morning", "31/12/2025, 10:05 - Omar: morning")
    second = audited(capsys, "--since", "last")
    assert first["figures"]["messages"] == 55
    assert second["figures"]["messages"] == 2
    assert [text.count('part = "last"') for text in snapshots(here)] == [1, 1]


def test_since_last_goes_on_from_an_audit_of_the_same_day_and_loses_nothing(here: Path, capsys: Output) -> None:
    audited(capsys)
    with (here / "chat.txt").open("a", encoding="utf-8") as chat:
        chat.write("31/12/2025, 10:00 - Nora: good morning\n")
    assert audited(capsys, "--since", "last")["figures"]["messages"] == 1
    assert [text.count('part = "last"') for text in snapshots(here)] == [1, 0]
    assert len(list((here / "audits").glob("*.report.json"))) == 2


def test_since_last_without_an_earlier_audit_begins_with_the_log_and_says_so(here: Path, capsys: Output) -> None:
    run(["audit", "chat.txt", "--since", "last"])
    assert "nothing was audited before" in capsys.readouterr().err


def test_since_last_with_nothing_new_is_no_error(here: Path, capsys: Output) -> None:
    audited(capsys, "--since", "last")
    a_week_passes(here)
    assert audited(capsys, "--since", "last")["figures"]["messages"] == 0


def test_the_first_run_accepts_and_the_second_is_silent(here: Path, capsys: Output) -> None:
    accept = ["audit", "chat.txt", "--operator", "Nora", "--baseline", "accepted.toml"]
    assert run(accept) == ExitCode.OK
    said = capsys.readouterr()
    assert "accepted" in said.err
    assert "GA402" in said.out
    assert run(accept) == ExitCode.OK
    assert "advertisement · high" not in capsys.readouterr().out


def test_a_new_advertisement_is_reported_alone(here: Path, capsys: Output) -> None:
    audited(capsys, "--baseline", "accepted.toml")
    a_week_passes(here, f"31/12/2025, 10:00 - Zed: {ADVERT}")
    found = audited(capsys, "--baseline", "accepted.toml")["findings"]
    news = {finding["code"]: finding for finding in found}
    assert (news["GA402"]["news"], news["GA402"]["new_count"]) == ("new", 1)
    assert news["GA402"]["evidence"][0]["who"] == "Zed"


def test_accepting_again_takes_today_as_it_is(here: Path, capsys: Output) -> None:
    audited(capsys, "--baseline", "accepted.toml")
    a_week_passes(here, f"31/12/2025, 10:00 - Zed: {ADVERT}")
    audited(capsys, "--baseline", "accepted.toml", "--accept")
    assert audited(capsys, "--baseline", "accepted.toml")["findings"] == []


@pytest.mark.parametrize("options", [["--accept"], ["--by", "day"], ["--since", "later"], ["--baseline", "chat.txt"]])
def test_what_cannot_be_is_a_mistake_of_usage(here: Path, options: list[str]) -> None:
    assert run(["audit", "chat.txt", *options]) == ExitCode.USAGE


def test_the_figures_by_month(here: Path, capsys: Output) -> None:
    periods = audited(capsys, "--by", "month")["periods"]
    assert sum(period["figures"]["messages"] for period in periods) == 55
    assert all(period["first"].endswith("-01") for period in periods)


def test_a_span_that_ends_before_it_begins_is_refused(here: Path, capsys: Output) -> None:
    assert run(["audit", "chat.txt", "--since", "2024-03-02", "--until", "2024-03-01"]) == ExitCode.USAGE
    assert "--since 2024-03-02 is after --until 2024-03-01" in capsys.readouterr().err


def test_from_elsewhere_every_step_reaches_the_project_on_paper_too(
    here: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("/")
    chat = ["audit", str(here / "chat.txt"), "--operator", "Nora", "--project", str(here)]
    run([*chat, "--json", "--report", "md"])
    commands = {finding["command"] for finding in json.loads(capsys.readouterr().out)["findings"]}
    steps = [command for command in commands if command.startswith(("groupctl rules", "groupctl render"))]
    (page,) = (here / "audits").glob("*.md")
    assert steps
    assert all(command.endswith(f" --project {here}") for command in steps)
    assert f"--project {here}`" in page.read_text(encoding="utf-8")


def test_an_audit_that_is_drawn_again_names_the_project_as_it_is_named_now(
    here: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    audited(capsys)
    monkeypatch.chdir(here.parent)
    run(["report", "--project", here.name, "--json"])
    commands = [finding["command"] for finding in json.loads(capsys.readouterr().out)["findings"]]
    assert f"groupctl rules --prohibit ads --ladder remind,remove --project {here.name}" in commands


def test_without_a_project_every_step_begins_with_init(here: Path, capsys: Output) -> None:
    (here / "group.toml").unlink()
    commands = {finding["command"] for finding in audited(capsys)["findings"]}
    assert "groupctl init" in commands
    assert not {command for command in commands if command.startswith("groupctl rules")}
