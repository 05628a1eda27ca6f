"""What members talk about, and when questions stay open: planted and found, not planted and not found, or skipped."""

from typing import Any

import pytest

from groupctl.facts.subject import Subject
from groupctl.findings import Severity, Skip
from tests.auditing.groups import Row, after, chat, one, outcome, said, small_talk, subject

CODES = ("GA350", "GA351", "GA352", "GA353", "GA354", "GA360")
LENSES = {"positioning": {"topics": ["camera lenses", "studio light"]}}
NAMES = ("Ann", "Bob", "Cat", "Dan", "Eve", "Fay", "Gus")
FOOTBALL = ("goal", "referee", "penalty", "keeper", "striker")


def talk(
    words: tuple[str, ...], days: range, a_day: int = 10, hours: int = 0, names: tuple[str, ...] = NAMES
) -> list[Row]:
    """Return days of talk in which every message holds one of the words."""
    return [
        said(
            after(day, hours, turn),
            names[turn % len(names)],
            f"no {day}{turn} was some {words[turn % len(words)]} {turn}",
        )
        for day in days
        for turn in range(a_day)
    ]


def reason(code: str, given: Subject) -> str:
    found = outcome(code, given)
    assert isinstance(found, Skip)
    return found.reason


def test_talk_of_something_else_is_found_with_what_it_is_about() -> None:
    finding = one("GA350", subject(chat(*talk(FOOTBALL, range(30)), *talk(("lens",), range(1), 2, 5)), LENSES))
    assert finding.figure == pytest.approx(2 / 302)
    assert finding.message.endswith("they talk about “goal”, “keeper”, “penalty”, “referee”, “striker”")
    assert "found: lens 2" in finding.message
    assert finding.command == "groupctl positioning --topics goal,keeper,penalty"
    assert finding.evidence[0].why == "about “goal”"
    assert "goal" in finding.evidence[0].quote


def test_talk_of_the_topics_passes() -> None:
    given = subject(chat(*talk(FOOTBALL, range(15)), *talk(("lens", "light"), range(15, 30))), LENSES)
    assert outcome("GA350", given) == []
    assert given.topics.share == pytest.approx(0.5)


def test_an_operators_monologue_on_topic_is_no_talk_on_topic() -> None:
    rows = (*talk(FOOTBALL, range(30)), *talk(("lens",), range(30), 10, 8, names=("Owner",)))
    assert one("GA350", subject(chat(*rows), LENSES, operators=["Owner"])).figure == 0


@pytest.mark.parametrize(
    ("project", "days", "why"),
    [
        (None, 30, "no project says what the group is about"),
        ({}, 30, "the project names no topics; name them with groupctl positioning --topics"),
        (LENSES, 10, "members wrote too few texts"),
    ],
)
def test_without_topics_or_texts_nothing_is_said_about_topics(project: dict[str, Any], days: int, why: str) -> None:
    for code in ("GA350", "GA351", "GA354"):
        assert reason(code, subject(chat(*talk(FOOTBALL, range(days))), project)) == why


def test_a_drift_is_found_with_what_came_and_what_went() -> None:
    rows = (*talk(("lens", "tripod"), range(35)), *talk(FOOTBALL, range(35, 65)), *talk(("lens",), range(60, 62), 2, 5))
    finding = one("GA351", subject(chat(*rows), LENSES))
    assert finding.message.startswith("in the last 28 days 1% of what members wrote was on topic, before that")
    assert "new: “goal”" in finding.message
    assert "gone: “tripod”" in finding.message
    assert finding.severity == Severity.HIGH


def test_steady_talk_does_not_drift() -> None:
    rows = (*talk(("lens", "tripod"), range(60), 5), *talk(FOOTBALL, range(60), 5, 5))
    assert outcome("GA351", subject(chat(*rows), LENSES)) == []


def test_four_weeks_are_too_short_to_drift() -> None:
    given = subject(chat(*talk(("lens",), range(14)), *talk(FOOTBALL, range(14, 30))), LENSES)
    assert reason("GA351", given) == "it takes 56 days with enough texts to see a drift"


def posts(days: range, reply: str = "") -> list[Row]:
    """Return posts by the owner amid talk of football."""
    link = "https://example.com/lenses"
    rows = [said(after(day, 0, 5), "Owner", f"new lens prices, part {day} {link}") for day in days]
    return rows + [said(after(day, 0, 12), "Ann", reply) for day in days if reply]


