"""The targets of a project against the figures of an audit."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from groupctl.auditing.summary import summarise
from groupctl.findings import Evidence
from groupctl.project import PROJECT_FILE
from groupctl.wording import measure

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject
    from groupctl.figures.named import Figures
    from groupctl.project.model import Target


@dataclass(frozen=True, kw_only=True)
class Aim:
    """One target with a bound, and the figure that it is about."""

    index: int
    """Its place in ``goal.target``."""
    target: "Target"
    figure: float

    @property
    def at_least(self) -> bool:
        """Whether the bound is a lower one."""
        return self.target.at_least is not None

    @property
    def bound(self) -> float:
        """The bound."""
        bound = self.target.at_least if self.at_least else self.target.at_most
        return bound if bound is not None else 0.0

    @property
    def missed(self) -> bool:
        """Whether the figure lies on the wrong side of it."""
        return self.figure < self.bound if self.at_least else self.figure > self.bound

    @property
    def unit(self) -> str:
        """The unit of the figure, which its name tells."""
        return unit_of(self.target.figure)

    def shown(self, value: float) -> str:
        """Return a value of the figure as a table shows it."""
        return measure(value, self.unit)


def unit_of(figure: str) -> str:
    """Return the unit of a figure by its name."""
    if figure.endswith("_seconds"):
        return "seconds"
    return "share" if figure.endswith(("_share", "_rate")) or figure == "stickiness" else "count"


def figures(subject: "Subject") -> "Figures":
    """Return every figure of the audit."""
    return summarise(subject)


def aims(subject: "Subject") -> Iterator[Aim]:
    """Yield the targets that name a figure which the log shows, with a bound."""
    known = figures(subject)
    for index, target in enumerate(subject.project.goal.target if subject.project else ()):
        value = known.get(target.figure)
        if value is not None and (target.at_least is not None or target.at_most is not None):
            yield Aim(index=index, target=target, figure=value)


def declared_at(subject: "Subject", index: int) -> tuple[Evidence, ...]:
    """Return where a target stands in the project file."""
    lines = subject.project.lines if subject.project else {}
    line = lines.get(f"goal.target[{index}].figure", lines.get(f"goal.target[{index}]"))
    target = subject.project.goal.target[index] if subject.project else None
    return (Evidence(file=PROJECT_FILE, line=line, quote=f'figure = "{target.figure}"' if target else ""),)


def today(subject: "Subject") -> dt.date:
    """Return the day on which the log ends: what is due is judged by it, so that an old log gives the same findings."""
    return subject.last.date()
