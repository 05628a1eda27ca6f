"""What is kept of an audit, and read back for the trend."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from groupctl.auditing.snapshots import Snapshot, comparable, files, last_seen, load, save
from groupctl.errors import GroupctlError
from tests.auditing.groups import after, chat, event, run, small_talk

WHEN = dt.datetime(2024, 4, 1, 8, 30, 15, 99, tzinfo=dt.UTC)
RESULT = run(chat(event(after(), "join", "Ann", "Eve", "Fay"), *small_talk()))


def test_a_snapshot_holds_figures_findings_and_period(tmp_path: Path) -> None:
    path = save(RESULT, tmp_path / "audits", WHEN)
    kept = tomllib.loads(path.read_text(encoding="utf-8"))
    assert path.name == "2024-04-01.toml"
    assert (kept["version"], kept["files"], kept["figures"]["messages"]) == (1, ["chat.txt"], 60)
    assert kept["when"] == WHEN.replace(microsecond=0)
    assert kept["period"]["first"] == dt.datetime.fromisoformat("2024-03-01 09:00")
    assert kept["finding"] == [{"code": "GA210", "severity": "high", "figure": 0.666667, "threshold": 0.3}]


def test_figures_that_are_not_known_are_left_out(tmp_path: Path) -> None:
    kept = tomllib.loads(save(RESULT, tmp_path, WHEN).read_text(encoding="utf-8"))
    assert "operator_share" not in kept["figures"]


def test_earlier_snapshots_come_back_the_oldest_first(tmp_path: Path) -> None:
    for day in (3, 1, 2):
        save(RESULT, tmp_path, WHEN.replace(day=day))
    found, problems = load(tmp_path, dt.date(2024, 4, 3))
    assert [snapshot.when.day for snapshot in found] == [1, 2]
    assert ([snapshot.figures["messages"] for snapshot in found], problems) == ([60, 60], ())


def test_a_snapshot_remembers_what_it_found_and_how_far_it_saw(tmp_path: Path) -> None:
    save(RESULT, tmp_path, WHEN, part="last")
    (kept,), _problems = load(tmp_path, dt.date(2024, 4, 3))
    assert (kept.findings, kept.part) == ({("GA210", ""): 0.666667}, "last")
    assert last_seen([kept]) == RESULT.last


def test_only_snapshots_of_the_same_part_are_compared() -> None:
    week, year = (Snapshot(when=WHEN, figures={}, part=part) for part in ("last", ""))
    assert comparable([week, year], "", dt.date(2024, 4, 2)) == (year,)
    assert last_seen([week, year]) is None


def test_the_same_audit_earlier_that_day_is_no_trend_but_an_earlier_step_is() -> None:
    step, whole = (Snapshot(when=WHEN, figures={}, part=part, day="2024-04-01") for part in ("last", ""))
    assert comparable([step, whole], "", WHEN.date()) == ()
    assert comparable([step, whole], "last", WHEN.date()) == (step,)


def test_of_a_day_the_last_whole_audit_is_kept_and_every_step(tmp_path: Path) -> None:
    parts = ("", "last", "", "last", *(["last"] * 8))
    names = [save(RESULT, tmp_path, WHEN, part).name for part in parts]
    assert names[:4] == ["2024-04-01.toml", "2024-04-01.2.toml", "2024-04-01.toml", "2024-04-01.3.toml"]
    found, _problems = load(tmp_path, dt.date(2024, 4, 3))
    assert [one.part for one in found] == ["", *(["last"] * 10)]
    assert [path.name for path in files(tmp_path, ".toml")][-1] == "2024-04-01.11.toml"


def test_a_broken_snapshot_of_today_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "2024-04-01.toml").write_text("mine", encoding="utf-8")
    assert save(RESULT, tmp_path, WHEN).name == "2024-04-01.2.toml"


@pytest.mark.parametrize("text", ["not toml [", "version = 1\n", 'when = "today"\n[figures]\n', "\udcff"])
def test_a_broken_snapshot_is_named_and_left_out(tmp_path: Path, text: str) -> None:
    (tmp_path / "2024-01-01.toml").write_text(text, encoding="utf-8", errors="surrogateescape")
    found, problems = load(tmp_path, dt.date(2024, 4, 3))
    assert found == ()
    assert "2024-01-01.toml" in problems[0]


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.toml").write_text("x = 1", encoding="utf-8")
    assert load(tmp_path, dt.date(2024, 4, 3)) == ((), ())


def test_a_folder_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "audits").write_text("a file, not a folder", encoding="utf-8")
    with pytest.raises(GroupctlError):
        save(RESULT, tmp_path / "audits", WHEN)
