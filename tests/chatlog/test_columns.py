"""Moments as exports write them: what could not be one is none."""

import datetime as dt

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupctl.chatlog.columns import instants, iso_moments, kinds, sparse_lists
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


@given(
    st.lists(
        st.datetimes(dt.datetime(1991, 1, 1), dt.datetime(2098, 12, 31)).map(
            lambda moment: moment.isoformat(timespec="milliseconds" if moment.second % 2 else "seconds")
        ),
        max_size=20,
    ),
    st.sampled_from(["", "Z", "+08:00", "-0330"]),
)
def test_moments_of_any_width_are_read_as_python_reads_them(written: list[str], zone: str) -> None:
    at, local = iso_moments([text + zone for text in written])
    assert local.to_list() == [dt.datetime.fromisoformat(text) for text in written]
    if zone:
        assert at.to_list() == [dt.datetime.fromisoformat(text + zone) for text in written]
    else:
        assert at.null_count() == len(written)


def test_what_is_no_moment_beside_those_that_are_is_none() -> None:
    odd = [
        "2024-02-30T03:04:05",
        "2024-01-02T24:04:05",
        "2024-01-02X03:04:05",
        None,
        "",
        "2024/1/2 3:04:05 ab",
        "١" * 19,
    ]
    known = ["2024/01/02 03:04:05", " 2024-01-02T03:04:05", "2024-01-02 03:04"]
    local = iso_moments([*odd, *known])[1]
    assert local.is_null().to_list() == [True] * len(odd) + [False] * len(known)


def test_kinds_are_text_but_for_the_others() -> None:
    assert kinds(3, {1: "image"}).to_list() == ["text", "image", "text"]


def test_few_lists_among_many_rows_stand_in_their_places() -> None:
    assert sparse_lists(3, {2: ["Ann", "Bob"]}).to_list() == [None, None, ["Ann", "Bob"]]
