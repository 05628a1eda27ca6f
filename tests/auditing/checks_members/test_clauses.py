"""What the verdict says of these findings."""

import pytest

from groupctl.auditing.check import AuditCheck
from groupctl.auditing.run import checks
from tests.auditing.checks_members.test_activity import by
from tests.auditing.checks_members.test_newcomers import FOUNDED, joined, leaving
from tests.auditing.checks_members.test_operators import PARTY
from tests.auditing.groups import after, chat, event, run, said, small_talk

OURS = [check for check in checks() if "GA203" <= check.code <= "GA241" or check.code in {"GA620", "GA621", "GA622"}]


@pytest.mark.parametrize("check", OURS, ids=lambda check: check.code)
def test_each_has_a_part_in_the_verdict(check: AuditCheck) -> None:
    assert check.clause is not None


@pytest.mark.parametrize(
    ("rows", "verdict"),
    [
        (by(60, *[2] * 15), "1 person writes half of it all, and without one or two people it would fall silent."),
        (
            [FOUNDED, *small_talk(), *joined(2, 3, 4, 5, 6)],
            "All of those who come are greeted by nobody, and three in five of those who joined never spoke.",
        ),
    ],
)
def test_the_verdict_says_it_in_half_a_sentence(rows: list[dict[str, object]], verdict: str) -> None:
    assert run(chat(*rows)).verdict == verdict


def test_a_member_who_asks_what_for_is_said_in_the_verdict() -> None:
    asked = said(after(4, 5), "Eve", "what is this group for?")
    assert "Members ask what the group is for" in run(chat(*small_talk(), asked)).verdict


def test_exits_are_said_in_the_verdict() -> None:
    assert "more leave than a group can bear" in run(leaving(9, 15, 16, 17, 18, 18, 19)).verdict


def test_an_occasion_that_passed_is_said_in_the_verdict() -> None:
    rows = (event(after(), "join", "Ann"), *small_talk())
    assert run(chat(*rows), PARTY).verdict == "Occasions pass without a word."
