"""The pyramid against a healthy one, and how far those who run the group are from ordinary members."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import polars as pl

from groupctl.facts.subject import Subject
from groupctl.i18n import _, ngettext
from groupctl.tiers.definitions import Definitions, TierDefinition
from groupctl.tiers.lately import Lately
from groupctl.tiers.plan import Shape
from groupctl.wording import number, percent

LEAST_PEOPLE = 10
"""Ordinary members below which a pyramid has no shape."""


def shape(people: pl.DataFrame, tiers: Definitions, lately: Lately) -> Shape:
    """Return the shape of a plan: ``people`` is the table of members with ``tier``."""
    ordinary = people.filter(~pl.col("operator") & ~pl.col("left"))
    staff = people.filter(pl.col("operator") & ~pl.col("left"))
    counts = dict(ordinary.group_by("tier").len().iter_rows())
    remarks = list(_remarks(counts, ordinary, tiers, lately.subject)) if ordinary.height >= LEAST_PEOPLE else []
    to_ordinary, reached = _distance(ordinary, staff, lately)
    if to_ordinary is not None and to_ordinary < lately.subject.thresholds["staff.to_ordinary"]:
        remarks.append(
            _("the staff talk among themselves: {share} of their replies go to ordinary members").format(
                share=percent(to_ordinary)
            )
        )
    return Shape(
        remarks=tuple(remarks),
        healthy=not remarks and ordinary.height >= LEAST_PEOPLE,
        staff_count=staff.height,
        staff_share=_share_of(staff, people),
        staff_to_ordinary=to_ordinary,
        reached=reached,
    )


def _remarks(counts: Mapping[str, int], ordinary: pl.DataFrame, tiers: Definitions, subject: Subject) -> Iterator[str]:
    here = [tier for tier in tiers.tiers if not tier.for_the_gone]
    top = next((tier for tier in here if tier.tree is not None), None)
    if top is not None:
        yield from _top(top, counts.get(top.id, 0), ordinary.height, subject.thresholds["pyramid.top"])
    silent = ordinary.filter(pl.col("messages") == 0).height / ordinary.height
    if not subject.membership.why_unknown and silent > subject.thresholds["pyramid.silent"]:
        yield _("the base is silent: {share} of the members wrote nothing in the window").format(share=percent(silent))
    speaking = [tier for tier in here if counts.get(tier.id) and _speaks(tier, ordinary)]
    for upper, lower in pairwise(speaking):
        if counts[upper.id] > counts[lower.id]:
            yield _("{upper} ({more}) is wider than {lower} ({less}) below it: nobody follows after").format(
                upper=upper.title, more=number(counts[upper.id]), lower=lower.title, less=number(counts[lower.id])
            )
            return


def _top(top: TierDefinition, count: int, whole: int, most: float) -> Iterator[str]:
    if not count:
        yield _("nobody is in the top tier ({tier}): the group has no core of its own").format(tier=top.title)
    elif count / whole > most:
        text = ngettext(
            "the top is heavy: {count} person is {share} of all (healthy: up to {most})",
            "the top is heavy: {count} people are {share} of all (healthy: up to {most})",
            count,
        )
        yield text.format(count=number(count), share=percent(count / whole), most=percent(most))


def _speaks(tier: TierDefinition, ordinary: pl.DataFrame) -> bool:
    """Tell whether those of a tier wrote in the window; the silent are no step of the pyramid."""
    rows = ordinary.filter(pl.col("tier") == tier.id)
    return rows.filter(pl.col("messages") > 0).height * 2 >= rows.height


def _share_of(part: pl.DataFrame, whole: pl.DataFrame) -> float | None:
    wrote = int(whole["messages"].sum())
    return int(part["messages"].sum()) / wrote if wrote and part.height else None


def _distance(ordinary: pl.DataFrame, staff: pl.DataFrame, lately: Lately) -> tuple[float | None, float | None]:
    """Return which share of the staff's replies go to ordinary members, and to which share of those who wrote."""
    if staff.is_empty():
        return None, None
    run_by, members = _who(staff), _who(ordinary.filter(pl.col("messages") > 0))
    given = lately.pairs.filter(pl.col("who").is_in(run_by))
    to_members = given.filter(pl.col("target").is_in(members))
    replies = int(given["replies"].sum())
    return (
        int(to_members["replies"].sum()) / replies if replies else None,
        to_members["target"].n_unique() / len(members) if members else None,
    )


def _who(people: pl.DataFrame) -> Sequence[int]:
    return people["who"].drop_nulls().to_list()
