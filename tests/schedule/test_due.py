"""Owed, once: with two runs at once, a machine that slept, a clock that was changed, a run that failed."""

import datetime as dt
import threading
from pathlib import Path

import pytest

from groupctl.errors import GroupctlError
from groupctl.project import Project
from groupctl.schedule import Window, claim, owed
from tests.schedule.groups import at, group, slot

KEEP = dt.timedelta(days=60)
DAILY = group(gameplay=[slot("0 8 * * *", id="morning"), slot("0 20 * * *", id="night")])


def run(folder: Path, now: str, project: Project = DAILY, since: str = "", grace: float | None = None) -> list[str]:
    """Print what is owed and settle it, as the command does."""
    moment = at(now)
    with claim(folder) as held:
        window = Window(since=at(since) if since else None, grace=None if grace is None else dt.timedelta(hours=grace))
        found = owed(project, held, moment, window)
        held.settle([*found.items, *found.missed], moment, KEEP)
        return [item.key for item in found.items] + [f"missed {item.key}" for item in found.missed]


def test_what_is_due_is_owed_once(tmp_path: Path) -> None:
    assert run(tmp_path, "2026-03-02T07:59") == []
    assert run(tmp_path, "2026-03-02T08:00") == ["gameplay/morning/2026-03-02"]
    assert run(tmp_path, "2026-03-02T08:10") == []
    assert run(tmp_path, "2026-03-02T20:10") == ["gameplay/night/2026-03-02"]
    assert run(tmp_path, "2026-03-03T08:10") == ["gameplay/morning/2026-03-03"]


def test_the_first_run_owes_nothing_of_the_days_before(tmp_path: Path) -> None:
    assert run(tmp_path, "2026-03-02T10:30") == []


def test_a_machine_that_slept_posts_within_the_grace_and_says_what_it_missed_once(tmp_path: Path) -> None:
    run(tmp_path, "2026-03-02T07:00")
    assert run(tmp_path, "2026-03-02T21:00") == ["gameplay/night/2026-03-02", "missed gameplay/morning/2026-03-02"]
    assert run(tmp_path, "2026-03-02T21:10") == []


def test_a_longer_grace_still_posts_it(tmp_path: Path) -> None:
    run(tmp_path, "2026-03-02T07:00")
    assert run(tmp_path, "2026-03-02T12:00", grace=6) == ["gameplay/morning/2026-03-02"]


def test_since_takes_all_from_then_on(tmp_path: Path) -> None:
    assert run(tmp_path, "2026-03-03T08:00", since="2026-03-02T07:00") == [
        "gameplay/morning/2026-03-02",
        "gameplay/night/2026-03-02",
        "gameplay/morning/2026-03-03",
    ]


def test_a_clock_that_is_set_back_repeats_nothing(tmp_path: Path) -> None:
    run(tmp_path, "2026-03-02T08:30")
    assert run(tmp_path, "2026-03-02T07:55") == []
    assert run(tmp_path, "2026-03-02T08:05") == []


def test_an_hour_that_comes_twice_posts_once(tmp_path: Path) -> None:
    project = group("Europe/Berlin", gameplay=[slot("30 2 * * *")])
    begin = dt.datetime(2026, 10, 24, 23, 0, tzinfo=dt.UTC)
    found = []
    for minutes in range(0, 300, 10):
        now = begin + dt.timedelta(minutes=minutes)
        with claim(tmp_path) as held:
            items = owed(project, held, now).items
            held.settle(items, now, KEEP)
            found += [item.key for item in items]
    assert found == ["gameplay/qa/2026-10-25"]


def test_a_slot_that_is_moved_on_the_same_day_is_not_posted_again(tmp_path: Path) -> None:
    run(tmp_path, "2026-03-02T08:00")
    moved = group(gameplay=[slot("0 9 * * *", id="morning")])
    assert run(tmp_path, "2026-03-02T09:00", moved) == []


def test_what_failed_on_the_way_out_stays_owed(tmp_path: Path) -> None:
    with pytest.raises(BrokenPipeError), claim(tmp_path):
        raise BrokenPipeError
    assert run(tmp_path, "2026-03-02T08:00") == ["gameplay/morning/2026-03-02"]


def test_of_two_runs_at_once_one_finds_it(tmp_path: Path) -> None:
    found: list[list[str]] = []
    start = threading.Barrier(2)

    def one() -> None:
        start.wait()
        found.append(run(tmp_path, "2026-03-02T08:00"))

    threads = [threading.Thread(target=one) for _run in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == [[], ["gameplay/morning/2026-03-02"]]


def test_what_is_old_is_forgotten(tmp_path: Path) -> None:
    run(tmp_path, "2026-03-02T08:00")
    run(tmp_path, "2026-06-02T08:00")
    assert "2026-03-02" not in (tmp_path / ".groupctl" / "due.toml").read_text("utf-8")


def test_a_damaged_memory_stops_the_run(tmp_path: Path) -> None:
    run(tmp_path, "2026-03-02T08:00")
    (tmp_path / ".groupctl" / "due.toml").write_text("last = ", "utf-8")
    with pytest.raises(GroupctlError, match="is damaged"):
        run(tmp_path, "2026-03-02T20:00")


def test_again_takes_what_was_printed_and_says_what_was_missed_once(tmp_path: Path) -> None:
    run(tmp_path, "2026-03-02T07:00")
    run(tmp_path, "2026-03-02T20:10")
    with claim(tmp_path) as held:
        found = owed(DAILY, held, at("2026-03-02T20:20"), Window(again=True))
    assert ([item.key for item in found.items], found.missed) == (["gameplay/night/2026-03-02"], ())
