"""The entries of a plan are made when somebody asks for them, and are the same whoever asks."""

from collections.abc import Collection

import polars as pl
import pytest

from groupctl.facts.subject import Subject
from groupctl.project.model import Project
from groupctl.tiers.plan import TierPlan
from groupctl.tiers.quotes import AT_ONCE, telling
from groupctl.tiers.run import prepare
from tests.tiers.groups import TWO, answered, daily, event, log, member, plan_of, project, said

ROWS = [*daily("Ann", 9), *daily("Bob", 3), *answered("Cat", 4), *daily("Dan", 9, since=3), event(2, "leave", "Dan")]


def of(rows: Project | None = None) -> TierPlan:
    return plan_of(log(*ROWS), rows, operators=["Cat"])


def test_entries_asked_for_one_by_one_are_those_asked_for_together() -> None:
    members = of().members
    together = list(members)
    assert [members[place] for place in range(len(members))] == together == list(members[:])
    assert [one.quotes for one in members[1:3]] == [one.quotes for one in together[1:3]]
    assert members[-1] == together[-1]


def test_the_top_tier_stands_first_and_staff_last() -> None:
    found = [(one.name, one.tier) for one in of(project(tier=TWO)).members]
    assert found == [
        ("Ann", "top"),
        ("Otto", "low"),
        ("Bob", "low"),
        ("Zed", "low"),
        ("Dan", "gone"),
        ("Cat", "staff"),
    ]


def test_plans_of_one_log_are_equal() -> None:
    assert of().members == of().members
    assert of().members != plan_of(log(*daily("Ann", 9))).members


def test_no_message_is_looked_up_before_somebody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Collection[int]] = []

    def noted(subject: Subject, people: Collection[int]) -> pl.DataFrame:
        asked.append(people)
        return telling(subject, people)

    monkeypatch.setattr("groupctl.tiers.quotes.telling", noted)
    plan = of()
    assert (len(plan.members), plan.members[0].name, asked) == (6, "Ann", [])
    assert len(plan.members[0].quotes) == 1
    assert len(asked) == 1


def test_everybody_has_their_own_messages_where_many_are_looked_up_at_once() -> None:
    names = [f"n{place}" for place in range(AT_ONCE + 5)]
    plan = plan_of(log(*(said(1 + place / 2000, name, f"{name} says hello") for place, name in enumerate(names))))
    assert {one.name: one.quotes[0].quote for one in plan.members if one.name != "Zed"} == {
        name: f"{name} says hello" for name in names
    }


def test_who_left_has_no_next_tier() -> None:
    assert (member(of(), "Dan").next_tier, member(of(), "Dan").to_next) == ("", ())


def test_what_is_kept_of_a_plan_does_not_need_its_entries() -> None:
    plan, kept = prepare(log(*ROWS)).plan()
    assert {one.id: one.tier for one in plan.members} == {name: one.tier for name, one in kept.members.items()}
