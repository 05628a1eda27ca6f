"""WeChat chats of third-party programs, as JSON."""

from pathlib import Path
from typing import Any

import pytest

from groupctl.chatlog import Chat
from tests.chatlog.readers.written import read, rows

MESSAGE = {
    "localId": 1, "createTime": 1704164645, "formattedTime": "2024-01-02 11:04:05", "type": "文本消息",
    "content": "早",
    "isSend": 0, "senderUsername": "wxid_a", "senderDisplayName": "Ann",
}  # fmt: skip
ROW = {
    "seq": 5, "time": "2024-01-02T11:04:05+08:00", "talker": "1@chatroom", "talkerName": "爬山群", "isChatRoom": True,
    "sender": "wxid_a", "senderName": "Ann", "isSelf": False, "type": 1, "subType": 0, "content": "早",
}  # fmt: skip


def session(folder: Path, *messages: dict[str, Any]) -> Chat:
    """Read a document with a session."""
    document = {
        "session": {"wxid": "1@chatroom", "displayName": "爬山群", "type": "群聊"},
        "messages": [{**MESSAGE, **row} for row in messages],
    }
    return read(folder, document, "wechat_json")


def test_a_session_gives_title_moment_and_wall_clock(tmp_path: Path) -> None:
    chat = session(tmp_path, {})
    assert [tuple(map(str, row)) for row in rows(chat, "at", "local", "sender", "name", "text", "id")] == [
        ("2024-01-02 03:04:05+00:00", "2024-01-02 11:04:05", "wxid_a", "Ann", "早", "1")
    ]
    assert (chat.title, chat.platform) == ("爬山群", "wechat")


@pytest.mark.parametrize("shape", [lambda rows: rows, lambda rows: {"items": rows}])
def test_plain_rows_stand_alone_or_under_a_key(tmp_path: Path, shape: Any) -> None:
    chat = read(tmp_path, shape([ROW, {**ROW, "type": 49, "subType": 6, "content": "计划.pdf"}]), "wechat_json")
    assert rows(chat, "sender", "name", "kind", "text") == [
        ("wxid_a", "Ann", "text", "早"),
        ("wxid_a", "Ann", "file", "计划.pdf"),
    ]
    assert chat.title == "爬山群"


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ({"type": "图片消息"}, "image"), ({"type": "语音消息"}, "voice"), ({"type": "动画表情"}, "sticker"),
        ({"type": "视频通话"}, "call"),
        ({"type": "引用消息"}, "text"), ({"type": "聊天记录"}, "forward"), ({"type": "某种新消息"}, "other"),
        ({"content": "[红包]"}, "red_packet"),
        ({"type": 34}, "voice"), ({"type": 10000}, "system"),
    ],
)  # fmt: skip
def test_types_have_names_or_numbers(tmp_path: Path, row: dict[str, Any], kind: str) -> None:
    assert rows(session(tmp_path, row), "kind") == [(kind,)]


def test_what_the_group_itself_sends_is_wechat_speaking(tmp_path: Path) -> None:
    notice = {
        "senderUsername": "1@chatroom",
        "senderDisplayName": "爬山群",
        "createTime": 1704164700,
        "content": '"Ann"邀请"小明"加入了群聊',
    }
    assert rows(session(tmp_path, {}, notice), "kind", "sender", "name", "members")[1] == (
        "join",
        "wxid_a",
        "Ann",
        ["小明"],
    )


def test_rows_of_an_interface_have_numbers_for_types(tmp_path: Path) -> None:
    row = {
        "localId": 1,
        "talker": "1@chatroom",
        "type": 1,
        "content": "早",
        "createTime": 1738713600000,
        "sender": "wxid_a",
    }
    picture = {**row, "localId": 2, "type": 3, "content": "[图片]", "sender": "wxid_b"}
    chat = read(tmp_path, {"success": True, "talker": "1@chatroom", "messages": [row, picture]}, "wechat_json")
    assert rows(chat, "sender", "kind", "text") == [("wxid_a", "text", "早"), ("wxid_b", "image", "[图片]")]
