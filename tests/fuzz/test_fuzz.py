"""The fuzzer itself, and a few hundred inputs of it."""

from pathlib import Path
from typing import Any

import pytest

from groupctl.chatlog.reader import formats
from tests.fuzz import judge as judging
from tests.fuzz.campaign import fuzz
from tests.fuzz.detectors import DETECTORS, Case
from tests.fuzz.judge import Input, judge, smaller
from tests.fuzz.seeds import SEEDS, Seed


def whole(seed: Seed) -> Input:
    """Return a seed as it is."""
    return Input(content=seed.content, file=seed.file, seed=seed.format, options={"format": seed.format, "chat": "all"})


def test_every_reader_has_a_seed() -> None:
    assert {seed.format for seed in SEEDS} == set(formats())


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.format)
def test_a_seed_that_is_not_broken_is_read(seed: Seed, tmp_path: Path) -> None:
    outcome = judge(whole(seed), tmp_path)
    assert (outcome.read, outcome.wrong) == (True, "")


def test_a_few_hundred_broken_exports_are_read_or_refused() -> None:
    assert fuzz(most=150, seed=1, seconds=60, slow=float("inf")).findings == {}


def test_what_a_reader_trips_over_is_found_and_made_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def trips(paths: list[Path], **options: Any) -> object:
        return 1 // (b"x" not in paths[0].read_bytes())

    monkeypatch.setattr(judging, "read_chat", trips)
    one = Input(content=b"one\ntwo x\nthree\n" * 9, file="chat.txt", seed="qq", options={})
    wrong = judge(one, tmp_path).wrong
    assert "ZeroDivisionError" in wrong
    assert smaller(one, tmp_path, wrong).content == b"x"


@pytest.mark.parametrize("detector", DETECTORS)
def test_detectors_take_a_message_of_quotes(detector: str) -> None:
    DETECTORS[detector](Case("「a：" * 5000 + "----------\n@a\u2005"))
