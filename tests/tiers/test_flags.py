"""Who is worth a second look: what was seen, with the lines that prove it; never what somebody is."""

import datetime as dt
import re
from collections.abc import Sequence

import pytest

from groupctl.facts.strikes import Strike
from groupctl.roster import Entry
from tests.tiers.groups import END, Row, daily, event, log, member, names, plan_of, project, roster, said

ADVERT = "Earn $300 a day from home, DM me now: t.me/joinchat/abc"


def kinds(rows: list[Row], name: str, **more: object) -> list[str]:
    return [flag.kind for flag in member(plan_of(log(*rows), **more), name).flags]  # type: ignore[arg-type]


def packets(name: str, times: int, *, late: int = 0) -> list[Row]:
    """Return red packets of Otto's, each thanked for by ``name``; ``late`` further messages at other times."""
    rows = []
    for turn in range(times):
        rows += [said(turn + 2, "Otto", "", kind="red_packet"), said(turn + 2 - 0.002, name, "thanks boss")]
    return [*rows, *(said(turn + 0.3, name, "by the way") for turn in range(late))]


def test_who_speaks_after_red_packets_only_is_marked_with_the_count() -> None:
    (flag,) = member(plan_of(log(*packets("Ann", 4))), "Ann").flags
    assert (flag.kind, flag.text) == ("hunter", "4 of 4 messages within 30 minutes of a red packet")


@pytest.mark.parametrize(("times", "late", "found"), [(2, 0, []), (4, 1, ["hunter"]), (4, 2, [])])
def test_it_takes_three_messages_and_four_in_five(times: int, late: int, found: list[str]) -> None:
    assert kinds(packets("Ann", times, late=late), "Ann") == found


def test_who_gives_red_packets_hunts_for_none() -> None:
    assert kinds(packets("Ann", 4), "Otto") == []


def test_who_posts_advertisements_is_marked_with_the_lines() -> None:
    (flag,) = member(plan_of(log(*daily("Bob", 9), said(3, "Ann", ADVERT))), "Ann").flags
    assert (flag.kind, flag.text) == ("advertiser", "1 message looks like an advertisement")
    assert [(proof.file, proof.quote) for proof in flag.evidence] == [("chat.txt", ADVERT)]


def test_one_slip_of_a_regular_marks_nobody() -> None:
    assert kinds([*daily("Ann", 25), said(3.5, "Ann", ADVERT)], "Ann") == []


def test_who_was_put_in_and_never_wrote_is_marked_after_two_weeks() -> None:
    rows = [event(60, "join", "Eve", by="Otto"), event(5, "join", "Fay", by="Otto"), *daily("Otto", 3)]
    listed = roster(
        Entry(name="Eve", invited_by="Otto", joined=dt.date(2024, 5, 1)), Entry(name="Fay", invited_by="Otto")
    )
    plan = plan_of(log(*rows), roster=listed)
    assert [flag.text for flag in member(plan, "Eve").flags] == ["put in by Otto 60 days ago, never wrote"]
    assert member(plan, "Fay").flags == ()


@pytest.mark.parametrize(("days", "found"), [(29, []), (30, ["onlooker"])])
def test_who_hardly_writes_is_marked_after_a_month(days: int, found: list[str]) -> None:
    joined = END.date() - dt.timedelta(days=days)
    assert kinds(daily("Ann", 1), "Ann", roster=roster(Entry(name="Ann", joined=joined))) == found


def test_a_mark_keeps_out_of_nominations_and_promotions() -> None:
    rows = [said(day + 0.1, "Ann", "see https://example.org/news") for day in range(9)]
    plan = plan_of(log(*rows, *(said(day + 0.5, "Ann", ADVERT) for day in range(5))))
    assert [one.name for role in plan.roles for one in role.nominations] == []
    assert names(plan, "screen") == ["Ann"]
    assert "Ann" not in names(plan, "promote")


def test_staff_are_never_marked() -> None:
    assert kinds(packets("Ann", 4), "Ann", operators=["Ann"]) == []


LADDER = project(rules={"prohibited": [{"id": "ads", "text": "no advertising", "ladder": ["warn", "mute", "remove"]}]})


def next_step(*rows: Row, strikes: Sequence[Strike] = ()) -> tuple[str, str]:
    """Return why Ann is looked at and the step that the command writes, of the ladder warn, mute, remove."""
    action = plan_of(log(*daily("Bob", 9), *rows), LADDER, operators=["Otto"], strikes=strikes).action("screen")
    assert action is not None
    (found,) = action.items
    return found.why, "".join(re.findall(r"step=(\w+)", found.command))


def test_the_first_advertisement_asks_for_the_first_step_of_the_ladder() -> None:
    assert next_step(said(3, "Ann", ADVERT)) == ("1 message looks like an advertisement", "warn")


def test_a_step_that_was_taken_makes_the_next_one_due() -> None:
    at = END - dt.timedelta(days=20)
    warned = Strike(rule="ads", who="Ann", name="Ann", at=at, taken="warn", expires=END.date())
    assert next_step(said(3, "Ann", ADVERT), strikes=[warned])[1] == "mute"


def test_an_advertisement_that_met_a_step_asks_for_none() -> None:
    at = END - dt.timedelta(days=3)
    warned = Strike(rule="ads", who="Ann", name="Ann", at=at, taken="warn", expires=END.date())
    why = "1 message looks like an advertisement; answered by a step: warn"
    assert next_step(said(3, "Ann", ADVERT), strikes=[warned]) == (why, "")


def test_who_hunts_for_red_packets_broke_no_rule() -> None:
    action = plan_of(log(*packets("Ann", 4)), LADDER).action("screen")
    assert action is not None
    assert [(one.name, one.command) for one in action.items] == [("Ann", "")]
