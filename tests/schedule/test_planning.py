"""What a group owes between two moments."""

import datetime as dt

import pytest

from groupctl.schedule import plan
from tests.schedule.groups import at, group, moments, slot


def test_a_slot_falls_due_in_the_groups_zone() -> None:
    project = group(gameplay=[slot("0 20 * * 3", title="Q&A", topic="lenses", host="Ann")])
    [item] = plan(project, at("2026-03-02T00:00"), at("2026-03-08T23:59")).items
    assert (item.key, item.at.isoformat()) == ("gameplay/qa/2026-03-04", "2026-03-04T20:00:00+08:00")
    assert (item.title, item.about, item.templates) == ("Q&A", "lenses · Ann", ("qa", "slot"))


def test_a_slot_of_several_times_a_day_is_several_items() -> None:
    project = group(gameplay=[slot("0 8,20 * * *")])
    assert moments(project, "2026-03-02T00:00", "2026-03-02T23:00") == [
        "gameplay/qa/2026-03-02T08:00 03-02 08:00",
        "gameplay/qa/2026-03-02T20:00 03-02 20:00",
    ]


def test_a_time_that_the_clocks_skip_falls_due_when_they_have_gone_on() -> None:
    project = group("Europe/Berlin", gameplay=[slot("30 2 * * *")])
    found = moments(project, "2026-03-29T00:00", "2026-03-29T12:00", "Europe/Berlin")
    assert found == ["gameplay/qa/2026-03-29 03-29 03:00"]


def test_a_time_that_the_clocks_show_twice_falls_due_once() -> None:
    project = group("Europe/Berlin", gameplay=[slot("30 2 * * *")])
    found = plan(project, at("2026-10-25T00:00", "Europe/Berlin"), at("2026-10-25T12:00", "Europe/Berlin")).items
    assert [item.at.isoformat() for item in found] == ["2026-10-25T02:30:00+02:00"]


def test_in_the_second_of_two_hours_the_first_is_not_forgotten() -> None:
    project = group("Europe/Berlin", gameplay=[slot("30 2 * * *")])
    now = dt.datetime(2026, 10, 25, 1, 10, tzinfo=dt.UTC)  # 02:10 for the second time
    [item] = plan(project, now - dt.timedelta(hours=2), now).items
    assert item.at.isoformat() == "2026-10-25T02:30:00+02:00"


def test_a_schedule_that_is_none_is_said_and_the_others_stay() -> None:
    project = group(gameplay=[slot("at eight", id="a"), slot("0 8 * * *", id="b"), slot("", id="c")])
    found = plan(project, at("2026-03-02T00:00"), at("2026-03-02T23:00"))
    assert [item.key for item in found.items] == ["gameplay/b/2026-03-02"]
    assert [notice[:29] for notice in found.notices] == ["the schedule of a is left out"]


def test_own_words_and_an_own_template_go_before_ours() -> None:
    project = group(gameplay=[slot("0 8 * * *", text=" Up! ", template="mine")])
    [item] = plan(project, at("2026-03-02T08:00"), at("2026-03-02T08:00")).items
    assert (item.text, item.templates) == ("Up!", ("mine", "slot"))


RULES = {"advocated": ["be kind"], "prohibited": [{"id": "ads", "text": "Ads"}]}


def test_rules_are_repeated_often_in_the_beginning_and_less_later() -> None:
    project = group(group={"created": dt.date(2026, 3, 1)}, rules=RULES)
    found = plan(project, at("2026-03-01T00:00"), at("2026-08-31T23:00")).items
    days = [(item.at.date() - dt.date(2026, 3, 1)).days for item in found]
    assert days == [2, 4, 6, 8, 10, 12, 14, 21, 28, 35, 42, 49, 56, 63, 70, 77, 84, 91, 121, 151, 181]


