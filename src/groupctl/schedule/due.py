"""What is owed now and was not printed yet, and remembering that it was.

Remembered is the item with its local date, so that a clock that is set back, or a second run, prints nothing twice;
and only once what was printed has left the process, so that a run that failed leaves it owed.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from groupctl.files import locked, write_toml
from groupctl.project.model import Project
from groupctl.project.state import read_state, state_folder
from groupctl.schedule.item import Item
from groupctl.schedule.planning import plan

LOG = "due.toml"
PATIENCE = 120.0
"""Seconds that a second run waits for the first to print what is owed."""


@dataclass(kw_only=True)
class Claim:
    """The only run that decides what is owed, while it lasts."""

    file: Path
    last: dt.datetime | None
    """When the run before this one was done."""
    done: dict[str, dt.datetime] = field(default_factory=dict)
    """What was printed, by key, and when."""

    def settle(self, items: Sequence[Item], now: dt.datetime, keep: dt.timedelta) -> None:
        """Remember items as done; what is older than ``keep`` is forgotten."""
        self.done |= {item.key: now for item in items}
        self.done = {key: at for key, at in self.done.items() if at > now - keep}
        self.last = now
        rows = [{"key": key, "at": at} for key, at in self.done.items()]
        write_toml(self.file, {"version": 1, "last": now, "done": rows})


@contextmanager
def claim(folder: Path) -> Iterator[Claim]:
    """Be the only run for this project; another one is waited for."""
    file = state_folder(folder) / LOG
    with locked(file, wait=PATIENCE):
        table = read_state(file)
        done = {row["key"]: row["at"] for row in table.get("done", []) if isinstance(row.get("at"), dt.datetime)}
        last = table.get("last")
        yield Claim(file=file, last=last if isinstance(last, dt.datetime) else None, done=done)


@dataclass(frozen=True, kw_only=True)
class Owed:
    """What is owed, and what came too late to be posted still."""

    items: tuple[Item, ...]
    missed: tuple[Item, ...]
    since: dt.datetime


@dataclass(frozen=True, kw_only=True)
class Window:
    """How far back one looks, where it is not the usual grace."""

    since: dt.datetime | None = None
    grace: dt.timedelta | None = None
    again: bool = False
    """Also what was printed: for whoever posts by key, and so knows better what arrived."""


USUAL = Window()


def owed(project: Project, held: Claim, now: dt.datetime, window: Window = USUAL) -> Owed:
    """Return what fell due up to ``now`` (aware) and was not printed.

    Without ``since`` that is what is no later than the grace; what is later is missed, and said once. With ``since`` it
    is all from then on, unless a grace is given beside it.
    """
    limits = project.thresholds
    usual = dt.timedelta(hours=limits["due.grace"])
    if window.since is None:
        late = now - (usual if window.grace is None else window.grace)
        start = min(late, max(held.last, earliest(project, now))) if held.last else late
    else:
        start = window.since.astimezone(dt.UTC)
        late = start if window.grace is None else now - window.grace
    found = [item for item in plan(project, start, now).items if item.at > start]
    return Owed(
        items=tuple(item for item in found if item.at >= late and (window.again or item.key not in held.done)),
        missed=tuple(item for item in found if item.at < late and item.key not in held.done),
        since=start,
    )


def earliest(project: Project, now: dt.datetime) -> dt.datetime:
    """Return how far back anything is looked for."""
    return now - dt.timedelta(days=project.thresholds["due.longest"])
