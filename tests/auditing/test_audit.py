"""One whole audit: ranking, verdict, figures, what is skipped, ignored and noted."""

import datetime as dt

import pytest

from groupctl.auditing.check import AuditFinding
from groupctl.auditing.run import ranked
from groupctl.auditing.snapshots import Snapshot
from groupctl.findings import Severity
from groupctl.gate import FIGURES
from tests.auditing.groups import ADVERT, RULE, after, chat, empty, event, run, said, small_talk

NOW = dt.datetime(2024, 4, 1, tzinfo=dt.UTC)
JOINED = event(after(), "join", "Ann", "Bob", "Cat", "Dan", "Eve", "Fay", "Gus")


def finding(code: str, severity: Severity, urgency: float) -> AuditFinding:
    return AuditFinding(code=code, severity=severity, title="", message="", remedy="", urgency=urgency)


def test_the_most_urgent_stands_first() -> None:
    found = [
        finding("GA210", Severity.MEDIUM, 1.4),
        finding("GA101", Severity.LOW, 9),
        finding("GA305", Severity.MEDIUM, 1.1),
        finding("GA201", Severity.HIGH, 1.5),
        finding("GA301", Severity.MEDIUM, 1.4),
    ]
    assert [one.code for one in ranked(found)] == ["GA201", "GA210", "GA301", "GA305", "GA101"]


def test_a_second_finding_about_the_same_matter_waits_for_the_first_of_another() -> None:
    urgent = {"GA301": 9.0, "GA302": 8.0, "GA305": 7.0, "GA210": 2.0, "GA402": 1.6}
    found = [finding(code, Severity.HIGH, urgency) for code, urgency in urgent.items()]
    assert [one.code for one in ranked(found)] == ["GA301", "GA210", "GA402", "GA302", "GA305"]


def test_a_finding_stands_beside_what_it_was_in_earlier_audits() -> None:
    earlier = [Snapshot(when=NOW, figures={}, findings={("GA210", ""): figure}) for figure in (0.4, None, 0.5)]
    result = run(chat(JOINED, *small_talk()), earlier=earlier)
    assert [(one.code, one.before) for one in result.findings] == [("GA210", (0.4, 0.5))]


def test_every_figure_is_documented_and_every_documented_one_is_there() -> None:
    assert set(FIGURES) == set(run(chat(*small_talk())).figures)


def test_messages_are_what_people_sent_and_system_the_rest() -> None:
    figures = run(chat(JOINED, *small_talk())).figures
    assert (figures["messages"], figures["system"], figures["speakers"]) == (60, 1, 4)
    assert (figures["joined"], figures["never_spoke"], figures["members"]) == (7, 3, 7)


def test_robots_are_counted_apart() -> None:
    news = [said(after(day), "Bot", "news") for day in range(5)]
    figures = run(chat(*small_talk(), *news), {"group": {"robots": ["Bot"]}}).figures
    assert (figures["messages"], figures["robot_messages"], figures["speakers"]) == (60, 5, 4)


def test_what_the_export_cannot_show_is_no_number() -> None:
    figures = run(chat(*small_talk())).figures
    assert (figures["members"], figures["active_share"], figures["operator_share"]) == (None, None, None)


def test_who_answered_first_is_told_apart() -> None:
    asked = [said(after(day, hours=3), "Eve", f"where is form number {day}?") for day in range(3)]
    replies = [said(after(day, hours=3, minutes=1), who, "here") for day, who in enumerate(("Owner", "Ann", "Zoe"))]
    figures = run(chat(*small_talk(), *asked, *replies), operators=["Owner"]).figures
    answered = [figures[f"answered_by_{who}"] for who in ("operators", "core", "others")]
    assert answered == [1, 1, 1]


def test_the_verdict_names_what_is_most_urgent() -> None:
    result = run(chat(JOINED, *small_talk(), said(after(2, hours=4), "Ann", ADVERT)))
    assert result.verdict == "Two in five of those who joined never spoke, and 1 message looks like an advertisement."