def test_posts_that_the_chatter_passes_over_are_found() -> None:
    finding = one("GA352", subject(chat(*talk(FOOTBALL, range(12)), *posts(range(12))), operators=["Owner"]))
    assert finding.message.startswith("12 of 12 posts by operators amid members' talk were passed over (100%")
    assert finding.evidence[0].why == "4 messages by members in the half hour after it, none about it"
    assert finding.evidence[0].who == "Owner"


def test_posts_that_somebody_takes_up_pass() -> None:
    rows = (*talk(FOOTBALL, range(12)), *posts(range(12), reply="thanks, good to know"))
    assert outcome("GA352", subject(chat(*rows), operators=["Owner"])) == []


def test_a_few_posts_are_too_few() -> None:
    given = subject(chat(*talk(FOOTBALL, range(12)), *posts(range(3))), operators=["Owner"])
    assert reason("GA352", given) == "operators posted hardly anything while members were talking"


OPTICS, KITCHEN = "lens tripod bokeh", "oven dough yeast"


def crowd(words: str, hours: int, names: tuple[str, ...]) -> list[Row]:
    return [
        said(after(day, hours, turn), name, f"{words} take {day}{hours}{turn}")
        for day in range(25)
        for turn, name in enumerate(names)
    ]


def test_two_crowds_are_two_groups() -> None:
    bakers = ("Hal", "Ida", "Jon", "Kim", "Leo")
    finding = one("GA353", subject(chat(*crowd(OPTICS, 0, NAMES), *crowd(KITCHEN, 6, bakers))))
    assert finding.message.startswith("100% of the members who can be placed keep to one of 2 circles:")
    assert "(7 people)" in finding.message
    assert "(5 people)" in finding.message
    assert finding.command == "groupctl init dough-oven --name 'dough oven'"
    assert {place.who in bakers for place in finding.evidence[:2]} == {True, False}


def test_one_crowd_that_talks_of_everything_is_one_group() -> None:
    rows = (*crowd(OPTICS, 0, NAMES), *crowd(KITCHEN, 6, NAMES))
    assert outcome("GA353", subject(chat(*rows))) == []


def test_a_topic_that_no_member_mentions_is_found() -> None:
    rows = (*talk(("lens",), range(30)), *talk(("studio",), range(3), 1, 8, names=("Owner",)))
    finding = one("GA354", subject(chat(*rows), LENSES, operators=["Owner"]))
    assert finding.message == "no member said a word of the topic “studio light” in 300 texts"
    assert finding.command == "groupctl positioning --topics 'camera lenses'"


def test_topics_that_members_mention_pass() -> None:
    assert outcome("GA354", subject(chat(*talk(("lens", "light"), range(30))), LENSES)) == []


def asked(days: range, hours: int, *, answered: bool) -> list[Row]:
    rows = [said(after(day, hours), "Eve", f"where is form number {day}?") for day in days]
    return rows + [said(after(day, hours, 4), "Bob", "in the files") for day in days if answered]


def test_hours_at_which_questions_stay_open_are_found_with_who_is_there() -> None:
    there = [said(after(day, 13, 5), "Fay", f"good night {day}") for day in range(20, 26)]
    rows = (*small_talk(), *asked(range(10, 30), 3, answered=True), *asked(range(30, 42), 12, answered=False), *there)
    finding = one("GA360", subject(chat(*rows), LENSES))
    assert finding.message == (
        "from 21:00 to 24:00 11 of 11 questions got no answer (100%; at other hours 0%); often there at that time: Fay"
    )
    assert finding.command == "groupctl gameplay --slot 'qa@0 21 * * *:camera lenses;host=Fay'"
    assert finding.evidence_count == 11


def test_questions_that_stay_open_at_any_hour_are_no_matter_of_hours() -> None:
    rows = (*small_talk(), *asked(range(10, 20), 3, answered=False), *asked(range(20, 30), 12, answered=False))
    assert outcome("GA360", subject(chat(*rows))) == []


def test_a_group_that_asks_nothing_is_skipped() -> None:
    assert reason("GA360", subject(chat(*small_talk()))) == "members asked the group nothing"


@pytest.mark.parametrize("code", CODES)
def test_with_a_few_messages_nothing_is_said(code: str) -> None:
    assert reason(code, subject(chat(*small_talk(10, 1)), LENSES, operators=["Ann"])) == "too few messages"
