"""Periods side by side: what each holds, and which are cut off."""

import datetime as dt

from tests.auditing.groups import after, chat, event, run, said, small_talk


def test_each_week_has_its_own_figures() -> None:
    result = run(chat(*small_talk(days=14)), by="week")
    assert [(one.first, one.last, one.figures["messages"]) for one in result.periods] == [
        (dt.date(2024, 2, 26), dt.date(2024, 3, 3), 18),
        (dt.date(2024, 3, 4), dt.date(2024, 3, 10), 42),
        (dt.date(2024, 3, 11), dt.date(2024, 3, 17), 24),
    ]
    assert [one.complete for one in result.periods] == [False, True, False]


def test_a_period_knows_who_spoke_before_it_and_not_who_speaks_after() -> None:
    joined = event(after(), "join", "Ann", "Bob", "Cat", "Dan", "Eve")
    late = said(after(40), "Eve", "hello at last")
    result = run(chat(joined, *small_talk(), late), by="month")
    assert [one.figures["never_spoke"] for one in result.periods] == [1, 0]


def test_nothing_asked_for_gives_no_periods() -> None:
    assert run(chat(*small_talk())).periods == ()


def test_periods_without_a_word_are_left_out() -> None:
    result = run(chat(*small_talk(days=1), said(after(70), "Ann", "hi")), by="month")
    assert [one.first for one in result.periods] == [dt.date(2024, 3, 1), dt.date(2024, 5, 1)]
