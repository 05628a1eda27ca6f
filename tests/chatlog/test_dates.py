"""The order of day and month, decided over a whole file."""

import datetime as dt

import numpy as np
import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from groupctl.chatlog.dates import NO_DAY, DateOrder, OrderChoice, choose_order, read_days

EPOCH = dt.date(1970, 1, 1)
Dates = tuple[int, int, int]


def both(*dates: Dates) -> pl.DataFrame:
    """Return the days of some dates as they are written, in both orders."""
    first, second, third = (np.array(numbers) for numbers in zip(*dates, strict=True))
    return pl.DataFrame(dict(zip(("dmy", "mdy"), read_days(first, second, third), strict=True)))


def choose(*dates: Dates, looks_american: bool = False) -> OrderChoice:
    """Return the order chosen for some dates as they are written."""
    return choose_order(both(*dates), looks_american=looks_american)


def written(days: pl.Series) -> list[str]:
    """Return days as ISO dates."""
    return ["" if day == NO_DAY else str(EPOCH + dt.timedelta(days=day)) for day in days.to_list()]


def test_a_number_above_twelve_is_no_month() -> None:
    assert choose((3, 4, 24), (13, 4, 24)).order is DateOrder.DMY
    assert choose((3, 4, 24), (4, 13, 24)).order is DateOrder.MDY


def test_a_number_above_twelve_outweighs_the_look() -> None:
    assert choose((13, 4, 24), looks_american=True).order is DateOrder.DMY


def test_the_order_in_which_time_runs_forward_wins() -> None:
    assert choose((1, 2, 24), (1, 5, 24), (2, 1, 24)) == OrderChoice(order=DateOrder.MDY)


def test_where_nothing_decides_the_other_order_is_named_too() -> None:
    assert choose((3, 4, 24), (4, 5, 24)) == OrderChoice(order=DateOrder.DMY, other=DateOrder.MDY)


def test_an_american_look_tips_what_nothing_decides() -> None:
    assert choose((3, 4, 24), looks_american=True) == OrderChoice(order=DateOrder.MDY, other=DateOrder.DMY)


def test_days_that_are_the_same_in_both_orders_are_not_ambiguous() -> None:
    assert choose((4, 4, 24), (5, 5, 24)).other is None


def test_a_year_in_front_is_followed_by_the_month() -> None:
    days = both((2024, 4, 3), (2024, 5, 13))
    choice = choose_order(days, year_first=True)
    assert (choice.order, choice.other) == (DateOrder.YMD, None)
    assert written(days[choice.column]) == ["2024-04-03", "2024-05-13"]


def test_numbers_that_are_no_date_in_an_order_are_no_day_in_it() -> None:
    days = both((13, 4, 24), (5, 31, 24), (45, 1, 24))
    assert written(days["dmy"]) == ["2024-04-13", "", ""]
    assert written(days["mdy"]) == ["", "2024-05-31", ""]


def test_a_step_back_of_one_day_is_no_sign() -> None:
    assert choose((3, 4, 24), (2, 4, 24)) == OrderChoice(order=DateOrder.DMY)


def test_no_dates_at_all_are_no_error() -> None:
    nothing = np.array([], dtype=np.int64)
    days = pl.DataFrame(dict(zip(("dmy", "mdy"), read_days(nothing, nothing, nothing), strict=True)))
    assert choose_order(days) == OrderChoice(order=DateOrder.DMY)


@given(st.lists(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)), min_size=1, max_size=9))
def test_a_date_reads_the_same_in_the_order_in_which_it_was_written(days: list[dt.date]) -> None:
    wanted = [str(day) for day in days]
    assert written(both(*((day.day, day.month, day.year % 100) for day in days))["dmy"]) == wanted
    assert written(both(*((day.month, day.day, day.year) for day in days))["mdy"]) == wanted
    assert written(both(*((day.year, day.month, day.day) for day in days))["dmy"]) == wanted


@given(st.lists(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)), min_size=1, max_size=9), st.booleans())
def test_a_log_in_the_order_of_time_is_never_read_in_the_wrong_order_without_a_word(
    days: list[dt.date], american: bool
) -> None:
    days = sorted(days)
    dates = both(*((day.month, day.day, day.year) if american else (day.day, day.month, day.year) for day in days))
    choice = choose_order(dates)
    readings = [written(dates[order]) for order in (choice.order, choice.other) if order]
    assert [str(day) for day in days] in readings
