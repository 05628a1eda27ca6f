"""Trouble among members: floods, copies by several people, complaints about the group."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from groupctl.facts.advertising import Advertising
from groupctl.facts.base import Ground
from groupctl.facts.exempt import Exempt
from groupctl.figures import floods
from groupctl.figures.complaints import COMPLAINTS
from groupctl.figures.copies import CAMPAIGN, CHAIN, copies
from groupctl.figures.named import Figures
from groupctl.figures.remarks import Remark, heard, suspects
from groupctl.figures.rows import look_up
from groupctl.figures.themes import remarks_of, themes_of
from groupctl.i18n import N_, _
from groupctl.wording import number

FLOODS: Mapping[str, str] = {
    floods.BURST: N_("{count} messages in a row within a minute"),
    floods.REPEATS: N_("the same text {count} times within two minutes"),
    floods.STICKERS: N_("{count} stickers in a row"),
    floods.PICTURES: N_("{count} pictures in a row"),
    floods.VOICES: N_("{count} voice messages in a row"),
    floods.EMOJI: N_("a wall of emoji"),
}
"""How a report names each sort of flood."""


@dataclass(frozen=True)
class Trouble:
    """What members of the group under audit do to each other's patience."""

    ground: Ground
    advertising: Advertising

    @cached_property
    def _exempt(self) -> Exempt:
        return Exempt(self.ground)

    def bound(self, found: pl.DataFrame) -> pl.DataFrame:
        """Return those of ``found`` (``row``, …) that the rules bind (facts.exempt)."""
        return self._exempt.bound(found)

    @cached_property
    def floods(self) -> pl.DataFrame:
        """Members' floods (figures.floods)."""
        names = ("burst", "repeats", "stickers", "pictures", "voices", "emoji")
        table = self.ground.thresholds
        limits = floods.Limits(**{name: table[f"flood.{name}"] for name in names})
        return self.bound(floods.floods(self.ground.talk, limits))

    def flood_reasons(self, rows: pl.Series) -> dict[int, str]:
        """Return for floods what there was too much of."""
        wanted = self.floods.filter(pl.col("row").is_in(rows.implode())).select("row", "sort", "messages")
        return {row: _(FLOODS[sort]).format(count=number(count)) for row, sort, count in wanted.iter_rows()}

    @cached_property
    def copies(self) -> pl.DataFrame:
        """What several members posted nearly alike within a day, an operator's posts and copies of them aside."""
        table, talk = self.ground.thresholds, self.ground.talk
        letters, senders = table["copies.letters"], table["copies.senders"]
        found = copies(talk, self._suspects, letters=letters, senders=senders)
        by_operator = look_up(talk.select("row", "operator"), found["row"])["operator"]
        announced = found.filter(by_operator)["group"].unique().implode()
        theirs = self.bound(found.filter(~pl.col("group").is_in(announced)))
        return theirs.filter(pl.col("who").n_unique().over("group") >= senders)

    @cached_property
    def _remarks(self) -> tuple[Remark, ...]:
        """What is listened for: complaints, chains, and what the project's rules are about."""
        project = self.ground.project
        rules = project.rules.prohibited if project else ()
        themes = [theme for rule in rules for theme in themes_of(rule.id, rule.text)]
        return (*COMPLAINTS, CHAIN, *remarks_of(themes))

    @cached_property
    def _suspects(self) -> pl.DataFrame:
        """Messages worth a closer look for remarks or copies, ``row`` and ``text``: one pass over the log for both."""
        one = self.ground
        return suspects(one.talk.select("row", "text"), self._remarks, CAMPAIGN, one.distinct)

    @cached_property
    def heard(self) -> pl.DataFrame:
        """Remarks of every kind that is listened for, members' and operators' (figures.remarks)."""
        return heard(self._suspects, self._remarks)

    @cached_property
    def complaints(self) -> pl.DataFrame:
        """What members say against the group: ``row``, ``remark``, ``match``; each message once."""
        names = [remark.name for remark in COMPLAINTS]
        found = self.heard.filter(pl.col("remark").is_in(names)).unique("row", keep="first", maintain_order=True)
        found = found.join(self.advertising.found.select("row"), on="row", how="anti", maintain_order="left")
        said = look_up(self.ground.talk.select("row", "operator"), found["row"])
        return found.filter(~said["operator"])

    @cached_property
    def chains(self) -> pl.DataFrame:
        """Members' texts that ask to be passed on: ``row``, ``match``."""
        return self.bound(self.heard.filter(pl.col("remark") == CHAIN.name).select("row", "match"))

    def figures(self) -> Figures:
        """Return the figures of trouble."""
        return {
            "floods": self.floods.height,
            "copies": self.copies.height,
            "chain_messages": self.chains.height,
            "complaints": self.complaints.height,
        }
