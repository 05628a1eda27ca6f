"""Days that hold nothing: an audit or a plan of them would be an empty answer, and nobody would know why."""

import shutil
from pathlib import Path

import pytest

from groupctl.cli.main import run
from groupctl.errors import ExitCode

Output = pytest.CaptureFixture[str]
ENDS = "the log begins on 2024-03-01 and ends on"


@pytest.fixture(autouse=True)
def _in_a_folder_with_a_chat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(Path(__file__).parent / "audit_en.txt", "chat.txt")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["audit", "--since", "2031-01-01"], "nothing was written from 2031-01-01 on"),
        (["audit", "--until", "2020-01-01"], "nothing was written up to 2020-01-01"),
        (
            ["audit", "--since", "2020-01-01", "--until", "2020-02-01", "--json"],
            "nothing was written from 2020-01-01 to 2020-02-01",
        ),
        (["tiers", "--until", "2020-01-01"], "nothing was written up to 2020-01-01"),
    ],
)
def test_days_without_a_message_are_an_error_that_says_when_the_log_ends(
    arguments: list[str], said: str, capsys: Output
) -> None:
    assert run([*arguments, "chat.txt"]) == ExitCode.USAGE
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert ENDS in err


def test_the_first_day_alone_is_enough(capsys: Output) -> None:
    assert run(["audit", "chat.txt", "--until", "2024-03-01", "--fail-on", "never"]) == ExitCode.OK


def test_nothing_new_since_the_last_audit_is_said_and_no_error(capsys: Output) -> None:
    Path("group.toml").write_text("version = 1\n", encoding="utf-8")
    run(["audit", "chat.txt"])
    (snapshot,) = Path("audits").glob("*.toml")
    snapshot.rename("audits/2024-06-01.toml")
    capsys.readouterr()
    assert run(["audit", "chat.txt", "--since", "last"]) == ExitCode.OK
    out, err = capsys.readouterr()
    assert out == ""
    assert "nothing new since the last audit" in err


def test_an_audit_of_nothing_new_keeps_no_figures(capsys: Output) -> None:
    Path("group.toml").write_text("version = 1\n", encoding="utf-8")
    run(["audit", "chat.txt"])
    (snapshot,) = Path("audits").glob("*.toml")
    snapshot.rename("audits/2024-06-01.toml")
    assert run(["audit", "chat.txt", "--since", "last", "--json"]) == ExitCode.OK
    assert [path.name for path in Path("audits").glob("*.toml")] == ["2024-06-01.toml"]
