"""Occasions: on which days of a log they fall, and which of them passed without a word."""

import pytest

from groupctl.facts.ties import Ties
from tests.auditing.groups import chat, said, subject
from tests.figures.chats import moment


def ties(*occasions: dict[str, str], words: str = "see you tomorrow") -> Ties:
    """Return what is known of two weeks in September 2026 on whose days the same is said at noon."""
    rows = [said(moment(f"2026-09-{day} 12:00"), "Ann", words) for day in range(17, 31)]
    return subject(chat(*rows), {"occasion": list(occasions)}).ties


@pytest.mark.parametrize(
    "occasion",
    [{"date": "09-25"}, {"date": "2026-09-25"}, {"lunar": "08-15"}, {"lunar": "八月十五"}, {"holiday": "中秋节"}],
)
def test_a_fixed_day_a_lunar_one_and_a_holiday_fall_on_their_date(occasion: dict[str, str]) -> None:
    assert [str(day) for day, _one in ties(occasion).missed] == ["2026-09-25"]


def test_two_occasions_on_one_day_are_two() -> None:
    assert len(ties({"holiday": "中秋节"}, {"date": "09-25", "title": "birthday of the group"}).missed) == 2


def test_a_day_outside_the_log_is_not_missed() -> None:
    found = ties({"date": "12-24"}, {"holiday": "Christmas Day"})
    assert not found.due
    assert found.why_unknown == "no declared occasion falls into this log"


@pytest.mark.parametrize("words", ["Mid-Autumn today!", "中秋快乐", "happy days everyone"])
def test_whoever_names_the_day_or_wishes_something_has_kept_it(words: str) -> None:
    kept = ties({"holiday": "中秋节", "title": "Mid-Autumn"}, words=words)
    assert kept.due
    assert not kept.missed
