"""How the roster and the log fit together, and who follows the group's name card: for the plan to say."""

from collections import Counter
from typing import TYPE_CHECKING

import polars as pl

from groupctl.i18n import _
from groupctl.roster import namecards
from groupctl.tiers.matching import BY_ALIAS, BY_ID, BY_NAME, Matching
from groupctl.tiers.plan import NameCards, RosterSummary

if TYPE_CHECKING:
    from groupctl.project.model import Project


def summary(matching: Matching, people: pl.DataFrame) -> RosterSummary:
    """Return how many entries were found in the log and how, who was not, and who stands on no list."""
    roster = matching.roster
    counts = Counter(matching.how.values())
    unlisted = people.filter(~pl.col("in_roster") & ~pl.col("operator") & ~pl.col("left") & (pl.col("messages") > 0))
    unsure = dict.fromkeys(roster.entries[place].name for place in sorted(matching.unsure))
    return RosterSummary(
        file=roster.file,
        entries=len(roster.entries),
        by={kind: counts.get(kind, 0) for kind in (BY_ID, BY_NAME, BY_ALIAS)},
        silent=len(roster.entries) - len(matching.who) - len(matching.unsure),
        unsure=tuple(unsure),
        not_listed=tuple(unlisted.sort("messages", descending=True)["name"]),
        proposals=tuple((each.entry, each.sender, _(each.why)) for each in matching.proposals),
        dropped=roster.dropped,
        doubts=roster.doubts,
        repeated=roster.repeated,
    )


def name_cards(project: "Project | None", matching: Matching, people: pl.DataFrame) -> NameCards | None:
    """Return who follows the group's name card; None where the project declares none."""
    card = namecards.pattern(project.group.namecard) if project else None
    if card is None or project is None:
        return None
    here = people.filter(~pl.col("left")).sort("messages", descending=True, maintain_order=True)
    fields = [
        (name, matching.roster.entries[place].fields if place is not None else {})
        for name, place in here.select("name", "place").iter_rows()
    ]
    proposed = namecards.proposals(fields, card)
    return NameCards(
        pattern=project.group.namecard,
        coverage=namecards.coverage([name for name, _fields in fields], card),
        proposals=tuple((each.name, each.card) for each in proposed),
    )
