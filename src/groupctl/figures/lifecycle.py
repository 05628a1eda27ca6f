"""Which stage of its life a group is in, read off equal windows of its talk.

Stages: inception, growth, maturity, decline, dormant. A week to six months is a typical life, two years a long one.
"""

from dataclasses import dataclass
from typing import Literal

import polars as pl

Stage = Literal["inception", "growth", "maturity", "decline", "dormant"]


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """Where one stage ends and the next begins (thresholds ``lifecycle.*``)."""

    growth: float
    """Speakers, against those of the windows before, from which on a group grows."""
    decline: float
    """Messages, against the best window, up to which a group declines."""
    dormant: float
    """Messages, against the best window, up to which it is dormant."""


def stage(windows: pl.DataFrame, days: int, bounds: Bounds) -> Stage | None:
    """Return the stage at the end of a log; None where there are too few windows to tell.

    ``windows`` comes from ``attendance.windows`` with windows of ``days``. A decline takes fewer messages than in the
    best window by far, in each of the last two windows, and fewer speakers. An inception nobody can read off talk.
    """
    if windows.height < 2:
        return None
    messages, speakers = windows["messages"], windows["speakers"]
    place = messages.arg_max() or 0
    best = messages[place]
    if messages[0] <= best * bounds.dormant and messages[0] < days:
        return "dormant"
    low = messages.head(2) <= best * bounds.decline
    if place >= 2 and low.all() and speakers[0] < speakers[place]:
        return "decline"
    before = speakers.slice(1, 2).mean()
    grows = isinstance(before, float) and speakers[0] >= before * bounds.growth and messages[0] >= messages[1]
    return "growth" if grows else "maturity"
