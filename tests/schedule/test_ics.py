"""The calendar, read by another library: times, rules, zones and identifiers."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from icalendar import Calendar

from groupctl.project import Project
from groupctl.recurrence import ScheduleError, occurrences
from groupctl.schedule.ics import calendar
from groupctl.schedule.rrule import rules
from tests.schedule.groups import at, group, slot

NOW = at("2026-03-02T10:00")
PARTY = {"title": "Party; with, signs", "date": "04-01"}


def read(project: Project, now: dt.datetime = NOW) -> Any:
    return Calendar.from_ical(calendar(project, now)[0])


def test_it_reads_back_unchanged() -> None:
    data, _plan = calendar(group(gameplay=[slot("0 20 * * 3")], occasion=[PARTY]), NOW)
    assert Calendar.from_ical(data).to_ical() == data
    assert b"\r\n" in data


def test_a_slot_is_one_entry_with_a_rule_in_the_groups_zone() -> None:
    [event] = read(group(gameplay=[slot("0 20 * * 1,4", title="Q&A")])).walk("VEVENT")
    assert event.decoded("dtstart") == dt.datetime(2026, 3, 2, 20, tzinfo=ZoneInfo("Asia/Shanghai"))
    assert event["rrule"].to_ical() == b"FREQ=WEEKLY;BYDAY=MO,TH"
    assert event["dtstart"].params["TZID"] == "Asia/Shanghai"


def test_every_zone_that_is_named_is_described() -> None:
    made = read(group("America/New_York", gameplay=[slot("0 20 * * *")]))
    assert [one["tzid"] for one in made.walk("VTIMEZONE")] == ["America/New_York"]


def test_identifiers_stay_from_one_export_to_the_next() -> None:
    project = group(gameplay=[slot("0 20 * * 3")], occasion=[PARTY])
    first = [event["uid"] for event in read(project).walk("VEVENT")]
    later = [event["uid"] for event in read(project, NOW + dt.timedelta(days=9)).walk("VEVENT")]
    assert first[:2] == later[:2]
    assert len(set(first)) == len(first)


def test_two_groups_share_no_identifier() -> None:
    ours = read(group(gameplay=[slot("0 20 * * 3")])).walk("VEVENT")[0]["uid"]
    theirs = read(group(group={"name": "Other"}, gameplay=[slot("0 20 * * 3")])).walk("VEVENT")[0]["uid"]
    assert ours != theirs


def test_what_has_no_rule_is_an_entry_a_day() -> None:
    made = read(group(gameplay=[slot("0 20 13 * 5")], thresholds={"calendar.horizon": 30}))  # the 13th or a Friday
    days = [event.decoded("dtstart").day for event in made.walk("VEVENT")]
    assert (days, [event for event in made.walk("VEVENT") if "rrule" in event]) == ([6, 13, 20, 27], [])


def test_many_times_a_day_are_one_rule() -> None:
    [event] = read(group(gameplay=[slot("*/10 8-9 * * *")])).walk("VEVENT")
    assert event["rrule"]["BYHOUR"] == [8, 9]


def test_an_entry_has_the_title_as_it_is() -> None:
    [event] = read(group(occasion=[PARTY], thresholds={"calendar.horizon": 60})).walk("VEVENT")
    assert event["summary"] == "Party; with, signs"


@pytest.mark.parametrize("text", ["a\r\nBEGIN:VEVENT", "a\nATTENDEE:mailto:x", "\x00\x1b[31m"])
def test_a_title_cannot_add_a_line(text: str) -> None:
    [event] = read(group(occasion=[{"title": text, "date": "04-01"}], thresholds={"calendar.horizon": 60})).walk(
        "VEVENT"
    )
    assert "attendee" not in event


FIELD = st.sampled_from
EXPRESSIONS = st.tuples(
    FIELD(["0", "30", "0,30", "*/20", "5-15/5"]),
    FIELD(["8", "8,20", "*/6", "9-11"]),
    FIELD(["*", "1", "1,15", "31", "*/5", "L"]),
    FIELD(["*", "3", "jan-mar", "2,4", "*/4"]),
    FIELD(["*", "1", "1-5", "sat,sun", "0", "7", "5#2", "5L", "*/2"]),
).map(" ".join)


@settings(max_examples=60)
@given(EXPRESSIONS)
def test_a_rule_means_what_the_cron_expression_means(expression: str) -> None:
    begin = dt.datetime(2026, 1, 1)
    try:
        wanted = list(occurrences(expression, begin, begin + dt.timedelta(days=500)))[:80]
    except ScheduleError:  # the 31st of February
        reject()
    found = set()
    for rule in rules(expression):
        first = next(at for at in wanted if "BYHOUR" in rule.parts or (at.hour, at.minute) == (rule.hour, rule.minute))
        lists = {key: value if isinstance(value, list) else [value] for key, value in rule.parts.items()}
        words = ";".join(f"{key}={','.join(map(str, values))}" for key, values in lists.items())
        found |= set(rrulestr(f"RRULE:{words}", dtstart=first).between(begin, wanted[-1], inc=True))
    assert not found or sorted(found) == wanted
