"""Slots, habits, serials, targets, tasks and promises: planted and found, not planted and not found, or skipped."""

from typing import Any

import pytest

from groupctl.findings import Severity, Skip
from tests.auditing.groups import Row, after, chat, one, outcome, said, subject

OWNER: dict[str, Any] = {"operators": ["Owner"]}
CROWD = tuple(f"M{number}" for number in range(10))
NOTHING_HELD = "no slot took place 4 times"


def evenings(days: range, hours: int = 11, names: tuple[str, ...] = CROWD[:4]) -> list[Row]:
    """Return days on which members chat at eight in the evening."""
    return [
        said(after(day, hours, 2 + turn), name, f"nothing new on day {day}, round {turn}, from {name}")
        for day in days
        for turn, name in enumerate(names)
    ]


def posts(text: str, days: range, hours: int) -> list[Row]:
    return [said(after(day, hours), "Owner", f"{text}, no. {day}") for day in days]


def slot(schedule: str, **more: str) -> dict[str, Any]:
    return {"gameplay": [{"id": "qa", "kind": "qa", "title": "Clinic", "host": "Owner", "schedule": schedule, **more}]}


EVENING, MORNING = slot("0 20 * * *"), slot("0 5 * * *", topic="lenses")


def test_a_slot_that_is_hardly_ever_held_is_found_with_the_days() -> None:
    rows = (*evenings(range(20)), *posts("Clinic is open", range(4), 11))
    finding = one("GA600", subject(chat(*rows), EVENING, **OWNER))
    assert finding.message == "the slot “Clinic” was due 19 times and took place 4 times"
    assert (finding.evidence[0].file, finding.evidence[0].quote) == ("group.toml", 'schedule = "0 20 * * *"')
    assert finding.evidence[0].why == "without it: 03-19, 03-18, 03-17, 03-16, 03-15, 03-14, …"


def test_a_slot_that_never_takes_place_is_serious() -> None:
    rows = (*evenings(range(20)), *posts("good morning", range(4), 0))
    finding = one("GA600", subject(chat(*rows), EVENING, **OWNER))
    assert finding.severity == Severity.HIGH
    assert finding.message.endswith("19 times, and nobody who runs the group posted anything then")


EXPERT = slot("0 20 * * *", kind="expert_inside", host="Dr. Li")


def test_only_the_expert_holds_an_experts_slot() -> None:
    rows = (*evenings(range(20)), *posts("Clinic", range(20), 11), said(after(3, 5), "Dr. Li", "on my way"))
    finding = one("GA600", subject(chat(*rows), EXPERT, **OWNER))
    assert finding.message == "the slot “Clinic” was due 19 times, and its host Dr. Li posted nothing then"
    assert isinstance(outcome("GA601", subject(chat(*rows), EXPERT, **OWNER)), Skip)


def test_an_expert_who_never_wrote_held_nothing() -> None:
    rows = (*evenings(range(20)), *posts("Clinic", range(20), 11))
    finding = one("GA600", subject(chat(*rows), EXPERT, **OWNER))
    assert "its host Dr. Li wrote nothing in this log" in finding.message
    assert isinstance(outcome("GA601", subject(chat(*rows), EXPERT, **OWNER)), Skip)


def test_a_slot_that_is_held_passes_even_where_a_robot_holds_it() -> None:
    rows = (*evenings(range(20)), *[row | {"sender": "Bot", "name": "Bot"} for row in posts("Clinic", range(20), 11)])
    project = slot("0 20 * * *", host="Bot") | {"group": {"robots": ["Bot"]}}
    assert outcome("GA600", subject(chat(*rows), project, robots=["Bot"])) == []


def test_any_post_at_its_time_holds_a_slot_that_no_post_names() -> None:
    rows = (*evenings(range(20)), *posts("here we go", range(20), 11))
    assert outcome("GA600", subject(chat(*rows), EVENING, **OWNER)) == []


def test_a_slot_after_which_nobody_speaks_is_found_with_its_posts() -> None:
    odd = [row for day in range(0, 20, 2) for row in posts("Clinic is open", range(day, day + 1), 11)]
    even = [row for day in range(1, 20, 2) for row in evenings(range(day, day + 1))]
    late = [row for day in range(0, 20, 2) for row in evenings(range(day, day + 1), 13)]
    finding = one("GA601", subject(chat(*odd, *even, *late), EVENING, **OWNER))
    assert finding.message == (
        "“Clinic”: it took place 10 times and nobody took it up, at the same hour on other days 4 spoke → drop it"
    )
    assert finding.evidence[0].why == "after it: 0 messages by 0 members"
    assert finding.evidence_count == 10


def test_a_slot_that_draws_members_passes() -> None:
    rows = (*posts("Clinic is open", range(20), 11), *evenings(range(20)))
    for code in ("GA601", "GA602"):
        assert outcome(code, subject(chat(*rows), EVENING, **OWNER)) == []


