"""One thing that a group does at one moment."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Item:
    """One post that is owed at a moment, and how it is worded."""

    source: str
    """``gameplay``, ``rules``, ``occasion`` or ``activity``."""
    key: str
    """What it is remembered by: ``gameplay/qa/2026-03-02``; the date is the group's own."""
    at: dt.datetime
    """Aware, in the group's zone."""
    title: str
    about: str = ""
    """Host, topic or step, for the table."""
    text: str = ""
    """The operator's own words; they go before any template."""
    templates: tuple[str, ...] = ()
    """Templates in the order in which they are tried: one may lack what only the moment knows."""
    values: Mapping[str, str] = field(default_factory=dict)
    line: int | None = None
    """Which line of the template's text is meant, counted round and round; None for all of it."""
    fallback: str = ""
    """What is posted where no template can be filled in."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Items in the order of their moments, and what the operator should know of how they were found."""

    items: tuple[Item, ...]
    notices: tuple[str, ...] = ()
