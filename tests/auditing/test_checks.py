"""Every check of the audit: what it finds, what passes, and what it cannot say."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from groupctl import registry
from groupctl.auditing.check import AuditCheck, AuditFinding, miss
from groupctl.auditing.run import PACKAGE, checks
from groupctl.findings import Severity, Skip
from groupctl.thresholds import BY_NAME, Thresholds
from tests.auditing.groups import (
    ADVERT,
    RULE,
    after,
    chat,
    dropped,
    event,
    one,
    outcome,
    said,
    small_talk,
    subject,
)

JOINED = event(after(), "join", "Ann", "Bob", "Cat", "Dan")
HEALTHY = chat(JOINED, *small_talk())
OPERATORS: dict[str, Any] = {"operators": ["Owner"]}


@pytest.mark.parametrize("code", [check.code for check in checks()])
def test_a_healthy_group_passes_every_check_that_can_be_made(code: str) -> None:
    found = outcome(code, subject(HEALTHY))
    assert isinstance(found, Skip) or found == []


def test_each_check_stands_in_a_file_of_its_code() -> None:
    files = registry.names(PACKAGE)
    assert [name.split("_")[0].upper() for name in files] == [check.code for check in checks()]


@pytest.mark.parametrize("check", checks(), ids=lambda check: check.code)
def test_the_thresholds_that_a_check_names_exist(check: AuditCheck) -> None:
    assert set(check.thresholds) <= set(BY_NAME)


def test_a_few_messages_are_too_little() -> None:
    finding = one("GA101", subject(chat(*small_talk(10, 1))))
    assert (finding.figure, finding.threshold, finding.severity) == (10, 50, Severity.LOW)


def test_many_messages_of_a_few_days_are_too_little() -> None:
    finding = one("GA101", subject(chat(*small_talk(3, 40))))
    assert (finding.figure, finding.threshold, finding.unit) == (3, 7, "days")


@pytest.mark.parametrize("code", ["GA201", "GA202", "GA210", "GA301", "GA302", "GA305"])
def test_shares_and_rates_wait_for_more_than_a_few_messages(code: str) -> None:
    found = outcome(code, subject(chat(JOINED, *small_talk(10, 1)), **OPERATORS))
    assert isinstance(found, Skip)
    assert found.reason == "too few messages"


def test_dropped_lines_are_found_with_examples() -> None:
    finding = one("GA110", subject(chat(*small_talk(), report=dropped(30, of=1000))))
    assert (finding.figure, finding.evidence_count, len(finding.evidence)) == (0.03, 30, 5)
    assert finding.severity == Severity.MEDIUM


def test_a_line_in_thousands_may_be_dropped() -> None:
    assert outcome("GA110", subject(chat(*small_talk(), report=dropped(1, of=5000)))) == []


def test_few_active_members_are_found_with_who_fell_silent() -> None:
    crowd = [f"Guest {number}" for number in range(40)]
    once = [said(after(minutes=place), name, "hello everybody") for place, name in enumerate(crowd)]
    later = [said(after(60 + day, minutes=turn), "Ann", "still here") for day in range(10) for turn in range(3)]
    finding = one("GA201", subject(chat(event(after(), "join", "Ann", *crowd), *once, *later)))
    assert finding.figure == pytest.approx(1 / 41)
    assert finding.severity == Severity.HIGH
    assert (finding.evidence_count, finding.evidence[0].who) == (40, "Guest 0")


def test_the_norm_of_activity_is_the_platforms() -> None:
    rows = (event(after(), "join", *(f"M{number}" for number in range(30)), "Ann", "Bob", "Cat", "Dan"), *small_talk())
    assert outcome("GA201", subject(chat(*rows, platform="qq"))) == []
    assert one("GA201", subject(chat(*rows, platform="wechat"))).threshold == 0.20


def test_without_join_lines_or_roster_nobody_knows_who_is_silent() -> None:
    for code in ("GA201", "GA210"):
        found = outcome(code, subject(chat(*small_talk())))
        assert isinstance(found, Skip)
        assert "--roster" in found.reason


def test_arrivals_that_mean_coming_online_show_no_members() -> None:
    online = [event(after(day), "join", "Ann", "Bob", "Zoe") for day in range(8)]
    found = outcome("GA210", subject(chat(*online, *small_talk())))
    assert isinstance(found, Skip)
    assert "coming online" in found.reason


def test_a_big_group_with_few_messages_has_fallen_silent() -> None:
    crowd = event(after(), "join", *(f"M{number}" for number in range(40)))
    rows = [said(after(day * 4), "Ann", "good morning") for day in range(60)]
    finding = one("GA202", subject(chat(crowd, *rows)))
    assert finding.figure == pytest.approx(60 / 237)
    assert len(finding.evidence) == 2
    assert "4 days" in finding.message


def test_a_small_group_may_be_quiet() -> None:
    rows = [said(after(day * 4), "Ann", "good morning") for day in range(60)]
    assert outcome("GA202", subject(chat(*rows))) == []


def test_who_joined_and_never_spoke_is_found_with_the_event() -> None:
    finding = one("GA210", subject(chat(JOINED, event(after(1), "join", "Eve", "Fay", "Gus"), *small_talk())))
    assert finding.message.startswith("3 of 7 who joined never spoke")
    assert [(place.line, place.who) for place in finding.evidence] == [(8, "Eve"), (8, "Fay"), (8, "Gus")]
    assert finding.evidence[0].quote == "Eve, Fay, Gus join"


def test_a_roster_shows_who_never_spoke() -> None:
    finding = one("GA210", subject(chat(*small_talk()), roster=["Ann", "Eve", "Fay", "Gus"]))
    assert (finding.figure, finding.evidence_count, finding.evidence) == (0.75, 3, ())


def test_operators_who_write_most_of_it_are_found() -> None:
    rows = [said(after(day, minutes=turn), "Owner", "news") for day in range(10) for turn in (1, 3, 5, 7)]
    finding = one("GA301", subject(chat(*small_talk(), *rows), **OPERATORS))
    assert finding.figure == pytest.approx(0.4)
    assert finding.severity == Severity.MEDIUM


def test_without_operators_nothing_is_said_about_them() -> None:
    for code in ("GA301", "GA302"):
        found = outcome(code, subject(HEALTHY))
        assert isinstance(found, Skip)
        assert "--operator NAME" in found.reason


def test_operators_who_are_named_wrongly_are_said_to_be() -> None:
    found = outcome("GA301", subject(HEALTHY, operators=["Onwer"]))
    assert isinstance(found, Skip)
    assert "as the chat shows them" in found.reason


def test_monologues_are_found_with_their_length() -> None:
    rows = [said(after(2, hours=5, minutes=turn), "Owner", "announcement") for turn in range(9)]
    finding = one("GA302", subject(chat(*small_talk(), *rows), **OPERATORS))
    assert finding.figure == 1
    assert finding.evidence[0].why == "9 messages in a row, over 8 min"


def test_operators_who_are_interrupted_pass() -> None:
    rows = [said(after(day, minutes=3), "Owner", "announcement") for day in range(9)]
    assert outcome("GA302", subject(chat(*small_talk(), *rows), **OPERATORS)) == []


def questions(answered: int, unanswered: int) -> list[dict[str, object]]:
    ask = [said(after(day, hours=3), "Eve", f"where is form number {day}?") for day in range(answered + unanswered)]
    reply = [said(after(day, hours=3, minutes=5), "Bob", "in the files") for day in range(answered)]
    return [*ask, *reply]


def test_unanswered_questions_are_found_the_latest_first() -> None:
    finding = one("GA305", subject(chat(*small_talk(), *questions(4, 2))))
    assert finding.message == (
        "2 of 6 questions got no answer (67% answered; healthy from 90% on), median first answer after 5 min"
    )
    assert [place.quote for place in finding.evidence] == ["where is form number 5?", "where is form number 4?"]


def test_answered_questions_pass() -> None:
    assert outcome("GA305", subject(chat(*small_talk(), *questions(6, 0)))) == []


def test_a_question_of_today_is_not_yet_unanswered() -> None:
    rows = (*small_talk(), *questions(5, 0), said(after(9, hours=3), "Eve", "where is the last form?"))
    given = subject(chat(*rows))
    assert outcome("GA305", given) == []
    assert given.asking.pending_count == 1


def test_of_a_few_questions_no_share_is_told() -> None:
    found = outcome("GA305", subject(chat(*small_talk(), *questions(0, 4))))
    assert found == Skip(reason="members asked the group 4 questions so far; a share takes 5")


def test_an_advertisement_is_no_question() -> None:
    given = subject(chat(*small_talk(), said(after(2, hours=4), "Eve", f"Who wants more? {ADVERT}")))
    assert given.asking.asked.is_empty()


def test_advertisements_are_found_with_why() -> None:
    finding = one("GA402", subject(chat(*small_talk(), said(after(2, hours=4), "Eve", ADVERT))))
    assert finding.message == "1 message looks like an advertisement; posted by 1 person"
    assert finding.evidence[0].why == (
        "a promise of easy money “earn $300” (+3) · a call to get in touch “dm me” (+2) "
        "(the weights add up; reported from 5 on)"
    )
    assert finding.command == "groupctl rules --prohibit ads --ladder remind,remove"


def test_an_advertisement_in_pieces_is_quoted_as_a_whole() -> None:
    pieces = ("在家就能赚钱", "日结", "加微信", "abc12345")
    rows = [said(after(2, hours=4), "Eve", piece) for piece in pieces]
    finding = one("GA402", subject(chat(*small_talk(), *rows)))
    assert (finding.figure, finding.evidence[0].quote) == (1, " ".join(pieces))


def test_a_rule_without_a_ladder_gets_one_before_a_notice_is_written() -> None:
    bare = {"rules": {"prohibited": [{"id": "ads", "text": "no advertisements"}]}}
    finding = one("GA402", subject(chat(*small_talk(), said(after(2, hours=4), "Eve", ADVERT)), bare))
    assert finding.command == "groupctl rules --prohibit ads --ladder remind,remove"


def test_what_the_rules_say_about_advertisements_is_told() -> None:
    finding = one("GA402", subject(chat(*small_talk(), said(after(2, hours=4), "Eve Lee", ADVERT)), RULE))
    assert finding.message.endswith("rule “no advertisements” says: remind → remove from the group")
    assert finding.command == "groupctl render notice --blanks --set rule=ads --set who='Eve Lee'"


def test_advertisements_that_nothing_followed_are_found() -> None:
    rows = (*small_talk(), said(after(2, minutes=2), "Owner", "hello"), said(after(3, hours=4), "Eve", ADVERT))
    finding = one("GA403", subject(chat(*rows), RULE, **OPERATORS))
    assert finding.message.startswith(
        "1 of 1 advertisements met no step of the ladder (remind → remove from the group)"
    )


def test_a_reminder_is_a_step() -> None:
    reminder = said(after(3, hours=5), "Owner", "@Eve please no advertisements here")
    rows = (*small_talk(), said(after(3, hours=4), "Eve", ADVERT), reminder)
    assert outcome("GA403", subject(chat(*rows), RULE, **OPERATORS)) == []


@pytest.mark.parametrize(
    ("project", "reason"),
    [
        (None, "no project says what is prohibited"),
        ({}, "the project has no rule about advertisements"),
        (RULE, "the log shows neither operators nor removals"),
    ],
)
def test_consequences_need_a_rule_and_somebody_to_take_them(project: dict[str, object] | None, reason: str) -> None:
    found = outcome("GA403", subject(chat(*small_talk(), said(after(3), "Eve", ADVERT)), project))
    assert found == Skip(reason=reason)


@pytest.mark.parametrize(
    ("figure", "threshold", "at_least", "factor"),
    [
        (0.6, 0.3, False, 2.0),
        (0.1, 0.2, True, 2.0),
        (0.3, 0.3, False, 1.0),
        (3, 0, False, float("inf")),
        (0, 0, False, 0),
    ],
)
def test_how_far_a_norm_is_missed(figure: float, threshold: float, at_least: bool, factor: float) -> None:
    assert miss(figure, threshold, at_least=at_least) == pytest.approx(factor)


NORM = AuditCheck(
    code="GA999", title="", looks_at="", why="", example="", instead="", thresholds=(), run=lambda _subject: (),
    severity=Severity.LOW, most_urgent="urgency.most",
)  # fmt: skip


def missed(figure: float, overrides: dict[str, float] | None = None, **details: Any) -> AuditFinding:
    one = cast("Any", SimpleNamespace(thresholds=Thresholds(overrides)))
    return NORM.missed(one, "", figure=figure, threshold=1.0, **details)


def test_half_as_bad_again_is_serious() -> None:
    assert [missed(figure).severity for figure in (1.49, 1.5)] == [Severity.MEDIUM, Severity.HIGH]


def test_a_project_says_from_where_on_a_missed_norm_is_serious() -> None:
    assert missed(1.5, {"severity.high_from": 2}).severity == Severity.MEDIUM


def test_a_finding_gets_no_more_urgent_than_the_table_allows() -> None:
    assert (missed(2).urgency, missed(50).urgency) == (2, 3)
    assert missed(50, {"urgency.most": 7}).urgency == 7


def test_a_finding_may_be_graded_by_something_else() -> None:
    assert missed(1.1, urgency=9).severity == Severity.HIGH
    assert missed(9, severity=Severity.LOW).severity == Severity.LOW


def test_a_relay_is_found_and_counted_as_a_robot() -> None:
    names = ("mia", "tom", "zoe") * 10
    relayed = [said(after(turn % 9, 5, turn), "Bridge", f"<{name}> {turn}") for turn, name in enumerate(names)]
    given = subject(chat(*small_talk(), *relayed), {"group": {"robots": ["Clock"]}})
    finding = one("GA120", given)
    assert finding.message.startswith("Bridge posts for others: 30 of 30 messages begin with the name of one of 3 ")
    assert finding.command == "groupctl init --robots Clock,Bridge"
    assert (given.message_count, given.speakers.height) == (60, 4)
    assert outcome("GA120", subject(chat(*small_talk(), *relayed), robots=["Bridge"])) == []


def test_a_question_after_which_a_relay_speaks_is_not_called_unanswered() -> None:
    names = ("mia", "tom", "zoe") * 10
    relayed = [said(after(turn % 9, 5, turn), "Bridge", f"<{name}> {turn}") for turn, name in enumerate(names)]
    asked = [said(after(12, 9), "Ann", "where is the form?"), said(after(14, 9), "Bob", "who has the key?")]
    answer = said(after(12, 9, 20), "Bridge", "<mia> in the files")
    closing = said(after(18, 9), "Cat", "good morning")
    for robots in ([], ["Bridge"]):
        asking = subject(chat(*relayed, *asked, answer, closing), robots=robots).asking
        assert (asking.pending_count, asking.unanswered.height) == (1, 1)
