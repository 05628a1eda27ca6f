"""Whatever a chat holds is written and read back, in every form."""

import datetime as dt

import pytest
from hypothesis import given, settings

from groupctl.chatlog import Chat
from groupctl.chatlog.writer import writers
from tests.chatlog.writers.chats import CHATS, COMPARED, back, chat_of, values

FORMS = pytest.mark.parametrize(
    ("form", "ending"), [(name, ending) for name, writer in writers().items() for ending in writer.endings]
)


@FORMS
@settings(max_examples=50)
@given(chat=CHATS)
def test_what_is_written_is_read_back(form: str, ending: str, chat: Chat) -> None:
    found = back(chat, form, ending)
    assert values(found) == values(chat)
    assert (found.platform, found.title) == (chat.platform, chat.title)
    assert found.messages.select(COMPARED).schema == chat.messages.select(COMPARED).schema
    report = found.reports[0]
    assert report.matched + report.folded + report.structural + report.dropped == report.lines
    assert (report.matched, report.dropped) == (len(chat.messages), 0)


@FORMS
def test_a_message_that_looks_like_an_export_is_a_message(form: str, ending: str) -> None:
    quoted = "\n".join(f"2024-08-14, 9:0{minute} - Ann: hi" for minute in range(9))
    chat = chat_of([{"local": dt.datetime(2024, 8, 15), "kind": "text", "sender": "Bob", "text": quoted}])
    assert back(chat, form, ending).messages["text"].to_list() == [quoted]


@FORMS
def test_who_is_who_was_settled_before_it_was_written(form: str, ending: str) -> None:
    row = {"local": dt.datetime(2024, 8, 15), "kind": "text", "text": "hi"}
    chat = chat_of([{**row, "sender": "1", "name": "Ann"}, {**row, "sender": "Ann", "name": "Ann"}])
    assert back(chat, form, ending).messages["sender"].to_list() == ["1", "Ann"]
