"""strikes.toml: what is kept between audits, and that nothing in it is ever lost."""

import datetime as dt
import tomllib
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from groupctl.auditing.strikes import StrikesError, load, record
from groupctl.errors import ExitCode
from groupctl.facts.strikes import Strike
from tests.figures.chats import moment

HAND = """\
version = 1

[[strike]]
rule = "ads"
who = "Eve"
at = 2024-03-04T13:00:00
expires = 2024-06-02
count = 1
"""


def strike(day: int = 1, who: str = "Ann", **given: object) -> Strike:
    at = moment("2024-03-01 09:00") + dt.timedelta(days=day - 1)
    known = {"rule": "ads", "who": who, "name": who, "at": at, "expires": at.date() + dt.timedelta(days=90), **given}
    return Strike(**known)  # type: ignore[arg-type]


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "strikes.toml"
    found = (strike(1, seen="spoken", taken="remind", taken_at=moment("2024-03-01 10:00"), line=7), strike(2, count=3))
    assert record(path, found) == 2
    assert load(path) == found


def test_keeping_the_same_again_changes_no_byte(tmp_path: Path) -> None:
    path = tmp_path / "strikes.toml"
    record(path, [strike(1), strike(2)])
    before = path.read_bytes()
    assert record(path, [strike(2), strike(1)]) == 0
    assert path.read_bytes() == before


def test_without_strikes_no_file_is_made(tmp_path: Path) -> None:
    assert record(tmp_path / "strikes.toml", []) == 0
    assert list(tmp_path.iterdir()) == []


def test_what_somebody_wrote_into_it_stays(tmp_path: Path) -> None:
    path = tmp_path / "strikes.toml"
    path.write_text(f'owner = "me"\n{HAND}forgiven = true\nnote = "it was a misunderstanding"\n', encoding="utf-8")
    record(path, [strike(4, who="Eve"), strike(9, who="Eve")])
    kept = tomllib.loads(path.read_text(encoding="utf-8"))
    assert (kept["owner"], len(kept["strike"])) == ("me", 2)
    assert (kept["strike"][0]["forgiven"], kept["strike"][0]["note"]) == (True, "it was a misunderstanding")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (HAND.replace('rule = "ads"', "rule = ads"), "line 4"),
        (HAND.replace('who = "Eve"\n', ""), "line 3"),
        (HAND.replace("expires = 2024-06-02", 'expires = "June"'), "line 3"),
        (HAND.replace("count = 1", "count = true"), "line 3"),
        (HAND + "\n" + HAND.replace("version = 1\n\n", "").replace('"Eve"', "7"), "line 10"),
        ("strike = 7\n", "strike"),
    ],
)
def test_a_damaged_file_is_an_error_that_names_the_line_and_stays_as_it_is(
    tmp_path: Path, text: str, line: str
) -> None:
    path = tmp_path / "strikes.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StrikesError, match=line) as error:
        load(path)
    with pytest.raises(StrikesError):
        record(path, [strike()])
    assert error.value.exit_code == ExitCode.USAGE
    assert path.read_text(encoding="utf-8") == text


def _keep(path: Path, who: str) -> int:
    return sum(record(path, [strike(day, who=who)]) for day in range(1, 6))


def test_writers_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "strikes.toml"
    with ProcessPoolExecutor(3, mp_context=get_context("spawn")) as writers:
        added = list(writers.map(_keep, [path] * 3, ["Ann", "Bob", "Cat"]))
    assert (sum(added), len(load(path))) == (15, 15)
