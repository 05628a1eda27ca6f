"""Circles within a group: terms that are said together, and the members who keep to them.

Terms are joined step by step, always the two sets that the same people say on the same day most beyond chance (mean
normalised pointwise mutual information), until no two belong together any more. A member belongs to the circle to which
most of their terms do.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from groupctl.figures.terms import Terms

MOST_TERMS = 80
"""The terms that are sorted into circles: the most telling ones of the log."""
LEAST_STRETCHES = 5
"""A term that stands in fewer stretches keeps no company that one could tell from chance."""
JOINED = 0.1
"""Mean normalised mutual information (0 is chance, 1 always together) from which on two sets of terms are one."""
LEAST_TERMS = 3
"""Terms that make a circle."""
LEAST_USES = 3
"""Messages with a term of any circle from which on it can be said where a member belongs."""
BELONGS = 0.6
"""The share of them that has to lie in one circle."""

_Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Circles:
    """The circles of a group, the one with most members first."""

    terms: pl.DataFrame
    """``circle``, ``term``, ``messages``; the most telling first."""
    members: pl.DataFrame
    """Who keeps to one circle: ``who``, ``circle``, ``uses``, ``share``; who says most first."""
    undecided: int
    """Members with enough to say who keep to none."""


def circles(terms: Terms) -> Circles:
    """Return the circles of a log."""
    chosen = terms.table.filter(pl.col("stretches") >= LEAST_STRETCHES).head(MOST_TERMS).with_row_index("place")
    if chosen.height < 2 * LEAST_TERMS:
        return _none(terms)
    groups = [group for group in _joined(_together(terms, chosen)) if len(group) >= LEAST_TERMS]
    place = [(number, place) for number, group in enumerate(groups) for place in group]
    sorted_in = pl.DataFrame(place, schema={"circle": pl.UInt32, "place": pl.UInt32}, orient="row")
    named = sorted_in.join(chosen, on="place", maintain_order="left").select("circle", "place", "term", "messages")
    return _peopled(terms, named.sort("circle", "place"))


def _none(terms: Terms) -> Circles:
    empty = terms.table.select(pl.lit(0, pl.UInt32).alias("circle"), "term", "messages").clear()
    nobody = terms.said.select("who", pl.lit(0, pl.UInt32).alias("circle"), pl.lit(0).alias("uses")).clear()
    return Circles(terms=empty, members=nobody.with_columns(pl.lit(0.0).alias("share")), undecided=0)


def _together(terms: Terms, chosen: pl.DataFrame) -> _Matrix:
    """Return the normalised pointwise mutual information of each two terms over persons' days; 0 on the diagonal."""
    days = terms.texts.select("row", pl.struct("who", pl.col("local").dt.date()).rank("dense").alias("day") - 1)
    places = terms.said.join(chosen.select("term", "place"), on="term").join(days, on="row").select("day", "place")
    total = days["day"].n_unique()
    stands = np.zeros((total, chosen.height), dtype=np.float32)
    stands[places["day"].to_numpy(), places["place"].to_numpy()] = 1
    both = (stands.T @ stands).astype(np.float64) / total
    alone = np.diag(both)
    with np.errstate(divide="ignore", invalid="ignore"):
        information = np.log(both / np.outer(alone, alone)) / -np.log(both)
    information[both == 0] = -1
    np.fill_diagonal(information, 0)
    return np.nan_to_num(information, nan=0.0, posinf=1.0, neginf=-1.0)


def _joined(closeness: _Matrix) -> list[list[int]]:
    """Join terms by average linkage until no two sets are close; the first of equals wins, so that runs agree."""
    groups = [[place] for place in range(len(closeness))]
    close = closeness.copy()
    np.fill_diagonal(close, -np.inf)
    while len(groups) > 1:
        first, second = divmod(int(close.argmax()), len(groups))
        if close[first, second] < JOINED:
            break
        weight = len(groups[first]), len(groups[second])
        merged = (close[first] * weight[0] + close[second] * weight[1]) / sum(weight)
        close[first], close[:, first] = merged, merged
        close[first, first] = -np.inf
        close = np.delete(np.delete(close, second, axis=0), second, axis=1)
        groups[first] += groups.pop(second)
    return groups


def _peopled(terms: Terms, named: pl.DataFrame) -> Circles:
    members = terms.said.join(terms.texts.filter("operator").select("row"), on="row", how="anti")
    uses = (
        members.join(named.select("term", "circle"), on="term").group_by("who", "circle").agg(pl.col("row").n_unique())
    )
    uses = uses.rename({"row": "uses"}).with_columns((pl.col("uses") / pl.col("uses").sum().over("who")).alias("share"))
    judged = uses.filter(pl.col("uses").sum().over("who") >= LEAST_USES)
    belong = judged.filter(pl.col("share") >= BELONGS).sort("uses", "who", descending=[True, False])
    order = belong.group_by("circle").len("members").sort("members", "circle", descending=[True, False])
    number = order.select(pl.col("circle"), pl.int_range(pl.len(), dtype=pl.UInt32).alias("number"))

    def renumbered(frame: pl.DataFrame) -> pl.DataFrame:
        return frame.join(number, on="circle", maintain_order="left").with_columns(pl.col("number").alias("circle"))

    return Circles(
        terms=renumbered(named).sort("circle", "place").select("circle", "term", "messages"),
        members=renumbered(belong).select("who", "circle", "uses", "share"),
        undecided=judged["who"].n_unique() - belong["who"].n_unique(),
    )
