"""Who is an operator, who a robot, and what is left as talk."""

import polars as pl

from groupctl.chatlog.table import table
from groupctl.figures.people import count_messages, cut, name_keys, overlong, people, talk
from tests.figures.chats import moment, written


def test_an_operator_is_found_by_name_whatever_its_spaces_width_and_case() -> None:
    messages = written("1 09:00 Ann  Lee: hi", "1 09:01 Bob: hi")
    found = people(messages, operators=["ＡＮＮ lee"])
    assert found.filter("operator")["name"].to_list() == ["Ann  Lee"]


def test_an_operator_is_found_by_a_name_used_once() -> None:
    rows = [
        {"local": "2024-01-01 09:00", "sender": "id1", "name": "Ann", "kind": "text", "text": "a"},
        {"local": "2024-01-02 09:00", "sender": "id1", "name": "Ann (on leave)", "kind": "text", "text": "b"},
    ]
    messages = table([row | {"local": moment(str(row["local"]))} for row in rows])
    found = people(messages, operators=["Ann"])
    assert found.select("name", "operator").rows() == [("Ann (on leave)", True)]


def test_somebody_is_shown_by_the_name_that_the_operator_gave_them() -> None:
    messages = written("1 09:00 Ann: hi", "1 09:01 Bob: hi")
    assert people(messages, known_as={"Ann": "Ann Smith"})["name"].to_list() == ["Ann Smith", "Bob"]


def test_the_roles_of_an_export_make_operators_and_robots() -> None:
    messages = table(
        [
            {"local": moment("2024-01-01"), "sender": name, "name": name, "role": role, "kind": "text", "text": "x"}
            for name, role in (("Ann", "owner"), ("Bob", "admin"), ("Cat", "member"), ("Bot", "robot"))
        ]
    )
    found = people(messages)
    assert found.filter("operator")["name"].to_list() == ["Ann", "Bob"]
    assert found.filter("robot")["name"].to_list() == ["Bot"]


def test_robots_and_events_are_no_talk() -> None:
    messages = written("1 09:00 Ann: hi", "1 09:01 Bot: news", "1 09:02 *: join Bob")
    said = talk(messages, people(messages, robots=["Bot"]))
    assert said["text"].to_list() == ["hi"]


def test_a_message_without_a_sender_counts_and_is_nobodys_talk() -> None:
    messages = table([{"local": moment("2024-01-01 09:00"), "sender": None, "kind": "text", "text": "lost"}])
    who = people(messages)
    assert (count_messages(messages, who), who.height, talk(messages, who).height) == (1, 0, 0)


def test_robots_do_not_count_as_people() -> None:
    messages = written("1 09:00 Ann: hi", "1 09:01 Bot: news")
    assert count_messages(messages, people(messages, robots=["Bot"])) == 1


def test_empty_names_make_no_key() -> None:
    assert name_keys(["", "  ", "Ann", "ann"]).to_list() == ["ann"]


def test_a_file_pasted_into_a_chat_is_cut_and_counted() -> None:
    messages = written("1 09:00 Ann: x", "1 09:01 Ann: short").with_columns(
        pl.Series("text", ["问" * 30, "short"], dtype=pl.String)
    )
    assert overlong(messages, 20) == 1
    assert cut(messages, 20)["text"].to_list() == ["问" * 20, "short"]
    assert overlong(messages, 30) == 0
