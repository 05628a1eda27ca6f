"""Lunar days and public holidays as dates."""

import datetime as dt

import pytest

from groupctl.project.days import holiday_date, is_announced, lunar_dates
from groupctl.project.scalars import parse_date, parse_lunar


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2026-09-25", (2026, 9, 25)),
        ("9-25", (None, 9, 25)),
        ("2026年9月25日", (2026, 9, 25)),
        ("9月25日", (None, 9, 25)),
        ("02-29", (None, 2, 29)),
        ("2026-02-29", None),
        ("13-01", None),
        ("soon", None),
    ],
)
def test_a_date_has_a_year_or_comes_every_year(text: str, date: tuple[int | None, int, int] | None) -> None:
    assert parse_date(text) == date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("08-15", (8, 15)),
        ("八月十五", (8, 15)),
        ("农历正月初一", (1, 1)),
        ("腊月廿三", (12, 23)),
        ("腊月三十", (12, 30)),
        ("十月初十", (10, 10)),
        ("冬月二十", (11, 20)),
        ("十二月二十九", (12, 29)),
        ("13-01", None),
        ("08-31", None),
        ("八月", None),
        ("八月十十", None),
    ],
)
def test_a_lunar_day_is_written_in_numbers_or_in_chinese(text: str, day: tuple[int, int] | None) -> None:
    assert parse_lunar(text) == day


@pytest.mark.parametrize(
    ("text", "year", "date"),
    [
        ("08-15", 2026, "2026-09-25"),
        ("正月初一", 2026, "2026-02-17"),
        ("12-30", 2026, "2026-02-16"),  # the 29th: that twelfth month has no thirtieth
        ("12-08", 2026, "2026-01-26"),
        ("06-01", 2025, "2025-06-25"),  # the first of the two sixth months
    ],
)
def test_a_lunar_day_falls_on_a_date(text: str, year: int, date: str) -> None:
    assert lunar_dates(text, year) == [dt.date.fromisoformat(date)]


def test_around_new_year_a_year_has_a_lunar_day_twice_or_not_at_all() -> None:
    found = {year: lunar_dates("11-25", year) for year in range(2000, 2050)}
    assert (len(found[2004]), len(found[2005])) == (0, 2)
    assert sum(map(len, found.values())) == 51


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("中秋节", "2026-09-25"),
        ("中秋", "2026-09-25"),
        ("Mid-autumn", "2026-09-25"),
        ("Mid-Autumn Festival", "2026-09-25"),
        ("国庆", "2026-10-01"),
        ("春节", "2026-02-17"),
        ("除夕", "2026-02-16"),
        ("Spring Festival", "2026-02-17"),
        ("劳动节", "2026-05-01"),
        ("清明", "2026-04-05"),
    ],
)
def test_a_holiday_is_found_by_any_of_its_names(name: str, date: str) -> None:
    assert holiday_date(name, 2026) == (dt.date.fromisoformat(date), "CN")


def test_what_china_does_not_have_is_looked_for_elsewhere() -> None:
    assert holiday_date("Christmas", 2026) == (dt.date(2026, 12, 25), "US")


@pytest.mark.parametrize("name", ["Birthday of the owner", "", "日", "day", "补假"])
def test_what_is_no_holiday_is_none(name: str) -> None:
    assert holiday_date(name, 2026) is None


def test_it_is_known_for_which_years_the_days_off_are_announced() -> None:
    assert (is_announced(2026), is_announced(2040)) == (True, False)
