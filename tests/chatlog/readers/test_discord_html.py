"""DiscordChatExporter's HTML, old and new."""

import re
from pathlib import Path

import pytest

from groupctl.chatlog import Chat
from tests.chatlog.readers.written import read, rows

HEAD = (
    "<!DOCTYPE html><html><head><style>.chatlog__message-group {}</style></head>\n"
    '<body><div class="preamble__entry">Hikers</div>'
)
OLD = (
    '<div class="chatlog__message-group"><div class="chatlog__messages">\n'
    '<span class="chatlog__author-name" title="Ann#1" data-user-id="1">Ann</span>\n'
    '<span class="chatlog__timestamp">07-Jul-18 09:47 PM</span>'
    '<div class="chatlog__message" data-message-id="465272559198273567" id="message-465272559198273567">'
    '<div class="chatlog__content"><span class="markdown">first</span></div></div>\n'
    '<div class="chatlog__message" data-message-id="465273559198273567" id="message-465273559198273567">'
    '<div class="chatlog__content"><span class="markdown">second</span></div></div></div></div>\n'
)


def new(
    content: str,
    author: str = "<span class=chatlog__author title=ann data-user-id=1>Ann</span>",
    number: int = 1417132870174113922,
) -> str:
    """Return one message as new versions write it."""
    stamp = '<span class=chatlog__timestamp title="Monday, September 15, 2025 9:00 a.m."></span>'
    container = f"<div id=chatlog__message-container-{number} data-message-id={number}>"
    message = f"<div class=chatlog__message>{author}{stamp}{content}</div>"
    return f"<div class=chatlog__message-group>{container}{message}</div></div>\n"


def said(text: str) -> str:
    """Return a text as new versions write it."""
    return f'<div class="chatlog__content chatlog__markdown"><span class=chatlog__markdown-preserve>{text}</span></div>'


def export(folder: Path, *parts: str) -> Chat:
    """Read a file of these parts."""
    return read(folder, "\n".join([HEAD, *parts, "</body></html>"]), "discord_html", "chat.html")


def test_old_files_have_one_time_for_a_group(tmp_path: Path) -> None:
    chat = export(tmp_path, OLD)
    assert [tuple(map(str, row)) for row in rows(chat, "local", "sender", "name", "text", "line")] == [
        ("2018-07-07 21:47:00", "1", "Ann#1", "first", "3"), ("2018-07-07 21:51:00", "1", "Ann#1", "second", "3"),
    ]  # fmt: skip


def test_the_number_of_a_message_holds_its_moment(tmp_path: Path) -> None:
    chat = export(tmp_path, new(said("hi")))
    assert [tuple(map(str, row)) for row in rows(chat, "at", "local", "id")] == [
        ("2025-09-15 13:00:05.305000+00:00", "2025-09-15 09:00:00", "1417132870174113922")
    ]
    assert chat.title == "Hikers"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a &amp; <strong>b</strong> <em>c</em><br>d", "a & **b** *c*\nd"),
        ('<a href="https://x.org">https://x.org</a>', "https://x.org"),
        ('<img class="chatlog__emoji" alt="😉"> <img class="chatlog__emoji" alt="party_hat">', "😉 :party_hat:"),
        (
            '<code class="chatlog__markdown-pre chatlog__markdown-pre--multiline language-py">a\nb</code>',
            "```py\na\nb\n```",
        ),
        ('<code class="chatlog__markdown-pre chatlog__markdown-pre--inline">a</code>', "`a`"),
        ('<span class="chatlog__markdown-spoiler">x</span>', "||x||"),
        ("<i>" * 500 + "deep", ""),
    ],
)
def test_marks_are_as_they_were_typed(tmp_path: Path, html: str, text: str) -> None:
    found = rows(export(tmp_path, new(said(html))), "text")[0][0]
    assert found.strip("*") == text if not text else found == text


def test_replies_and_robots(tmp_path: Path) -> None:
    reply = "<div><span class=chatlog__reply-link onclick=\"scrollToMessage(event,'77')\">x</span></div>"
    robot = "<span class=chatlog__author title=bot data-user-id=2>Bot</span><span class=chatlog__author-tag>BOT</span>"
    assert rows(export(tmp_path, new(reply + said("yes"), robot)), "reply_to", "role", "text") == [
        ("77", "robot", "yes")
    ]


@pytest.mark.parametrize(
    ("notice", "expected"),
    [
        ("joined the server.", ("join", ["ann"])),
        ("added <a>Bob</a> to the group.", ("join", ["Bob"])),
        ("removed <a>Bob</a> from the group.", ("kick", ["Bob"])),
        ("left the group.", ("leave", ["ann"])),
        ("pinned <a>a message</a> to this channel.", ("pin", None)),
        ("changed the channel name.", ("system", None)),
    ],
)
def test_notices_are_events(tmp_path: Path, notice: str, expected: tuple[str, list[str] | None]) -> None:
    author = "<span class=chatlog__system-notification-author title=ann data-user-id=1>Ann</span>"
    chat = export(tmp_path, new(f"<span class=chatlog__system-notification-content>{notice}</span>", author))
    assert rows(chat, "kind", "members") == [expected]


def test_attachments_are_media(tmp_path: Path) -> None:
    attached = '<div class=chatlog__attachment><a href="https://cdn.example/1/a.jpg?ex=1"><img></a></div>'
    assert rows(export(tmp_path, new(attached)), "kind", "text") == [("image", "")]


def test_a_message_without_a_written_time_has_that_of_its_number_where_no_other_tells_the_zone(tmp_path: Path) -> None:
    bare = re.sub("<span class=chatlog__timestamp.*?</span>", "", new(said("b")))
    chat = export(tmp_path, OLD.replace("465272559198273567", "x").replace("465273559198273567", "y"), bare)
    assert str(rows(chat, "local")[-1][0]) == "2025-09-15 13:00:00"


def test_reactions_are_counted(tmp_path: Path) -> None:
    counts = ("3", "2", "", "9" * 30)
    below = "".join(
        f"<div class=chatlog__reaction title=x><span class=chatlog__reaction-count>{count}</span></div>"
        for count in counts
    )
    chat = export(
        tmp_path,
        new(f"{said('hi')}<div class=chatlog__reactions>{below}</div>"),
        new(said("ok"), number=1417132870174113923),
    )
    assert chat.messages.select("text", "reactions").rows() == [("hi", 5), ("ok", None)]


def test_reactions_to_nothing_that_can_be_read_do_no_harm(tmp_path: Path) -> None:
    stray = (
        "<div class=chatlog__message-group><div data-message-id=7><i class=chatlog__reaction-count>3</i></div></div>"
    )
    chat = export(tmp_path, new(said("hi")), stray, new(said("ok"), number=1417132870174113923))
    assert chat.messages.select("text", "reactions").rows() == [("hi", None), ("ok", None)]
