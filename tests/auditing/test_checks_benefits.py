"""Benefits and promotions: what each check finds, what passes, what it cannot say."""

from typing import Any

import pytest

from groupctl.findings import Severity, Skip
from tests.auditing.groups import Row, after, chat, event, one, outcome, said, small_talk, subject

OPERATORS: dict[str, Any] = {"operators": ["Owner"]}
CROWD = event(after(), "join", "Ann", "Bob", "Cat", "Dan", *(f"M{number}" for number in range(60)))
OFFER = "Spring sale: 30% off the course, only $49 this week"


def packet(day: int, hour: int = 5) -> Row:
    return said(after(day, hours=hour), "Owner", "[red packet]") | {"kind": "red_packet"}


def thanks(day: int, *names: str) -> list[Row]:
    return [said(after(day, hours=5, minutes=turn), name, "thanks boss") for turn, name in enumerate(names, 1)]


def test_a_long_stretch_without_a_benefit_is_found_with_both_ends() -> None:
    finding = one("GA501", subject(chat(*small_talk(60), packet(1), packet(50)), **OPERATORS))
    assert finding.message == "no benefit for 49 days, from 2024-03-02 to 2024-04-20; 2 in the whole log"
    assert (finding.severity, finding.evidence_count) == (Severity.LOW, 2)


def test_a_benefit_now_and_then_passes_and_none_at_all_is_said() -> None:
    assert outcome("GA501", subject(chat(*small_talk(40), packet(10), packet(30)), **OPERATORS)) == []
    for code in ("GA501", "GA502", "GA503"):
        found = outcome(code, subject(chat(*small_talk()), **OPERATORS))
        assert found == Skip(reason="no red packet, gift or giveaway of an operator stands in this log")


def test_benefits_after_which_nobody_talks_are_a_symptom() -> None:
    rows = [row for day in (2, 4, 6) for row in (packet(day), *thanks(day, "Eve", "Fay", "Gus"))]
    finding = one("GA502", subject(chat(CROWD, *small_talk(), *rows), **OPERATORS))
    assert (finding.figure, finding.threshold, finding.evidence_count) == (0, 0.03, 3)
    assert finding.evidence[0].why == ("0 members spoke in the 3 hours before, 0 said more than thanks in the 3 after")


def test_benefits_after_which_people_talk_pass() -> None:
    talk = [
        said(after(day, hours=5, minutes=turn), f"M{turn}", f"look what I made on day {day}")
        for day in (2, 4, 6)
        for turn in range(1, 9)
    ]
    rows = [packet(day) for day in (2, 4, 6)]
    assert outcome("GA502", subject(chat(CROWD, *small_talk(), *rows, *talk), **OPERATORS)) == []


def test_the_effect_of_two_benefits_cannot_be_told() -> None:
    found = outcome("GA502", subject(chat(CROWD, *small_talk(), packet(2), packet(4)), **OPERATORS))
    assert found == Skip(reason="too few benefits")


def test_who_is_seen_at_benefits_only_is_found_with_how_often() -> None:
    rows = [row for day in (2, 4) for row in (packet(day), *thanks(day, "Eve", "Ann"))]
    given = subject(chat(*small_talk(), *rows), **OPERATORS)
    finding = one("GA503", given)
    assert finding.message == "1 member wrote at benefits and at no other time (17% of those who ever spoke)"
    assert finding.evidence[0].why == "2 messages in all, each soon after one of 2 benefits"
    assert given.benefits.takers.filter("only")["name"].to_list() == ["Eve"]


def test_who_came_to_one_benefit_only_is_no_taker() -> None:
    rows = (packet(2), *thanks(2, "Eve"), packet(4), *thanks(4, "Fay"))
    assert outcome("GA503", subject(chat(*small_talk(), *rows), **OPERATORS)) == []


def offers(day: int, times: int) -> list[Row]:
    return [said(after(day, hours=hour), "Owner", f"{OFFER}, part {hour}") for hour in range(1, times + 1)]


def test_days_with_too_many_promotions_are_found() -> None:
    finding = one("GA510", subject(chat(*small_talk(), *offers(2, 4), *offers(3, 1)), {}, **OPERATORS))
    assert finding.message == (
        "1 day with more promotions than the 1 that members put up with, 4 at the most; "
        "5 of 5 do not say whom they are for"
    )
    assert finding.evidence[0].why == "4 that day"


def test_the_cap_is_the_projects() -> None:
    project = {"monetization": {"cap_per_day": 4}}
    assert outcome("GA510", subject(chat(*small_talk(), *offers(2, 4)), project, **OPERATORS)) == []


def test_what_a_member_sells_is_no_promotion_of_the_operators() -> None:
    rows = [row | {"sender": "Eve", "name": "Eve"} for row in offers(2, 4)]
    greeting = said(after(1, hours=1), "Owner", "good morning")
    assert outcome("GA510", subject(chat(*small_talk(), *rows, greeting), **OPERATORS)) == []


def leaving(*days: float) -> list[Row]:
    return [event(after(hours=int(24 * day)), "leave", f"M{number}") for number, day in enumerate(days)]


def test_exits_after_a_promotion_are_found_against_those_of_other_days() -> None:
    rows = (CROWD, *small_talk(40), *offers(20, 1), *leaving(2, 30, 20.2, 20.5, 21, 21.5, 22))
    finding = one("GA511", subject(chat(*rows), {}, **OPERATORS))
    assert (finding.figure, finding.severity) == (5, Severity.HIGH)
    assert finding.message.startswith("after 1 promotion; exits: 3 in 24 hours, 5 in 72, where 0.2 were to be expected")


def test_exits_that_come_all_the_time_are_not_the_promotions() -> None:
    rows = (CROWD, *small_talk(40), *offers(20, 1), *leaving(*(day + 0.5 for day in range(1, 39))))
    assert outcome("GA511", subject(chat(*rows), {}, **OPERATORS)) == []


def test_without_leave_lines_or_promotions_nothing_is_said_about_exits() -> None:
    for rows in ([*small_talk(40), *offers(20, 1)], [*small_talk(40), said(after(1), "Owner", "hello"), *leaving(2)]):
        assert isinstance(outcome("GA511", subject(chat(CROWD, *rows), {}, **OPERATORS)), Skip)


@pytest.mark.parametrize(("stage", "sold"), [("inception", True), ("growth", True), ("maturity", False)])
def test_selling_waits_for_maturity(stage: str, sold: bool) -> None:
    project = {"monetization": {"stage": stage}}
    found = outcome("GA512", subject(chat(*small_talk(), *offers(2, 1)), project, **OPERATORS))
    assert isinstance(found, list)
    assert bool(found) is sold


def test_without_a_stage_nobody_knows_whether_it_is_early() -> None:
    found = outcome("GA512", subject(chat(*small_talk(), *offers(2, 1)), {}, **OPERATORS))
    assert isinstance(found, Skip)
    assert "monetization.stage" in found.reason
