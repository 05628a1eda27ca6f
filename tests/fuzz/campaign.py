"""Makes inputs without end, has each judged, and keeps account of what came of them."""

import random
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from groupctl.chatlog import reader as readers
from tests.fuzz.judge import SLOW, Input, Outcome, judge, kind_of, random_options, smaller
from tests.fuzz.mutate import flip, mutated, repeated
from tests.fuzz.seeds import SEEDS, Seed

SMALL, LARGE = 3000, 100_000
"""Bytes of an input."""
LARGE_SHARE, WHOLE_SHARE = 0.03, 0.5
"""How often an input is large, and how often such a one is nothing but too long."""
CLAIMED_SHARE, FOREIGN_SHARE = 0.05, 0.12
"""How often an input is left to the readers to claim, and how often it is put to another reader than its own."""
SECOND_SHARE, BLOCKS_SHARE, AUDITED_SHARE, NOISE_SHARE = 0.04, 0.06, 0.004, 0.3
"""How often a second file is read with it, it is read again in small blocks, it is audited, a zip is damaged."""
AT_ONCE = (1, 1, 4, 12, 40)
"""Broken exports in a row in one file: a text reader takes about as long for forty small ones as for one."""
BLOCKS = (1, 7, 32, 64, 100, 500)
CHANGED = (*(1_700_000_000.0,) * 6, 0.0, 4e9, 1_709_210_096.0)
"""When files were last changed: a day like others, 1970, 2096, a leap day."""


@dataclass
class Tally:
    """What came of all inputs."""

    slow: float = SLOW
    """Seconds of computing from which on an input is a finding."""
    keep: Path | None = None
    """Folder in which inputs are left that something was found with."""
    outcomes: Counter[str] = field(default_factory=Counter)
    findings: dict[str, str] = field(default_factory=dict)
    slowest: dict[tuple[str, str], tuple[float, str]] = field(default_factory=dict)
    """By reader and size: seconds, and what the input was."""

    def add(self, one: Input, outcome: Outcome, folder: Path) -> None:
        """Take an input into account, and print what is new about it."""
        reader, large = one.options["format"] or "claimed", len(one.content) > LARGE // 2
        self.outcomes["read" if outcome.read else "refused"] += 1
        self.outcomes["broken exports"] += one.broken
        self.outcomes["100 KB"] += large
        for what in ("second", "block", "audited", "noise"):
            self.outcomes[what] += bool(getattr(one, what))
        place = (reader, "100 KB" if large else "small")
        if outcome.seconds > self.slowest.get(place, (0.0, ""))[0]:
            self.slowest[place] = (outcome.seconds, f"{one.content[:40]!r} … {one.content[-40:]!r}")
        wrong = outcome.wrong or (f"slow {reader}" if outcome.seconds > self.slow else "")
        if wrong and kind_of(wrong) not in self.findings:
            self.findings[kind_of(wrong)] = wrong
            self._show(smaller(one, folder, wrong) if outcome.wrong else one, outcome, wrong)

    def _show(self, one: Input, outcome: Outcome, wrong: str) -> None:
        print(f"FINDING {wrong}\n  {one.said()} {outcome.seconds:.2f} s")
        print(f"  {one.content[:1500]!r}\n{outcome.trace[-1800:]}", flush=True)
        for name, content in one.files().items() if self.keep else ():
            assert self.keep
            (self.keep / f"{len(self.findings)} {name}").write_bytes(content)

    def say(self, seconds: float) -> None:
        """Print how far the fuzzing is."""
        done = self.outcomes["read"] + self.outcomes["refused"]
        counts = ", ".join(f"{what} {count}" for what, count in sorted(self.outcomes.items()))
        print(
            f"{done} files in {seconds:.0f} s ({done / seconds:.0f}/s): {counts}; {len(self.findings)} findings",
            flush=True,
        )


def inputs(chance: random.Random, seeds: Sequence[Seed], names: Sequence[str]) -> Iterator[Input]:
    """Yield inputs without end."""
    while True:
        seed, large, draw = chance.choice(seeds), chance.random() < LARGE_SHARE, chance.random()
        claimed, foreign = draw < CLAIMED_SHARE, draw > 1 - FOREIGN_SHARE
        rows = 1 if large or seed.whole else chance.choice(AT_ONCE)
        whole = large and chance.random() < WHOLE_SHARE
        content = seed.content if whole else b"".join(_broken(seed, chance) for _ in range(rows))
        yield Input(
            content=repeated(content, chance, LARGE) if large else content,
            file=seed.file,
            seed=seed.format,
            options=random_options(chance, None if claimed else chance.choice(names) if foreign else seed.format),
            changed=chance.choice(CHANGED),
            broken=rows,
            second=_broken(seed, chance) if chance.random() < SECOND_SHARE else b"",
            block=chance.choice(BLOCKS) if not large and chance.random() < BLOCKS_SHARE else 0,
            audited=chance.random() < AUDITED_SHARE,
            noise=chance.getrandbits(30) if seed.packed and chance.random() < NOISE_SHARE else 0,
        )


def _broken(seed: Seed, chance: random.Random) -> bytes:
    if seed.binary:
        return flip(seed.content, b"", chance)
    return mutated(seed.content, chance.choice(SEEDS).content, chance, SMALL)


@contextmanager
def _formats_at_hand() -> Iterator[list[str]]:
    """Look for the readers once: that takes longer than reading a small file."""
    before = readers.formats
    readers.formats = cache(before)
    try:
        yield list(readers.formats())
    finally:
        readers.formats = before


def fuzz(
    *, most: int, seed: int, seconds: float, reader: str | None = None, slow: float = SLOW, keep: Path | None = None
) -> Tally:
    """Read so many inputs, or for so long; only those made for one ``reader`` where it is given."""
    seeds = [one for one in SEEDS if reader in {None, one.format}]
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(dir=memory) as folder, _formats_at_hand() as names, warnings.catch_warnings():
        warnings.simplefilter("error")  # an operator would see them
        tally, start, said = Tally(slow=slow, keep=keep), time.monotonic(), time.monotonic()
        made = inputs(random.Random(seed), seeds, [reader] if reader else names)
        for number, one in enumerate(made, start=1):
            tally.add(one, judge(one, Path(folder)), Path(folder))
            if time.monotonic() - said > 60:
                said = time.monotonic()
                tally.say(said - start)
            if number >= most or time.monotonic() - start > seconds:
                break
    tally.say(time.monotonic() - start)
    return tally
