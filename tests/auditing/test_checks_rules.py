"""Floods, copies, rules, strikes, complaints and names: what each check finds, what passes, what it cannot say."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groupctl.facts.strikes import Strike
from groupctl.findings import Severity, Skip
from tests.auditing.groups import (
    ADVERT,
    BEGAN,
    MEMBERS,
    RULE,
    Row,
    after,
    chat,
    one,
    outcome,
    said,
    small_talk,
    subject,
)

OPERATORS: dict[str, Any] = {"operators": ["Owner"]}
OWNER = said(after(0, minutes=2), "Owner", "hello all")


def rules(*items: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"rules": {"prohibited": list(items), **more}}


ATTACKS = {"id": "attacks", "text": "no insults", "ladder": ["warn", "remove"]}
SPAM = {"id": "spam", "text": "no floods", "ladder": ["remind", "remove"]}


def pasted(times: int = 4, name: str = "Eve") -> list[Row]:
    return [
        said(after(2, hours=4) + dt.timedelta(seconds=20 * turn), name, "join us for the big match tonight")
        for turn in range(times)
    ]


def test_a_flood_is_found_with_what_there_was_too_much_of() -> None:
    finding = one("GA410", subject(chat(*small_talk(), *pasted())))
    assert finding.message == "the screen was flooded 1 time; by 1 member"
    assert finding.evidence[0].why == "the same text 4 times within two minutes"
    assert finding.command == "groupctl rules --prohibit spam --ladder remind,remove"


def test_a_rule_about_floods_is_told_and_its_notice_proposed() -> None:
    finding = one("GA410", subject(chat(*small_talk(), *pasted()), rules(SPAM)))
    assert finding.message.endswith("rule “no floods” says: remind → remove from the group")
    assert finding.command == "groupctl render notice --blanks --set rule=spam --set who=Eve"


def test_operators_exempt_members_and_approved_texts_flood_nothing() -> None:
    seen = chat(*small_talk(), *pasted())
    assert outcome("GA410", subject(seen, operators=["Eve"])) == []
    assert outcome("GA410", subject(seen, rules(exempt=["eve"]))) == []
    assert outcome("GA410", subject(seen, rules(approved=["The big match"]))) == []
    assert outcome("GA410", subject(seen, rules(exempt=["Bob"], approved=["the small match"]))) != []


CAMPAIGN = "I followed this course for a month and now earn more than ever before, try it for free everybody"


def test_a_text_that_goes_round_is_found() -> None:
    rows = [said(after(2, hours=place), name, CAMPAIGN) for place, name in enumerate(("Eve", "Fay", "Gus"))]
    finding = one("GA411", subject(chat(*small_talk(), *rows)))
    assert finding.message == "1 text was posted nearly alike by 3 members within a day"
    assert finding.evidence[0].why == "posted 3 times by 3 members within a day"


def test_what_members_copy_from_an_operator_is_no_campaign() -> None:
    rows = [said(after(2, hours=place), name, CAMPAIGN) for place, name in enumerate(("Owner", "Eve", "Fay", "Gus"))]
    assert outcome("GA411", subject(chat(*small_talk(), *rows), **OPERATORS)) == []


def test_a_text_that_asks_to_be_passed_on_is_found() -> None:
    chain = said(after(2, hours=4), "Eve", "Forward this message to 20 groups or your account ends")
    finding = one("GA411", subject(chat(*small_talk(), chain)))
    assert (finding.message, finding.evidence_count) == ("1 message asks to be passed on", 1)


def insults(*days: int, name: str = "Eve") -> list[Row]:
    return [said(after(day, hours=4), name, "you are such an idiot") for day in days]


def test_a_broken_rule_is_found_with_what_was_said_and_what_is_next() -> None:
    finding = one("GA420", subject(chat(OWNER, *small_talk(), *insults(2)), rules(ATTACKS), **OPERATORS))
    said_of_it = "rule “no insults” (warn → remove from the group): 1 message by 1 member looks like a breach"
    assert finding.message == said_of_it
    assert finding.about == "attacks"
    assert finding.evidence[0].why == "“you are such an idiot” · 1 strike; next: warn"
    assert finding.command == "groupctl render notice --blanks --set rule=attacks --set who=Eve --set step=warn"


def test_each_prohibition_has_a_finding_of_its_own() -> None:
    project = rules(ATTACKS, {"id": "begging", "text": "no begging", "ladder": ["remind"]})
    rows = (*small_talk(), *insults(2), said(after(3, hours=4), "Fay", "please vote for me"))
    found = outcome("GA420", subject(chat(*rows), project))
    assert isinstance(found, list)
    assert [finding.about for finding in found] == ["attacks", "begging"]


def test_quiet_hours_are_those_of_the_rule() -> None:
    project = rules({"id": "quiet", "text": "no messages after 22:00", "ladder": ["remind"]})
    night = [said(after(day, hours=hour), "Eve", "still awake") for day, hour in ((2, 12), (3, 13), (4, 14))]
    finding = one("GA420", subject(chat(*small_talk(), *night), project))
    assert [place.at.hour for place in finding.evidence if place.at] == [23, 22]


def test_a_rule_that_nobody_breaks_passes() -> None:
    assert outcome("GA420", subject(chat(*small_talk()), rules(ATTACKS))) == []
    assert outcome("GA420", subject(chat(*small_talk(), *insults(2, name="Owner")), rules(ATTACKS), **OPERATORS)) == []


@pytest.mark.parametrize(
    ("project", "reason"),
    [
        (None, "no project says what is prohibited"),
        ({}, "the project prohibits nothing beside advertisements and floods that a log could show"),
        (RULE, "the project prohibits nothing beside advertisements and floods that a log could show"),
    ],
)
def test_rules_need_a_project_that_has_some(project: dict[str, Any] | None, reason: str) -> None:
    assert outcome("GA420", subject(chat(*small_talk(), *insults(2)), project)) == Skip(reason=reason)


def test_what_no_log_shows_is_said_and_never_passed() -> None:
    project = rules(ATTACKS, {"id": "privacy", "text": "no leaks"}, {"id": "helmets", "text": "wear one"})
    assert outcome("GA421", subject(chat(*small_talk()), project)) == Skip(
        reason="cannot be seen in a log: no leaks (it happens outside the group), "
        "wear one (nothing in it tells what to look for)"
    )
    assert outcome("GA421", subject(chat(*small_talk()), rules(ATTACKS))) == []


def test_who_broke_a_rule_on_several_days_and_met_no_step_is_found() -> None:
    finding = one("GA422", subject(chat(OWNER, *small_talk(), *insults(2, 3, 5)), rules(ATTACKS), **OPERATORS))
    next_step = "“no insults” says next: warn"
    assert finding.message == f"1 member broke the same rule on 3 days and no step followed; {next_step}"
    assert (finding.severity, finding.evidence[0].who) == (Severity.HIGH, "Eve")
    assert finding.evidence[0].why == "rule “no insults”: 3 strikes; next: warn"


def test_three_times_on_one_day_is_one_strike() -> None:
    rows = [said(after(2, hours=4, minutes=place), "Eve", "you are such an idiot") for place in (0, 9, 18)]
    seen = subject(chat(OWNER, *small_talk(), *rows), rules(ATTACKS), **OPERATORS)
    assert outcome("GA422", seen) == []
    assert [strike.count for strike in seen.rules.strikes] == [3]


def test_a_step_after_the_second_time_is_enough() -> None:
    call = said(after(3, hours=5), "Owner", "@Eve please don't, that is against the rules")
    seen = subject(chat(OWNER, *small_talk(), *insults(2, 3), call), rules(ATTACKS), **OPERATORS)
    assert outcome("GA422", seen) == []
    assert [strike.taken for strike in seen.rules.strikes] == ["", "warn"]
    assert seen.rules.standings[0].next_step == "remove"


def test_strikes_of_earlier_audits_count_until_they_expire() -> None:
    old = Strike(rule="attacks", who="Eve", name="Eve", at=BEGAN - dt.timedelta(days=30), expires=dt.date(2024, 5, 1))
    rows = chat(OWNER, *small_talk(), *insults(2))
    found = one("GA422", subject(rows, rules(ATTACKS), strikes=[old], **OPERATORS))
    assert "on 2 days" in found.message
    project = rules(ATTACKS) | {"thresholds": {"strikes.expire_days": 10}}
    gone = Strike(rule="attacks", who="Eve", name="Eve", at=BEGAN - dt.timedelta(days=30), expires=dt.date(2024, 2, 10))
    assert outcome("GA422", subject(rows, project, strikes=[gone], **OPERATORS)) == []


@pytest.mark.parametrize(
    ("project", "declared", "reason"),
    [
        (None, OPERATORS, "no project says"),
        (rules({"id": "attacks", "text": "x"}), OPERATORS, "no prohibition of the project says what follows"),
        (rules(ATTACKS), {}, "--operator NAME"),
    ],
)
def test_escalation_needs_a_ladder_and_somebody_to_climb_it(
    project: dict[str, Any] | None, declared: dict[str, Any], reason: str
) -> None:
    found = outcome("GA422", subject(chat(OWNER, *small_talk(), *insults(2, 3)), project, **declared))
    assert isinstance(found, Skip)
    assert reason in found.reason


def test_auditing_the_same_log_again_finds_the_same_strikes() -> None:
    seen = chat(OWNER, *small_talk(), *insults(2, 3), said(after(3, hours=5), "Owner", "@Eve stop it"))
    first = subject(seen, rules(ATTACKS), **OPERATORS).rules.strikes
    assert len(first) == 2
    assert subject(seen, rules(ATTACKS), strikes=first, **OPERATORS).rules.strikes == first


def test_overlapping_exports_find_each_strike_once() -> None:
    rows = (OWNER, *small_talk(), *insults(2, 3, 5))
    early = chat(*(row for row in rows if row["local"] < after(4)))
    late = chat(*(row for row in rows if row["local"] > after(3)))
    known = subject(early, rules(ATTACKS), **OPERATORS).rules.strikes
    both = subject(late, rules(ATTACKS), strikes=known, **OPERATORS).rules.strikes
    assert [strike.at.day for strike in both] == [3, 4, 6]


@given(
    st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["Eve", "Fay"])), max_size=8),
    st.integers(0, 9),
    st.integers(0, 9),
)
@settings(max_examples=20)
def test_however_exports_overlap_the_strikes_are_those_of_the_whole_log(
    broken: list[tuple[int, str]], until: int, since: int
) -> None:
    rows = [OWNER, *small_talk(10, 1), *(row for day, name in broken for row in insults(day, name=name))]
    first = chat(*(row for row in rows if row["local"] < after(until, hours=5)))
    second = chat(*(row for row in rows if row["local"] > after(min(since, until), hours=3)))
    known = subject(first, rules(ATTACKS), **OPERATORS).rules.strikes
    both = subject(second, rules(ATTACKS), strikes=known, **OPERATORS).rules.strikes
    whole = subject(chat(*rows), rules(ATTACKS), **OPERATORS).rules.strikes
    assert {strike.key for strike in both} == {strike.key for strike in whole}


def test_complaints_are_found_by_what_they_are_about() -> None:
    texts = ("too much spam in here", "this group is too noisy for me", "I'm leaving this group")
    rows = [said(after(day, hours=4), "Eve", text) for day, text in enumerate(texts, 2)]
    finding = one("GA430", subject(chat(*small_talk(), *rows)))
    assert finding.message.startswith("members complained 3 times: ")
    assert finding.evidence[0].why == "read as: goodbye (“I'm leaving this group”)"


def test_one_complaint_may_be_chance_and_an_operators_is_none() -> None:
    complaint = said(after(2, hours=4), "Eve", "too much spam in here")
    assert outcome("GA430", subject(chat(*small_talk(), complaint))) == []
    theirs = [said(after(day, hours=4), "Owner", "too much spam in here") for day in (2, 3, 4)]
    assert outcome("GA430", subject(chat(*small_talk(), *theirs), **OPERATORS)) == []


def test_names_that_do_not_follow_the_pattern_are_found() -> None:
    project = {"group": {"namecard": "city-trade-name"}}
    named = [said(after(1, minutes=place), f"Leeds-Baker-{place}", "hello") for place in range(2)]
    finding = one("GA440", subject(chat(*small_talk(), *named), project))
    assert finding.figure == pytest.approx(1 / 3)
    assert (finding.evidence_count, finding.severity) == (4, Severity.LOW)


def test_names_that_follow_it_pass_and_without_a_pattern_nothing_is_asked() -> None:
    renamed = [
        row | {"sender": f"Leeds-Baker-{row['name']}", "name": f"Leeds-Baker-{row['name']}"} for row in small_talk()
    ]
    assert outcome("GA440", subject(chat(*renamed), {"group": {"namecard": "city-trade-name"}})) == []
    for project in ({}, {"group": {"namecard": "nickname"}}):
        assert isinstance(outcome("GA440", subject(chat(*small_talk()), project)), Skip)


def test_contact_details_in_a_name_are_found_in_its_last_message() -> None:
    rows = [said(after(day, hours=4), "Tina +V 8866tina", f"good morning {day}") for day in (2, 3)]
    finding = one("GA441", subject(chat(*small_talk(), *rows)))
    assert (finding.evidence_count, finding.evidence[0].quote) == (1, "good morning 3")


def test_an_account_that_looks_like_an_operators_is_found() -> None:
    rows = (OWNER, *small_talk(), said(after(2, hours=4), "0wner (official)", "send me the deposit"))
    finding = one("GA442", subject(chat(*rows), **OPERATORS))
    assert finding.message == "1 account writes under a name that looks like an operator's"
    assert finding.evidence[0].why == "the name of “Owner” with a title beside it"
    assert outcome("GA442", subject(chat(OWNER, *small_talk()), **OPERATORS)) == []
    assert isinstance(outcome("GA442", subject(chat(*rows))), Skip)


def adverts(*days: int) -> list[Row]:
    return [said(after(day, hours=4), f"Eve{day % 2}", f"{ADVERT} {day}") for day in days]


def test_advertisements_every_day_that_nothing_stops_are_a_symptom() -> None:
    finding = one("GA460", subject(chat(OWNER, *small_talk(), *adverts(1, 2, 3, 4)), RULE, **OPERATORS))
    assert finding.message == (
        "advertisements on 4 of 10 days (40%); 4 of 4 met no step; "
        "2 members advertised on several days, and nobody stopped them"
    )
    assert (finding.severity, finding.evidence_count) == (Severity.HIGH, 4)


def test_advertisements_that_are_met_at_once_are_none() -> None:
    calls = [said(after(day, hours=4, minutes=5), "Owner", f"@Eve{day % 2} no adverts") for day in (1, 2, 3, 4)]
    rows = chat(OWNER, *small_talk(), *adverts(1, 2, 3, 4), *calls)
    assert outcome("GA460", subject(rows, RULE, **OPERATORS)) == []


def test_now_and_then_an_advertisement_is_no_symptom_and_without_operators_nobody_knows() -> None:
    assert outcome("GA460", subject(chat(OWNER, *small_talk(), *adverts(1, 2)), RULE, **OPERATORS)) == []
    assert isinstance(outcome("GA460", subject(chat(*small_talk(), *adverts(1, 2, 3, 4)), RULE)), Skip)


def test_members_of_a_healthy_group_break_nothing() -> None:
    seen = subject(chat(OWNER, *small_talk()), rules(ATTACKS, SPAM, {"id": "politics", "text": "x"}), **OPERATORS)
    assert seen.rules.breaches.is_empty()
    assert set(MEMBERS) & {standing.name for standing in seen.rules.standings} == set()


def test_approved_fundraisers_and_exempt_partners_advertise_nothing() -> None:
    seen = chat(*small_talk(), said(after(2, hours=4), "Eve", f"Help our school! {ADVERT}"))
    assert one("GA402", subject(seen, RULE)).figure == 1
    for declared in ({"approved": ["help our SCHOOL"]}, {"exempt": ["Eve"]}):
        assert outcome("GA402", subject(seen, {"rules": RULE["rules"] | declared})) == []


def test_a_rule_about_adverts_and_invitations_has_a_finding_about_the_invitations_alone() -> None:
    project = rules({"id": "ads", "text": "no adverts, no invitations to other groups", "ladder": ["remind"]})
    invited = said(after(3, hours=4), "Fay", "join my group")
    seen = chat(*small_talk(), said(after(2, hours=4), "Eve", ADVERT), invited)
    assert [place.quote for place in one("GA420", subject(seen, project)).evidence] == ["join my group"]
    assert len(subject(seen, project).rules.strikes) == 2


def test_the_pieces_of_an_advert_are_no_second_breach() -> None:
    project = rules(RULE["rules"]["prohibited"][0], {"id": "links", "text": "no links", "ladder": ["remind"]})
    pieces = ("earn $300 a day", "from home", "DM me now", "https://example.com/go")
    rows = [said(after(2, hours=4) + dt.timedelta(seconds=5 * turn), "Eve", text) for turn, text in enumerate(pieces)]
    given = subject(chat(*small_talk(), *rows), project)
    assert one("GA402", given).figure == 1
    assert outcome("GA420", given) == []
    assert [strike.rule for strike in given.rules.strikes] == ["ads"]
    alone = subject(chat(*small_talk(), rows[-1]), project)
    assert [strike.rule for strike in alone.rules.strikes] == ["links"]