def test_a_slot_at_an_empty_hour_is_found_with_a_better_one() -> None:
    rows = (*evenings(range(20)), *posts("Clinic is open", range(20), -4))
    given = subject(chat(*rows), MORNING, **OWNER)
    finding = one("GA602", given)
    nobody = "nobody took it up, nor does anybody speak before it; the liveliest hour is 20:00"
    assert finding.message.endswith(nobody)
    assert finding.command == "groupctl gameplay --slot 'qa@0 20 * * *:lenses;id=qa;host=Owner;title=Clinic'"
    assert outcome("GA601", given) == []


def test_slots_are_judged_once_they_took_place_often_enough() -> None:
    rows = (*evenings(range(20)), *posts("Clinic is open", range(3), 11))
    for code in ("GA601", "GA602"):
        assert outcome(code, subject(chat(*rows), EVENING, **OWNER)) == Skip(reason=NOTHING_HELD)


@pytest.mark.parametrize(
    ("project", "declared", "why"),
    [
        (None, OWNER, "no project declares any gameplay"),
        ({}, OWNER, "the project declares no slot with a schedule"),
        (
            slot("0 20 * * *", host=""),
            {},
            "nobody is named as operator; name them with --operator NAME, or in group.toml: group.operators",
        ),
    ],
)
def test_without_slots_or_hosts_nothing_is_said_about_them(project: Any, declared: Any, why: str) -> None:
    for code in ("GA600", "GA601", "GA602", "GA604"):
        assert outcome(code, subject(chat(*evenings(range(20))), project, **declared)) == Skip(reason=why)


def test_a_schedule_that_is_none_is_left_to_the_gate() -> None:
    assert (
        outcome("GA600", subject(chat(*evenings(range(20)), *posts("hi", range(2), 0)), slot("8 o'clock"), **OWNER))
        == []
    )


def test_a_habit_that_no_slot_declares_is_proposed() -> None:
    rows = (*evenings(range(20)), *posts("Good night and sleep well", range(20), 13))
    finding = one("GA603", subject(chat(*rows), {"positioning": {"topics": ["lenses"]}}, **OWNER))
    assert (
        finding.message
        == "Owner begins “Good night and sleep well, no” at about 22:00 on 20 days, and no slot declares it"
    )
    assert finding.command == (
        "groupctl gameplay --slot "
        "'good_night@0 22 * * *:lenses;id=good_night;host=Owner;title=Good night and sleep well, no'"
    )
    assert finding.evidence_count == 20


def test_a_habit_that_is_declared_passes() -> None:
    rows = (*evenings(range(20)), *posts("Clinic is open", range(20), 11))
    assert outcome("GA603", subject(chat(*rows), EVENING, **OWNER)) == []


def test_without_a_project_no_habit_is_missing_in_it() -> None:
    found = outcome("GA603", subject(chat(*evenings(range(20))), **OWNER))
    assert found == Skip(reason="no project declares any gameplay")


def serial(followers: int) -> list[Row]:
    others = [
        said(after(day, 2, turn), name, f"hello {day} from {name}")
        for day in range(20)
        for turn, name in enumerate(CROWD)
    ]
    return [*others, *posts("Clinic is open", range(20), 11), *evenings(range(20), names=CROWD[:followers])]


def test_a_serial_that_few_follow_is_found() -> None:
    declared = {
        "gameplay": [{**EVENING["gameplay"][0], "form": "serial"}],
        "thresholds": {"gameplay.followers_least": 0.5},
    }
    finding = one("GA604", subject(chat(*serial(3)), declared, **OWNER))
    assert finding.message.startswith("“Clinic” is a serial, and 3 of 10 members who write came back to it (30%")


def test_a_serial_with_followers_passes() -> None:
    declared = slot("0 20 * * *", form="serial")
    assert outcome("GA604", subject(chat(*serial(3)), declared, **OWNER)) == []


def test_a_serial_that_has_just_begun_is_not_judged() -> None:
    rows = (*evenings(range(20)), *posts("Clinic is open", range(13, 20), 11))
    found = outcome("GA604", subject(chat(*rows), slot("0 20 * * *", form="serial"), **OWNER))
    assert found == Skip(reason="no serial draws anybody; whether fragments are forwarded no export shows")


def test_fragments_are_not_judged() -> None:
    found = outcome("GA604", subject(chat(*serial(3)), slot("0 20 * * *", form="fragment"), **OWNER))
    assert found == Skip(reason="no serial draws anybody; whether fragments are forwarded no export shows")


def aiming(figure: str, by: str = "2024-03-10", **bound: float) -> dict[str, Any]:
    return {"goal": {"target": [{"figure": figure, "by": by, **bound}]}}


