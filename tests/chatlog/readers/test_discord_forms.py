"""The four forms in which DiscordChatExporter writes a channel: one conversation, the same messages."""

import datetime as dt
import html
import json
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pytest

from groupctl.chatlog import read_chat
from groupctl.chatlog.discord import EPOCH

HEAD = "<!DOCTYPE html><html><head><style>.chatlog__message-group {}</style></head>\n<body>\n"
RULER = "=" * 62


@dataclass(frozen=True)
class Said:
    """One message."""

    minute: int
    who: str
    text: str
    file: str = ""
    answers: int | None = None
    """The minute of the message that it answers."""

    @property
    def at(self) -> dt.datetime:
        """When it was sent."""
        return dt.datetime(2025, 9, 15, 9, self.minute, tzinfo=dt.UTC)

    @property
    def id(self) -> str:
        """Its number, which holds its moment."""
        return number(self.minute)

    @property
    def address(self) -> str:
        """Where the file stands."""
        return f"https://cdn.example/1/2/{self.file}?ex=1"


def number(minute: int) -> str:
    """Return the number of the message of a minute."""
    moment = dt.datetime(2025, 9, 15, 9, minute, tzinfo=dt.UTC)
    return str(int(moment.timestamp() * 1000) - EPOCH << 22)


CONVERSATION = (
    Said(1, "ann", "which tent is light?"),
    Said(2, "bob", 'the green one,\nI think; "really"', answers=1),
    Said(3, "ann", "", file="tent.png"),
    Said(4, "王小明", "a < b & c, 你好 🦊"),
    Said(5, "bob", "", file="route.gpx", answers=3),
    Said(6, "ann", "run ```py\nprint(1)\n``` first"),
)


def as_json() -> str:
    """Return the conversation as JSON."""
    messages = [
        {
            "id": said.id, "type": "Default" if said.answers is None else "Reply", "timestamp": said.at.isoformat(),
            "content": said.text, "author": {"id": said.who, "name": said.who},
            "attachments": [{"fileName": said.file, "url": said.address}] if said.file else [],
            **({} if said.answers is None else {"reference": {"messageId": number(said.answers)}}),
        }
        for said in CONVERSATION
    ]  # fmt: skip
    document = {"guild": {"id": "1", "name": "Hikers"}, "channel": {"id": "2", "name": "gear"}, "messages": messages}
    return json.dumps(document, indent=2, ensure_ascii=False)


def as_csv() -> str:
    """Return the conversation as a table."""
    rows = [
        (said.who, said.who, said.at.isoformat(), said.text, said.address if said.file else "", "")
        for said in CONVERSATION
    ]
    quoted = (('"' + value.replace('"', '""') + '"' for value in row) for row in rows)
    return "\n".join(["AuthorID,Author,Date,Content,Attachments,Reactions", *map(",".join, quoted)]) + "\n"


def as_txt() -> str:
    """Return the conversation as plain text."""
    blocks = [
        f"[{said.at:%d-%b-%y %I:%M %p}] {said.who}\n"
        + (f"{said.text}\n" if said.text else "")
        + (f"\n{{Attachments}}\n{said.address}\n" if said.file else "")
        for said in CONVERSATION
    ]
    about = f"{RULER}\nGuild: Hikers\nChannel: gear\n{RULER}\n\n"
    return about + "\n".join(blocks) + f"\n{RULER}\nExported {len(CONVERSATION)} message(s)\n{RULER}\n"


def as_html() -> str:
    """Return the conversation as a page."""
    return HEAD + "".join(map(_block, CONVERSATION)) + "</body></html>"


def _block(said: Said) -> str:
    """Return one message as a page shows it."""
    answered = number(said.answers) if said.answers else ""
    reply = f"<span class=chatlog__reply-link onclick=\"scrollToMessage(event,'{answered}')\"></span>"
    code = '<code class="chatlog__markdown-pre chatlog__markdown-pre--multiline language-py">print(1)</code>'
    text = html.escape(said.text).replace("```py\nprint(1)\n```", code)
    shown = f"<div class=chatlog__content><span class=chatlog__markdown-preserve>{text}</span></div>"
    return (
        "<div class=chatlog__message-group>"
        f"<div id=chatlog__message-container-{said.id} data-message-id={said.id}>{reply if answered else ''}"
        f"<span class=chatlog__author title={said.who} data-user-id={said.who}>{said.who}</span>"
        f'<span class=chatlog__timestamp title="{said.at:%A, %B %d, %Y %I:%M %p}"></span>'
        + (shown if said.text else "")
        + (f'<div class=chatlog__attachment><a href="{said.address}"></a></div>' if said.file else "")
        + "</div></div>\n"
    )


FORMS = {"json": as_json, "csv": as_csv, "txt": as_txt, "html": as_html}


def table(folder: Path, form: str) -> pl.DataFrame:
    """Read the conversation in one form."""
    path = folder / f"chat.{form}"
    path.write_text(FORMS[form](), encoding="utf-8")
    chat = read_chat(path)
    assert (chat.reports[0].format, chat.reports[0].dropped) == (f"discord_{form}", 0)
    return chat.messages


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_messages(tmp_path: Path, form: str) -> None:
    rows = table(tmp_path, form).select("name", "text", "kind", pl.col("local").dt.truncate("1m"))
    kinds = {"": "text", "tent.png": "image", "route.gpx": "file"}
    assert rows.rows() == [
        (said.who, said.text, kinds[said.file], said.at.replace(tzinfo=None)) for said in CONVERSATION
    ]


@pytest.mark.parametrize("form", ["json", "html"])
def test_forms_that_tell_what_is_answered_tell_the_same(tmp_path: Path, form: str) -> None:
    rows = table(tmp_path, form).select("id", "reply_to").rows()
    assert rows == [(said.id, number(said.answers) if said.answers else None) for said in CONVERSATION]
