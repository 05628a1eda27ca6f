"""Who is in the sample group, and when they came: ``cast.toml``."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, kw_only=True)
class Crowd:
    """Members without a part of their own, who come one after the other over the weeks."""

    speak: bool
    """Whether they say a thing now and then, or never."""
    until: int
    """The day on which the last of them joins."""
    names: tuple[str, ...]

    def joined(self) -> Mapping[str, int]:
        """Return the day on which each joins: a third on the first day, the others evenly until the last."""
        first = len(self.names) // 3
        later = self.names[first:]
        return dict.fromkeys(self.names[:first], 1) | {
            name: 2 + index * (self.until - 1) // len(later) for index, name in enumerate(later)
        }


@dataclass(frozen=True, kw_only=True)
class Cast:
    """Everybody; parts are called by the key that the story uses, and shown under a name."""

    title: str
    first_day: dt.date
    operators: Mapping[str, str]
    regulars: Mapping[str, str]
    newcomers: Mapping[str, str]
    """They join shortly before they first speak."""
    crowds: tuple[Crowd, ...]

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The shown name of every part."""
        return {**self.operators, **self.regulars, **self.newcomers}

    @property
    def silent(self) -> tuple[str, ...]:
        """Who never says anything."""
        return tuple(name for crowd in self.crowds if not crowd.speak for name in crowd.names)

    @property
    def extras(self) -> Mapping[str, int]:
        """Who says a thing now and then, with the day on which they joined."""
        return {name: day for crowd in self.crowds if crowd.speak for name, day in crowd.joined().items()}


def read_cast(text: str) -> Cast:
    """Return the cast that a ``cast.toml`` describes."""
    table = tomllib.loads(text)
    crowds = tuple(
        Crowd(speak=crowd["speak"], until=crowd["until"], names=tuple(crowd["names"])) for crowd in table["members"]
    )
    return Cast(
        title=table["title"],
        first_day=table["first_day"],
        operators=table["operators"],
        regulars=table["regulars"],
        newcomers=table["newcomers"],
        crowds=crowds,
    )
