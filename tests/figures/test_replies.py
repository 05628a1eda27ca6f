"""Who replies to whom, and whether a message drew a reply."""

import datetime as dt

import polars as pl

from groupctl.figures.conversation import conversation
from groupctl.figures.people import people, talk
from groupctl.figures.replies import first_replies, replies, replies_by_person
from tests.figures.chats import written


def pairs(*lines: str) -> dict[tuple[str, str], int]:
    messages = written(*lines)
    known = people(messages)
    names = dict(known.select("who", "name").rows())
    found = replies(conversation(talk(messages, known), known))
    return {(names[who], names[target]): count for who, target, count in found.rows()}


def test_who_speaks_next_replies() -> None:
    assert pairs("1 09:00 Ann: a", "1 09:01 Bob: b", "1 09:02 Ann: c") == {("Bob", "Ann"): 1, ("Ann", "Bob"): 1}


def test_who_speaks_after_a_silence_replies_to_nobody() -> None:
    assert pairs("1 09:00 Ann: a", "1 09:30 Bob: b") == {}


def test_a_name_goes_before_the_order() -> None:
    found = pairs(*[f"1 09:{minute:02} Dan: x" for minute in range(0, 50, 6)], "1 10:00 Ann: a", "1 10:01 Bob: @Dan b")
    assert found == {("Bob", "Dan"): 1}


def test_where_people_name_whom_they_speak_to_only_names_count() -> None:
    found = pairs("1 09:00 Ann: a", "1 09:01 Bob: Ann: b", "1 09:02 Cat: c")
    assert found == {("Bob", "Ann"): 1}


def test_partners_are_those_spoken_to_and_spoken_by() -> None:
    given = pl.DataFrame({"who": [1, 1, 3], "target": [2, 3, 1], "replies": [4, 1, 2]}).cast(pl.UInt32)
    found = {row[0]: row[1:] for row in replies_by_person(given).rows()}
    assert found == {1: (5, 2, 2), 2: (0, 4, 1), 3: (2, 1, 1)}


def first(*lines: str, post: int = 0) -> tuple[int | None, dt.timedelta | None]:
    """Return the row of the first reply to the message in the given row, and how long it took."""
    messages = written(*lines)
    known = people(messages)
    said = conversation(talk(messages, known), known)
    posts = said.talk.filter(row=post).select("row", "who", "local").join(said.turn_of, on="row")
    return first_replies(said, posts, minutes=120).select("reply", "after").row(0)


def test_after_silence_the_next_speaker_replies() -> None:
    assert first("1 09:00 Ann: hello", "1 10:30 Bob: hi") == (1, dt.timedelta(minutes=90))


def test_what_is_said_hours_later_is_no_reply() -> None:
    assert first("1 09:00 Ann: hello", "1 12:30 Bob: hi") == (None, None)


def test_in_a_crowd_one_of_the_next_two_replies() -> None:
    lines = ("1 08:59 Cat: x", "1 09:00 Ann: hello", "1 09:20 Bob: @Cat x", "1 09:25 Dan: hi Ann, nice")
    fill = [f"2 {hour:02}:00 Dan: x" for hour in range(20)]
    assert first(*lines, *fill, post=1) == (3, dt.timedelta(minutes=25))


def test_a_name_replies_days_later() -> None:
    assert first("1 09:00 Ann: hello", "1 15:00 Bob: x", "3 09:00 Cat: @Ann hi") == (2, dt.timedelta(days=2))


def test_the_writer_does_not_reply_to_themselves() -> None:
    assert first("1 09:00 Ann: hello", "1 09:10 Ann: anybody?", "1 09:20 Ann: nobody") == (None, None)
