"""The story put on: every line with a moment and a member, and the arrivals in between. The same every time."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from random import Random

from groupctl.demo.cast import Cast
from groupctl.demo.story import EXTRA, Said, Scene

SEED = 20260302
SECONDS_TO_GO_ON = (6, 40)
"""The least and the most from one line of a speaker to the next, beside the minutes that the story gives."""
SECONDS_TO_ANSWER = (20, 210)
"""The same from one speaker to another."""
ARRIVES_BEFORE = (6, 28)
"""Minutes from joining to the first message of a newcomer."""


ADDED_LATER = 0.4
"""Of those who come after the first day, how many the owner adds; the others come by link or code."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One record of the log before it is written down in a format."""

    at: dt.datetime
    who: str
    text: str = ""
    """Empty for an arrival."""
    invited_by: str = ""
    """For an arrival: the member who brought them; "" where they came by link or code."""
    scene: Scene | None = None
    """None for an arrival."""


class Stage:
    """Puts on one story; draws only ``Random.random``, whose sequence Python promises to keep."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.random = Random(SEED)  # noqa: S311 - a sample, not a secret
        self.said = dict.fromkeys(cast.extras, 0)
        self.arrived: dict[str, dt.datetime] = {}

    def perform(self, scenes: Iterable[Scene]) -> tuple[Line, ...]:
        """Return every line of the log in the order of time; arrivals stand before what is said in the same second."""
        lines = list(self._everybody_arrives())
        for scene in scenes:
            lines += self._scene(scene)
        return tuple(sorted(lines, key=lambda line: (line.at, line.scene is not None)))

    def _between(self, least: int, most: int) -> int:
        return least + int(self.random.random() * (most - least))

    def _at(self, day: int, time: dt.time) -> dt.datetime:
        return dt.datetime.combine(self.cast.first_day + dt.timedelta(days=day - 1), time)

    def _everybody_arrives(self) -> Iterator[Line]:
        """Let the owner add the regulars and a first crowd when the group opens; the others come day by day."""
        opening = self._at(1, dt.time(9, 0))
        owner, *known = [*self.cast.operators.values(), *self.cast.regulars.values()]
        for place, name in enumerate(known):
            yield Line(at=opening + dt.timedelta(seconds=4 * place), who=name, invited_by=owner)
        for crowd in self.cast.crowds:
            for name, day in crowd.joined().items():
                minutes = 1 if day == 1 else self._between(30, 720)
                at = self._at(day, opening.time()) + dt.timedelta(minutes=minutes, seconds=self._between(0, 60))
                self.arrived[name] = at
                yield Line(at=at, who=name, invited_by=owner if day == 1 or self.random.random() < ADDED_LATER else "")

    def _scene(self, scene: Scene) -> Iterator[Line]:
        parts: dict[str, str] = {}
        at, before = self._at(scene.day, scene.start), scene.lines[0].who
        for said in scene.lines:
            pause = SECONDS_TO_GO_ON if said.who == before else SECONDS_TO_ANSWER
            at += dt.timedelta(minutes=said.minutes, seconds=self._between(*pause))
            before = said.who
            who = self._who(said.who, at, parts)
            if said.who in self.cast.newcomers and who not in self.arrived:
                self.arrived[who] = at - dt.timedelta(minutes=self._between(*ARRIVES_BEFORE))
                yield Line(at=self.arrived[who], who=who)
            yield Line(at=at, who=who, text=self._text(said, parts), scene=scene)

    def _who(self, key: str, at: dt.datetime, parts: dict[str, str]) -> str:
        """Return the name behind a key; an extra is whoever has joined and has said least so far."""
        if not EXTRA.fullmatch(key):
            return self.cast.names[key]
        if key not in parts:
            present = [name for name in self.said if self.arrived[name] < at and name not in parts.values()]
            parts[key] = min(present, key=lambda name: (self.said[name], self.random.random()))
            self.said[parts[key]] += 1
        return parts[key]

    @staticmethod
    def _text(said: Said, parts: dict[str, str]) -> str:
        return re.sub(EXTRA, lambda match: parts.get(match[0], match[0]), said.text)
