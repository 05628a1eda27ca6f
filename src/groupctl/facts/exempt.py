"""Whom and what the rules do not bind: operators, members whom the project names, texts that it approved."""

from dataclasses import dataclass
from functools import cached_property

import polars as pl

from groupctl.facts.base import Ground
from groupctl.figures.normal import normalised, squashed
from groupctl.figures.people import is_called, name_keys
from groupctl.figures.rows import look_up


@dataclass(frozen=True)
class Exempt:
    """What ``rules.exempt`` and ``rules.approved`` of the project leave out."""

    ground: Ground

    @cached_property
    def people(self) -> pl.Series:
        """Whom the rules do not bind (``who``), operators aside: those whom the project names."""
        project, who_is_who = self.ground.project, self.ground.people
        if not (project and project.rules.exempt):
            return who_is_who["who"].clear()
        return who_is_who.filter(is_called(name_keys(project.rules.exempt)))["who"]

    @cached_property
    def approved(self) -> list[str]:
        """Texts that may be posted, as they are looked for."""
        project = self.ground.project
        texts = pl.Series(project.rules.approved if project else [], dtype=pl.String).to_frame("text")
        return [key for key in texts.select(squashed(normalised(pl.col("text")))).to_series() if key]

    def bound(self, found: pl.DataFrame) -> pl.DataFrame:
        """Return those of ``found`` (``row``, …) that the rules bind: operators', exempt and approved ones are not."""
        said = look_up(self.ground.talk.select("row", "who", "operator", "text"), found["row"])
        free = pl.col("operator") | pl.col("who").is_in(self.people.implode())
        if self.approved:
            seen = squashed(normalised(pl.col("text"))).fill_null("")
            free |= seen.str.contains_any(self.approved)
        return found.filter(~said.select(free).to_series())
