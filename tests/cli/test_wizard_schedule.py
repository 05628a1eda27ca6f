"""Times as operators write them."""

import pytest

from groupctl.cli.wizard.schedule import parse_when, say_when
from groupctl.errors import UsageError


@pytest.mark.parametrize(
    ("text", "cron"),
    [
        ("08:00", "0 8 * * *"),
        ("8:05", "5 8 * * *"),
        ("每天 20:00", "0 20 * * *"),
        ("daily 20:00", "0 20 * * *"),
        ("mon,thu 20:00", "0 20 * * 1,4"),
        ("Monday 9:30", "30 9 * * 1"),
        ("weekdays 8:30", "30 8 * * 1-5"),
        ("周一、周四 20:00", "0 20 * * 1,4"),
        ("周一三五 20点", "0 20 * * 1,3,5"),
        ("周一至周六 7:30", "30 7 * * 1-6"),
        ("星期天 10：00", "0 10 * * 0"),
        ("每周末 9点30", "30 9 * * 6,0"),
        ("0  8 * *   1-5", "0 8 * * 1-5"),
    ],
)
def test_a_time_is_read(text: str, cron: str) -> None:
    assert parse_when(text) == cron


@pytest.mark.parametrize(
    "text", ["", "soon", "25:00", "8:75", "wen 20:00", "0 8 * *", "0 8 * * 9", "8", "mon", "* * * * * *"]
)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_when(text)


@pytest.mark.parametrize(
    ("cron", "said"),
    [
        ("0 8 * * *", "daily 08:00"),
        ("30 20 * * 1,4", "Mon, Thu 20:30"),
        ("0 7 * * 1-6", "Mon-Sat 07:00"),
        ("0 9 * * 1-5", "weekdays 09:00"),
        ("0 9 15 * *", "day 15 of the month, 09:00"),
        ("*/5 8 * * *", "*/5 8 * * *"),
        ("nonsense", "nonsense"),
    ],
)
def test_a_time_is_said(cron: str, said: str) -> None:
    assert say_when(cron) == said


@pytest.mark.usefixtures("chinese")
def test_a_time_is_said_in_chinese_and_read_back() -> None:
    assert say_when("0 7 * * 1-6") == "周一至周六 07:00"
    assert parse_when(say_when("0 20 * * 1,4")) == "0 20 * * 1,4"
