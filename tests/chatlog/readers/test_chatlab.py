"""ChatLab's interchange format."""

import datetime as dt
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupctl.chatlog import Chat
from groupctl.chatlog.chatlab import TYPES
from tests.chatlog.readers.written import read, rows

HEADER: dict[str, Any] = {
    "chatlab": {"version": "0.0.2", "exportedAt": 1},
    "meta": {"name": "Hikers", "platform": "qq", "type": "group"},
}
MEMBERS: list[dict[str, Any]] = [
    {"platformId": "1", "accountName": "Ann", "roles": [{"id": "vip"}, {"id": "owner"}]},
    {"platformId": "2", "accountName": "Bob"},
]
MESSAGE = {"sender": "1", "accountName": "Ann", "timestamp": 1703001600, "type": 0, "content": "hi"}
SPOKEN = sorted(number for number, kind in TYPES.items() if kind not in {"system", "recall"})
NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=5)
MESSAGES = st.lists(
    st.fixed_dictionaries(
        {
            "sender": NAMES.map("1{}".format),  # no id is somebody's name: two senders would be one person
            "accountName": NAMES.map("~{}".format),
            "timestamp": st.integers(10**9, 2 * 10**9),
            "type": st.sampled_from(SPOKEN),
            "content": st.text(),
        },
        optional={"platformMessageId": NAMES, "replyToMessageId": NAMES, "groupNickname": NAMES.map("~{}".format)},
    ),
    min_size=1,
    max_size=5,
)


def document(folder: Path, *messages: dict[str, Any]) -> Chat:
    """Read one JSON document."""
    return read(folder, {**HEADER, "members": MEMBERS, "messages": list(messages)}, "chatlab")


def lines(folder: Path, *messages: dict[str, Any]) -> Chat:
    """Read one object a line."""
    objects = [{"_type": "header", **HEADER}, *({"_type": "member", **member} for member in MEMBERS)]
    objects += [{"_type": "message", **message} for message in messages]
    return read(folder, "\n".join(map(json.dumps, objects)) + "\n", "chatlab", "export.jsonl")


BOTH = pytest.mark.parametrize("form", [document, lines])


@BOTH
def test_title_and_roles_come_from_the_head(tmp_path: Path, form: Any) -> None:
    chat = form(tmp_path, MESSAGE, {**MESSAGE, "sender": "2", "accountName": "Bob"})
    assert chat.title == "Hikers"
    assert rows(chat, "sender", "name", "role") == [("1", "Ann", "owner"), ("2", "Bob", None)]


@BOTH
@given(messages=MESSAGES)
def test_what_was_written_is_read(form: Any, messages: list[dict[str, Any]]) -> None:
    with TemporaryDirectory() as folder:
        found = form(Path(folder), *messages).messages
    wanted = sorted(messages, key=lambda message: message["timestamp"])
    assert [int(moment.timestamp()) for moment in found["at"]] == [message["timestamp"] for message in wanted]
    assert found["name"].to_list() == [message.get("groupNickname", message["accountName"]) for message in wanted]
    for column, key in {
        "sender": "sender",
        "text": "content",
        "id": "platformMessageId",
        "reply_to": "replyToMessageId",
    }.items():
        assert found[column].to_list() == [message.get(key) for message in wanted]
    assert found["kind"].to_list() == [TYPES[message["type"]] for message in wanted]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Ann"邀请"Cy"加入了群聊', ("join", "1", ["Cy"])),
        ("Ann将Cy移出了本群。", ("kick", "1", ["Cy"])),
        ("Cy退出了本群。", ("leave", "Cy", ["Cy"])),
        ("whatever", ("system", None, None)),
    ],
)
def test_notices_are_told_apart_by_their_sentences(tmp_path: Path, text: str, expected: tuple[Any, ...]) -> None:
    notice = {"sender": "system", "accountName": "system", "timestamp": 1703001700, "type": 80, "content": text}
    assert rows(document(tmp_path, MESSAGE, notice), "kind", "sender", "members")[1] == expected


def test_unknown_types_are_other_and_null_texts_empty(tmp_path: Path) -> None:
    assert rows(document(tmp_path, {**MESSAGE, "type": 63, "content": None}), "kind", "text") == [("other", "")]


def test_remarks_and_bad_lines_cost_no_message(tmp_path: Path) -> None:
    header, message = json.dumps({"_type": "header", **HEADER}), json.dumps({"_type": "message", **MESSAGE})
    text = f"# remark\n{header}\n{{oops\n{message}\n"
    chat = read(tmp_path, text, "chatlab", "export.jsonl")
    assert (len(chat.messages), chat.reports[0].structural, chat.reports[0].dropped) == (1, 2, 1)


def test_the_group_s_zone_gives_the_wall_clock(tmp_path: Path) -> None:
    chat = read(tmp_path, {**HEADER, "messages": [MESSAGE]}, "chatlab", timezone="Asia/Shanghai")
    assert rows(chat, "local") == [(dt.datetime(2023, 12, 20, 0, 0),)]
