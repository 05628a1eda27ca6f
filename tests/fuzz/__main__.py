"""Breaks small exports in every way and reads them: ``python -m tests.fuzz --inputs 100000 --seed 1``.

Prints each new finding, made small, and at the end how many inputs were read, how many were refused, and the slowest.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

os.environ.setdefault("POLARS_MAX_THREADS", "1")  # before Polars: one input is no work for several

from groupctl.chatlog import reader as readers
from tests.fuzz import detectors
from tests.fuzz.judge import SLOW, Input, Outcome, judge, kind_of, random_options, smaller
from tests.fuzz.mutate import mutated, repeated
from tests.fuzz.seeds import SEEDS, Seed

SMALL, LARGE = 3000, 100_000
"""Bytes of an input."""
LARGE_SHARE, CLAIMED_SHARE, FOREIGN_SHARE = 0.02, 0.05, 0.12
"""How often an input is large, is left to the readers to claim, or is put to another reader than its own."""
MOST_AT_ONCE = 12
"""Broken exports in a row in one file: a text reader takes about as long for twelve as for one."""


@dataclass
class Tally:
    """What came of all inputs."""

    outcomes: Counter[str] = field(default_factory=Counter)
    findings: dict[str, str] = field(default_factory=dict)
    slowest: dict[tuple[str, str], tuple[float, str]] = field(default_factory=dict)
    """By reader and size: seconds, and what the input was."""

    def add(self, one: Input, outcome: Outcome, folder: Path) -> None:
        """Take an input into account, and print what is new about it."""
        reader = one.options["format"] or "claimed"
        large = len(one.content) > LARGE // 2
        self.outcomes["read" if outcome.read else "refused"] += 1
        self.outcomes["broken exports"] += one.broken
        self.outcomes["large"] += large
        place = (reader, "100 KB" if large else "small")
        if outcome.seconds > self.slowest.get(place, (0.0, ""))[0]:
            self.slowest[place] = (outcome.seconds, f"{one.content[:40]!r} … {one.content[-40:]!r}")
        wrong = outcome.wrong or (f"slow {reader}" if outcome.seconds > SLOW else "")
        if wrong and kind_of(wrong) not in self.findings:
            self.findings[kind_of(wrong)] = wrong
            self._show(one, outcome, wrong, folder)

    def _show(self, one: Input, outcome: Outcome, wrong: str, folder: Path) -> None:
        small = smaller(one, folder, wrong) if outcome.wrong else one
        print(f"FINDING {wrong}\n  {small.options} {small.file} changed={small.changed} seconds={outcome.seconds:.2f}")
        print(f"  {small.content[:1500]!r}\n{outcome.trace[-1800:]}", flush=True)

    def say(self, seconds: float) -> None:
        """Print how far the fuzzing is."""
        done = self.outcomes["read"] + self.outcomes["refused"]
        print(f"{done} files in {seconds:.0f} s ({done / seconds:.0f}/s): {dict(self.outcomes)}; "
              f"{len(self.findings)} findings", flush=True)  # fmt: skip


def inputs(chance: random.Random, seeds: Sequence[Seed], names: Sequence[str]) -> Iterator[Input]:
    """Yield inputs without end."""
    while True:
        seed, other = chance.choice(seeds), chance.choice(SEEDS)
        large = chance.random() < LARGE_SHARE
        rows = 1 if large or seed.whole else chance.randint(1, MOST_AT_ONCE)
        content = b"".join(mutated(seed.content, other.content, chance, SMALL) for _ in range(rows))
        content = repeated(content, chance, LARGE) if large else content
        draw = chance.random()
        reader: str | None = seed.format
        if draw < CLAIMED_SHARE:
            reader = None
        elif draw < CLAIMED_SHARE + FOREIGN_SHARE and len(names) > 1:
            reader = chance.choice(names)
        changed = chance.choice((1_700_000_000.0,) * 6 + (0.0, 4e9, 1_709_210_096.0))
        yield Input(
            content=content, file=seed.file, seed=seed.format, options=random_options(chance, reader), changed=changed, broken=rows,
        )  # fmt: skip


def fuzz(*, most: int, seed: int, seconds: float, reader: str | None = None) -> Tally:
    """Read so many inputs, or for so long; only those made for one ``reader`` where it is given."""
    readers.formats = cache(readers.formats)  # looks into a folder each time, which costs more than a small input
    known = readers.formats()
    seeds = [one for one in SEEDS if reader in {None, one.format}]
    tally, start, said = Tally(), time.monotonic(), time.monotonic()
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        made = inputs(random.Random(seed), seeds, [reader] if reader else list(known))
        for number, one in enumerate(made, start=1):
            tally.add(one, judge(one, Path(folder)), Path(folder))
            if time.monotonic() - said > 60:
                said = time.monotonic()
                tally.say(said - start)
            if number >= most or time.monotonic() - start > seconds:
                break
    tally.say(time.monotonic() - start)
    return tally


def main() -> int:
    """Fuzz as the command line says; 1 where anything was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--reader", choices=sorted({seed.format for seed in SEEDS}))
    parser.add_argument("--detectors", action="store_true", help="put 100 KB messages to the audit's detectors instead")
    chosen = parser.parse_args()
    if chosen.detectors:
        return detectors.fuzz(most=chosen.inputs, seed=chosen.seed, seconds=chosen.seconds)
    tally = fuzz(most=chosen.inputs, seed=chosen.seed, seconds=chosen.seconds, reader=chosen.reader)
    for (reader, size), (took, what) in sorted(tally.slowest.items()):
        print(f"{reader:16} {size:7} {took:6.3f} s  {what[:110]}")
    return bool(tally.findings)


if __name__ == "__main__":
    sys.exit(main())
