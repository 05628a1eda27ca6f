"""Who belongs to which tier, and what is missing to the next one."""

import pytest

from groupctl.errors import ProjectError, UsageError
from groupctl.roster import Entry
from tests.tiers.groups import TWO, answered, daily, event, log, member, plan_of, project, roster, said


@pytest.mark.parametrize(("days", "tier"), [(7, "low"), (8, "top"), (9, "top")])
def test_a_rule_holds_from_its_number_on(days: int, tier: str) -> None:
    assert member(plan_of(log(*daily("Ann", days)), project(tier=TWO)), "Ann").tier == tier


@pytest.mark.parametrize(
    ("active", "replies", "tier"),
    [(5, 5, "interested"), (6, 4, "interested"), (6, 5, "strong"), (1, 0, "potential")],
)
def test_the_edges_of_strong_interested_and_potential(active: int, replies: int, tier: str) -> None:
    rows = [*daily("Ann", active - bool(replies), since=2), *(answered("Ann", replies) if replies else [])]
    assert member(plan_of(log(*rows)), "Ann").tier == tier


def test_core_is_here_on_most_days_and_many_turn_to_it() -> None:
    rows = [row for one in range(12) for row in answered("Ann", 2, by=f"friend {one}", since=one)]
    assert member(plan_of(log(*rows)), "Ann").tier == "core"


def test_who_bought_is_strong_with_two_days() -> None:
    listed = roster(Entry(name="Ann", bought=True))
    assert member(plan_of(log(*daily("Ann", 2)), roster=listed), "Ann").tier == "strong"


def test_who_wrote_nothing_in_the_window_is_silent() -> None:
    assert member(plan_of(log(*daily("Ann", 20, since=31))), "Ann").tier == "silent"


def test_who_left_is_gone_however_much_they_wrote() -> None:
    assert member(plan_of(log(*daily("Ann", 20, since=2), event(1, "leave", "Ann"))), "Ann").tier == "gone"


def test_who_came_back_is_not_gone() -> None:
    rows = [event(9, "leave", "Ann"), event(5, "join", "Ann"), *daily("Ann", 3)]
    assert member(plan_of(log(*rows)), "Ann").tier == "interested"


def test_those_who_run_the_group_stand_in_no_tier() -> None:
    assert member(plan_of(log(*daily("Ann", 9)), operators=["Ann"]), "Ann").tier == "staff"


def test_whom_no_rule_fits_is_counted_all_the_same() -> None:
    plan = plan_of(log(*daily("Ann", 1)), project(tier=[{"id": "top", "rule": "active_days >= 8"}]))
    assert [(tier.id, tier.count) for tier in plan.tiers if tier.count] == [("other", 2)]


def test_what_is_missing_is_worked_out_from_the_rule() -> None:
    (gap,) = member(plan_of(log(*daily("Ann", 6)), project(tier=TWO)), "Ann").to_next
    assert (gap.figure, gap.have, gap.need, gap.text) == ("active_days", 6, 8, "active days: 6 of 8")


def test_of_two_ways_up_the_nearer_is_named() -> None:
    tiers = [{"id": "top", "rule": "messages >= 100 or active_days >= 8"}, *TWO[1:]]
    found = member(plan_of(log(*daily("Ann", 6)), project(tier=tiers)), "Ann")
    assert [gap.figure for gap in found.to_next] == ["active_days"]


def test_everything_that_and_asks_for_is_named() -> None:
    tiers = [{"id": "top", "rule": "messages >= 9 and (has vip or offline) and not active_days > 20"}, *TWO[1:]]
    found = member(plan_of(log(*daily("Ann", 6)), project(tier=tiers)), "Ann")
    assert [gap.text for gap in found.to_next] == ["messages: 6 of 9", "has vip"]


def test_at_the_top_nothing_is_missing() -> None:
    assert member(plan_of(log(*daily("Ann", 9)), project(tier=TWO)), "Ann").to_next == ()


def test_what_is_not_known_is_never_true_and_neither_is_its_opposite() -> None:
    tiers = [{"id": "poster", "rule": 'source = "poster"'}, {"id": "else", "rule": 'source != "poster"'}, *TWO[1:]]
    listed = roster(Entry(name="Ann", source="Poster "), Entry(name="Bob", source="friend"))
    plan = plan_of(log(*daily("Ann", 1), *daily("Bob", 1), *daily("Cat", 1)), project(tier=tiers), roster=listed)
    assert [member(plan, name).tier for name in ("Ann", "Bob", "Cat")] == ["poster", "else", "low"]


