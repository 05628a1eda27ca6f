"""Newcomers: greeted or not, answered or not, lost or kept; who left; who asked what it is all about."""

from typing import Any

import pytest

from groupctl.chatlog.table import Chat
from groupctl.facts.subject import Subject
from groupctl.findings import Severity, Skip
from tests.auditing.groups import MEMBERS, Row, after, chat, event, one, outcome, said, small_talk, subject

FOUNDED = event(after(), "join", *MEMBERS)
NEW = ("Eve", "Fay", "Gus", "Hal", "Ida", "Joe")


def joined(*days: int, hours: int = 5) -> list[Row]:
    """Return the newcomers coming one after the other, on the given days."""
    return [event(after(day, hours), "join", name) for day, name in zip(days, NEW, strict=False)]


def test_newcomers_whom_nobody_greets_are_found_the_latest_first() -> None:
    finding = one("GA220", subject(chat(FOUNDED, *small_talk(), *joined(2, 3, 4, 5, 6))))
    assert finding.message == (
        "5 of 5 who came were welcomed by nobody within 24 hours (0% greeted; healthy from 70% on)"
    )
    assert [place.who for place in finding.evidence] == ["Ida", "Hal", "Gus", "Fay", "Eve"]
    assert finding.command == "groupctl render welcome --blanks"


@pytest.mark.parametrize("greeting", ["Welcome, all of you!", "欢迎新朋友", "@Eve nice to meet you"])
def test_a_greeting_by_anybody_counts(greeting: str) -> None:
    speaks = [said(after(day, 5, 10), "Eve", "hi there") for day in (2, 3, 4, 5, 6)]
    hosts = [said(after(day, 5, 20), "Ann", greeting) for day in (2, 3, 4, 5, 6)]
    given = subject(chat(FOUNDED, *small_talk(), *joined(2, 3, 4, 5, 6), *speaks, *hosts))
    assert given.arriving.greeting.filter(greeted=True)["name"].to_list()[0] == "Eve"


@pytest.mark.parametrize("words", ["You're welcome", "Welcome 😊", "欢迎报名周六的活动", "没有不欢迎你的意思"])
def test_thanks_returned_and_invitations_greet_nobody(words: str) -> None:
    hosts = [said(after(day, 5, 20), "Ann", words) for day in (2, 3, 4, 5, 6)]
    assert one("GA220", subject(chat(FOUNDED, *small_talk(), *joined(2, 3, 4, 5, 6), *hosts))).figure == 0


def test_who_founded_the_group_needs_no_greeting() -> None:
    found = outcome("GA220", subject(chat(FOUNDED, *small_talk())))
    assert found == Skip(reason="too few came to say anything about them")


@pytest.mark.parametrize("code", ["GA220", "GA240", "GA241"])
def test_without_join_lines_nobody_knows_who_is_new(code: str) -> None:
    found = outcome(code, subject(chat(*small_talk())))
    assert found == Skip(reason="no join lines in this export: nobody knows who is new")


@pytest.mark.parametrize("code", ["GA220", "GA240", "GA241"])
def test_coming_online_makes_nobody_new(code: str) -> None:
    online = [event(after(day), "join", "Ann", "Bob", "Zoe") for day in range(8)]
    found = outcome(code, subject(chat(*online, *small_talk())))
    assert isinstance(found, Skip)
    assert "coming online" in found.reason


def newly_said(replied: int) -> Subject:
    """Return a group in which six newcomers introduce themselves; the first few of them draw a reply."""
    hello = [said(after(day, 9), name, "hello, I make pots") for day, name in enumerate(NEW, 1)]
    reply = [said(after(day, 9, 5), "Bob", "what kind of pots?") for day in range(1, replied + 1)]
    return subject(chat(FOUNDED, *small_talk(), *joined(1, 2, 3, 4, 5, 6), *hello, *reply))


def test_first_messages_without_a_reply_are_found_the_latest_first() -> None:
    finding = one("GA221", newly_said(replied=2))
    assert finding.message.startswith(
        "4 of 6 newcomers' first messages drew no reply (33% replied to; healthy from 70% on)"
    )
    assert [place.who for place in finding.evidence] == ["Joe", "Ida", "Hal", "Gus"]
    assert finding.command == "groupctl audit chat.txt --show GA221"


def test_first_messages_with_a_reply_pass() -> None:
    assert outcome("GA221", newly_said(replied=5)) == []


def test_without_join_lines_who_is_first_seen_after_a_month_is_new() -> None:
    hello = [said(after(40 + 2 * day, 9), name, "hello, I make pots") for day, name in enumerate(NEW)]
    finding = one("GA221", subject(chat(*small_talk(60, 2), *hello)))
    assert (finding.figure, finding.evidence_count) == (0, 6)


def test_a_first_message_to_somebody_is_an_answer_and_needs_none() -> None:
    answers = [said(after(40 + 2 * day, 9), name, "@Ann it is in the files") for day, name in enumerate(NEW)]
    found = outcome("GA221", subject(chat(*small_talk(60, 2), *answers)))
    assert found == Skip(reason="too few newcomers wrote to say anything about them")


