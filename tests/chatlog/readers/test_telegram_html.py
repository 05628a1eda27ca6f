"""Telegram Desktop's export as HTML."""

from pathlib import Path

from tests.chatlog.readers.written import read, rows

TOP = """<!DOCTYPE html>
<html><body><div class="page_header"><div class="text bold">
Lens Club
</div></div>
<div class="history">
"""
STAMP = '<div class="pull_right date details" title="17.06.2024 13:10:36 UTC{zone}">13:10</div>'


def message(number: int, inner: str, *, name: str = "", zone: str = "+01:00") -> str:
    """Return a message; without a name it goes on where the one before it ended."""
    author = f'<div class="from_name">\n{name} \n</div>' if name else ""
    kind = "default clearfix" + ("" if name else " joined")
    body = f'<div class="body">{STAMP.format(zone=zone)}{author}{inner}</div>'
    return f'<div class="message {kind}" id="message{number}">{body}</div>\n'


def service(number: int, text: str) -> str:
    """Return a service line."""
    return f'<div class="message service" id="message{number}"><div class="body details">\n{text}\n</div></div>\n'


def text(said: str) -> str:
    """Return the part of a message that holds its text."""
    return f'<div class="text">\n{said}\n</div>'


def test_names_times_and_texts_are_read(tmp_path: Path) -> None:
    page = (
        TOP + service(-1, "17 June 2024") + message(1, text('Hi &amp; hello<br>see <a href="#">this</a>'), name="Ann")
    )
    chat = read(tmp_path, page + message(2, text("more"), zone="-02:30"), "telegram_html", "messages.html")
    assert rows(chat, "name", "text", "id", "line") == [
        ("Ann", "Hi & hello\nsee this", "1", 9),
        ("Ann", "more", "2", 14),
    ]
    assert [str(at) for at in chat.messages["at"]] == ["2024-06-17 12:10:36+00:00", "2024-06-17 15:40:36+00:00"]
    assert (chat.title, chat.reports[0].structural) == ("Lens Club", 1)


def test_service_lines_stand_when_the_message_before_them_does(tmp_path: Path) -> None:
    page = TOP + service(1, "Ann created group «Lens Club»") + message(2, text("hi"), name="Ann")
    page += service(3, "Cid joined group by link from group") + service(4, "Ann invited Dora and Eve")
    page += service(5, "Ann removed Dora") + service(6, "Cid removed Cid") + service(7, "Ann pinned this message")
    chat = read(tmp_path, page, "telegram_html", "messages.html")
    assert rows(chat, "kind", "sender", "members") == [
        ("system", "Ann", None),
        ("text", "Ann", None),
        ("join", "Cid", ["Cid"]),
        ("join", "Ann", ["Dora", "Eve"]),
        ("kick", "Ann", ["Dora"]),
        ("leave", "Cid", ["Cid"]),
        ("pin", "Ann", None),
    ]
    assert len({str(local) for local in chat.messages["local"]}) == 1


def test_media_answers_and_what_was_forwarded(tmp_path: Path) -> None:
    photo = '<div class="media_wrap clearfix"><a class="photo_wrap clearfix pull_left" href="photos/p.jpg"></a></div>'
    voice = (
        '<div class="media clearfix pull_left media_voice_message"><div class="title bold">Voice message</div></div>'
    )
    poll = '<div class="media_poll"><div class="question bold">Tea?</div></div>'
    answer = '<div class="reply_to details">In reply to <a href="#go_to_message1">this</a></div>'
    old = '<div class="forwarded body"><div class="from_name">News <span class="date details" title="x">y</span></div>'
    page = TOP + message(1, photo, name="Ann") + message(2, voice) + message(3, poll, name="Bob")
    page += message(4, answer + text("yes")) + message(5, old + text("old news") + "</div>")
    chat = read(tmp_path, page, "telegram_html", "messages.html")
    assert rows(chat, "sender", "kind", "text", "reply_to") == [
        ("Ann", "image", "", None),
        ("Ann", "voice", "Voice message", None),
        ("Bob", "poll", "Tea?", None),
        ("Bob", "text", "yes", "1"),
        ("Bob", "forward", "old news", None),
    ]
    assert {str(local) for local in chat.messages["local"]} == {"2024-06-17 13:10:36"}
