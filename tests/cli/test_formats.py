"""``groupctl formats``: which exports can be read, and how to get them."""

import json

import pytest

from groupctl.chatlog import formats
from groupctl.cli.main import run
from groupctl.errors import ExitCode

Output = pytest.CaptureFixture[str]


def test_every_format_is_listed_with_title_endings_and_how_to_export_it(capsys: Output) -> None:
    assert run(["formats"]) == ExitCode.OK
    said = capsys.readouterr()
    assert all(name in said.out for name in formats())
    assert "whatsapp  WhatsApp text  .txt .zip" in said.out
    assert "Export chat → Without media" in " ".join(said.out.split())
    assert said.err == ""


def test_in_chinese_the_menus_are_those_of_the_chinese_apps(capsys: Output) -> None:
    assert run(["formats", "--lang", "zh"]) == ExitCode.OK
    out = "".join(capsys.readouterr().out.split())
    assert "QQ文本" in out
    assert "消息管理器" in out
    assert "导出聊天记录" in out
    assert "多选" in out


def test_json_has_the_same_for_programs(capsys: Output) -> None:
    assert run(["formats", "--json"]) == ExitCode.OK
    said = json.loads(capsys.readouterr().out)
    assert said["schema"] == "groupctl.formats/1"
    assert [row["name"] for row in said["formats"]] == list(formats())
    (row,) = (row for row in said["formats"] if row["name"] == "qq")
    assert (row["platform"], row["title"], row["endings"]) == ("qq", "QQ text", ["txt"])
    assert set(row) == {"name", "title", "platform", "endings", "how"}


def test_json_may_be_chinese_too(capsys: Output) -> None:
    run(["formats", "--json", "--lang", "zh"])
    rows = {row["name"]: row for row in json.loads(capsys.readouterr().out)["formats"]}
    assert rows["wechat_mail"]["title"] == "微信，邮件发送的聊天记录"


def test_nothing_is_asked_of_the_folder_around(
    capsys: Output, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(str(tmp_path))
    assert run(["formats"]) == ExitCode.OK
