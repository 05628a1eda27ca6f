"""Moments as exports write them: what could not be one is none."""

import polars as pl
import pytest

from groupctl.chatlog.columns import instants, iso_moments
from groupctl.chatlog.discord import written_moments


@pytest.mark.parametrize("number", [10**40, -(10**40), 10**19, float("inf")])
def test_a_number_too_large_for_any_moment_is_none(number: float) -> None:
    assert instants([number, 1704164645]).is_null().to_list() == [True, False]


@pytest.mark.parametrize("ending", [".\u0661\u0662", "+08:\u0661\u0662", "-\uff11\uff12:00"])
def test_digits_of_other_scripts_tell_no_zone(ending: str) -> None:
    at, local = iso_moments([f"2024-01-02T11:04:05{ending}"])
    assert (at.to_list(), str(local[0])) == ([None], "2024-01-02 11:04:05")


def test_a_year_in_which_nobody_chatted_is_no_moment() -> None:
    assert written_moments(pl.Series(["07-Jul-0000 09:47 PM"])).local.to_list() == [None]