def test_tags_and_flags_are_asked_for_with_has() -> None:
    tiers = [{"id": "vip", "rule": "has 骨干"}, {"id": "seen", "rule": "has onlooker"}, *TWO[1:]]
    rows = [event(60, "join", "Eve"), *daily("Ann", 3)]
    plan = plan_of(log(*rows), project(tier=tiers), roster=roster(Entry(name="Ann", tags=("骨 干",))))
    assert (member(plan, "Ann").tier, member(plan, "Eve").tier) == ("vip", "seen")


def test_a_tag_that_nobody_has_is_said() -> None:
    plan = plan_of(log(*daily("Ann", 1)), project(tier=[{"id": "vip", "rule": "has vvip"}]))
    assert "nobody has the tag vvip that a rule asks for" in plan.notes


def test_a_typo_in_a_rule_stops_the_plan_and_names_the_figure() -> None:
    tiers = [{"id": "top", "rule": "messages > 3 and activ_days >= 8"}]
    with pytest.raises(ProjectError, match=r"no figure activ_days \(column 18\)") as caught:
        plan_of(log(*daily("Ann", 1)), project(tier=tiers))
    assert caught.value.hint == "did you mean active_days?"


def test_a_rule_in_words_is_replaced_by_the_one_of_that_tier_and_that_is_said() -> None:
    plan = plan_of(log(*daily("Ann", 3)), project(tier=[{"id": "interested", "rule": "comes now and then"}]))
    assert member(plan, "Ann").tier == "interested"
    assert any("is in words" in note for note in plan.notes)


@pytest.mark.parametrize("ready", ["trust", "rfm", "default"])
def test_every_ready_set_places_everybody(ready: str) -> None:
    plan = plan_of(log(*daily("Ann", 9), *daily("Bob", 9, since=80), event(99, "join", "Eve")), ready=ready)
    assert plan.tier_set == ready
    assert sum(tier.count for tier in plan.tiers) == len(plan.members) == 4
    assert "other" not in {one.tier for one in plan.members}


def test_trust_level_two_keeps_whom_days_and_replies_show() -> None:
    rows = [*daily("Ann", 15, since=2), *answered("Ann", 4), *answered("Otto", 3, by="Ann")]
    assert member(plan_of(log(*rows), ready="trust"), "Ann").tier == "member"


def test_rfm_knows_who_is_at_risk() -> None:
    assert member(plan_of(log(*daily("Ann", 5, since=40)), ready="rfm"), "Ann").tier == "at_risk"


def test_a_set_that_there_is_not_is_refused() -> None:
    with pytest.raises(UsageError, match="no set of tiers called gold"):
        plan_of(log(*daily("Ann", 1)), ready="gold")


@pytest.mark.parametrize("tiers", [[{"id": "staff", "rule": "spoke"}], [{"id": "a", "rule": "spoke"}] * 2])
def test_tiers_need_ids_of_their_own(tiers: list[dict[str, str]]) -> None:
    with pytest.raises(ProjectError):
        plan_of(log(*daily("Ann", 1)), project(tier=tiers))


def test_an_empty_log_gives_an_empty_plan() -> None:
    chat = log()
    empty = type(chat)(messages=chat.messages.clear(), reports=chat.reports)
    assert plan_of(empty).members == ()


def test_a_hostile_name_is_just_a_name() -> None:
    name = "=cmd|'/c calc'!A1\x1b[31m\n; rm -rf ~ | {0} [[tier]]"
    plan = plan_of(log(*daily(name, 9), said(0.5, "Bob", "hi")))
    assert member(plan, name).tier == "interested"


def test_reactions_decide_only_where_the_export_tells_of_them() -> None:
    tiers = project(
        tier=[{"id": "top", "rule": "reactions_received >= 3"}, {"id": "low", "rule": "reactions_received < 3"}]
    )
    loved, plain = said(1, "Ann", reactions=2), said(2, "Bob")
    told = plan_of(log(loved, said(3, "Ann", reactions=1), plain), tiers)
    assert [(member(told, name).tier, member(told, name).figures["reactions_received"]) for name in ("Ann", "Bob")] == [
        ("top", 3),
        ("low", 0),
    ]
    untold = member(plan_of(log(plain), tiers), "Bob")
    assert (untold.tier, untold.figures["reactions_received"]) == ("other", None)
