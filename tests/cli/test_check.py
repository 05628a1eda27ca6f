"""``groupctl check``: the gate as an operator meets it."""

import json
import shlex
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from groupctl.cli.main import run
from groupctl.display import cells
from groupctl.errors import ExitCode
from groupctl.gate import check
from groupctl.project import Project, load_project
from groupctl.registry import names
from tests.cli.golden_files import golden
from tests.gate.projects import FOLDER, TODAY, changed
from tests.gate.test_checks import BAD

HERE = Path(__file__).parent
Output = pytest.CaptureFixture[str]
Here = Callable[[Path], Path]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Here:
    """Return what makes a project the one of the current folder."""
    monkeypatch.chdir(tmp_path)

    def place(source: Path) -> Path:
        return Path(shutil.copy(source, tmp_path / "group.toml"))

    return place


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_terminal_shows_what_to_do_first(language: str, here: Here, capsys: Output) -> None:
    here(HERE / f"bad_{language}.toml")
    assert run(["check"]) == ExitCode.FINDINGS
    golden(f"check_{language}.txt", capsys.readouterr().out)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_but_a_command_is_wider_than_the_terminal(language: str, here: Here, capsys: Output) -> None:
    here(HERE / f"bad_{language}.toml")
    run(["check"])
    lines = [line for line in capsys.readouterr().out.splitlines() if not line.lstrip().startswith("→")]
    assert max(map(cells, lines)) <= 80


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_complete_group_passes(language: str, here: Here, capsys: Output) -> None:
    here(FOLDER / f"good_{language}.toml")
    assert run(["check"]) == ExitCode.OK
    assert {"zh": "可以开群", "en": "may be opened"}[language] in capsys.readouterr().out


def test_json_holds_everything_with_its_keys(here: Here, capsys: Output) -> None:
    here(HERE / "bad_zh.toml")
    assert run(["check", "--json", "--compare", "短视频剪辑群"]) == ExitCode.FINDINGS
    said = json.loads(capsys.readouterr().out)
    assert said["schema"] == "groupctl.check/1"
    assert said["ready"] is False
    finding = said["findings"][0]
    assert (finding["code"], finding["severity"]) == ("GC104", "high")
    assert set(finding) >= {"title", "message", "figure", "threshold", "evidence", "remedy", "command"}
    (place,) = finding["evidence"]
    assert (place["file"], place["line"], place["quote"]) == ("group.toml", 25, "positioning.topics")
    assert said["split"]["proposals"][0]["name"] == "短视频剪辑问答群"
    assert said["ignored"] == [{"code": "GC408", "reason": "周三和周末就够了", "count": 1}]
    assert ("GC702", "这个群没打算卖货") in [(row["code"], row["reason"]) for row in said["skipped"]]
    assert "GC101" in said["passed"]
    assert said["comparison"]["wider"] == "first"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--select", "GC101"], ExitCode.OK),
        (["--select", "GC104,GC3"], ExitCode.FINDINGS),
        (["--ignore", "GC2 GC104, GC301, GC405"], ExitCode.OK),
        (["--fail-on", "never"], ExitCode.OK),
        (["--select", "GC204", "--fail-on", "low"], ExitCode.OK),
        (["--select", "GC9"], ExitCode.USAGE),
        (["--fail-on", "always"], ExitCode.USAGE),
        (["--project", "nowhere.toml"], ExitCode.USAGE),
    ],
)
def test_the_exit_code_says_what_cron_must_know(
    arguments: list[str], code: ExitCode, here: Here, capsys: Output
) -> None:
    here(HERE / "bad_zh.toml")
    assert run(["check", *arguments]) == code
    assert (capsys.readouterr().out == "") == (code == ExitCode.USAGE)


