"""The audit as JSON: the shape that programs rely on."""

import json
from typing import Any

from groupctl.report.json import audit_json
from tests.auditing.groups import ADVERT, RULE, after, chat, event, run, said, small_talk

JOINED = event(after(), "join", "Ann", "Bob", "Cat", "Dan", "Eve", "Fay", "Gus")
RESULT = run(chat(JOINED, *small_talk(), said(after(2, hours=4), "Ann", ADVERT)))
REMINDED = said(after(2, hours=4, minutes=5), "Owner", "@Ann no advertisements here please")
ADVERTS = [said(after(day, hours=4), "Ann", ADVERT) for day in (2, 4)]
RULED = run(chat(*small_talk(), *ADVERTS, REMINDED), RULE, operators=["Owner"])


def payload() -> dict[str, Any]:
    loaded = json.loads(json.dumps(audit_json(RESULT), allow_nan=False))
    assert isinstance(loaded, dict)
    return loaded


def test_the_shape_is_named() -> None:
    assert payload()["schema"] == "groupctl.audit/1"
    assert set(payload()) >= {"parse", "verdict", "figures", "health", "findings", "skipped", "passed", "notes"}


def test_parse_says_how_each_file_was_read() -> None:
    (parse,) = payload()["parse"]
    names = {"file", "format", "encoding", "messages", "system", "folded", "dropped", "first", "last"}
    assert names <= set(parse)
    assert parse["file"] == "chat.txt"


def test_figures_are_numbers_or_null() -> None:
    figures = payload()["figures"]
    assert (figures["messages"], figures["operator_share"]) == (61, None)
    assert all(value is None or isinstance(value, int | float) for value in figures.values())


def test_a_finding_carries_number_norm_and_proof() -> None:
    finding = next(one for one in payload()["findings"] if one["code"] == "GA402")
    assert (finding["severity"], finding["figure"], finding["threshold"]) == ("medium", 1, 0)
    (place,) = finding["evidence"]
    assert (place["file"], place["at"], place["who"]) == ("chat.txt", "2024-03-03T13:00:00", "Ann")
    assert place["line"] == 20
    assert finding["evidence_count"] == 1


def test_what_was_skipped_says_why() -> None:
    skipped = {one["code"]: one["reason"] for one in payload()["skipped"]}
    assert "group.operators" in skipped["GA301"]


def test_an_offender_stands_on_a_ladder_with_what_is_next_and_until_when() -> None:
    (standing,) = json.loads(json.dumps(audit_json(RULED)))["strikes"]
    assert [standing[key] for key in ("rule", "who", "name", "ladder")] == ["ads", "Ann", "Ann", ["remind", "remove"]]
    assert [standing[key] for key in ("valid", "taken", "next_step", "is_due")] == [2, ["remind"], "remove", True]
    assert standing["expires"] == "2024-06-03"
    assert standing["strikes"][0] == {
        "at": "2024-03-03T13:00:00",
        "file": "chat.txt",
        "line": 19,
        "count": 1,
        "proposed": "remind",
        "seen": "spoken",
        "taken": "remind",
        "taken_at": "2024-03-03T13:05:00",
        "expires": "2024-06-01",
    }


def test_without_rules_nobody_stands_anywhere() -> None:
    assert payload()["strikes"] == []
