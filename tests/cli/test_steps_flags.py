"""The single steps with flags alone."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from groupctl.cli.main import run
from groupctl.project import load_project
from groupctl.project.model import Monetization

Output = pytest.CaptureFixture[str]
PROJECT = """\
version = 1

# who we are
[group]
name = "Short videos"   # for now
language = "{language}"
platform = "wechat"

[positioning]
who = "people who film"
house_key = 3

[[rules.prohibited]]
id = "ads"
text = "Our own words."

[[rules.prohibited]]
id = "late"
text = "Be on time."
ladder = ["remind"]
"""


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("group.toml").write_text(PROJECT.format(language="en"), encoding="utf-8")


def written() -> dict[str, Any]:
    return tomllib.loads(Path("group.toml").read_text(encoding="utf-8"))


def test_a_ladder_goes_to_the_thing_beside_it_and_to_no_other() -> None:
    assert run(["rules", "--prohibit", "ads", "--ladder", "remind,remove"]) == 0
    assert written()["rules"]["prohibited"] == [
        {"id": "ads", "text": "Our own words.", "ladder": ["remind", "remove"]},
        {"id": "late", "text": "Be on time.", "ladder": ["remind"]},
    ]


def test_a_ladder_alone_goes_to_what_has_none() -> None:
    assert run(["rules", "--ladder", "warn > remove"]) == 0
    assert [item["ladder"] for item in written()["rules"]["prohibited"]] == [["warn", "remove"], ["remind"]]


def test_a_new_prohibited_thing_joins_with_its_ready_text() -> None:
    assert run(["rules", "--prohibit", "private_deals"]) == 0
    (joined,) = [item for item in written()["rules"]["prohibited"] if item["id"] == "private_deals"]
    assert joined["text"].startswith("No deals past the group")
    assert joined["ladder"] == ["warn", "remove"]


def test_ready_texts_come_in_the_language_of_the_group() -> None:
    Path("group.toml").write_text(PROJECT.format(language="zh-CN"), encoding="utf-8")
    assert run(["--lang", "en", "rules", "--prohibit", "spam"]) == 0
    assert written()["rules"]["prohibited"][2]["text"].startswith("不刷屏")


def test_topics_replace_topics_and_the_rest_of_the_table_stays() -> None:
    assert run(["positioning", "--topics", "选题,脚本、复盘"]) == 0
    assert written()["positioning"] == {"who": "people who film", "house_key": 3, "topics": ["选题", "脚本", "复盘"]}


def test_other_tables_and_comments_stay_as_they_are() -> None:
    assert run(["goal", "--kind", "service", "--statement", "s", "--target", "active_share>=0.3@2027-03-01"]) == 0
    text = Path("group.toml").read_text(encoding="utf-8")
    group, rest = PROJECT.format(language="en").split("[positioning]")
    assert text.startswith(group)
    assert text.endswith("[positioning]" + rest)
    assert load_project(".").goal.target[0].at_least == 0.3


def test_a_slot_is_added_and_then_replaced() -> None:
    assert run(["gameplay", "--slot", "morning_news@0 8 * * *:hooks", "--slot", "qa@wed 20:00:cuts;host=Ann"]) == 0
    assert run(["gameplay", "--slot", "qa@周四 21:00:cuts"]) == 0
    assert [(slot["id"], slot["schedule"]) for slot in written()["gameplay"]] == [
        ("morning_news", "0 8 * * *"),
        ("qa", "0 21 * * 4"),
    ]


def test_an_activity_is_added_and_gets_its_last_bait_later() -> None:
    assert run(["gameplay", "--activity", "swap=Swap day:sign up>bring it;attract=free"]) == 0
    assert run(["gameplay", "--activity", "swap;hidden=a box", "--activity", "quiz=Quiz:ask"]) == 0
    swap, quiz = written()["activity"]
    assert swap["steps"] == ["sign up", "bring it"]
    assert swap["baits"] == {"attract": "free", "hidden": "a box"}
    assert quiz == {"id": "quiz", "title": "Quiz", "steps": ["ask"]}


def test_an_occasion_is_replaced_by_another_one_of_its_day() -> None:
    days = ["--occasion", "2026-09-25=Mid-autumn:moon cakes", "--occasion", "lunar 01-01=New year"]
    assert run(["gameplay", *days]) == 0
    assert run(["gameplay", "--occasion", "2026-09-25=Harvest:apples", "--occasion", "Christmas:lights"]) == 0
    assert written()["occasion"] == [
        {"date": "2026-09-25", "title": "Harvest", "text": "apples"},
        {"lunar": "01-01", "title": "New year"},
        {"holiday": "Christmas", "title": "Christmas", "text": "lights"},
    ]


def test_a_role_is_added_then_replaced_then_cleared() -> None:
    assert run(["rules", "--role", "welcome=Host:greets,answers", "--role", "news=Editor"]) == 0
    assert run(["rules", "--role", "welcome=首席欢迎官：欢迎新人，答新人问题"]) == 0
    assert written()["role"] == [
        {"id": "welcome", "title": "首席欢迎官", "signals": ["欢迎新人", "答新人问题"]},
        {"id": "news", "title": "Editor"},
    ]
    assert run(["rules", "--role", ""]) == 0
    assert "role" not in written()


READINESS = [
    *("why-joined", "monetization-value", "worth-paying", "keeps-payers"),
    *("would-share", "must-educate", "product-fits", "better-way"),
]


def test_readiness_to_sell_is_answered_with_flags() -> None:
    said = [part for flag in READINESS for part in (f"--{flag}", f"said of {flag}")]
    assert run(["goal", "--monetization-stage", "growth", "--cap-per-day", "0", *said]) == 0
    money = load_project(".").monetization
    assert (money.stage, money.cap_per_day, money.value) == ("growth", 0, "said of monetization-value")
    assert set(written()["monetization"]) == set(Monetization.model_fields)


def test_nothing_about_money_is_asked_or_written_where_nothing_is_sold() -> None:
    assert run(["goal", "--kind", "service", "--statement", "s", "--target", "active_share>=0.3", "--yes"]) == 0
    assert "monetization" not in written()


@pytest.mark.parametrize(
    ("step", "flags", "table"),
    [
        ("gameplay", ["--activity", "swap=Swap day:come"], "activity"),
        ("gameplay", ["--occasion", "Christmas:lights"], "occasion"),
        ("rules", ["--role", "news=Editor"], "role"),
        ("goal", ["--cap-per-day", "1"], "monetization"),
    ],
)
def test_optional_tables_are_shown_as_toml_and_as_json(step: str, flags: list[str], table: str, capsys: Output) -> None:
    assert run([step, *flags, "--show"]) == 0
    assert table in tomllib.loads(capsys.readouterr().out)
    assert run([step, *flags, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[table]
    assert table in written()


def test_the_entry_takes_several_questions() -> None:
    assert run(["entry", "--threshold", "review,task", "--question", "Who?", "--question", "Why?"]) == 0
    assert written()["entry"] == {"threshold": ["review", "task"], "questions": ["Who?", "Why?"]}


def test_an_empty_answer_clears_what_was_there() -> None:
    assert run(["positioning", "--who", ""]) == 0
    assert "who" not in written()["positioning"]


def test_the_last_slot_can_be_cleared() -> None:
    run(["gameplay", "--slot", "qa@wed 20:00:cuts"])
    assert run(["gameplay", "--slot", ""]) == 0
    assert "gameplay" not in written()


def test_what_is_still_open_and_what_comes_next_is_said(capsys: Output) -> None:
    assert run(["goal", "--kind", "service"]) == 0
    said = " ".join(capsys.readouterr().err.split())
    assert "[goal] written to group.toml" in said
    assert "--statement" in said
    assert said.endswith("Next: groupctl check")


def test_without_flags_and_terminal_the_missing_answers_are_listed(capsys: Output) -> None:
    before = Path("group.toml").read_bytes()
    assert run(["positioning"]) == 2
    flags = [line.split()[0] for line in capsys.readouterr().err.splitlines() if line.startswith("  --")]
    assert flags == [
        *("--value", "--topics", "--common-ground", "--owner-outputs", "--member-gets", "--scale", "--price"),
    ]
    assert Path("group.toml").read_bytes() == before


def test_a_preset_fills_only_what_is_missing() -> None:
    assert run(["positioning", "--preset", "course"]) == 0
    positioning = load_project(".").positioning
    assert (positioning.who, positioning.scale) == ("people who film", 60)


def test_yes_takes_what_enter_would_give() -> None:
    assert run(["entry", "--yes"]) == 0
    assert load_project(".").entry.threshold == ["review"]


def test_show_prints_the_table_and_writes_nothing(capsys: Output) -> None:
    before = Path("group.toml").read_bytes()
    assert run(["positioning", "--topics", "cuts", "--show"]) == 0
    shown = tomllib.loads(capsys.readouterr().out)
    assert shown == {"positioning": {"who": "people who film", "house_key": 3, "topics": ["cuts"]}}
    assert Path("group.toml").read_bytes() == before


@pytest.mark.parametrize("step", ["goal", "positioning", "gameplay", "entry", "rules"])
def test_json_has_a_schema_of_its_own(step: str, capsys: Output) -> None:
    assert run([step, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["schema"] == f"groupctl.{step}/1"
    assert said["written"] is False
    assert said["file"].endswith("group.toml")


def test_json_after_writing_says_what_stands_there(capsys: Output) -> None:
    assert run(["goal", "--kind", "service", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["written"], said["goal"], said["open"]) == (
        True,
        {"kind": "service"},
        ["goal.statement", "goal.target"],
    )


def test_tables_of_an_answers_file_that_are_not_used_are_named(capsys: Output) -> None:
    Path("answers.toml").write_text('[goal]\nkind = "service"\n[entry]\nthreshold = ["pay"]\n', encoding="utf-8")
    assert run(["goal", "--answers", "answers.toml"]) == 0
    assert "not used from the answers: entry" in " ".join(capsys.readouterr().err.split())
    assert "entry" not in written()


def test_the_project_is_found_from_below_and_by_its_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    assert run(["goal", "--kind", "service"]) == 0
    monkeypatch.chdir("/")
    assert run(["goal", "--kind", "interest", "--project", str(tmp_path)]) == 0
    assert load_project(tmp_path).goal.kind == "interest"


def test_without_a_project_init_is_named(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("groupctl.project.find_project", lambda: None)
    assert run(["goal", "--kind", "service"]) == 2
    assert "groupctl init makes one" in capsys.readouterr().err


def test_a_broken_project_is_left_alone(capsys: Output) -> None:
    Path("group.toml").write_text("[group\n", encoding="utf-8")
    assert run(["goal", "--kind", "service"]) == 2
    assert Path("group.toml").read_text(encoding="utf-8") == "[group\n"


def test_a_flag_of_another_step_is_refused(capsys: Output) -> None:
    assert run(["goal", "--topics", "x"]) == 2
