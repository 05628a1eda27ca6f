"""The learned model as a judge: learned from one file and tried on another, or in folds of one file."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import polars as pl

from groupctl.figures.adverts import rules_in
from groupctl.figures.learned import Model, plain
from groupctl.figures.learning import Labels, learn, read_labels
from tests.evaluation.judges import Verdicts, advert_rules
from tests.evaluation.labelled import Labelled

Judge = Callable[[Sequence[str]], Verdicts]


def verdicts(model: Model, texts: Sequence[str]) -> Verdicts:
    """Return which texts the model or a rule reports."""
    series = pl.Series("text", texts, dtype=pl.String)
    seen = pl.DataFrame({"text": series}).select(plain(pl.col("text"))).to_series()
    judged = model.judged(seen, rules_in(series))
    return [bool(one) or rule for one, rule in zip(judged, advert_rules(texts), strict=True)]


FIRST_SEED = 2


def _dealt(data: Labelled, folds: int, seed: int, _texts: Sequence[str]) -> Verdicts:
    return in_folds(data, folds, seed)


def in_folds(data: Labelled, folds: int, seed: int = FIRST_SEED) -> Verdicts:
    """Return the verdicts on every text by a model that was learned from the other folds, which ``seed`` deals."""
    labels = Labels(texts=pl.Series("text", data.texts), adverts=np.array(data.labels))
    fold = np.random.default_rng(seed).permutation(len(data.texts)) % folds
    said = np.zeros(len(data.texts), np.bool_)
    for one in range(folds):
        held = np.flatnonzero(fold == one)
        known = fold != one
        model = learn(replace(labels, texts=labels.texts.filter(pl.Series(known)), adverts=labels.adverts[known]))
        said[held] = verdicts(model, [data.texts[place] for place in held])
    return [bool(one) for one in said]


def learned(data: Labelled, labels: Path | None, folds: int, deals: int = 1) -> dict[str, Judge]:
    """Return what judges one labelled file by learning: from ``labels``, and in folds of the file itself.

    Folds are dealt ``deals`` times: one deal alone is luck.
    """
    judges: dict[str, Judge] = {}
    if labels is not None and labels.name != data.name:
        model = learn(read_labels(labels))
        judges[f"learned from {labels.name}"] = lambda texts: verdicts(model, texts)
    if folds and 0 < sum(data.labels) < len(data.labels):
        for seed in range(FIRST_SEED, FIRST_SEED + deals):
            judges[f"learned, {folds} folds, deal {seed}"] = partial(_dealt, data, folds, seed)
    return judges
