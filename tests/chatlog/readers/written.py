"""Writes the files of an export, small and in sight, and reads them back."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from groupctl.chatlog import Chat, read_chat


def write(folder: Path, files: Mapping[str, object]) -> Path:
    """Write files below a folder (texts as they are, anything else as JSON) and return the folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        path.write_text(text, encoding="utf-8", newline="")
    return folder


def read(folder: Path, content: object, format: str, name: str = "export.json", **options: Any) -> Chat:  # noqa: A002
    """Return the chat of a file that only the reader ``format`` may claim."""
    chat = read_chat(write(folder, {name: content}) / name, **options)
    report = chat.reports[0]
    assert report.format == format
    assert report.matched + report.folded + report.structural + report.dropped == report.lines
    return chat


def rows(chat: Chat, *columns: str) -> list[tuple[Any, ...]]:
    """Return some columns, row by row."""
    return chat.messages.select(columns).rows()
