"""Roles: nominations out of ordinary members, by what they do."""

import pytest

from groupctl.errors import ProjectError
from groupctl.tiers.plan import RolePlan, TierPlan
from tests.tiers.groups import Row, daily, log, plan_of, project, said


def role(plan: TierPlan, name: str) -> RolePlan:
    return next(one for one in plan.roles if one.id == name)


def links(name: str, times: int) -> list[Row]:
    return [said(turn + 0.2, name, f"worth reading: https://example.org/{turn}") for turn in range(times)]


def nominated(plan: TierPlan, name: str) -> list[str]:
    return [one.name for one in role(plan, name).nominations]


def test_who_shares_links_is_nominated_with_proof() -> None:
    (one,) = role(plan_of(log(*links("Ann", 4), *links("Bob", 2))), "information").nominations
    assert (one.name, one.why) == ("Ann", "shared links 4 times in 30 days")
    assert len(one.evidence) == 2
    assert one.evidence[0].quote.startswith("worth reading")


def test_who_makes_others_laugh_is_nominated() -> None:
    rows = []
    for turn in range(4):
        rows += [said(turn + 1, "Ann", "and then the goat paid"), said(turn + 0.9995, "Bob", "哈哈哈哈")]
    assert nominated(plan_of(log(*rows)), "jokes") == ["Ann"]


def test_who_laughs_at_length_tells_something_of_their_own() -> None:
    rows = []
    for turn in range(4):
        rows += [said(turn + 1, "Ann", "news"), said(turn + 0.9995, "Bob", "haha that reminds me of my uncle in Rome")]
    assert nominated(plan_of(log(*rows)), "jokes") == []


def test_who_speaks_to_newcomers_is_nominated_for_the_welcome() -> None:
    rows = [*daily("Otto", 30, text="good morning"), said(20, "Ann", "me too")]
    for turn in range(3):
        rows += [said(turn + 1, f"New {turn}", "hello I am new"), said(turn + 0.99, "Ann", "welcome here!")]
    assert nominated(plan_of(log(*rows)), "welcome") == ["Ann"]


def test_a_role_is_told_by_its_terms() -> None:
    rows = [said(turn, "Ann", "my sourdough rose again") for turn in range(4)]
    plan = plan_of(log(*rows), project(role=[{"id": "baker", "title": "Chief baker", "terms": ["Sourdough"]}]))
    (one,) = role(plan, "baker").nominations
    assert one.why == "spoke of it 4 times in 30 days"
    assert one.command.startswith("groupctl render role --set role=baker --set who=Ann --set ")


def test_a_role_is_told_by_its_rule() -> None:
    plan = plan_of(log(*daily("Ann", 9), *daily("Bob", 3)), project(role=[{"id": "x", "rule": "active_days >= 5"}]))
    assert nominated(plan, "x") == ["Ann"]


def test_a_role_has_a_limit() -> None:
    rows = [row for name in ("Ann", "Bob", "Cat") for row in links(name, 5)]
    plan = plan_of(log(*rows), project(role=[{"id": "information", "limit": 2}]))
    assert len(nominated(plan, "information")) == 2


def test_staff_are_never_nominated() -> None:
    assert nominated(plan_of(log(*links("Ann", 5)), operators=["Ann"]), "information") == []


def test_a_role_of_which_nothing_is_known_says_so() -> None:
    plan = plan_of(log(*links("Ann", 5)), project(role=[{"id": "muse", "title": "The muse"}]))
    assert (role(plan, "muse").judged_by, role(plan, "muse").nominations) == ("", ())


def test_a_typo_in_the_rule_of_a_role_stops_the_plan() -> None:
    with pytest.raises(ProjectError, match="rule of the role x"):
        plan_of(log(*daily("Ann", 1)), project(role=[{"id": "x", "rule": "link >= 5"}]))
