"""Who holds the group together: the graph of replies, betweenness, and whom each would cut off by leaving.

Betweenness is the algorithm of Brandes (2001) on the graph of those who talk most; who is cut off is found on the
whole graph of those who wrote, by walking it without them. Both are short, and no graph library is needed for them.
"""

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import polars as pl

MOST_PEOPLE = 300
"""People between whom betweenness is computed: those with the most ties."""
LEAST_REPLIES = 2
"""Replies between two people that make a tie; one alone may be chance."""

LEAST_SHARE = 0.05
"""Of the shortest ways, for somebody who cuts nobody off."""
DIGITS = 12
"""Shares that differ later are the same: sums of fractions in another order."""

Graph = Mapping[int, Sequence[int]]
Matrix = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True)
class Connector:
    """Somebody on many of the shortest ways between others."""

    who: int
    betweenness: float
    """The share of all shortest ways between two others that go through them (0 to 1)."""
    cut_off: tuple[int, ...]
    """Who would talk with nobody of the rest without them; the largest rest is what counts as the group."""
    people: int
    """With how many they talk."""


def graph(pairs: pl.DataFrame) -> Graph:
    """Return who talks with whom: ``pairs`` (figures.replies) in both directions, LEAST_REPLIES and more."""
    both = pl.concat(
        [
            pairs.select("who", "target", "replies"),
            pairs.select(pl.col("target").alias("who"), pl.col("who").alias("target"), "replies"),
        ]
    )
    ties = both.group_by("who", "target").agg(pl.col("replies").sum()).filter(pl.col("replies") >= LEAST_REPLIES)
    found: dict[int, list[int]] = defaultdict(list)
    for who, target in ties.sort("who", "target").select("who", "target").iter_rows():
        found[who].append(target)
    return found


def busiest(whole: Graph, most: int = MOST_PEOPLE) -> Graph:
    """Return the graph between those with the most ties."""
    kept = set(sorted(whole, key=lambda who: (-len(whole[who]), who))[:most])
    return {who: [other for other in whole[who] if other in kept] for who in sorted(kept)}


def betweenness(ties: Graph) -> dict[int, float]:
    """Return for each the share of shortest ways between two others that go through them (Brandes 2001)."""
    joined = [who for who in ties if ties[who]]
    places = {who: place for place, who in enumerate(joined)}
    tied = np.zeros((len(joined), len(joined)))
    for who in joined:
        tied[places[who], [places[other] for other in ties[who]]] = 1
    pairs = max((len(ties) - 1) * (len(ties) - 2), 1)
    depends = _dependence(tied)
    return dict.fromkeys(ties, 0.0) | dict(zip(joined, (depends / pairs).tolist(), strict=True))


def _dependence(tied: Matrix) -> Matrix:
    """Return how much the ways between all others depend on each; all sources are walked at once, one a row.

    ``tied`` is 1 where two are tied: a product with it sums, for each, over those around them.
    """
    ways, steps = _shortest_ways(tied)
    depends = np.zeros_like(ways)
    for reached, nearer in pairwise(reversed(steps)):
        through = np.divide(1 + depends, ways, out=np.zeros_like(ways), where=reached)
        depends += np.where(nearer, ways * (through @ tied), 0)
    np.fill_diagonal(depends, 0)
    summed: Matrix = depends.sum(axis=0)
    return summed


def _shortest_ways(tied: Matrix) -> tuple[Matrix, list[Mask]]:
    """Return how many shortest ways lead from each (row) to each (column), and who is reached at which distance."""
    ways = np.eye(len(tied))
    steps = [ways > 0]
    seen = steps[0].copy()
    while True:
        further = np.where(steps[-1], ways, 0) @ tied
        reached = (further > 0) & ~seen
        if not reached.any():
            return ways, steps
        ways += np.where(reached, further, 0)
        seen |= reached
        steps.append(reached)


def cut_off(ties: Graph, without: int) -> tuple[int, ...]:
    """Return who of the component of ``without`` would no longer be tied to its largest rest."""
    parts: list[list[int]] = []
    seen = {without}
    for start in ties.get(without, ()):
        if start in seen:
            continue
        part, queue = [], deque([start])
        seen.add(start)
        while queue:
            one = queue.popleft()
            part.append(one)
            for other in ties[one]:
                if other not in seen:
                    seen.add(other)
                    queue.append(other)
        parts.append(part)
    parts.sort(key=len, reverse=True)
    return tuple(one for part in parts[1:] for one in part)


def connectors(pairs: pl.DataFrame, most: int) -> tuple[Connector, ...]:
    """Return those on the most shortest ways, and those whose loss would cut somebody off; the first few."""
    whole = graph(pairs)
    shares = betweenness(busiest(whole))
    candidates = sorted(shares, key=lambda who: (-round(shares[who], DIGITS), who))[: 2 * most]
    found = [
        Connector(who=who, betweenness=shares[who], cut_off=cut_off(whole, who), people=len(whole[who]))
        for who in candidates
        if shares[who] > 0
    ]
    telling = (one for one in found if one.cut_off or one.betweenness >= LEAST_SHARE)
    return tuple(sorted(telling, key=lambda one: (-len(one.cut_off), -round(one.betweenness, DIGITS), one.who))[:most])
