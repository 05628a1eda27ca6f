"""Numbers as people say them."""

import pytest

from groupctl.wording import duration, ladder, measure, number, percent, share_in_words


@pytest.mark.parametrize(
    ("share", "said"),
    [(0.47, "47%"), (0.125, "12%"), (0, "0%"), (1, "100%"), (0.002, "0.2%"), (0.998, "99.8%"), (0.0001, "0.01%")],
)
def test_shares_are_rounded_but_never_to_none_or_all(share: float, said: str) -> None:
    assert percent(share) == said


@pytest.mark.parametrize(
    ("value", "said"), [(13379, "13,379"), (3, "3"), (52.88, "52.9"), (0.04, "0.04"), (123.4, "123"), (0, "0")]
)
def test_numbers_are_short(value: float, said: str) -> None:
    assert number(value) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (20, "less than a minute"),
        (60, "1 min"),
        (3599, "1 h"),
        (7800, "2 h 10 min"),
        (7200, "2 h"),
        (36000, "10 h"),
        (86400, "24 h"),
        (200000, "2 days"),
    ],
)
def test_durations_have_two_units_at_most(seconds: float, said: str) -> None:
    assert duration(seconds) == said


@pytest.mark.parametrize(("share", "said"), [(0.47, "half"), (0.33, "a third"), (0.9, "nine in ten"), (1.0, "all")])
def test_shares_have_words(share: float, said: str) -> None:
    assert share_in_words(share) == said


@pytest.mark.parametrize("share", [0.0, 0.03, 0.14, 0.45, 0.99995, 1.0])
def test_every_share_has_a_word(share: float) -> None:
    assert share_in_words(share)


def test_figures_are_shown_in_their_unit() -> None:
    assert [measure(0.5, "share"), measure(90, "seconds"), measure(7, "count")] == ["50%", "2 min", "7"]


def test_an_empty_ladder_is_said_to_be_empty() -> None:
    assert ladder([]) == "no penalty is named"
