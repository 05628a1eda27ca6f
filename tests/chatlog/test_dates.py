"""The order of day and month, decided over a whole file."""

import datetime as dt

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from groupctl.chatlog.dates import DateOrder, OrderChoice, choose_order, read_days

EPOCH = dt.date(1970, 1, 1)


def choose(*dates: tuple[int, int, int], seconds: list[int] | None = None, looks_american: bool = False) -> OrderChoice:
    """Return the order chosen for some dates as they are written."""
    first, second, third = (np.array(numbers) for numbers in zip(*dates, strict=True))
    return choose_order(first, second, third, np.array(seconds or [0] * len(dates)), looks_american=looks_american)


def written(days: np.ndarray | None) -> list[str]:
    """Return days as ISO dates."""
    assert days is not None
    return [str(EPOCH + dt.timedelta(days=int(day))) for day in days]


def test_a_number_above_twelve_is_no_month() -> None:
    assert choose((3, 4, 24), (13, 4, 24)).order is DateOrder.DMY
    assert choose((3, 4, 24), (4, 13, 24)).order is DateOrder.MDY


def test_a_number_above_twelve_outweighs_the_look() -> None:
    choice = choose((13, 4, 24), looks_american=True)
    assert (choice.order, written(choice.days)) == (DateOrder.DMY, ["2024-04-13"])


def test_the_order_in_which_time_runs_forward_wins() -> None:
    choice = choose((1, 2, 24), (1, 5, 24), (2, 1, 24))
    assert (choice.order, choice.other_days) == (DateOrder.MDY, None)


def test_where_nothing_decides_both_are_given() -> None:
    choice = choose((3, 4, 24), (4, 5, 24))
    assert (choice.order, written(choice.days)) == (DateOrder.DMY, ["2024-04-03", "2024-05-04"])
    assert written(choice.other_days) == ["2024-03-04", "2024-04-05"]


def test_an_american_look_tips_what_nothing_decides() -> None:
    choice = choose((3, 4, 24), looks_american=True)
    assert (choice.order, written(choice.days), written(choice.other_days)) == (
        DateOrder.MDY,
        ["2024-03-04"],
        ["2024-04-03"],
    )


def test_days_that_are_the_same_in_both_orders_are_not_ambiguous() -> None:
    assert choose((4, 4, 24), (5, 5, 24)).other_days is None


def test_a_year_in_front_is_followed_by_the_month() -> None:
    choice = choose((2024, 4, 3), (2024, 5, 13))
    assert (choice.order, written(choice.days), choice.other_days) == (
        DateOrder.YMD,
        ["2024-04-03", "2024-05-13"],
        None,
    )


def test_a_date_that_does_not_exist_in_the_chosen_order_is_marked() -> None:
    choice = choose((13, 4, 24), (14, 4, 24), (5, 31, 24), (45, 1, 24))
    assert choice.order is DateOrder.DMY
    assert choice.valid.tolist() == [True, True, False, False]


def test_a_step_back_of_less_than_a_day_is_no_sign() -> None:
    choice = choose((3, 4, 24), (3, 4, 24), seconds=[3600, 0])
    assert choice.other_days is not None


def test_no_dates_at_all_are_no_error() -> None:
    nothing = np.array([], dtype=np.int64)
    assert choose_order(nothing, nothing, nothing, nothing).order is DateOrder.DMY


@given(st.lists(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)), min_size=1, max_size=9))
def test_a_date_reads_the_same_in_the_order_in_which_it_was_written(days: list[dt.date]) -> None:
    year, month, day = (np.array([getattr(date, part) for date in days]) for part in ("year", "month", "day"))
    wanted = [str(date) for date in days]
    assert written(read_days(day, month, year % 100, DateOrder.DMY)[0]) == wanted
    assert written(read_days(month, day, year, DateOrder.MDY)[0]) == wanted
    assert written(read_days(year, month, day, DateOrder.DMY)[0]) == wanted


@given(st.lists(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)), min_size=1, max_size=9), st.booleans())
def test_a_log_in_the_order_of_time_is_never_read_in_the_wrong_order_without_a_word(
    days: list[dt.date], american: bool
) -> None:
    days = sorted(days)
    choice = choose(
        *((date.month, date.day, date.year) if american else (date.day, date.month, date.year) for date in days)
    )
    readings = [written(choice.days)] + ([] if choice.other_days is None else [written(choice.other_days)])
    assert [str(date) for date in days] in readings
