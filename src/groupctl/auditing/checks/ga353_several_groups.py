"""GA353: whether one group is really several."""

import shlex
from collections.abc import Iterable
from typing import TYPE_CHECKING

import polars as pl

from groupctl.auditing.check import AuditCheck, enough
from groupctl.findings import Finding, Severity, Skip
from groupctl.i18n import N_, _, ngettext
from groupctl.wording import listed, number, percent, quoted

if TYPE_CHECKING:
    from groupctl.facts.subject import Subject

TERMS = 4
"""Terms that name a circle."""


def run(subject: "Subject") -> Iterable[Finding] | Skip:
    """Find members who fall into circles that talk of different things."""
    if subject.topics.terms.texts.height < subject.thresholds["topics.least_messages"]:
        return Skip(reason=_("members wrote too few texts"))
    circles = subject.topics.circles
    sizes = circles.members.group_by("circle").len("members").sort("circle")
    placed = circles.members.height + circles.undecided
    least = max(subject.thresholds["topics.circle_members"], subject.thresholds["topics.circle_share"] * placed)
    large = sizes.filter(pl.col("members") >= least)
    share = int(large["members"].sum()) / placed if placed else 0.0
    norm = subject.thresholds["topics.circles_most"]
    if large.height < 2 or share < norm:
        return ()
    names = {number_: _named(subject, number_) for number_ in large["circle"]}
    parts = [_part(names[circle], members) for circle, members in large.iter_rows()]
    message = _("{share} of the members who can be placed keep to one of {count} circles: {circles}").format(
        share=percent(share), count=number(large.height), circles=listed(parts)
    )
    lines = _lines(subject, large["circle"].to_list())
    why = {row: _("from the circle {terms}").format(terms=quoted(names[circle])) for row, circle in lines}
    return (
        CHECK.found(
            message,
            figure=share,
            threshold=norm,
            unit="share",
            proof=subject.proof(pl.Series([row for row, _circle in lines], dtype=pl.UInt32), why=why),
            command=_new_group(names[large["circle"][1]][:2]),
        ),
    )


def _new_group(terms: list[str]) -> str:
    """Return the command that plans a group about some terms, in a folder of its own."""
    return shlex.join(["groupctl", "init", "-".join(terms), "--name", " ".join(terms)])


def _part(terms: list[str], members: int) -> str:
    return ngettext("{terms} ({members} person)", "{terms} ({members} people)", members).format(
        terms=quoted(terms), members=number(members)
    )


def _named(subject: "Subject", circle: int) -> list[str]:
    terms: list[str] = subject.topics.circles.terms.filter(pl.col("circle") == circle)["term"].head(TERMS).to_list()
    return terms


def _lines(subject: "Subject", wanted: list[int]) -> list[tuple[int, int]]:
    """Return the latest messages of the most typical member of each circle, in turns: row and circle."""
    circles, said = subject.topics.circles, subject.topics.terms.said
    typical = circles.members.unique("circle", keep="first", maintain_order=True).select("who", "circle")
    lines = (
        said.join(circles.terms.select("term", "circle"), on="term")
        .join(typical, on=["who", "circle"], how="semi")
        .filter(pl.col("circle").is_in(wanted))
        .unique("row")
        .sort("row", descending=True)
        .with_columns(pl.int_range(pl.len()).over("circle").alias("turn"))
        .sort("turn", "circle")
    )
    return list(lines.select("row", "circle").iter_rows())


CHECK = AuditCheck(
    code="GA353",
    severity=Severity.LOW,
    title=N_("Several groups in one"),
    looks_at=N_(
        "Terms that the same people say on the same day more often than by chance make a circle; a member belongs to "
        "the one that holds three in five of their messages with such terms. Found where most members can be placed, "
        "in at least two circles that each hold a quarter of them."
    ),
    why=N_(
        "One purpose, narrow topics: a group for two crowds bores each half the time, and narrower ones would each "
        "have lived."
    ),
    example=N_("Twelve people talk of lenses and light, nine of editing software, and hardly anybody of both."),
    instead=N_(
        "Offer the smaller circle a group of its own with a narrower name, and ask its busiest member to help run it."
    ),
    thresholds=("topics.circle_members", "topics.circle_share", "topics.circles_most", "topics.least_messages"),
    run=enough(run),
)
