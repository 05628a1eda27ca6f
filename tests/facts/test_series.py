"""What the charts are drawn from."""

import datetime as dt

import pytest

from groupctl.facts.series import layers, roll, series, slot_lines, topic_lines
from tests.auditing.groups import BEGAN, MEMBERS, after, chat, event, said, small_talk, subject


def test_a_short_log_is_counted_by_day_silent_days_included() -> None:
    found = series(subject(chat(said(after(), "Ann", "hi"), said(after(2), "Ann", "a"), said(after(2), "Bob", "b"))))
    assert (found.step, found.starts[0]) == ("day", BEGAN.date())
    assert (found.messages, found.speakers) == ((1, 0, 2), (1, 0, 2))


@pytest.mark.parametrize(
    ("days", "step", "points"),
    [(61, "day", 62), (62, "week", 10), (800, "month", 27), (5000, "quarter", 56), (20_000, "year", 55)],
)
def test_a_longer_log_is_counted_by_longer_steps(days: int, step: str, points: int) -> None:
    found = series(subject(chat(said(after(), "Ann", "hi"), said(after(days), "Bob", "still here"))))
    assert (found.step, len(found.starts), sum(found.messages)) == (step, points, 2)


def test_weeks_begin_on_monday() -> None:
    found = series(subject(chat(said(after(), "Ann", "hi"), said(after(80), "Bob", "hi"))))
    assert {start.weekday() for start in found.starts} == {0}
    assert found.starts[0] == BEGAN.date() - dt.timedelta(days=BEGAN.weekday())


def test_operators_are_counted_where_somebody_knows_them() -> None:
    talk = chat(*small_talk(days=2))
    assert series(subject(talk)).by_operators is None
    assert series(subject(talk, operators=["Ann"])).by_operators == (2, 2)


def test_questions_are_counted_where_they_were_asked() -> None:
    rows = [said(after(1), "Ann", "Where can I buy a saw?"), said(after(1, minutes=2), "Bob", "At the corner shop")]
    lost = said(after(2), "Cat", "Does anybody know a good plumber?")
    found = series(subject(chat(*rows, lost, said(after(9), "Dan", "morning all"))))
    assert (sum(found.answered), sum(found.unanswered)) == (1, 1)
    assert found.starts[found.unanswered.index(1)] == after(2).date()


def test_the_hours_of_the_week_hold_every_message() -> None:
    found = series(subject(chat(*small_talk(days=8, a_day=5))))
    assert (len(found.hours), {len(hours) for hours in found.hours}) == (7, {24})
    assert found.hours[BEGAN.weekday()][BEGAN.hour] == 10
    assert sum(map(sum, found.hours)) == 40


def test_nothing_is_counted_where_nobody_wrote() -> None:
    empty = subject(chat(event(after(), "join", "Ann")))
    assert (series(empty).starts, topic_lines(empty), slot_lines(empty)) == ((), (), ())


def test_each_member_stands_in_one_layer() -> None:
    old = [said(after(place), "Old", f"I was here on day {place}") for place in range(3)]
    late = [
        said(after(60, minutes=turn), name, f"now {turn}") for turn, name in enumerate(("Ann", "Ann", "Ann", "Bob"))
    ]
    joined = event(after(), "join", "Ann", "Bob", "Old", "Eve")
    found = {layer.name: layer.count for layer in layers(subject(chat(joined, *old, *late)))}
    assert found == {"core": 1, "active": 1, "quiet": 1, "silent": 1}


def test_nobody_is_called_silent_where_the_members_are_not_known() -> None:
    assert [layer.name for layer in layers(subject(chat(*small_talk())))] == ["core", "active", "quiet"]


def test_the_roll_ends_with_those_who_never_wrote() -> None:
    found = roll(subject(chat(event(after(), "join", *MEMBERS, "Eve"), *small_talk()), operators=["Ann"]))
    assert [(person.name, person.messages) for person in found][-1] == ("Eve", 0)
    assert [person.name for person in found if person.operator] == ["Ann"]
    assert (found[0].active_days, found[0].first) == (10, after())


def test_declared_topics_are_followed_over_time() -> None:
    talk = [said(after(day, minutes=2), "Bob", f"this saw cuts well, day {day}") for day in (0, 1)]
    given = subject(chat(*small_talk(days=3), *talk), {"positioning": {"topics": ["saws"]}})
    (line,) = topic_lines(given)
    assert (line.name, line.declared, line.messages) == ("saws", True, 2)
    assert (line.shares[0], line.shares[2]) == (1 / 7, 0)


def test_a_slot_is_counted_with_what_came_after_it() -> None:
    slot = {"id": "tool", "title": "Tool of the day", "kind": "qa", "schedule": "0 8 * * *"}
    posts = [said(after(day, hours=-1), "Nora", "Tool of the day: the saw") for day in range(1, 6)]
    replies = [said(after(day, hours=-1, minutes=5), "Bob", f"mine is {day}") for day in range(1, 6)]
    given = subject(chat(*small_talk(), *posts, *replies), {"gameplay": [slot]}, operators=["Nora"])
    (line,) = slot_lines(given)
    assert (line.name, line.held, line.planned >= 5, line.speakers >= 1) == ("Tool of the day", 5, True, True)
