"""Zulip's JSON."""

from pathlib import Path
from typing import Any

import pytest

from tests.chatlog.readers.written import read, rows

ROW = {
    "id": 5,
    "timestamp": 1704164645,
    "sender_full_name": "Ann",
    "sender_id": 1,
    "content": "<p>hi <strong>all</strong> &amp; more</p>",
}


@pytest.mark.parametrize("shape", [lambda found: found, lambda found: {"messages": found}])
def test_rows_stand_alone_or_under_a_key(tmp_path: Path, shape: Any) -> None:
    chat = read(tmp_path, shape([ROW]), "zulip", "release plans.json")
    assert rows(chat, "sender", "name", "text", "id") == [("1", "Ann", "hi **all** & more", "5")]
    assert chat.title == "release plans"


def test_zulip_s_own_robots(tmp_path: Path) -> None:
    robot = {**ROW, "sender_email": "notification-bot@zulip.com", "sender_id": None}
    assert rows(read(tmp_path, [robot], "zulip"), "sender", "role") == [("notification-bot@zulip.com", "robot")]
