"""The lists that an operator works through."""

import datetime as dt

from groupctl.roster import Entry
from groupctl.tiers.plan import Item, TierPlan
from tests.tiers.groups import END, answered, daily, event, log, names, plan_of, project, roster, said


def item(plan: TierPlan, kind: str, name: str) -> Item:
    action = plan.action(kind)
    assert action is not None
    (found,) = [one for one in action.items if one.name == name]
    return found


def asked(times: int) -> list[dict[str, object]]:
    rows = []
    for turn in range(times):
        rows += [said(turn + 1, "Ann", "does anyone know how to do this?"), said(turn + 0.999, "Bob", "@Ann like this")]
    return rows


def test_who_answers_most_is_thanked_with_the_text_to_send() -> None:
    found = item(plan_of(log(*asked(3))), "thank", "Bob")
    assert found.why == "was the first to answer 3 times in 30 days"
    assert found.command.startswith("groupctl render thanks --set who=Bob --set 'seen=was the first")


def test_who_asks_is_invited_to_an_expert_session() -> None:
    assert item(plan_of(log(*asked(3))), "invite", "Ann").why == "asked 3 times in 30 days"


def test_a_newcomer_without_an_answer_is_greeted() -> None:
    rows = [*daily("Otto", 30), event(3, "join", "Eve"), event(2, "join", "Fay"), said(2.5, "Eve", "hello, I am new")]
    plan = plan_of(log(*rows, said(20, "Zed", "hi"), said(19.999, "Otto", "@Zed hi")))
    assert names(plan, "greet") == ["Eve", "Fay"]
    assert item(plan, "greet", "Eve").command == "groupctl render welcome --set who=Eve --blanks"


def test_who_was_active_and_fell_silent_is_woken() -> None:
    rows = [
        *daily("Ann", 9, since=20),
        *daily("Bob", 9, since=5),
        *daily("Cat", 2, since=20),
        *daily("Dan", 9, since=95),
    ]
    plan = plan_of(log(*rows))
    assert names(plan, "wake") == ["Ann"]
    assert item(plan, "wake", "Ann").why == "wrote on 9 days, silent for 20"


def test_who_lacks_little_is_promoted_next() -> None:
    plan = plan_of(log(*daily("Ann", 4, since=2), *answered("Ann", 6)))
    assert item(plan, "promote", "Ann").why == "nearly strong: active days: 5 of 6"


def listed(*entries: Entry) -> TierPlan:
    rows = [*daily("Otto", 100), event(99, "join", "Eve"), *daily("Ann", 2, since=95)]
    return plan_of(log(*rows), roster=roster(Entry(name="Otto"), *entries))


def test_who_is_silent_for_long_is_let_go() -> None:
    plan = listed(Entry(name="Eve"), Entry(name="Ann"))
    assert names(plan, "clear") == ["Eve", "Ann"]
    assert item(plan, "clear", "Eve").why == "came 99 days ago, never wrote"


def test_who_is_exempt_or_bought_or_met_in_person_stays() -> None:
    kept = [Entry(name="Eve", exempt="on leave"), Entry(name="Ann", bought=True), Entry(name="Fay", offline=2)]
    plan = listed(*kept)
    action = plan.action("clear")
    assert action is not None
    assert action.items == ()
    assert "3 more are kept back" in action.advice


def test_the_project_can_exempt_by_name() -> None:
    rows = [*daily("Otto", 100), event(99, "join", "Eve")]
    assert names(plan_of(log(*rows), project(members={"exempt": ["eve"]})), "clear") == []


def test_a_newcomer_is_in_grace() -> None:
    assert names(listed(Entry(name="Gus", joined=END.date() - dt.timedelta(days=5))), "clear") == ["Eve", "Ann"]


def test_without_join_lines_or_roster_nobody_is_let_go_and_that_is_said() -> None:
    action = plan_of(log(*daily("Otto", 100), *daily("Ann", 1, since=95))).action("clear")
    assert action is not None
    assert (action.items, "no join lines" in action.unknown) == ((), True)


def test_who_shares_a_name_with_another_is_never_let_go() -> None:
    assert "Lee" not in names(listed(Entry(name="Lee", source="a"), Entry(name="Lee", source="b")), "clear")


def test_who_has_not_agreed_to_the_rules_is_screened() -> None:
    rows = [*daily("Otto", 9), *daily("Ann", 3)]
    plan = plan_of(log(*rows), roster=roster(Entry(name="Otto", consent=True), Entry(name="Ann", consent=False)))
    assert names(plan, "screen") == ["Ann"]


def test_those_who_write_most_of_it_are_taken_along() -> None:
    rows = [*daily("Ann", 28), *daily("Bob", 10), *daily("Cat", 1)]
    assert names(plan_of(log(*rows)), "move") == ["Ann", "Bob"]


def test_who_alone_ties_others_to_the_group_is_kept_close() -> None:
    pairs = [
        ("Ann", "Bob"),
        ("Bob", "Cat"),
        ("Cat", "Ann"),
        ("Cat", "Dan"),
        ("Dan", "Eve"),
        ("Eve", "Fay"),
        ("Fay", "Dan"),
    ]
    rows = [row for place, (one, other) in enumerate(pairs) for row in answered(one, 3, by=other, since=place)]
    plan = plan_of(log(*rows))
    assert set(names(plan, "keep")[:2]) == {"Cat", "Dan"}
    assert item(plan, "keep", "Dan").why.startswith("ties 2 people to the rest (Eve, Fay); talks with 3")


def test_every_list_has_a_day_and_counts_from_now() -> None:
    plan = plan_of(log(*daily("Ann", 3)))
    assert {action.due - END.date() for action in plan.actions} <= {dt.timedelta(days=days) for days in (1, 2, 7, 14)}


def test_names_with_spaces_and_quotes_are_safe_to_paste() -> None:
    name = "O'Neil; rm -rf ~"
    rows = [*daily("Otto", 30), said(2.5, name, "hello, I am new")]
    assert (
        item(plan_of(log(*rows)), "greet", name).command
        == """groupctl render welcome --set 'who=O'"'"'Neil; rm -rf ~' --blanks"""
    )


def test_who_opted_out_stands_nowhere_and_is_counted() -> None:
    rows = [*asked(3), *daily("Dan", 9)]
    plan = plan_of(log(*rows), project(members={"opt_out": ["Bob"]}), roster=roster(Entry(name="Dan", opt_out=True)))
    assert {one.name for one in plan.members} == {"Ann", "Zed"}
    assert plan.opted_out == 2
    assert not [one for action in plan.actions for one in action.items if one.name in ("Bob", "Dan")]
