"""What looks like advertisements, and what followed."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import polars as pl

from groupctl.facts.base import Ground
from groupctl.facts.exempt import Exempt
from groupctl.figures import adverts, consequences, like_labelled
from groupctl.figures.circumstances import CIRCUMSTANCES
from groupctl.figures.named import Figures
from groupctl.figures.signals import SIGNALS
from groupctl.i18n import _

if TYPE_CHECKING:
    from groupctl.project.model import Prohibited

RULE_IDS = {"ads", "ad", "advert", "adverts", "advertisement", "advertisements", "advertising", "spam", "广告"}
RULE_WORDS = ("广告", "推广", "引流", "advert", "promotion", "spam")
_AROUND = (*CIRCUMSTANCES, like_labelled.LIKE_LABELLED)
_TITLES = {row.rule: row.title for row in SIGNALS} | {row.rule: row.title for row in _AROUND}


@dataclass(frozen=True)
class Advertising:
    """The advertisements in the group under audit."""

    ground: Ground
    arrivals: pl.DataFrame
    """When speakers joined: ``who``, ``local``; empty where join lines tell something else."""

    @cached_property
    def signs(self) -> pl.DataFrame:
        """Everything that speaks for an advertisement, one row a message and signal."""
        signs = adverts.signs(self.ground.talk, self.ground.people, self.arrivals, self.ground.distinct)
        learned = self.ground.learned
        if learned is None:
            return signs
        both = pl.concat([signs, like_labelled.signs(self.ground.talk, learned)])
        return both.sort("row", maintain_order=True)

    @cached_property
    def found(self) -> pl.DataFrame:
        """Messages that look like advertisements, in the order of the log: ``row``, ``weight``, ``rules``.

        Those of exempt members and those that the project approved are left out.
        """
        return Exempt(self.ground).bound(adverts.adverts(self.signs, self.ground.thresholds["adverts.weight"]))

    @property
    def heaviest_first(self) -> pl.Series:
        """Their rows, those with the most signals first, the latest first among equals."""
        return self.found.sort("weight", "row", descending=True)["row"]

    @cached_property
    def joined(self) -> dict[int, str]:
        """The whole text of those that were cut into pieces, by the row of the first."""
        cut = self.found.filter(pl.col("row") != pl.col("last")).select("row", "last")
        rows = cut.select(pl.int_ranges("row", pl.col("last") + 1, dtype=pl.UInt32)).explode("row").unique()
        near = self.ground.talk.join(rows.drop_nulls(), on="row", how="semi", maintain_order="left")
        pieces = adverts.in_pieces(adverts.spoken(near)).join(cut, on="row", how="semi")
        return dict(pieces.select("row", "text").iter_rows())

    @cached_property
    def later_pieces(self) -> pl.Series:
        """Rows of the pieces that follow the first of an advertisement that was cut into several."""
        cut = self.found.filter(pl.col("row") != pl.col("last")).select(pl.col("row").alias("first"), "last")
        talk = self.ground.talk.select("row", "who")
        by = cut.join(talk, left_on="first", right_on="row", maintain_order="left").sort("first")
        after = talk.join_asof(by, left_on="row", right_on="first", by="who", check_sortedness=False)
        return after.filter((pl.col("row") > pl.col("first")) & (pl.col("row") <= pl.col("last")))["row"]

    @cached_property
    def senders(self) -> list[str]:
        """Who posted them, who posted most first."""
        return self.ground.names_of(self.found["row"])

    def reasons(self, rows: pl.Series) -> dict[int, str]:
        """Return for messages what speaks for an advertisement: each signal with what was seen and its weight.

        The first of them also says from what weight on one is reported.
        """
        wanted = self.signs.filter(pl.col("row").is_in(rows.implode()))
        least = f"{self.ground.thresholds['adverts.weight']:g}"
        by_row: dict[int, list[str]] = {}
        for row, rule, weight, match in wanted.select("row", "rule", "weight", "match").iter_rows():
            seen = f" “{match.strip()}”" if match.strip() else ""
            by_row.setdefault(row, []).append(f"{_(_TITLES[rule])}{seen} ({weight:+d})")
        joined = {row: " · ".join(signs) for row, signs in by_row.items()}
        if rows.len() and rows[0] in joined:
            said = _("{signals} (the weights add up; reported from {least} on)")
            joined[rows[0]] = said.format(signals=joined[rows[0]], least=least)
        return joined

    @cached_property
    def rule(self) -> "Prohibited | None":
        """What the project prohibits about advertisements; None where nothing."""
        for item in self.ground.project.rules.prohibited if self.ground.project else ():
            if item.id.lower() in RULE_IDS or any(word in item.text.lower() for word in RULE_WORDS):
                return item
        return None

    @cached_property
    def without_step(self) -> pl.Series:
        """Rows of advertisements after which no operator spoke to the sender and nothing and nobody was removed."""
        one = self.ground
        sent = self.found.join(one.talk.select("row", "who", "local"), on="row", maintain_order="left")
        steps = consequences.steps(one.chat.messages, one.conversation, one.people)
        return consequences.without_step(sent, steps, one.thresholds["adverts.step_within"])["row"]

    @cached_property
    def can_show_steps(self) -> bool:
        """Whether the log could show that something followed: operators are known, or removals are logged."""
        events = self.ground.chat.messages.select(pl.col("kind").is_in(list(consequences.REMOVALS)).any()).item()
        return bool(self.ground.people["operator"].any()) or events

    def figures(self) -> Figures:
        """Return the figures of advertisements."""
        return {"adverts": self.found.height, "advertisers": len(self.senders), "overlong": self.ground.overlong_count}
