"""ChatLab's format as other programs see it."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

from groupctl.chatlog import read_chat
from groupctl.chatlog.writer import writer_named
from tests.chatlog.writers.chats import chat_of

NOW = dt.datetime(2024, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
ROW: dict[str, Any] = {
    "at": NOW, "local": dt.datetime(2024, 1, 2, 11, 4, 5), "sender": "1", "name": "Ann", "kind": "text", "text": "hi",
}  # fmt: skip


def lines(*rows: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the objects of a file of lines."""
    return [
        json.loads(line)
        for line in writer_named("chatlab").write(chat_of([*rows], "qq", "Hikers"), "jsonl").split(b"\n")[:-1]
    ]


def test_the_group_stands_before_its_members_and_its_messages() -> None:
    header, member, message = lines({**ROW, "role": "owner", "id": "7", "reply_to": "6"})
    assert header["_type"] == "header"
    assert header["meta"] == {"name": "Hikers", "platform": "qq", "type": "group"}
    assert member == {"_type": "member", "platformId": "1", "accountName": "Ann", "roles": [{"id": "owner"}]}
    assert message == {
        "_type": "message", "sender": "1", "accountName": "Ann", "timestamp": 1704164645, "type": 0, "content": "hi",
        "platformMessageId": "7", "replyToMessageId": "6",
        "groupctl": {"local": "2024-01-02T11:04:05", "role": "owner"},
    }  # fmt: skip


def test_what_chatlab_does_not_know_stands_beside() -> None:
    moment = NOW.replace(microsecond=500)
    message = lines(
        {**ROW, "at": moment, "sender": None, "name": None, "kind": "join", "members": ["Cy"], "reactions": 2}
    )[-1]
    assert (message["sender"], message["type"], message["timestamp"]) == ("system", 80, 1704164645)
    assert message["groupctl"] == {
        "local": "2024-01-02T11:04:05", "at": "2024-01-02T03:04:05.000500Z", "sender": None, "name": None,
        "kind": "join", "members": ["Cy"], "reactions": 2,
    }  # fmt: skip


def test_without_a_zone_the_clock_on_the_wall_stands_for_the_moment() -> None:
    message = lines({**ROW, "at": None})[-1]
    assert message["timestamp"] == 1704193445
    assert message["groupctl"]["at"] is None


def test_the_document_is_the_same_in_one_piece() -> None:
    document = json.loads(writer_named("chatlab").write(chat_of([ROW, ROW], "qq", "Hikers"), "json"))
    header, member, message, again = lines(ROW, ROW)
    assert document["meta"] == header["meta"]
    assert [{"_type": "member", **one} for one in document["members"]] == [member]
    assert [{"_type": "message", **one} for one in document["messages"]] == [message, again]


def test_what_another_program_adds_to_our_file_is_read_as_its_own(tmp_path: Path) -> None:
    path = tmp_path / "chat.jsonl"
    theirs = {
        "_type": "message",
        "sender": "2",
        "accountName": "Bo",
        "timestamp": 1704164700,
        "type": 1,
        "content": None,
    }
    data = writer_named("chatlab").write(chat_of([{**ROW, "kind": "poll"}], "qq", "Hikers"), "jsonl")
    path.write_bytes(data + json.dumps(theirs).encode() + b"\n")
    found = read_chat(path)
    assert found.messages.select("sender", "kind", "text").rows() == [("1", "poll", "hi"), ("2", "image", "")]
    assert found.messages["local"].to_list() == [ROW["local"], dt.datetime(2024, 1, 2, 11, 5)]
