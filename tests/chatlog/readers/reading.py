"""Reads a sample as an operator's file would be read, and checks that every line of it is accounted for."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings

from groupctl.chatlog import Chat, read_chat

ROUNDS = settings(max_examples=40, deadline=None)
"""For round trips: each writes and reads a file."""


def read(
    text: str,
    format: str,  # noqa: A002 - the word that read_chat uses
    *,
    file: str = "chat.txt",
    changed: float | None = None,
    forced: bool = False,
) -> Chat:
    """Return the chat in a sample that only ``format`` may claim, unless ``forced``; ``changed`` is the file's time."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / file
        path.write_text(text, encoding="utf-8", newline="")
        if changed is not None:
            os.utime(path, (changed, changed))
        chat = read_chat(path, format=format if forced else None)
    report = chat.reports[0]
    assert report.format == format
    assert report.matched + report.folded + report.structural + report.dropped == report.lines
    return chat


def column(chat: Chat, name: str) -> list[object]:
    """Return one column of the messages."""
    return chat.messages[name].to_list()


def times(chat: Chat) -> list[str]:
    """Return when each message was sent, to the second."""
    return [str(moment) for moment in chat.messages["local"].to_list()]
