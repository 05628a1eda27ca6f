"""The roster and the log: found by id, by name, by alias; what only looks alike is proposed."""

import datetime as dt

from groupctl.roster import Entry
from groupctl.tiers.plan import RosterSummary
from tests.tiers.groups import Row, daily, event, log, member, plan_of, project, roster, said


def fit(rows: list[Row], *entries: Entry) -> RosterSummary:
    found = plan_of(log(*rows), roster=roster(*entries)).roster
    assert found is not None
    return found


def by_id(rows: list[Row], sender: str) -> list[Row]:
    return [row | {"sender": sender} for row in rows]


def test_an_id_goes_before_a_name() -> None:
    rows = [*by_id(daily("Lee", 3), "10001"), *by_id(daily("Lee", 2), "10002")]
    found = fit(rows, Entry(name="Lee", id="10002"), Entry(name="Lee", id="10001"))
    assert (found.by, found.unsure) == ({"id": 2, "name": 0, "alias": 0}, ())


def test_names_are_compared_without_width_case_and_spaces() -> None:
    assert fit(daily("ＡＮＮ　lee", 2), Entry(name="Ann Lee")).by["name"] == 1


def test_an_alias_finds_who_was_renamed() -> None:
    assert fit(daily("Anna", 2), Entry(name="Annie", aliases=("anna",))).by["alias"] == 1


def test_a_name_used_before_finds_them_too() -> None:
    rows = [event(9, "rename", "Ann", "Wolf"), *daily("Wolf", 2)]
    assert fit(rows, Entry(name="Ann")).by["name"] == 1


def test_two_entries_of_one_name_are_told_apart_by_nobody() -> None:
    found = fit(daily("Lee", 2), Entry(name="Lee", source="a"), Entry(name="Lee", source="b"))
    assert (found.by["name"], found.unsure) == (0, ("Lee",))


def test_near_matches_are_proposed_and_not_taken() -> None:
    rows = [*daily("上海-李雷-采购", 2), *daily("Katharina", 2)]
    found = fit(rows, Entry(name="李雷"), Entry(name="Katarina"))
    assert sum(found.by.values()) == 0
    assert [pair[:2] for pair in found.proposals] == [("李雷", "上海-李雷-采购"), ("Katarina", "Katharina")]


def test_a_city_that_many_write_proposes_nobody() -> None:
    assert fit([*daily("上海-李雷", 2), *daily("上海-韩梅", 2)], Entry(name="上海-王五")).proposals == ()


def test_unknown_people_are_counted_and_never_dropped() -> None:
    found = fit([*daily("Ann", 2), *daily("Bob", 2)], Entry(name="Ann"), Entry(name="Eve"))
    assert (found.silent, set(found.not_listed)) == (1, {"Bob", "Zed"})
    plan = plan_of(
        log(*daily("Bob", 2)), roster=roster(Entry(name="Ann"), Entry(name="Eve"), Entry(name="Eve", id="7"))
    )
    assert sorted(one.name for one in plan.members) == ["Ann", "Bob", "Eve", "Eve", "Zed"]
    assert len({one.id for one in plan.members}) == 5


def test_the_roster_dates_go_before_the_log() -> None:
    listed = roster(Entry(name="Ann", joined=dt.date(2024, 1, 1)))
    tiers = project(tier=[{"id": "old", "rule": "joined_days > 100"}, {"id": "low", "rule": "not left"}])
    assert member(plan_of(log(*daily("Ann", 2)), tiers, roster=listed), "Ann").tier == "old"


def test_who_joins_after_the_log_ends_is_not_judged() -> None:
    plan = plan_of(log(*daily("Otto", 99)), roster=roster(Entry(name="Ann", joined=dt.date(2025, 1, 1))))
    assert not [one for action in plan.actions for one in action.items if one.name == "Ann"]


def test_name_cards_are_counted_and_proposed() -> None:
    listed = roster(Entry(name="Wolf", fields={"城市": "上海", "岗位": "采购"}))
    rows = [*daily("杭州-甲公司-店长", 2), *daily("Wolf", 2), *daily("北京 乙公司 店长", 1), said(1, "Zed", "x")]
    plan = plan_of(log(*rows), project(group={"namecard": "城市-公司-岗位"}), roster=listed)
    assert plan.name_cards is not None
    assert plan.name_cards.coverage == 1 / 4
    assert plan.name_cards.proposals == (("Wolf", "上海-____-采购"), ("北京 乙公司 店长", "北京-乙公司-店长"))
