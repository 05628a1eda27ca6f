"""On how many cores it runs changes nothing: the same chat gives the same answer, to the byte."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks.generate import generate


def answer(threads: int, *command: str, folder: Path) -> bytes:
    """Return what groupctl prints in a process of its own, with so many threads."""
    surroundings = os.environ | {"POLARS_MAX_THREADS": str(threads)}
    line = (sys.executable, "-m", "groupctl", *command)
    done = subprocess.run(line, cwd=folder, env=surroundings, capture_output=True, check=False)
    assert done.returncode in {0, 1}, done.stderr.decode()
    return done.stdout


@pytest.mark.parametrize("command", [("audit", "--no-save"), ("tiers", "--no-save")], ids=["audit", "tiers"])
def test_one_thread_and_four_say_the_same(tmp_path: Path, command: tuple[str, ...]) -> None:
    generate("whatsapp-android", 6000, tmp_path / "chat.txt")
    one, four = (answer(threads, *command, "chat.txt", "--json", folder=tmp_path) for threads in (1, 4))
    assert one == four
    assert len(one) > 10_000
