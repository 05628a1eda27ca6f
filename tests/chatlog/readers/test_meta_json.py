"""Messenger's and Instagram's JSON."""

from pathlib import Path
from typing import Any

import pytest

from tests.chatlog.readers.written import read, rows

ROW = {"sender_name": "Zoë".encode().decode("latin-1"), "timestamp_ms": 1704164645123, "content": "hi"}


def test_escaped_bytes_become_letters_again(tmp_path: Path) -> None:
    chat = read(tmp_path, {"messages": [ROW], "title": "Zoë".encode().decode("latin-1")}, "meta_json")
    assert [tuple(map(str, row)) for row in rows(chat, "at", "sender", "name", "text")] == [
        ("2024-01-02 03:04:05.123000+00:00", "Zoë", "Zoë", "hi")
    ]
    assert chat.title == "Zoë"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"photos": [{"uri": "a"}]}, ("image", None)),
        ({"sticker": {"uri": "a"}}, ("sticker", None)),
        ({"is_unsent": True}, ("deleted", None)),
        ({"type": "Subscribe", "users": [{"name": "Bob"}]}, ("join", ["Bob"])),
        ({"type": "Unsubscribe", "users": [{"name": "Bob"}]}, ("kick", ["Bob"])),
        ({"call_duration": 5}, ("call", None)),
    ],
)
def test_kinds(tmp_path: Path, row: dict[str, Any], expected: tuple[str, Any]) -> None:
    assert rows(read(tmp_path, {"messages": [ROW | row]}, "meta_json"), "kind", "members") == [expected]
