"""Slack's export."""

import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from groupctl.chatlog import read_chat
from groupctl.errors import UnreadableChatError
from tests.chatlog.readers.written import rows, write

PEOPLE = [
    {
        "id": "U1",
        "team_id": "T",
        "name": "ann",
        "is_admin": True,
        "profile": {"display_name": "Ann", "real_name": "Ann A"},
    },
    {"id": "U2", "team_id": "T", "name": "bob", "profile": {"display_name": "", "real_name": "Bob B"}},
]
CHANNELS = [{"id": "C1", "name": "general", "members": ["U1"]}]
FIRST = {
    "type": "message",
    "user": "U1",
    "text": "hi <@U2>, see <https://x.org|this> &amp; that",
    "ts": "1704164400.000100",
}
ANSWER = {"type": "message", "user": "U2", "text": "ok", "ts": "1704168000.000200", "thread_ts": "1704164400.000100"}
JOIN = {
    "type": "message",
    "subtype": "channel_join",
    "user": "U2",
    "text": "<@U2> has joined the channel",
    "ts": "1704160000.000000",
}


def export(folder: Path, *messages: dict[str, Any]) -> Path:
    """Write the export of one channel."""
    return write(
        folder / "export", {"users.json": PEOPLE, "channels.json": CHANNELS, "general/2024-01-02.json": list(messages)}
    )


def test_ids_become_names_and_marks_plain_text(tmp_path: Path) -> None:
    chat = read_chat(export(tmp_path, FIRST))
    assert rows(chat, "sender", "name", "role", "text") == [("U1", "Ann", "admin", "hi @Bob B, see this & that")]
    assert (chat.title, chat.platform, chat.sources) == ("general", "slack", ("export",))


def test_a_zip_is_read_like_its_folder(tmp_path: Path) -> None:
    folder = export(tmp_path, FIRST, ANSWER)
    archive = shutil.make_archive(str(tmp_path / "archive"), "zip", folder)
    assert read_chat(archive).messages.equals(read_chat(folder).messages)


def test_threads_are_replies_to_their_first_message(tmp_path: Path) -> None:
    chat = read_chat(export(tmp_path, {**FIRST, "thread_ts": FIRST["ts"]}, ANSWER))
    assert rows(chat, "id", "reply_to") == [("1704164400.000100", None), ("1704168000.000200", "1704164400.000100")]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (JOIN, ("join", "U2", ["Bob B"], None)),
        ({**JOIN, "subtype": None}, ("join", "U2", ["Bob B"], None)),
        ({**JOIN, "subtype": "channel_leave"}, ("leave", "U2", ["Bob B"], None)),
        ({**FIRST, "subtype": "channel_topic"}, ("system", "U1", None, "admin")),
        ({**FIRST, "subtype": "bot_message", "user": None, "bot_id": "B1"}, ("text", "B1", None, "robot")),
        ({**FIRST, "files": [{"name": "a.pdf"}]}, ("file", "U1", None, "admin")),
    ],
)
def test_subtypes(tmp_path: Path, row: dict[str, Any], expected: tuple[Any, ...]) -> None:
    assert rows(read_chat(export(tmp_path, row)), "kind", "sender", "members", "role") == [expected]


def test_of_several_channels_one_is_chosen(tmp_path: Path) -> None:
    folder = write(export(tmp_path, FIRST), {"random/2024-01-03.json": [ANSWER, JOIN]})
    with pytest.raises(UnreadableChatError, match=r"2 chats: random \(2\), general \(1\)"):
        read_chat(folder)
    assert len(read_chat(folder, chat="random").messages) == 2


def test_one_channel_or_one_day_is_enough(tmp_path: Path) -> None:
    folder = export(tmp_path, FIRST)
    write(folder, {"general/2024-01-03.json": [ANSWER]})
    assert rows(read_chat(folder / "general"), "name") == [("Ann",), ("Bob B",)]
    assert rows(read_chat(folder / "general" / "2024-01-03.json"), "name") == [("Bob B",)]


def test_an_archive_of_pages_and_threads(tmp_path: Path) -> None:
    thread = "C1/2/1704164400.000100.json"
    files = {
        ".users.json": {"U1234567": "Ann"},
        ".channels.json": {"C1": "general"},
        "C1/2.json": [FIRST],
        thread: [FIRST, {**ANSWER, "thread_ts": None}],
    }
    chat = read_chat(write(tmp_path / "archive", files))
    assert rows(chat, "id", "reply_to") == [("1704164400.000100", None), ("1704168000.000200", "1704164400.000100")]
    assert chat.title == "general"


def test_people_without_channels_are_no_chat(tmp_path: Path) -> None:
    with pytest.raises(UnreadableChatError, match="no channel beside it"):
        read_chat(write(tmp_path / "export", {"users.json": PEOPLE}))


def test_a_zip_of_many_days_is_opened_no_more_often_than_one_of_few(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(export(tmp_path, FIRST), {f"general/2024-02-{day:02}.json": [ANSWER] for day in range(1, 29)})
    archive, opened = shutil.make_archive(str(tmp_path / "archive"), "zip", folder), []
    whole = zipfile.ZipFile.__init__

    def counted(self: zipfile.ZipFile, *args: Any, **options: Any) -> None:
        opened.append(args)
        whole(self, *args, **options)

    monkeypatch.setattr(zipfile.ZipFile, "__init__", counted)
    read_chat(archive)
    assert len(opened) < 10


def test_reactions_are_counted(tmp_path: Path) -> None:
    two = [{"name": "+1", "users": ["U1", "U2"], "count": 2}, {"name": "tada", "users": ["U1"], "count": 1}]
    chat = read_chat(export(tmp_path, {**FIRST, "reactions": two}, ANSWER))
    assert chat.messages["reactions"].to_list() == [3, None]