def test_a_target_that_is_due_and_missed_is_found() -> None:
    finding = one("GA660", subject(chat(*evenings(range(20))), aiming("speakers", at_least=12)))
    assert finding.message == "“speakers” is 4; it was to be at least 12 by 2024-03-10"
    assert (finding.severity, finding.evidence[0].quote) == (Severity.HIGH, 'figure = "speakers"')


def test_a_target_that_is_reached_passes() -> None:
    given = subject(chat(*evenings(range(20))), aiming("speakers", at_most=12))
    for code in ("GA660", "GA661", "GA662"):
        assert outcome(code, given) == []


def test_a_target_that_is_due_soon_is_spoken_of() -> None:
    finding = one("GA661", subject(chat(*evenings(range(20))), aiming("speakers", by="2024-04-01", at_least=12)))
    assert finding.message == "“speakers” is 4 and is to be at least 12 by 2024-04-01, 12 days after the log ends"


def test_a_target_of_next_year_can_wait() -> None:
    given = subject(chat(*evenings(range(20))), aiming("speakers", by="2025-04-01", at_least=12))
    assert outcome("GA660", given) == Skip(reason="no target was due before the log ends")
    assert outcome("GA661", given) == []


def test_a_figure_that_nothing_measures_is_found_with_the_nearest_name() -> None:
    finding = one("GA662", subject(chat(*evenings(range(20))), aiming("speekers", at_least=12)))
    assert finding.message == "nothing measures the figure “speekers”; did you mean speakers?"


def test_a_figure_that_the_export_does_not_show_is_said_to_be_missing() -> None:
    finding = one("GA662", subject(chat(*evenings(range(20))), aiming("active_share", at_least=0.2)))
    assert finding.message == "“active_share” cannot be told from this export"


def test_without_targets_nothing_is_said_about_them() -> None:
    given = subject(chat(*evenings(range(20))), {})
    for code in ("GA660", "GA662"):
        assert outcome(code, given) == Skip(reason="the project has no targets")
    assert outcome("GA661", given) == Skip(reason="the project has no targets with a date")


def tasks(*texts: str) -> dict[str, Any]:
    return {"rules": {"tasks": list(texts)}}


def test_a_task_that_few_members_do_is_found() -> None:
    did = said(after(19, 12), "M1", "今天打卡")
    given = subject(chat(*evenings(range(20), names=CROWD), did), tasks("每天打卡"))
    finding = one("GA670", given)
    assert finding.message == "1 of 10 members who wrote in the last 30 days did the task “每天打卡” (10%)"
    assert finding.evidence[0].quote == "今天打卡"


def test_a_task_that_members_do_passes() -> None:
    did = [said(after(day, 12), name, f"打卡 {day}") for day, name in enumerate(CROWD[:5])]
    assert outcome("GA670", subject(chat(*evenings(range(20), names=CROWD), *did), tasks("每天打卡"))) == []


def test_of_four_members_no_share_is_told() -> None:
    found = outcome("GA670", subject(chat(*evenings(range(20))), tasks("每天打卡")))
    assert found == Skip(reason="fewer than 5 members wrote lately")


def test_a_slot_that_fires_all_the_time_is_left_to_the_gate() -> None:
    rows = (*evenings(range(20)), *posts("hi", range(2), 0))
    assert outcome("GA600", subject(chat(*rows), slot("* * * * *"), **OWNER)) == []


def test_a_task_that_leaves_no_trace_is_skipped() -> None:
    given = subject(chat(*evenings(range(20))), tasks("be kind"))
    assert outcome("GA670", given) == Skip(reason="no log shows whether “be kind” is done")
    assert outcome("GA670", subject(chat(*evenings(range(20))), {})) == Skip(reason="the rules name no tasks")


PROMISED = {"positioning": {"owner_outputs": ["price lists"]}, "rules": {"services": ["a tripod clinic"]}}


def test_a_promise_of_which_nothing_is_to_be_seen_is_found() -> None:
    rows = (*evenings(range(40)), *posts("the tripod hour is open", range(3), 5))
    finding = one("GA671", subject(chat(*rows), PROMISED, **OWNER))
    assert finding.message == "in 40 days nobody who runs the group posted a word about “price lists”"


def test_promises_that_show_pass() -> None:
    rows = (*evenings(range(40)), *posts("tripods, and the new price", range(3), 5))
    assert outcome("GA671", subject(chat(*rows), PROMISED, **OWNER)) == []


@pytest.mark.parametrize(
    ("project", "days", "why"),
    [
        ({}, 40, "the project promises nothing: positioning.owner_outputs and rules.services are empty"),
        (PROMISED, 20, "too few days"),
        (PROMISED, 40, "none of the operators named wrote in this log; write the names as the chat shows them"),
    ],
)
def test_promises_take_time_and_somebody_to_keep_them(project: Any, days: int, why: str) -> None:
    assert outcome("GA671", subject(chat(*evenings(range(days))), project, **OWNER)) == Skip(reason=why)
