"""Large exports that look like real ones: any number of messages, the same bytes every time.

Half of the talk is Chinese, half English; 500 members of Zipf activity; one text in ten has several lines; some
media, questions, advertisements, arrivals and departures. What was written is counted, so that a reader can be held
to it.
"""

import datetime as dt
import itertools
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from tests.benchmarks.flavours import FLAVOURS, Flavour

MEMBERS = 500
LURKERS = 100
"""They come and go, and never speak."""
FIRST_DAY = dt.date(2016, 1, 4)
MIDNIGHT = dt.datetime.combine(FIRST_DAY, dt.time())
MOST_SECONDS_BETWEEN = 60
BLOCK = 200_000
SEED = 7

EVENTS, MEDIA = 0.002, 0.08
"""Shares of the records."""
QUESTIONS, ADVERTS, SEVERAL_LINES, UNIQUE = 0.04, 0.0005, 0.10, 0.35
"""Shares of the texts; unique ones occur only once."""

Texts = npt.NDArray[np.object_]
PHRASES = tomllib.loads(Path(__file__).with_name("phrases.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, kw_only=True)
class Written:
    """What stands in a generated file."""

    messages: int
    """Texts and media: what people sent."""
    media: int
    joined: int
    left: int
    speakers: int
    several_lines: int
    lines: int
    size: int
    """Bytes."""


def _names() -> list[str]:
    """Return the distinct names of members and lurkers, Chinese and English in turn."""
    pairs = zip(PHRASES["zh"]["names"], PHRASES["en"]["names"], strict=True)
    kinds = itertools.cycle(itertools.chain.from_iterable(pairs))
    return [f"{next(kinds)} {number}" for number in range(1, MEMBERS + LURKERS + 1)]


def _presence() -> Iterator[tuple[str, int]]:
    """Yield arrivals and departures: every lurker comes, then they leave and come again in turn."""
    yield from (("joined", lurker) for lurker in range(LURKERS))
    for lurker in itertools.cycle(range(LURKERS)):
        yield "left", lurker
        yield "joined", lurker


def _texts(bank: dict[str, Any]) -> list[str]:
    return [*bank["endings"], *(f"{a}{bank['glue']}{b}" for a in bank["openings"] for b in bank["endings"])]


def _array(texts: list[str]) -> Texts:
    return np.array(texts, dtype=object)


class Talk:
    """Draws who says what."""

    def __init__(self) -> None:
        self.draw = np.random.default_rng(SEED)
        banks = PHRASES.values()
        self.texts = _array([text for bank in banks for text in _texts(bank)])
        self.questions = _array([text for bank in banks for text in bank["questions"]])
        self.adverts = _array([text for bank in banks for text in bank["adverts"]])
        weights = 1 / np.arange(1, MEMBERS + 1)
        self.shares = np.cumsum(weights / weights.sum())

    def chosen(self, count: int, share: float) -> npt.NDArray[np.bool_]:
        """Say of each of ``count`` records whether it is among a share of them."""
        return self.draw.random(count) < share

    def speakers(self, count: int) -> npt.NDArray[np.int64]:
        """Return the numbers of those who speak: few say most of it."""
        return np.minimum(np.searchsorted(self.shares, self.draw.random(count)), MEMBERS - 1)

    def bodies(self, count: int, first: int, eol: str) -> Texts:
        """Return what they say; ``first`` numbers the texts that occur only once."""
        bodies = self._any(self.texts, count)
        for bank, share in ((self.questions, QUESTIONS), (self.adverts, ADVERTS)):
            where = self.chosen(count, share)
            bodies[where] = self._any(bank, int(where.sum()))
        unique = np.flatnonzero(self.chosen(count, UNIQUE))
        bodies[unique] = [
            f"{body} {first + place}" for body, place in zip(bodies[unique], unique.tolist(), strict=True)
        ]
        several = self.chosen(count, SEVERAL_LINES)
        bodies[several] += eol + self._any(self.texts, int(several.sum()))
        return bodies

    def _any(self, bank: Texts, count: int) -> Texts:
        return bank[self.draw.integers(0, len(bank), count)]


class Clock:
    """Writes moments, each day and each second of the day formatted once."""

    def __init__(self, flavour: Flavour) -> None:
        self.seconds = 8 * 3600
        self.day = cache(lambda day: (FIRST_DAY + dt.timedelta(days=day)).strftime(flavour.day))
        self.time = cache(lambda second: (MIDNIGHT + dt.timedelta(seconds=second)).strftime(flavour.time))

    def moments(self, gaps: npt.NDArray[np.int64]) -> list[str]:
        """Return the moments that follow each other by these gaps in seconds, on from the last call."""
        since = self.seconds + np.cumsum(gaps)
        self.seconds = int(since[-1])
        pairs = zip((since // 86_400).tolist(), (since % 86_400).tolist(), strict=True)
        return [self.day(day) + self.time(second) for day, second in pairs]


class Writer:
    """Writes the records of one chat, block by block, and counts them."""

    def __init__(self, flavour: Flavour) -> None:
        self.flavour = flavour
        self.talk, self.clock = Talk(), Clock(flavour)
        names = _names()
        self.members, self.lurkers = names[:MEMBERS], names[MEMBERS:]
        shown = ("joined", "left") if flavour.left else ("joined",)
        self.events = EVENTS if flavour.joined else 0.0
        self.media = MEDIA if flavour.media is not None else 0.0
        self.presence = (event for event in _presence() if event[0] in shown)
        self.tally: Counter[str] = Counter(media=0, joined=0, left=0, several_lines=0)
        self.spoke: set[int] = set()

    def block(self, count: int, first: int) -> str:
        """Return ``count`` records, numbered from ``first``."""
        at = self.clock.moments(self.talk.draw.integers(0, MOST_SECONDS_BETWEEN, count))
        who = self.talk.speakers(count)
        bodies = self.talk.bodies(count, first, self.flavour.eol)
        media, events = self.talk.chosen(count, self.media), self.talk.chosen(count, self.events)
        bodies[media] = self.flavour.media
        self.tally["media"] += int((media & ~events).sum())
        self.tally["several_lines"] += sum(self.flavour.eol in body for body in bodies[~events])
        self.spoke |= set(who[~events].tolist())
        rows = zip(at, who.tolist(), bodies.tolist(), strict=True)
        records = [self.flavour.message(moment, self.members[number], body, number) for moment, number, body in rows]
        for place in np.flatnonzero(events).tolist():
            records[place] = self._event(at[place])
        return self.flavour.between.join(records)

    def _event(self, at: str) -> str:
        kind, lurker = next(self.presence)
        self.tally[kind] += 1
        write = self.flavour.left if kind == "left" else self.flavour.joined
        assert write is not None
        return write(at, self.lurkers[lurker])


def generate(flavour: str, count: int, path: Path) -> Written:
    """Write an export of ``count`` records to ``path`` and return what stands in it."""
    writer = Writer(FLAVOURS[flavour])
    lines = writer.flavour.head.count("\n")
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(writer.flavour.head)
        for first in range(0, count, BLOCK):
            block = (writer.flavour.between if first else "") + writer.block(min(BLOCK, count - first), first)
            lines += block.count("\n")
            file.write(block)
        file.write(writer.flavour.tail)
        lines += writer.flavour.tail.count("\n")
    messages = count - writer.tally["joined"] - writer.tally["left"]
    size = path.stat().st_size
    return Written(messages=messages, speakers=len(writer.spoke), lines=lines, size=size, **writer.tally)


def paths(flavour: str, count: int, folder: Path) -> tuple[Path, Path]:
    """Return where an export of this size stands and where what it holds."""
    name = f"{flavour}-{count}"
    return folder / f"{name}.{FLAVOURS[flavour].ending}", folder / f"{name}.written.json"


def keep(flavour: str, count: int, folder: Path) -> None:
    """Write an export into ``folder`` unless it is there, and beside it, as JSON, what stands in it."""
    path, beside = paths(flavour, count, folder)
    if not beside.exists():
        folder.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(asdict(generate(flavour, count, path))), encoding="utf-8")


if __name__ == "__main__":
    keep(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