def test_without_a_project_it_says_how_to_make_one(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    monkeypatch.setattr("groupctl.project.find_project", lambda: None)
    assert run(["check"]) == ExitCode.USAGE
    assert "groupctl init" in capsys.readouterr().err


@pytest.mark.parametrize("path", ["folder", "folder/group.toml"])
def test_a_project_elsewhere_is_named_as_it_was_typed(path: str, here: Here, capsys: Output) -> None:
    place = here(HERE / "bad_en.toml")
    (place.parent / "folder").mkdir()
    place.rename(place.parent / "folder" / "group.toml")
    run(["check", "--project", path, "--json"])
    assert json.loads(capsys.readouterr().out)["file"] == str(Path("folder/group.toml"))


def test_lang_wins_over_the_language_of_the_group(here: Here, capsys: Output) -> None:
    here(HERE / "bad_zh.toml")
    run(["check", "--lang", "en"])
    assert "too broad" in capsys.readouterr().out


def test_two_files_can_be_compared(here: Here, capsys: Output) -> None:
    here(HERE / "bad_en.toml")
    run(["check", "--compare", str(FOLDER / "good_en.toml")])
    assert "“Operations Exchange Group” is wider than “Rotterdam customs paperwork desk”" in capsys.readouterr().out


def test_what_a_stranger_put_into_the_file_cannot_drive_the_terminal(here: Here, capsys: Output) -> None:
    place = here(HERE / "bad_zh.toml")
    place.write_text('[group]\nname = "\\u001b[31m群\\u202e"\nlanguage = "en"\n', encoding="utf-8")
    run(["check"])
    assert not set("\x1b\u202e") & set(capsys.readouterr().out)


def with_flags() -> Iterator[Any]:
    """Yield every remedy that is a command with flags: code, what is wrong, the command."""
    for code, change in ((code, change) for code, changes in BAD.items() for change in changes):
        project = Project.model_validate(changed("zh", change))
        for command in {finding.command for finding in check(project, select=[code], today=TODAY).findings}:
            if "--" in command:
                yield pytest.param(code, change, command, id=command.removeprefix("groupctl "))


@pytest.mark.parametrize(("code", "change", "command"), list(with_flags()))
def test_a_remedy_with_flags_does_what_it_promises(
    code: str, change: dict[str, Any], command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("group.toml").write_text(tomli_w.dumps(changed("zh", change)), encoding="utf-8")
    before = check(load_project("group.toml"), select=[code], today=TODAY).findings
    confirmed = ["--yes"] if " init " in command else []
    assert run([*shlex.split(command)[1:], *confirmed]) == ExitCode.OK
    assert len(check(load_project("group.toml"), select=[code], today=TODAY).findings) < len(before)


def test_every_remedy_is_a_command_that_there_is() -> None:
    commands = set(names("groupctl.cli.commands"))
    for code, changes in BAD.items():
        for finding in check(Project.model_validate(changed("zh", changes[0])), today=TODAY).findings:
            words = shlex.split(finding.command)
            assert not words or (words[0] == "groupctl" and words[1] in commands), code


def test_the_command_that_narrows_the_group_changes_its_name(here: Here, capsys: Output) -> None:
    file = here(HERE / "bad_en.toml")
    run(["check", "--select", "GC104", "--json"])
    command = json.loads(capsys.readouterr().out)["findings"][0]["command"]
    assert run(shlex.split(command)[1:]) == ExitCode.OK
    assert load_project(file).group.name == "Carrier Rate Comparison Help Desk"


def test_a_project_that_was_named_is_named_in_every_command(
    here: Here, capsys: Output, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    here(HERE / "bad_en.toml")
    monkeypatch.chdir("/")
    run(["check", "--project", str(tmp_path), "--json"])
    found = {finding["code"]: finding["command"] for finding in json.loads(capsys.readouterr().out)["findings"]}
    assert found["GC104"] == f"groupctl init {tmp_path} --name 'Carrier Rate Comparison Help Desk' --yes"
    assert f"groupctl goal --project {tmp_path}" in found.values()
