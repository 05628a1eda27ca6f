"""Messages that look like what the operator labelled as advertisements: the learned model put to a chat."""

import polars as pl

from groupctl.figures.adverts import rules_in, spoken
from groupctl.figures.circumstances import Circumstance
from groupctl.figures.duplicates import copy_key
from groupctl.figures.learned import LEAST_LETTERS, Model, plain
from groupctl.figures.signal import STRONG
from groupctl.i18n import N_

LIKE_LABELLED = Circumstance(
    rule="like_labelled", title=N_("like what you labelled as advertisements"), weight=5, strength=STRONG
)
SAME_LEAST = 8
"""Letters from which on a copy of what an operator wrote is an announcement that is passed on."""


def _texts(talk: pl.DataFrame) -> pl.DataFrame:
    """Return the distinct texts that a model may judge, operators' and copies of them left out."""
    said = spoken(talk).filter(pl.col("text").str.len_chars() >= LEAST_LETTERS)
    texts = said.group_by("text", maintain_order=True).agg(pl.col("operator").any())
    texts = texts.with_columns(copy_key(pl.col("text")).alias("key"))
    announced = texts.filter(pl.col("operator") & (pl.col("key").str.len_chars() >= SAME_LEAST))["key"].implode()
    return texts.filter(~pl.col("operator") & ~pl.col("key").is_in(announced)).select("text")


def judgeable_share(talk: pl.DataFrame, model: Model) -> float:
    """Return the share of distinct texts that are written like those that the model was learned from."""
    texts = _texts(talk).select(plain(pl.col("text"))).to_series()
    return float(model.known(texts).mean()) if texts.len() else 1.0


def signs(talk: pl.DataFrame, model: Model) -> pl.DataFrame:
    """Return the messages that the model takes for advertisements, as ``adverts.signs`` gives them.

    Columns: ``row``, ``last``, ``rule``, ``weight``, ``strength``, ``match`` (the terms that carried it).
    """
    texts = _texts(talk)
    seen = texts.select(plain(pl.col("text"))).to_series()
    yes = pl.Series(model.judged(seen, rules_in(texts["text"])))
    found = texts.filter(yes).with_columns(pl.Series("match", model.reasons(seen.filter(yes)), dtype=pl.String))
    said = spoken(talk).filter(~pl.col("operator")).select("row", "text")
    return said.join(found, on="text", maintain_order="left").select(
        "row",
        pl.col("row").alias("last"),
        pl.lit(LIKE_LABELLED.rule).alias("rule"),
        pl.lit(LIKE_LABELLED.weight, pl.Int32).alias("weight"),
        pl.lit(LIKE_LABELLED.strength).alias("strength"),
        "match",
    )
