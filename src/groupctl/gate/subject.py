"""What every check of the gate sees: the project, where its keys stand in the file, and which day it is."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from groupctl.findings import Evidence, Finding, Skip
from groupctl.i18n import _
from groupctl.project.model import Gameplay, Project
from groupctl.project.outline import dotted

Run = Callable[["Gate"], Iterable[Finding] | Skip]


@dataclass(frozen=True, kw_only=True)
class Gate:
    """One project at the gate."""

    project: Project
    file: str
    today: dt.date
    lines: Mapping[str, int] = field(default_factory=dict)
    """Line (from 1) of each key, by dotted path: ``goal.target[0].by``."""

    def at(self, *path: str | int) -> tuple[Evidence, ...]:
        """Return where a key stands; for one that is not there, its table, else the file as a whole."""
        keys = (dotted(path[:length]) for length in range(len(path), 0, -1))
        line = next((self.lines[key] for key in keys if key in self.lines), None)
        return (Evidence(file=self.file, line=line, quote=dotted(path)),)

    def slots(self) -> Iterator[tuple[int, str, Gameplay]]:
        """Yield the gameplay slots with their position and what to call them."""
        for index, slot in enumerate(self.project.gameplay):
            yield index, slot.title or slot.id or slot.topic or slot.kind or f"#{index + 1}", slot


def needs(key: str, run: Run) -> Run:
    """Return a check that is skipped where the project says nothing at a key: it has nothing to look at."""

    def skipping(gate: Gate) -> Iterable[Finding] | Skip:
        value: object = gate.project
        for part in key.split("."):
            value = getattr(value, part)
        return run(gate) if value else Skip(reason=_("{key} is empty").format(key=key))

    return skipping


def filled(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the texts that say something: an empty line in a list is no answer."""
    return tuple(text for text in texts if text.strip())
