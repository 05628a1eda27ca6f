"""Who came, whether they were greeted, and whether they stayed."""

import datetime as dt

import polars as pl

from groupctl.figures.attendance import attendance
from groupctl.figures.exits import departures, exit_rates
from groupctl.figures.members import moves
from groupctl.figures.newcomers import (
    by_window,
    first_posts,
    new_by_coming,
    new_by_sight,
    newcomers,
    per_head,
    retained,
    stay,
)
from groupctl.figures.people import people, talk
from tests.figures.chats import moment, written

BEGAN = moment("2024-03-01 09:00")


def came(*lines: str) -> pl.DataFrame:
    messages = written(*lines)
    known = people(messages, operators=["Owner"])
    return newcomers(moves(messages, known), known, BEGAN)


def test_who_came_on_the_first_day_founded_the_group() -> None:
    assert came("1 09:00 *: join Ann", "2 09:00 *: join Bob")["name"].to_list() == ["Bob"]


def test_who_wrote_before_or_left_before_was_there_already() -> None:
    lines = ("1 09:00 Ann: hi", "2 09:00 *: leave Bob", "3 09:00 *: join Ann, Bob, Cat")
    assert came(*lines)["name"].to_list() == ["Cat"]


def test_an_operator_is_no_newcomer() -> None:
    assert came("2 09:00 *: join Owner", "3 09:00 Owner: hi").is_empty()


def test_who_left_for_good_has_a_day_of_leaving() -> None:
    found = came("2 09:00 *: join Bob, Cat", "4 09:00 *: leave Bob, Cat", "5 09:00 *: join Cat")
    assert dict(found.select("name", "left").rows()) == {"Bob": moment("2024-03-04 09:00"), "Cat": None}


def test_a_first_message_counts_within_a_week_of_coming() -> None:
    messages = written("2 09:00 *: join Bob, Cat", "3 09:00 Bob: hi", "20 09:00 Cat: hi")
    known = people(messages)
    fresh = new_by_coming(first_posts(talk(messages, known)), newcomers(moves(messages, known), known, BEGAN))
    assert fresh["row"].to_list() == [1]


def test_without_join_lines_the_first_month_tells_nobody_apart() -> None:
    messages = written("1 09:00 Ann: hi", "25 09:00 Bob: hi", "35 09:00 Cat: hi", "36 09:00 Owner: hi")
    known = people(messages, operators=["Owner"])
    assert new_by_sight(first_posts(talk(messages, known)), known, BEGAN)["row"].to_list() == [2]


def test_the_week_after_is_days_seven_to_thirteen() -> None:
    messages = written("1 09:00 Ann: a", "8 09:00 Ann: b", "1 10:00 Bob: c", "7 09:00 Bob: d", "12 09:00 Cat: e")
    said = talk(messages, people(messages))
    found = retained(first_posts(said), attendance(said), dt.date(2024, 3, 14), 1)
    assert found == (1, 2)


def test_how_newcomers_take_part() -> None:
    lines = (
        "2 09:00 *: join Bob, Cat, Dan",
        "3 09:00 Bob: a",
        "9 09:00 Bob: b",
        "2 10:00 Cat: c",
        "4 09:00 *: leave Dan",
    )
    messages = written(*lines)
    known = people(messages)
    found = stay(newcomers(moves(messages, known), known, BEGAN), attendance(talk(messages, known)), early=2, days=16)
    assert found.select("name", "early", "later", "went").rows() == [
        ("Bob", 1, 1, False),
        ("Cat", 1, 0, False),
        ("Dan", 0, 0, True),
    ]


def test_newcomers_write_more_a_head_than_the_old() -> None:
    lines = ("1 09:00 Ann: a", "1 09:01 Bob: a", "40 09:00 *: join Cat", "40 10:00 Cat: x", "40 10:01 Cat: y")
    messages = written(*lines, "40 11:00 Ann: z")
    known = people(messages)
    fresh = newcomers(moves(messages, known), known, BEGAN)
    found = per_head(attendance(talk(messages, known)), fresh, 3, dt.date(2024, 4, 9), 30)
    assert found == (2, 0.5)


def test_newcomers_are_counted_by_window() -> None:
    fresh = came("2 09:00 *: join Bob", "9 09:00 *: join Cat, Dan")
    assert by_window(fresh, dt.date(2024, 3, 14), 7, 2).to_list() == [2, 1]


def test_exits_are_of_those_who_were_there() -> None:
    messages = written("1 09:00 *: join Ann, Bob, Cat, Dan", "9 09:00 *: join Eve", "10 09:00 *: leave Ann")
    found = exit_rates(moves(messages, people(messages)), 4, dt.date(2024, 3, 14), 7, 2)
    assert found.rows() == [(0, 1, 4, 0.25), (1, 0, 0, None)]


def test_who_is_seen_leaving_twice_on_a_day_left_once() -> None:
    messages = written("2 09:00 *: leave Ann", "2 09:01 *: leave Ann")
    assert departures(moves(messages, people(messages))).height == 1