@pytest.mark.parametrize(
    "words",
    [
        "what is this group for?",
        "Who added me here",
        "what do we do in this group?",
        "why am I in here?",
        "请问这个群是干什么的",
        "这是什么群啊",
        "谁把我拉进来的",
        "本群主要聊啥",
        "这个群干嘛的？",
    ],
)
def test_who_asks_what_the_group_is_for_is_found(words: str) -> None:
    finding = one("GA223", subject(chat(FOUNDED, *small_talk(), *joined(3), said(after(4, 5), "Eve", words))))
    assert finding.message == "1 member asked what this group is for, and that is a newcomer"
    assert finding.evidence[0].why == "1 day after coming"


@pytest.mark.parametrize(
    "words",
    [
        "what is this group of files for?",
        "who added the file here?",
        "what is the chat limit",
        "这个群不错",
        "群里有人知道怎么报名吗",
        "群公告是什么时候发的",
        "我在另一个群问过了",
    ],
)
def test_other_questions_about_groups_are_not_that_question(words: str) -> None:
    assert outcome("GA223", subject(chat(*small_talk(), said(after(4, 5), "Eve", words)))) == []


def test_what_tells_people_is_a_positioning_and_then_an_announcement() -> None:
    rows = (*small_talk(), said(after(4, 5), "Eve", "what is this group for?"))
    assert one("GA223", subject(chat(*rows))).command == "groupctl positioning"
    known = {"positioning": {"value": "an answer within the hour"}}
    assert one("GA223", subject(chat(*rows), known)).command == "groupctl render announcement --blanks"


def leaving(*days: int, length: int = 28) -> Chat:
    crowd = event(after(), "join", *MEMBERS, *(f"M{number}" for number in range(26)))
    gone = [event(after(day, 6), "leave", f"M{number}") for number, day in enumerate(days)]
    return chat(crowd, *small_talk(length), *gone)


def test_a_week_in_which_many_leave_a_new_group_is_found() -> None:
    finding = one("GA230", subject(leaving(9, 15, 16, 17, 18, 18, 19)))
    assert finding.message == "6 of 29 left in one week (21%; in a new group healthy up to 15%)"
    assert [place.who for place in finding.evidence] == ["M6", "M5", "M4", "M3", "M2"]


def test_in_an_old_group_a_month_counts() -> None:
    old: dict[str, Any] = {"group": {"created": "2020-01-01"}}
    finding = one("GA230", subject(leaving(24, 29, 35, 44, length=45), old))
    assert finding.message == "4 of 30 left within 30 days (13%; healthy up to 10%)"


def test_two_who_leave_are_no_rate() -> None:
    assert outcome("GA230", subject(leaving(9, 15))) == []


def test_where_nobody_is_seen_leaving_nothing_is_said() -> None:
    assert outcome("GA230", subject(leaving())) == Skip(reason="this export shows nobody leaving")


def staying(*kept: str) -> list[Row]:
    """Return six newcomers who write at once, those kept also a week later."""
    once = [said(after(day, 6), name, "I am in, thanks for the gift") for day, name in enumerate(NEW, 1)]
    again = [said(after(day + 8, 6), name, "back again") for day, name in enumerate(NEW, 1) if name in kept]
    return [FOUNDED, *joined(1, 2, 3, 4, 5, 6), *once, *again, *small_talk(30)]


def test_pulled_in_then_silent_is_found_with_their_last_words() -> None:
    finding = one("GA240", subject(chat(*staying("Eve"))))
    assert finding.message == (
        "5 of 6 who came wrote in their first 2 days and then nothing for 14 days, or left (83%; healthy up to 50%)"
    )
    assert (finding.severity, finding.evidence[0].who) == (Severity.HIGH, "Joe")


def test_who_came_beside_a_gift_is_counted() -> None:
    packet = said(after(3), "Ann", "") | {"kind": "red_packet"}
    finding = one("GA240", subject(chat(packet, *staying())))
    assert finding.message.endswith("; 4 of them came within two days of a red packet or a gift")


def test_who_leaves_within_two_weeks_is_lost_too() -> None:
    gone = [event(after(12, 7), "leave", name) for name in NEW]
    assert one("GA240", subject(chat(*staying(*NEW), *gone))).figure == 1


def test_newcomers_who_stay_pass() -> None:
    assert outcome("GA240", subject(chat(*staying(*NEW)))) == []


def growing(*a_head: int) -> list[Row]:
    """Return three weeks with six newcomers each, in which each of four members writes so much."""
    came = [
        event(after(7 * week + day, 7), "join", f"N{week}{day}") for week in range(len(a_head)) for day in range(1, 7)
    ]
    talk = [
        said(after(7 * week + turn % 7, minutes=turn), name, f"word {turn}")
        for week, count in enumerate(a_head)
        for turn in range(count)
        for name in MEMBERS
    ]
    return [FOUNDED, *came, *talk]


def test_newcomers_every_week_yet_quieter_is_found() -> None:
    finding = one("GA241", subject(chat(*growing(21, 15, 10))))
    assert finding.message == (
        "6 came in the last 7 days, no fewer than before, while messages per active member fell from 21 to 15 to 10 in "
        "three such periods"
    )


def test_what_newcomers_explain_is_not_found_twice() -> None:
    assert outcome("GA203", subject(chat(*growing(21, 15, 10)))) == []


def test_newcomers_and_as_much_talk_pass() -> None:
    assert outcome("GA241", subject(chat(*growing(15, 15, 14)))) == []


def test_quieter_without_newcomers_is_another_finding() -> None:
    rows = [row for row in growing(21, 15, 10) if row["kind"] != "join" or row["local"] < after(14)]
    assert outcome("GA241", subject(chat(*rows))) == []
    assert one("GA203", subject(chat(*rows))).figure
