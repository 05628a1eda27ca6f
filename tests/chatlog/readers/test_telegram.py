"""Telegram Desktop's JSON."""

import json
from pathlib import Path
from typing import Any

import pytest

from groupctl.chatlog import Chat, read_chat
from groupctl.errors import UnreadableChatError


def read(tmp_path: Path, *messages: dict[str, Any], **options: Any) -> Chat:
    """Read an export of one group."""
    path = tmp_path / "result.json"
    rows = [
        {"id": number, "type": "message", "date": "2024-01-02T03:04:05", "text": "", **row}
        for number, row in enumerate(messages)
    ]
    path.write_text(json.dumps({"name": "Hikers", "type": "private_supergroup", "id": 7, "messages": rows}))
    return read_chat(path, **options)


def test_texts_are_strings_or_pieces(tmp_path: Path) -> None:
    chat = read(
        tmp_path,
        {"from": "Ann", "text": "hi"},
        {"from": "Ann", "text": ["see ", {"type": "link", "text": "t.me/x"}, "!"]},
    )
    assert chat.messages["text"].to_list() == ["hi", "see t.me/x!"]
    assert (chat.title, chat.platform) == ("Hikers", "telegram")


def test_the_account_is_the_sender_and_the_name_is_shown(tmp_path: Path) -> None:
    chat = read(tmp_path, {"from": "Ann", "from_id": "user1"}, {"from": None, "from_id": "user2"})
    assert chat.messages.select("sender", "name").rows() == [("user1", "Ann"), ("user2", None)]


def test_a_moment_without_a_wall_clock_takes_its_neighbours_distance(tmp_path: Path) -> None:
    first = {"date": "2024-01-02T11:00:00", "date_unixtime": "1704164400"}
    chat = read(tmp_path, first, {"date": None, "date_unixtime": "1704168000"}, {"date": "2024-01-02T13:00:00"})
    assert [moment.hour for moment in chat.messages["local"]] == [11, 12, 13]
    assert [moment and moment.hour for moment in chat.messages["at"]] == [3, 4, None]


def test_a_message_without_any_moment_is_dropped_and_quoted(tmp_path: Path) -> None:
    report = read(
        tmp_path, {"text": "a"}, {"date": None, "text": "lost"}, {"date": "9999-01-01T00:00:00", "text": "far"}
    ).reports[0]
    assert (report.lines, report.matched, report.dropped) == (3, 1, 2)
    assert [example.text for example in report.dropped_examples] == ["lost", "far"]


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ({"photo": "photos/1.jpg"}, "image"),
        ({"media_type": "sticker", "file": "1.webp", "sticker_emoji": "👍"}, "sticker"),
        ({"media_type": "voice_message", "file": "1.ogg"}, "voice"),
        ({"file": "1.pdf", "mime_type": "application/pdf"}, "file"),
        ({"file": "1.png", "mime_type": "image/png"}, "image"),
        ({"poll": {"question": "?", "answers": []}}, "poll"),
        ({"forwarded_from": None, "text": "news"}, "forward"),
        ({"contact_information": {}}, "contact"),
        ({"location_information": {}}, "location"),
    ],
)
def test_media_are_told_apart(tmp_path: Path, row: dict[str, Any], kind: str) -> None:
    assert read(tmp_path, row).messages["kind"].to_list() == [kind]


@pytest.mark.parametrize(
    ("action", "members", "expected"),
    [
        ("join_group_by_link", None, ("join", ["Ann"])),
        ("invite_members", ["Bob", None, "Cy"], ("join", ["Bob", "Cy"])),
        ("remove_members", ["Bob"], ("kick", ["Bob"])),
        ("remove_members", ["Ann"], ("leave", ["Ann"])),
        ("pin_message", None, ("pin", None)),
        ("edit_group_photo", None, ("system", None)),
    ],
)
def test_service_rows_are_events(
    tmp_path: Path, action: str, members: list[str] | None, expected: tuple[str, list[str] | None]
) -> None:
    row = {"type": "service", "actor": "Ann", "actor_id": "user1", "action": action}
    rows = read(tmp_path, row | ({"members": members} if members else {})).messages
    assert rows.select("kind", "members").row(0) == expected
    assert rows.select("sender", "name", "text").row(0) == ("user1", "Ann", action)


def test_replies_point_at_ids(tmp_path: Path) -> None:
    rows = read(tmp_path, {"text": "a"}, {"text": "b", "reply_to_message_id": 0}).messages
    assert rows.select("id", "reply_to").rows() == [("0", None), ("1", "0")]


def test_of_several_chats_one_is_chosen(tmp_path: Path) -> None:
    message = {"id": 1, "type": "message", "date_unixtime": "1704164400", "from": "Ann", "text": "hi"}
    chats = [{"name": name, "id": 1, "messages": [message] * count} for name, count in (("A", 1), ("B", 2))]
    path = tmp_path / "result.json"
    path.write_text(json.dumps({"about": "all", "chats": {"about": "", "list": chats}}))
    with pytest.raises(UnreadableChatError, match=r"2 chats: B \(2\), A \(1\)"):
        read_chat(path)
    assert len(read_chat(path, chat="B").messages) == 2


def test_rows_with_odd_types_are_dropped_and_the_rest_is_read(tmp_path: Path) -> None:
    chat = read(
        tmp_path, {"text": "a"}, {"text": 5}, {"text": "b", "id": 10**30}, {"from": ["x"]}, {"date_unixtime": "nan"}
    )
    assert chat.messages["id"].to_list() == ["0", str(10**30), "4"]
    assert chat.reports[0].dropped == 2


def test_reactions_of_all_kinds_are_counted(tmp_path: Path) -> None:
    thumbs = {"type": "emoji", "count": 3, "emoji": "👍", "recent": [{"from": "Bob", "from_id": "user2"}]}
    chat = read(tmp_path, {"reactions": [thumbs, {"type": "paid", "count": 2}]}, {"text": "hi"}, {"reactions": []})
    assert chat.messages["reactions"].to_list() == [5, None, 0]


@pytest.mark.parametrize(
    ("odd", "expected"),
    [
        (None, None), (7, None), ("many", None), ({"count": 1}, None), ([1, "x", None, [2]], None),
        ([{"emoji": "👍"}], None), ([{"count": -1}], None), ([{"count": 10**30}], None), ([{"count": True}], None),
        ([{"count": "4"}], 4), ([{"count": -1}, {"count": 2}], 2), ([{"count": 2**32 - 1}, {"count": 1}], None),
    ],
)  # fmt: skip
def test_odd_reactions_cost_their_number_and_not_the_message(tmp_path: Path, odd: object, expected: int | None) -> None:
    chat = read(tmp_path, {"text": "a", "reactions": odd}, {"text": "b", "reactions": [{"count": 1}]})
    assert chat.messages.select("text", "reactions").rows() == [("a", expected), ("b", 1)]
