"""What operators start and what comes of it, how soon they answer, the hours it takes, the occasions they honour."""

from typing import Any

import pytest

from groupctl.facts.subject import Subject
from groupctl.findings import Severity, Skip
from tests.auditing.groups import Row, after, chat, one, outcome, said, small_talk, subject

RUN_BY: dict[str, Any] = {"operators": ["Owner"]}
NEWS = "good morning, here is today's case to talk about"


def posts(*days: int, hours: int = 3) -> list[Row]:
    return [said(after(day, hours), "Owner", NEWS) for day in days]


def replies(*days: int) -> list[Row]:
    return [said(after(day, 3, 20), "Bob", "good one") for day in days]


def test_posts_without_a_reply_are_found_the_latest_first() -> None:
    finding = one("GA310", subject(chat(*small_talk(), *posts(*range(8)), *replies(0, 1)), **RUN_BY))
    assert finding.message == (
        "6 of 8 posts with which operators started something drew no reply (75%; healthy up to 50%)"
    )
    assert (finding.severity, finding.evidence[0].quote) == (Severity.HIGH, NEWS)
    assert finding.evidence[0].at == after(7, 3)


def test_posts_that_draw_replies_pass() -> None:
    assert outcome("GA310", subject(chat(*small_talk(), *posts(*range(8)), *replies(*range(6))), **RUN_BY)) == []


def test_a_post_of_today_may_still_draw_a_reply() -> None:
    given = subject(chat(*small_talk(), *posts(*range(10)), *replies(*range(9))), **RUN_BY)
    assert (given.leading.topics.height, given.leading.posts.height) == (10, 9)


def test_an_answer_of_the_operator_is_no_post() -> None:
    asked = [said(after(day, 3), "Eve", f"where is form number {day}?") for day in range(8)]
    answers = [said(after(day, 3, 50), "Owner", "in the files, second folder") for day in range(8)]
    assert subject(chat(*small_talk(), *asked, *answers), **RUN_BY).leading.topics.is_empty()


def test_two_posts_are_too_few_to_judge() -> None:
    found = outcome("GA310", subject(chat(*small_talk(), *posts(1, 2)), **RUN_BY))
    assert found == Skip(reason="the operators started too little to say anything about it")


@pytest.mark.parametrize("code", ["GA310", "GA312", "GA621"])
def test_without_operators_nothing_is_said_about_what_they_start(code: str) -> None:
    found = outcome(code, subject(chat(*small_talk(30))))
    assert isinstance(found, Skip)
    assert "--operator NAME" in found.reason


def questions(minutes: int) -> list[Row]:
    ask = [said(after(day, 3), "Eve", f"where is form number {day}?") for day in range(8)]
    return ask + [said(after(day, 3, minutes), "Bob", "@Eve in the files") for day in range(8)]


def test_late_answers_are_found_the_latest_of_all_first() -> None:
    finding = one("GA311", subject(chat(*small_talk(), *questions(100))))
    assert finding.message == (
        "half of the questions that were answered waited longer than 1 h 40 min (healthy up to 1 h)"
    )
    assert finding.evidence[0].why == "first answer after 1 h 40 min"


def test_answers_within_the_hour_pass() -> None:
    assert outcome("GA311", subject(chat(*small_talk(), *questions(40)))) == []


def test_a_few_answers_show_no_habit() -> None:
    given = subject(chat(*small_talk(), *[row for row in questions(100) if row["local"] < after(3)]))
    assert isinstance(outcome("GA311", given), Skip)


def test_days_without_a_topic_are_found() -> None:
    finding = one("GA312", subject(chat(*small_talk(28), *posts(0, 7, 14, 21)), **RUN_BY))
    assert finding.message == ("in the last weeks operators started something on 1 of seven days (healthy from 4 on)")
    assert (finding.unit, finding.command) == ("days", "groupctl calendar")


def test_a_topic_every_day_passes() -> None:
    assert outcome("GA312", subject(chat(*small_talk(28), *posts(*range(28))), **RUN_BY)) == []


def test_where_members_write_plenty_nobody_need_start_anything() -> None:
    assert outcome("GA312", subject(chat(*small_talk(28, 40), *posts(0)), **RUN_BY)) == []


def test_a_falling_cadence_is_found_before_the_members_follow() -> None:
    busy = posts(*range(14), 15, 20)
    finding = one("GA621", subject(chat(*small_talk(21), *busy), **RUN_BY))
    assert finding.message == (
        "the operators started 2 topics a week in the last 7 days, 7 a week before that; the members have not "
        "followed yet"
    )


def test_where_the_members_followed_that_is_said() -> None:
    rows = (*small_talk(14), *small_talk(21, 2)[28:], *posts(*range(14), 15, 20))
    assert one("GA621", subject(chat(*rows), **RUN_BY)).message.endswith("; members wrote 67% less")


def test_a_steady_cadence_passes() -> None:
    assert outcome("GA621", subject(chat(*small_talk(21), *posts(*range(21))), **RUN_BY)) == []


EXPERT = {"gameplay": [{"id": "doctor", "kind": "expert_inside", "schedule": "0 20 * * 5", "host": "Dr. Li"}]}


def shared(*days: int) -> Subject:
    """Return four weeks with an expert hour every Friday (days 0, 7, 14, 21), held on some days."""
    held = [said(after(day, 11), "Dr. Li", "tonight I answer your questions about sleep") for day in days]
    return subject(chat(*small_talk(28), *held), EXPERT)


