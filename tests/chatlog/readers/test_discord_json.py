"""DiscordChatExporter's JSON."""

from pathlib import Path
from typing import Any

import pytest

from groupctl.chatlog import Chat
from tests.chatlog.readers.written import read, rows

ANN = {"id": "1", "name": "ann", "nickname": "Ann", "isBot": False, "roles": [{"id": "9", "name": "Moderator"}]}
BOB = {"id": "2", "name": "bob", "nickname": None, "isBot": True}


def export(folder: Path, *messages: dict[str, Any]) -> Chat:
    """Read an export of one channel."""
    base = {"id": "7", "type": "Default", "timestamp": "2024-01-02T03:04:05.678+08:00", "content": "hi", "author": ANN}
    document = {
        "guild": {"id": "5", "name": "Hikers"},
        "channel": {"id": "6", "name": "general"},
        "messages": [{**base, **row} for row in messages],
    }
    return read(folder, document, "discord_json")


def test_nicknames_roles_and_robots(tmp_path: Path) -> None:
    chat = export(tmp_path, {}, {"author": BOB})
    assert rows(chat, "sender", "name", "role") == [("1", "Ann", "admin"), ("2", "bob", "robot")]
    assert (chat.title, chat.platform) == ("Hikers / general", "discord")


def test_times_carry_their_zone(tmp_path: Path) -> None:
    assert [(str(at), str(local)) for at, local in rows(export(tmp_path, {}), "at", "local")] == [
        ("2024-01-01 19:04:05.678000+00:00", "2024-01-02 03:04:05.678000")
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"type": "GuildMemberJoin", "content": "Joined the server."}, ("join", ["Ann"])),
        ({"type": "RecipientAdd", "mentions": [BOB]}, ("join", ["bob"])),
        ({"type": "RecipientRemove", "mentions": [BOB]}, ("kick", ["bob"])),
        ({"type": "RecipientRemove", "mentions": [ANN]}, ("leave", ["Ann"])),
        ({"type": "ChannelPinnedMessage"}, ("pin", None)),
        ({"type": "ChannelNameChange"}, ("system", None)),
        ({"content": "", "attachments": [{"fileName": "a.PNG"}]}, ("image", None)),
        ({"content": "", "stickers": [{"id": "1"}]}, ("sticker", None)),
        ({"content": "", "embeds": [{}]}, ("link", None)),
        ({"content": "see", "attachments": [{"fileName": "a.png"}]}, ("text", None)),
    ],
)
def test_kinds(tmp_path: Path, row: dict[str, Any], expected: tuple[str, Any]) -> None:
    assert rows(export(tmp_path, row), "kind", "members") == [expected]


def test_replies_point_at_what_they_answer(tmp_path: Path) -> None:
    chat = export(tmp_path, {}, {"id": "8", "type": "Reply", "reference": {"messageId": "7"}})
    assert rows(chat, "id", "reply_to") == [("7", None), ("8", "7")]


def test_reactions_are_counted(tmp_path: Path) -> None:
    users = [{"id": "2", "name": "bob"}]
    two = [{"emoji": {"name": "👍"}, "count": 3, "users": users}, {"emoji": {"name": "🎉"}, "count": 1}]
    chat = export(tmp_path, {"reactions": two}, {"id": "8", "reactions": []}, {"id": "9"}, {"id": "10", "reactions": 3})
    assert chat.messages["reactions"].to_list() == [4, 0, None, None]
