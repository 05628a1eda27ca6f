"""Whether the group grows quieter, hangs on few, has a size to live with, and which stage it is in."""

from groupctl.findings import Severity, Skip
from tests.auditing.groups import BEGAN, MEMBERS, Row, after, chat, event, one, outcome, said, small_talk, subject


def weeks(*messages: int) -> list[Row]:
    """Return weeks with so many messages each, in turn by the members, spread over the days."""
    return [
        said(after(7 * week + turn % 7, minutes=turn), MEMBERS[turn % 4], f"week {week}, word {turn}")
        for week, count in enumerate(messages)
        for turn in range(count)
    ]


def by(*counts: int) -> list[Row]:
    """Return people who wrote so many messages each, one a day in turn."""
    return [
        said(after(turn % 10, minutes=person), f"P{person}", f"word {turn}")
        for person, count in enumerate(counts)
        for turn in range(count)
    ]


def test_two_falls_in_a_row_are_found_with_who_fell_silent() -> None:
    left = [said(after(day, hours=1), "Eve", "see you") for day in range(3)]
    finding = one("GA203", subject(chat(*weeks(60, 45, 35), *left)))
    assert finding.message == "63 → 45 → 35 messages in three periods of 7 days: 44% fewer than in the first"
    assert finding.severity == Severity.HIGH
    assert [(place.line, place.who) for place in finding.evidence] == [(30, "Eve")]


def test_one_quiet_week_is_no_fall() -> None:
    assert outcome("GA203", subject(chat(*weeks(60, 35, 34)))) == []


def test_a_log_of_two_weeks_shows_no_trend() -> None:
    for code in ("GA203", "GA241", "GA621"):
        given = subject(chat(event(after(), "join", "Eve"), *weeks(60, 35)), operators=["Ann"])
        assert outcome(code, given) == Skip(reason="the log is shorter than three weeks: too short for a trend")


def test_a_group_that_hangs_on_one_person_is_found_with_what_they_wrote() -> None:
    finding = one("GA204", subject(chat(*by(60, *[2] * 15))))
    assert finding.message == "1 of 16 people who write wrote more than half of everything (healthy from 3 on)"
    assert finding.evidence[0].why == "wrote 60 messages, 67% of all"
    assert finding.command == "groupctl tiers chat.txt"


def test_three_who_share_half_are_enough() -> None:
    assert outcome("GA204", subject(chat(*by(20, 20, 20, *[3] * 15)))) == []


def test_in_a_handful_of_people_few_write_most() -> None:
    assert outcome("GA204", subject(chat(*by(60, 2, 2)))) == []


def crowd(count: int) -> Row:
    return event(BEGAN, "join", *MEMBERS, *(f"M{number}" for number in range(count - len(MEMBERS))))


def test_a_thin_and_quiet_group_is_found() -> None:
    finding = one("GA205", subject(chat(crowd(12), *small_talk(60, 1))))
    assert finding.message == "12 members (below 30 a group is thin) and 1 messages a day"
    assert (finding.severity, finding.threshold) == (Severity.LOW, 30)


def test_a_thin_group_that_talks_is_well() -> None:
    assert outcome("GA205", subject(chat(crowd(12), *small_talk()))) == []


def test_a_business_group_of_more_than_a_hundred_is_too_big() -> None:
    finding = one("GA205", subject(chat(crowd(120), *small_talk()), {"group": {"side": "b"}}))
    assert finding.message == "120 members; one team can look after 100 of a group for businesses"


def test_a_big_group_is_found_only_where_few_write() -> None:
    finding = one("GA205", subject(chat(crowd(300), *small_talk(), platform="wechat")))
    assert finding.message == "300 members, of whom 1% wrote lately; up to 200 a group stays lively"
    assert outcome("GA205", subject(chat(crowd(300), *small_talk(), platform="telegram"))) == []


def test_without_members_nobody_knows_the_size() -> None:
    assert isinstance(outcome("GA205", subject(chat(*small_talk()))), Skip)


def test_a_group_past_its_best_is_found_with_who_used_to_write() -> None:
    left = [said(after(day, hours=1), "Eve", "nice") for day in range(3)]
    finding = one("GA620", subject(chat(*weeks(90, 77, 40, 30, 30, 20), *left)))
    assert finding.message == (
        "the group is in decline: messages in its last 14 days 50, in its best 170 (2024-03-01 to 2024-03-14)"
    )


def test_a_dormant_group_is_told_to_move() -> None:
    months = [said(after(day, minutes=turn), MEMBERS[turn % 4], "hi") for day in range(28) for turn in range(9)]
    rest = [said(after(day), "Ann", "anybody here?") for day in (40, 60, 83)]
    finding = one("GA620", subject(chat(*months, *rest)))
    assert finding.severity == Severity.HIGH
    assert finding.command == "groupctl render migration --blanks"


def test_a_steady_group_is_in_its_maturity() -> None:
    given = subject(chat(*weeks(*[40] * 12)))
    assert (given.pace.stage, outcome("GA620", given)) == ("maturity", [])


def test_a_young_group_is_in_its_inception_whatever_it_writes() -> None:
    founded = event(BEGAN, "join", *MEMBERS)
    given = subject(chat(founded, *weeks(90, 40, 20)))
    assert (given.pace.stage, outcome("GA620", given)) == ("inception", [])


def test_a_short_log_makes_no_group_young() -> None:
    assert subject(chat(*weeks(90, 40, 20))).pace.stage == "maturity"
    assert subject(chat(*weeks(90, 40, 20)), {"group": {"created": "2024-02-25"}}).pace.stage == "inception"
