"""``groupctl convert``: a chat in a form that other programs read."""

import json
import sys
from pathlib import Path

import pytest

from groupctl.chatlog import read_chat
from groupctl.cli.main import run
from groupctl.errors import ExitCode

Output = pytest.CaptureFixture[str]
LOG = "[2024/1/5 下午3:34:05] 小林: 在吗\n[2024/1/5 下午3:35:05] 小陈: =1+1\n第二行\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "chat.txt").write_text(LOG, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["out.csv", "out.jsonl", "out.json", "out.parquet"])
def test_the_ending_says_what_it_becomes_and_it_is_read_as_the_same_chat(name: str, capsys: Output) -> None:
    assert run(["convert", "chat.txt", "-o", name]) == ExitCode.OK
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"2 messages and 0 events of 1 file written: {name}\n")
    columns = ["at", "local", "sender", "name", "kind", "text"]
    wanted = read_chat("chat.txt").messages.select(columns)
    assert read_chat(name).messages.select(columns).to_dicts() == wanted.to_dicts()


def test_to_overrules_the_ending(folder: Path) -> None:
    assert run(["convert", "chat.txt", "-o", "out.txt", "--to", "csv"]) == ExitCode.OK
    assert "'=1+1" in (folder / "out.txt").read_text("utf-8-sig")


def test_a_dash_prints_the_data_and_nothing_else(capsys: Output) -> None:
    assert run(["convert", "chat.txt", "-o", "-", "--to", "csv"]) == ExitCode.OK
    said = capsys.readouterr()
    assert said.out.startswith("at,local,sender,")
    assert said.err == "2 messages and 0 events of 1 file written: stdout\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "say where to write"),
        (["-o", "out.txt"], "-o out.txt: what is it to be?"),
        (["-o", "-"], "-o -: what is it to be?"),
        (["-o", "out.csv", "--to", "xml"], "cannot be written as 'xml'"),
        (["-o", "-", "--to", "csv", "--json"], "would both print"),
        (["-o", "chat.txt", "--to", "csv", "--force"], "chat.txt is the chat itself"),
        (["-o", ".", "--to", "csv"], "is a folder"),
        (["-o", "no/such/folder/out.csv"], "no/such/folder"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(
    folder: Path, capsys: Output, arguments: list[str], message: str
) -> None:
    assert run(["convert", "chat.txt", *arguments]) == ExitCode.USAGE
    said = capsys.readouterr()
    assert message in said.err
    assert said.out == ""
    assert [path.name for path in folder.iterdir()] == ["chat.txt"]
    assert (folder / "chat.txt").read_text("utf-8") == LOG


def test_a_file_that_is_there_is_replaced_by_force_only(folder: Path, capsys: Output) -> None:
    (folder / "out.csv").write_text("mine", encoding="utf-8")
    assert run(["convert", "chat.txt", "-o", "out.csv"]) == ExitCode.USAGE
    assert "out.csv is there already" in capsys.readouterr().err
    assert (folder / "out.csv").read_text("utf-8") == "mine"
    assert run(["convert", "chat.txt", "-o", "out.csv", "--force"]) == ExitCode.OK


def test_a_file_of_the_folder_that_is_read_is_never_replaced(folder: Path, capsys: Output) -> None:
    (folder / "logs").mkdir()
    (folder / "logs" / "chat.csv").write_text(LOG, encoding="utf-8")
    assert run(["convert", "logs", "-o", "logs/chat.csv", "--force"]) == ExitCode.USAGE
    assert "is the chat itself" in capsys.readouterr().err
    assert (folder / "logs" / "chat.csv").read_text("utf-8") == LOG


def test_times_without_a_zone_are_warned_of_where_other_programs_want_one(capsys: Output) -> None:
    run(["convert", "chat.txt", "-o", "out.jsonl"])
    assert "no time zone is known" in capsys.readouterr().err
    run(["convert", "chat.txt", "-o", "zoned.jsonl", "--tz", "Asia/Shanghai"])
    assert "no time zone" not in capsys.readouterr().err


def test_no_terminal_gets_parquet(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert run(["convert", "chat.txt", "-o", "-", "--to", "parquet"]) == ExitCode.USAGE
    assert "a terminal cannot show Parquet" in capsys.readouterr().err


def test_json_sums_up_what_was_written(folder: Path, capsys: Output) -> None:
    assert run(["convert", "chat.txt", "-o", "out.parquet", "--json"]) == ExitCode.OK
    said = json.loads(capsys.readouterr().out)
    parse = said.pop("parse")
    assert said == {
        "schema": "groupctl.convert/1",
        "file": "out.parquet",
        "format": "parquet",
        "bytes": (folder / "out.parquet").stat().st_size,
        "messages": 2,
        "events": 0,
        "anonymized": False,
        "title": "",
        "platform": "whatsapp",
    }
    assert [report["file"] for report in parse] == ["chat.txt"]


def test_files_that_overlap_are_one_and_what_is_lost_is_said(folder: Path, capsys: Output) -> None:
    (folder / "more.txt").write_text("oops\n" + LOG, encoding="utf-8")
    forced = ["--format", "whatsapp"]
    assert run(["convert", "chat.txt", "more.txt", "-o", "out.csv", *forced]) == ExitCode.OK
    said = capsys.readouterr().err
    assert "2 messages and 0 events of 2 files written: out.csv" in said
    assert "2 messages stand in two files · 1 line dropped" in said
    assert run(["convert", "more.txt", "-o", "strict.csv", "--strict", *forced]) == ExitCode.UNREADABLE
    assert not (folder / "strict.csv").exists()


def test_names_are_left_out_on_demand(folder: Path) -> None:
    assert run(["convert", "chat.txt", "-o", "out.jsonl", "--anonymize"]) == ExitCode.OK
    data = (folder / "out.jsonl").read_text("utf-8")
    assert "小林" not in data
    assert "在吗" in data


def test_the_operator_is_spoken_to_in_chinese(capsys: Output) -> None:
    assert run(["convert", "chat.txt", "-o", "out.csv", "--lang", "zh"]) == ExitCode.OK
    assert capsys.readouterr().err == "1 个文件里的 2 条消息、0 条系统提示已写入：out.csv\n"
