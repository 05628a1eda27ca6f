"""``groupctl roster``: import, show, export, link."""

import json
import shutil
import tomllib
from pathlib import Path

import pytest

from groupctl.cli.main import run
from groupctl.errors import ExitCode
from groupctl.roster import read_roster

HERE = Path(__file__).parent
Output = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copy(HERE / "audit_en.txt", tmp_path / "chat.txt")
    (tmp_path / "list.csv").write_bytes("昵称,QQ号,来源\n张伟,10001,海报\n张伟,10002,朋友\nNora,,\n".encode("gb18030"))
    return tmp_path


def test_a_list_is_imported_and_what_is_odd_in_it_said(folder: Path, capsys: Output) -> None:
    assert run(["roster", "import", "list.csv"]) == ExitCode.OK
    out = capsys.readouterr()
    assert "3 members; 3 new" in out.out
    assert "张伟 × 2" in out.err
    assert [one["name"] for one in tomllib.loads((folder / "roster.toml").read_text("utf-8"))["member"]] == [
        "张伟",
        "张伟",
        "Nora",
    ]


def test_a_second_list_completes_the_first(folder: Path, capsys: Output) -> None:
    (folder / "more.txt").write_text("Nora\nZoe\n", encoding="utf-8")
    assert run(["roster", "import", "list.csv", "more.txt", "--json"]) == ExitCode.OK
    assert json.loads(capsys.readouterr().out)["members"] == 4


def test_the_list_beside_the_log(capsys: Output) -> None:
    run(["roster", "import", "list.csv"])
    capsys.readouterr()
    assert run(["roster", "show", "chat.txt", "--json"]) == ExitCode.OK
    fit = json.loads(capsys.readouterr().out)["fit"]
    assert (fit["by"]["name"], fit["silent"]) == (1, 2)
    assert "Nora" not in fit["not_listed"]


def test_the_list_is_shown_to_people(capsys: Output) -> None:
    run(["roster", "import", "list.csv"])
    assert run(["roster", "show"]) == ExitCode.OK
    assert "Nora" in capsys.readouterr().out


@pytest.mark.parametrize(("encoding", "begins"), [("utf-8", b"\xef\xbb\xbf"), ("gb18030", "name".encode("gb18030"))])
def test_the_list_is_exported_for_a_spreadsheet(folder: Path, encoding: str, begins: bytes) -> None:
    run(["roster", "import", "list.csv"])
    assert run(["roster", "export", "-o", "out.csv", "--encoding", encoding]) == ExitCode.OK
    assert (folder / "out.csv").read_bytes().startswith(begins)
    assert read_roster(folder / "out.csv").names == ("张伟", "Nora")


def test_two_names_are_linked(folder: Path) -> None:
    run(["roster", "import", "list.csv"])
    assert run(["roster", "link", "Nora", "Nora B."]) == ExitCode.OK
    assert read_roster(folder / "roster.toml").entries[2].aliases == ("Nora B.",)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["import"], ExitCode.USAGE, "name the list"),
        (["import", "nothing.csv"], ExitCode.UNREADABLE, "there is no nothing.csv"),
        (["show"], ExitCode.UNREADABLE, "roster import makes roster.toml"),
        (["link", "Ann"], ExitCode.USAGE, "two names"),
        (["burn"], ExitCode.USAGE, "cannot burn"),
    ],
)
def test_what_cannot_be_done_is_refused(arguments: list[str], code: int, said: str, capsys: Output) -> None:
    assert run(["roster", *arguments]) == code
    assert said in capsys.readouterr().err


def test_without_an_action_the_actions_are_listed(capsys: Output) -> None:
    assert run(["roster"]) == ExitCode.USAGE
    assert "say which: import, show, export, link" in capsys.readouterr().err