def test_expert_shares_that_did_not_take_place_are_found_by_date() -> None:
    finding = one("GA314", shared(0, 8))
    assert finding.message == (
        "3 of 4 expert shares that were due in the last weeks did not take place: 2024-03-08, 2024-03-15, 2024-03-22"
    )
    assert finding.figure == 0.25


def test_an_expert_who_never_wrote_held_nothing_though_another_did() -> None:
    slots = [{"kind": "expert_inside", "host": host, "schedule": "0 20 * * 5"} for host in ("Ann", "Dr. Li")]
    late = [{**slot, "schedule": "0 20 * * 6"} if slot["host"] == "Dr. Li" else slot for slot in slots]
    finding = one("GA314", subject(chat(*small_talk(28)), {"gameplay": late}))
    assert finding.message.startswith("4 of 8 expert shares")


def test_expert_shares_that_took_place_pass() -> None:
    given = shared(0, 7, 14, 21)
    assert (outcome("GA314", given), given.leading.expert_days) == ([], 1)


@pytest.mark.parametrize(
    ("project", "reason"),
    [
        (None, "no slot of the project says that an expert shares: [[gameplay]] of kind expert_inside"),
        (
            {"gameplay": [{"kind": "expert_inside", "host": "Ann"}]},
            "the expert slots of the project name no host or no schedule",
        ),
        (EXPERT, "no host of an expert slot wrote in this log; write the names as the chat shows them"),
    ],
)
def test_expert_shares_take_a_slot_a_schedule_and_a_known_host(project: dict[str, Any] | None, reason: str) -> None:
    assert outcome("GA314", subject(chat(*small_talk(28)), project)) == Skip(reason=reason)


def test_a_group_that_takes_more_than_it_gives_is_found_with_its_most_active() -> None:
    finding = one("GA622", subject(chat(*small_talk(28)), {"group": {"upkeep_hours": 4.0}}))
    assert finding.message == "4 members write in a week for 4 hours of upkeep: 1 an hour (worth it from 3 on)"
    assert finding.command == "groupctl gameplay"
    assert finding.evidence[0].who == "Ann"
    assert finding.evidence[0].why == "among the most active; lately messages: 56, days: 28"


def test_a_group_past_its_best_is_to_be_moved() -> None:
    rows = [row for row in small_talk(84, 12) if row["local"] < after(28) or row["local"].minute < 2]
    finding = one("GA622", subject(chat(*rows), {"group": {"upkeep_hours": 4.0}}))
    assert finding.command == "groupctl render migration --blanks"


def test_a_group_that_costs_little_is_kept() -> None:
    assert outcome("GA622", subject(chat(*small_talk(28)), {"group": {"upkeep_hours": 1.0}})) == []


def test_without_hours_nobody_knows_what_it_costs() -> None:
    assert isinstance(outcome("GA622", subject(chat(*small_talk(28)))), Skip)


def test_a_group_that_has_hardly_met_is_found_with_whom_to_invite() -> None:
    others = [said(after(day, 1), f"P{day}", "nice weather today") for day in range(10)]
    finding = one("GA641", subject(chat(*small_talk(28, 8), *others), offline={"ann": 2, "Bob": 0}))
    assert finding.message == (
        "7% of the members came to a meeting (a core is 11%); those who came wrote 56 messages each in the last 30 "
        "days, the others 13.7"
    )
    assert [place.who for place in finding.evidence][:3] == ["Bob", "Cat", "Dan"]


def test_a_group_with_a_core_that_met_passes() -> None:
    assert outcome("GA641", subject(chat(*small_talk()), offline={"Ann": 1})) == []


def test_without_a_roster_nobody_knows_who_met() -> None:
    found = outcome("GA641", subject(chat(*small_talk())))
    assert found == Skip(reason="no roster says who came to a meeting: a column offline in --roster FILE")


PARTY = {"occasion": [{"date": "2024-03-05", "title": "the group's birthday"}]}


def test_an_occasion_that_passed_without_a_word_is_found() -> None:
    finding = one("GA640", subject(chat(*small_talk()), PARTY))
    assert finding.message == "1 of 1 occasion passed without a word: the group's birthday (2024-03-05)"
    assert finding.command == "groupctl render occasion --blanks"


def test_a_date_without_a_year_comes_every_year() -> None:
    yearly = {"occasion": [{"date": "03-05", "title": "the group's birthday"}]}
    assert [day for day, _one in subject(chat(*small_talk()), yearly).ties.missed] == [after(4).date()]


@pytest.mark.parametrize("words", ["Today is the group's  Birthday", "happy birthday, dear group", "祝大家群生日快乐"])
def test_an_occasion_that_somebody_named_or_wished_passes(words: str) -> None:
    assert outcome("GA640", subject(chat(*small_talk(), said(after(4, 5), "Ann", words)), PARTY)) == []


@pytest.mark.parametrize(
    ("project", "reason"),
    [
        ({}, "the project declares no occasions: [[occasion]]"),
        (
            {"occasion": [{"lunar": "08-15", "title": "Mid-autumn"}]},
            "no declared occasion falls into this log",
        ),
    ],
)
def test_occasions_take_a_date_that_the_log_covers(project: dict[str, Any], reason: str) -> None:
    assert outcome("GA640", subject(chat(*small_talk()), project)) == Skip(reason=reason)
