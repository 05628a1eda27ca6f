"""QQChatExporter's JSON."""

import json
from pathlib import Path
from typing import Any

import pytest

from groupctl.chatlog import Chat, read_chat
from groupctl.errors import UnreadableChatError
from tests.chatlog.readers.written import read, rows, write

HEAD = {"metadata": {"name": "QQChatExporter"}, "chatInfo": {"name": "爬山群", "type": "group"}}
MESSAGE = {
    "id": "m1",
    "timestamp": 1704164645000,
    "sender": {"uid": "u_1", "uin": "10001", "name": "Ann"},
    "type": "text",
    "content": {"text": "早"},
}


def export(folder: Path, *messages: dict[str, Any]) -> Chat:
    """Read one document."""
    return read(folder, {**HEAD, "statistics": {}, "messages": [{**MESSAGE, **row} for row in messages]}, "qq_json")


def test_the_number_is_the_sender_and_the_card_the_name(tmp_path: Path) -> None:
    chat = export(tmp_path, {}, {"sender": {"uid": "u_2", "uin": "0", "name": "Bob", "groupCard": "老Bob"}})
    assert rows(chat, "sender", "name", "text") == [("10001", "Ann", "早"), ("u_2", "老Bob", "早")]
    assert (chat.title, chat.platform) == ("爬山群", "qq")


@pytest.mark.parametrize("moment", [1704164645000, 1704164645, "2024-01-02T03:04:05.000Z", "2024-01-02T11:04:05+08:00"])
def test_moments_are_numbers_or_texts(tmp_path: Path, moment: str | int) -> None:
    assert str(rows(export(tmp_path, {"timestamp": moment}), "at")[0][0]) == "2024-01-02 03:04:05+00:00"


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ({"type": None, "messageType": 6}, "voice"),
        ({"recalled": True}, "deleted"),
        ({"isRecalled": True}, "deleted"),
        ({"content": {"text": "[图片]"}}, "image"),
        ({"content": {"text": "[x.jpg]", "elements": [{"type": "image"}]}}, "image"),
        ({"type": "brand_new"}, "other"),
        ({"content": "早"}, "text"),
    ],
)
def test_flags_tell_more_than_types(tmp_path: Path, row: dict[str, Any], kind: str) -> None:
    assert rows(export(tmp_path, row), "kind") == [(kind,)]


def test_notices_are_events(tmp_path: Path) -> None:
    notice = {
        "timestamp": 1704164700000,
        "sender": {"uid": "未知", "uin": "0", "name": "0"},
        "system": True,
        "content": {"text": "Ann邀请小明加入了群聊。"},
    }
    assert rows(export(tmp_path, {}, notice), "kind", "sender", "members")[1] == ("join", "10001", ["小明"])


def test_replies(tmp_path: Path) -> None:
    assert rows(export(tmp_path, {"content": {"text": "嗯", "reply": {"messageId": "m0"}}}), "reply_to") == [("m0",)]


@pytest.mark.parametrize(
    ("data", "answered"), [({"messageId": "5", "referencedMessageId": "m0"}, "m0"), ("odd", None), (None, None)]
)
def test_what_is_answered_may_stand_among_the_pieces(tmp_path: Path, data: object, answered: str | None) -> None:
    pieces = [{"type": "reply", "data": data}, {"type": "text", "data": {"text": "嗯"}}]
    assert rows(export(tmp_path, {"content": {"text": "嗯", "elements": pieces}}), "reply_to") == [(answered,)]


def manifest(*names: str) -> dict[str, Any]:
    """Return a manifest of these files."""
    return {**HEAD, "chunked": {"format": "jsonl", "chunks": [{"relativePath": name} for name in names]}}


@pytest.mark.parametrize("named", [".", "manifest.json"])
def test_a_manifest_leads_to_its_files(tmp_path: Path, named: str) -> None:
    chunks = {
        "chunks/c1.jsonl": json.dumps(MESSAGE) + "\n{oops\n",
        "chunks/c2.jsonl": json.dumps({**MESSAGE, "id": "m2"}),
    }
    chat = read_chat(write(tmp_path, {"manifest.json": manifest(*chunks), **chunks}) / named)
    assert rows(chat, "id", "line") == [("m1", 1), ("m2", 2)]
    assert chat.reports[0].dropped == 1


@pytest.mark.parametrize("name", ["chunks/c9.jsonl", "../secret.jsonl", "/etc/passwd"])
def test_a_manifest_leads_nowhere_else(tmp_path: Path, name: str) -> None:
    write(tmp_path, {"secret.jsonl": json.dumps(MESSAGE)})
    with pytest.raises(UnreadableChatError, match="which is not there"):
        read_chat(write(tmp_path / "export", {"manifest.json": manifest(name)}))