def test_a_phase_can_be_switched_off() -> None:
    off = {"rules_repost.young_every": 0}
    project = group(group={"created": dt.date(2026, 3, 1)}, rules=RULES, thresholds=off)
    found = plan(project, at("2026-03-01T00:00"), at("2026-08-31T23:00")).items
    assert len(found) == 7


def test_the_whole_rules_and_one_of_them_take_turns() -> None:
    project = group(group={"created": dt.date(2026, 3, 1)}, rules=RULES)
    found = plan(project, at("2026-03-01T00:00"), at("2026-03-09T23:00")).items
    assert [(item.templates[0], item.line) for item in found] == [
        ("rules_short", None), ("rules_reminder", 1), ("rules_reminder", 2), ("rules_short", None),
    ]  # fmt: skip


def test_without_a_day_of_birth_nobody_knows_the_phase_and_that_is_said() -> None:
    found = plan(group(rules=RULES), at("2026-03-01T00:00"), at("2026-03-09T23:00"))
    assert (found.items, len(found.notices)) == ((), 1)


@pytest.mark.parametrize(
    ("occasion", "found"),
    [
        ({"date": "2026-03-02"}, ["occasion/Party/2026-03-02 03-02 09:00"]),
        ({"date": "03-02", "at": "7:30"}, ["occasion/Party/2026-03-02 03-02 07:30"]),
        ({"date": "2025-03-02"}, []),
        ({"lunar": "正月十五"}, ["occasion/Party/2026-03-03 03-03 09:00"]),
        ({"holiday": "妇女节"}, []),
    ],
)
def test_an_occasion_falls_on_its_day(occasion: dict[str, str], found: list[str]) -> None:
    project = group(occasion=[{"title": "Party", **occasion}])
    assert moments(project, "2026-03-01T00:00", "2026-03-07T23:00") == found


def test_the_29th_of_february_is_kept_in_every_year() -> None:
    project = group(occasion=[{"title": "Leap", "date": "02-29"}])
    assert moments(project, "2027-02-20T00:00", "2028-03-07T23:00") == [
        "occasion/Leap/2027-02-28 02-28 09:00",
        "occasion/Leap/2028-02-29 02-29 09:00",
    ]


def test_a_holiday_of_a_year_that_is_not_announced_is_said() -> None:
    project = group(occasion=[{"title": "Moon", "holiday": "中秋节"}])
    found = plan(project, at("2040-01-01T00:00"), at("2040-12-31T00:00"))
    assert len(found.items) == 1
    assert "the days off of 2040 are not announced yet" in found.notices[0]


def test_a_holiday_that_nobody_knows_is_said() -> None:
    project = group(occasion=[{"title": "x", "holiday": "Towel Day"}])
    found = plan(project, at("2026-01-01T00:00"), at("2026-02-01T00:00"))
    assert found.notices == ("Towel Day is no public holiday that is known for 2026: write date or lunar in its place",)


def test_an_activity_goes_step_by_step() -> None:
    swap = {
        "id": "swap",
        "title": "Swap",
        "steps": ["sign up", "bring", "swap", "thanks"],
        "start": dt.date(2026, 3, 2),
    }
    project = group(activity=[{**swap, "offsets": [0, 2], "at": "19:00"}])
    found = plan(project, at("2026-03-01T00:00"), at("2026-03-31T00:00")).items
    assert [f"{item.at:%d %H:%M} {item.about} {item.values['post']}" for item in found] == [
        "02 19:00 sign up opening",
        "04 19:00 bring midway",
        "05 19:00 swap surprise",
        "06 19:00 thanks closing",
    ]


def test_an_activity_without_a_start_or_far_away_is_in_no_calendar() -> None:
    far = {"id": "b", "steps": ["x"], "start": dt.date(2026, 3, 2), "offsets": [10**6]}
    assert moments(group(activity=[{"id": "a", "steps": ["x"]}, far]), "2026-03-01T00:00", "2026-03-31T00:00") == []