def test_the_verdict_says_who_carries_the_group() -> None:
    crowd = [said(after(day, minutes=5), f"Guest {day}", "hi all of you") for day in range(10)]
    loud = [said(after(day, minutes=turn), "Ann", "more and more") for day in range(10) for turn in range(8)]
    joined = event(after(), "join", *(f"Quiet {number}" for number in range(20)))
    assert run(chat(joined, *crowd, *loud)).verdict.startswith("1 person writes half of it all")


def test_a_healthy_group_is_told_so() -> None:
    result = run(chat(*small_talk()))
    assert (result.verdict, result.findings) == ("Nothing in this log is out of order.", ())


def test_too_little_is_said_to_be() -> None:
    result = run(chat(*small_talk(2, 3)))
    assert result.verdict == (
        "This is too little for a verdict: 6 messages over 2 days; it takes 50 messages over 7 days."
    )
    assert [found.code for found in result.findings] == ["GA101"]


def test_a_chat_in_which_nothing_was_said_can_be_audited() -> None:
    result = run(empty())
    assert (result.figures["messages"], result.first) == (0, None)
    assert result.verdict.startswith("This is too little")


def test_a_period_leaves_out_the_rest() -> None:
    given = chat(*small_talk())
    result = run(given, since=dt.date(2024, 3, 3), until=dt.date(2024, 3, 5))
    assert (result.figures["messages"], result.figures["days"]) == (18, 3)


def test_who_wrote_before_the_period_has_spoken() -> None:
    rows = (event(after(), "join", "Eve"), said(after(0, hours=2), "Eve", "hello there"), *small_talk())
    assert run(chat(*rows), since=dt.date(2024, 3, 4)).figures["never_spoke"] == 0


def test_an_operator_who_is_not_found_is_noted_with_the_nearest_name() -> None:
    notes = run(chat(*small_talk()), {}, operators=["Anne", "Zzyzx"]).notes
    assert notes == ("Anne wrote nothing in this log; is it Ann?", "Zzyzx wrote nothing in this log")


def test_without_a_project_it_is_said_what_one_adds() -> None:
    assert "groupctl init" in run(chat(*small_talk())).notes[-1]
    assert run(chat(*small_talk()), {}).notes == ()


def test_what_a_project_ignores_is_counted_and_left_out() -> None:
    project = RULE | {"ignore": [{"code": "GA402", "reason": "a market"}]}
    result = run(chat(*small_talk(), said(after(2, hours=4), "Eve", ADVERT)), project)
    assert [(one.code, one.reason, one.count) for one in result.ignored] == [("GA402", "a market", 1)]
    assert "GA402" not in [found.code for found in result.findings]


def test_a_project_overrides_thresholds() -> None:
    given = chat(*small_talk(), said(after(2, hours=4), "Eve", ADVERT))
    project = {"thresholds": {"adverts.most": 5}}
    assert run(given, project).findings == ()


def test_evidence_is_quoted_up_to_five_places_and_the_rest_counted() -> None:
    posts = [said(after(day, hours=4), "Eve", f"{ADVERT} {day}") for day in range(8)]
    (found,) = run(chat(*small_talk(), *posts)).findings
    assert (len(found.evidence), found.evidence_count) == (5, 8)
    (found,) = run(chat(*small_talk(), *posts), evidence=None).findings
    assert len(found.evidence) == 8


@pytest.mark.parametrize("figure", ["active_share", "answered_share", "operator_share", "messages_per_day", "adverts"])
def test_the_health_table_has_a_row_for(figure: str) -> None:
    assert figure in [row.figure for row in run(chat(*small_talk())).health]


def test_health_carries_norm_state_and_what_was_before() -> None:
    past: list[dict[str, float | None]] = [{"never_spoke_share": 0.2}, {"never_spoke_share": 0.3}, {}]
    result = run(chat(JOINED, *small_talk()), earlier=[Snapshot(when=NOW, figures=figures) for figures in past])
    row = next(row for row in result.health if row.figure == "never_spoke_share")
    assert (row.norm, row.at_least, row.state, row.before) == (0.3, False, "medium", (0.2, 0.3))


def test_with_too_little_no_share_is_called_healthy_or_ill() -> None:
    rows = run(chat(JOINED, *small_talk(2, 3))).health
    assert {row.state for row in rows if row.unit == "share"} == {"unknown"}
