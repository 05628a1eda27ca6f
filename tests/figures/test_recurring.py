"""Posts that recur: the same opening at the same hour, on most days."""

import polars as pl

from groupctl.figures.people import people, talk
from groupctl.figures.recurring import recurring
from tests.figures.chats import written


def found(*lines: str) -> pl.DataFrame:
    messages = written(*lines)
    said = talk(messages, people(messages))
    return recurring(said.select("row", "who", "local", "text"), 4)


def test_a_daily_post_with_another_number_each_day_recurs() -> None:
    seen = found(*(f"{day} 21:3{day % 3} Owner: 【晚安】3月{day}日，今天是 {day}" for day in range(1, 8)))
    assert seen.select("opening", "days", "minute").rows() == [("晚安月日", 7, 1291)]
    assert seen["rows"][0].to_list() == [6, 5, 4, 3, 2, 1, 0]


def test_a_weekly_post_recurs_on_its_weekday() -> None:
    seen = found(*(f"{day} 20:00 Owner: Case study number {day}" for day in (1, 8, 15, 22)))
    assert seen.select("weekdays", "share").rows() == [([5], 1.0)]


def test_posts_at_any_hour_do_not_recur() -> None:
    assert found(*(f"{day} {3 * day:02}:00 Owner: good news number {day}" for day in range(1, 8))).is_empty()


def test_now_and_then_is_no_habit() -> None:
    assert found(*(f"{day} 20:00 Owner: good news number {day}" for day in (1, 3, 12, 30, 31))).is_empty()
