"""Chats without names."""

import datetime as dt
from typing import Any

from groupctl.chatlog.anonymous import anonymous
from tests.chatlog.writers.chats import chat_of

ROW: dict[str, Any] = {"local": dt.datetime(2024, 1, 2), "kind": "text", "sender": "wxid_1", "name": "张伟"}
BOB: dict[str, Any] = {**ROW, "sender": "wxid_2", "name": "Bob"}
CHAT = chat_of(
    [
        {**ROW, "text": "早", "id": "4917012345@c.us_1"},
        {**BOB, "text": "@张伟 in, ask bob or ann@example.org", "reply_to": "4917012345@c.us_1"},
        {**ROW, "kind": "join", "text": "张伟邀请Cyril加入", "members": ["Cyril"]},
    ],
    "wechat",
    "张伟的群",
)


def test_nobody_is_named_anywhere() -> None:
    found = anonymous(CHAT, b"key")
    said = f"{found.messages.to_dicts()} {found.title}".casefold()
    assert [name for name in ("张伟", "bob", "wxid", "cyril", "ann@", "4917012345") if name in said] == []


def test_a_person_has_one_pseudonym_in_every_place() -> None:
    rows = anonymous(CHAT, b"key").messages
    zhang, bob, _again = rows["sender"].to_list()
    assert rows["name"].to_list() == [zhang, bob, zhang]
    assert rows["text"].to_list()[1] == f"@{zhang} in, ask {bob} or ▒▒▒"
    assert rows["text"].to_list()[2] == f"{zhang}邀请{rows['members'].to_list()[2][0]}加入"


def test_an_event_hides_names_too_short_to_be_looked_for_elsewhere() -> None:
    rows = anonymous(chat_of([{**ROW, "kind": "kick", "text": "张伟 removed Al, alas", "members": ["Al"]}])).messages
    assert rows["text"][0] == f"{rows['name'][0]} removed {rows['members'][0][0]}, alas"


def test_names_are_found_in_either_case_and_the_longer_one_first() -> None:
    people = [{**ROW, "sender": name, "name": name, "text": "hi"} for name in ("İrem", "Ann", "ann李")]
    rows = anonymous(chat_of([*people, {**ROW, "text": "İrem, ANN, Ann李"}])).messages
    assert rows["text"][3] == "{}, {}, {}".format(*rows["name"].to_list()[:3])


def test_a_reply_still_leads_to_its_message() -> None:
    rows = anonymous(CHAT, b"key").messages
    assert rows["reply_to"][1] == rows["id"][0]


def test_pseudonyms_are_the_same_next_time_and_others_under_another_key() -> None:
    assert anonymous(CHAT, b"key").messages.equals(anonymous(CHAT, b"key").messages)
    assert anonymous(CHAT, b"key").messages["sender"][0] != anonymous(CHAT, b"other").messages["sender"][0]


def test_what_is_null_stays_null() -> None:
    rows = anonymous(chat_of([{"local": dt.datetime(2024, 1, 2), "kind": "system", "text": "hi"}])).messages
    assert rows.select("sender", "name", "members", "id").row(0) == (None, None, None, None)
