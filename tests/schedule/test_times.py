"""Zones, spans and moments as operators write them."""

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from groupctl.errors import UsageError
from groupctl.schedule import span, when, zone
from groupctl.schedule.times import clock, moment
from tests.schedule.groups import SHANGHAI, group


@pytest.mark.parametrize(
    ("text", "hours"),
    [("2h", 2), ("90m", 1.5), ("3d", 72), ("1w", 168), ("0.5h", 0.5), ("2小时", 2), (" 30 min ", 0.5)],
)
def test_a_span_is_written_short(text: str, hours: float) -> None:
    assert span(text) == dt.timedelta(hours=hours)


@pytest.mark.parametrize("text", ["", "2", "h", "-2h", "2 weeks ago", "9" * 400 + "h", "nan h"])
def test_what_is_no_span_is_said(text: str) -> None:
    with pytest.raises(UsageError, match="is no time span"):
        span(text)


def test_a_moment_is_meant_in_the_groups_zone() -> None:
    assert when("2026-03-02T08:05", SHANGHAI).isoformat() == "2026-03-02T08:05:00+08:00"
    assert when("2026-03-02T08:05Z", SHANGHAI).isoformat() == "2026-03-02T16:05:00+08:00"


def test_what_is_no_moment_is_said() -> None:
    with pytest.raises(UsageError, match="is no time"):
        when("soon", SHANGHAI)


def test_a_group_without_a_zone_lives_in_this_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    project = group().model_copy(update={"group": group().group.model_copy(update={"timezone": None})})
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert zone(project).key == "Asia/Tokyo"
    monkeypatch.setenv("TZ", "nonsense")
    monkeypatch.setattr("groupctl.schedule.times.LOCALTIME", Path("/nowhere"))
    assert zone(project).key == "UTC"


@pytest.mark.parametrize(
    ("text", "hour", "time"), [("7:05", 9, "07:05"), ("", 9, "09:00"), ("", 8.5, "08:30"), ("", 99, "23:59")]
)
def test_an_hour_is_a_time_of_day(text: str, hour: float, time: str) -> None:
    assert clock(text, hour).isoformat("minutes") == time


def test_a_time_that_is_skipped_is_later() -> None:
    found = moment(dt.date(2026, 3, 29), dt.time(2, 30), ZoneInfo("Europe/Berlin"))
    assert found.isoformat() == "2026-03-29T03:30:00+02:00"
