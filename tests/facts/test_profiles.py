"""The table of members: one row a person, whatever they did."""

import polars as pl

from groupctl.chatlog.table import Chat
from groupctl.facts.subject import Subject
from tests.figures.chats import moment, written

LINES = (
    "1 09:00 *: join Ann, Bob, Eve",
    "1 09:05 Ann: where is the form?",
    "1 09:06 Bob: here: https://example.org/form",
    "2 09:00 Ann: thanks, done",
    "45 09:00 Bob: news https://example.org/news",
    "45 09:01 Ann: good",
    "46 09:00 Ann: one more day",
    "47 09:00 *: leave Eve",
)


def subject(*lines: str, roster: tuple[str, ...] = (), operators: tuple[str, ...] = ()) -> Subject:
    chat = Chat(messages=written(*lines))
    return Subject(chat=chat, whole=chat, roster=roster, operators=operators)


def row(name: str, *columns: str) -> tuple[object, ...]:
    return subject(*LINES).profiles.table.filter(name=name).select(columns).row(0)


def test_a_speaker_has_counts_and_dates() -> None:
    assert row("Ann", "messages", "active_days", "recent", "recent_days", "before") == (4, 4, 2, 2, 2)
    assert row("Ann", "first", "last") == (moment("2024-03-01 09:05"), moment("2024-04-15 09:00"))
    assert row("Ann", "joined", "came", "gone") == (moment("2024-03-01 09:00"), True, False)


def test_questions_answers_and_links_are_counted() -> None:
    assert row("Ann", "questions", "answers", "links") == (1, 0, 0)
    assert row("Bob", "questions", "answers", "links") == (0, 1, 2)


def test_replies_are_counted_both_ways() -> None:
    assert row("Ann", "replies_given", "replies_received", "partners") == (1, 1, 1)


def test_the_trend_compares_two_months() -> None:
    assert row("Ann", "trend") == (0.0,)
    assert row("Bob", "trend") == (0.0,)


def test_who_never_spoke_stands_in_the_table_with_nothing() -> None:
    assert row("Eve", "who", "messages", "replies_given", "trend", "gone") == (None, 0, 0, None, True)


def test_a_name_on_the_roster_stands_in_the_table() -> None:
    table = subject(*LINES, roster=("Zoe",)).profiles.table
    assert table.filter(name="Zoe").select("listed", "came", "messages").row(0) == (True, False, 0)


def test_pictures_and_files_are_media() -> None:
    messages = written("1 09:00 Ann: x", "1 09:01 Ann: y", kind="image")
    chat = Chat(messages=messages)
    assert Subject(chat=chat, whole=chat).profiles.table["media"].to_list() == [2]


def test_the_most_active_are_members_who_wrote_lately() -> None:
    found = subject(*LINES, operators=("Bob",)).profiles.most_active
    assert found["name"].to_list() == ["Ann"]


def test_where_nobody_wrote_the_table_is_empty_and_whole() -> None:
    table = subject("1 09:00 *: join Ann").profiles.table
    assert table.select("name", "messages").rows() == [("Ann", 0)]


def test_reactions_are_summed_and_not_known_where_no_message_tells_of_any() -> None:
    lines = ("1 09:00 *: join Eve", "1 09:01 Ann: x", "1 09:02 Bob: y", "1 09:03 Ann: z")
    counts = pl.Series("reactions", [None, 2, None, 3], dtype=pl.UInt32)
    told = Chat(messages=written(*lines).with_columns(counts))
    table = Subject(chat=told, whole=told).profiles.table
    assert table.select("name", "reactions_received").rows() == [("Ann", 5), ("Bob", 0), ("Eve", 0)]
    assert subject(*lines).profiles.table["reactions_received"].to_list() == [None, None, None]
