"""Learning a model of advertisements (``learned``) from labelled messages; needs the extra ``learn`` (scikit-learn).

A logistic regression over runs of characters, each weighed twice: by how much oftener advertisements hold it (S. Wang
and C. Manning, Baselines and bigrams, 2012) and by how rare it is (tf-idf). The threshold is chosen on verdicts by
models that had not seen the message.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from groupctl.errors import GroupctlError, UsageError
from groupctl.figures.adverts import rules_in
from groupctl.figures.background import EVERYDAY
from groupctl.figures.learned import (
    LEAST_LENGTH,
    TRAITS,
    Floats,
    Grams,
    Model,
    code_of,
    grams,
    lengths,
    plain,
    runs,
    script_of,
    traits,
)
from groupctl.i18n import _
from groupctl.reasons import reason

LEAST = 20
"""Advertisements, and as many other messages, that are needed to learn from."""
SEEN_LEAST = 2
"""Texts that must hold a run of characters before it can say anything."""
SMOOTHING = 0.5
STRENGTH = 100.0
"""The inverse of the regularisation, as scikit-learn's ``C``."""
RULE_SIZE = 0.5
"""How large a rule's feature is beside a text of length 1."""
FOLDS = 5
SMOOTHED_OVER = 0.25
"""Over what span of verdicts F1 is smoothed when the threshold is chosen: the very best one is best by chance."""

_MARKED = re.compile(r"^(?P<text>.*)==(?P<label>[01])$")
YES = {"1", "spam", "ad", "ads", "advert", "advertisement", "true", "yes", "是", "广告"}
NO = {"0", "ham", "no", "not", "normal", "false", "none", "否", "正常", "不是"}
LABEL_COLUMNS = {"label", "class", "spam", "ad", "is_ad", "category", "标签", "标注", "类别"}

Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True)
class Labels:
    """Labelled messages."""

    texts: pl.Series
    adverts: Bools
    dropped: int = 0
    """Lines without a label that we know."""


def read_labels(path: Path) -> Labels:
    """Return the labels of a file: ``text==1`` lines, or CSV or TSV with a column of labels. UsageError for others."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            _("{path}: the labels cannot be read: {reason}").format(path=path, reason=reason(error)),
            _("a UTF-8 text file: CSV or TSV with the columns text and label, or lines that end in ==1 or ==0"),
        ) from error
    rows = list(_rows([line for line in lines if line.strip()]))
    known = [(text, label) for text, label in rows if label is not None and text.strip()]
    adverts = np.array([label for _text, label in known], np.bool_)
    if min(adverts.sum(), (~adverts).sum()) < LEAST:
        raise UsageError(
            _("{path}: {adverts} advertisements and {others} other messages are too few to learn from").format(
                path=path, adverts=int(adverts.sum()), others=int((~adverts).sum())
            ),
            _("at least {count} of each; label 1 for an advertisement, 0 for another message").format(count=LEAST),
        )
    texts = pl.Series("text", [text for text, _label in known], dtype=pl.String)
    return Labels(texts=texts, adverts=adverts, dropped=sum(label is None for _text, label in rows))


def _rows(lines: list[str]) -> Iterator[tuple[str, bool | None]]:
    marked = [_MARKED.match(line) for line in lines]
    if sum(found is not None for found in marked) > len(lines) / 2:
        yield from ((found["text"], found["label"] == "1") if found else ("", None) for found in marked)
        return
    tabs = sum("\t" in line for line in lines) > len(lines) / 2
    table = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if tabs else csv.reader(lines))
    label, skip = _label_column(table)
    for row in table[skip:]:
        if len(row) <= max(label, 1 - label):
            yield "", None
        else:
            yield row[1 if label == 0 else 0], _label(row[label])


def _label_column(table: list[list[str]]) -> tuple[int, int]:
    """Return which of the first two columns holds the labels, and how many lines of heading there are."""
    head = [name.strip().lower() for name in table[0][:2]] if table else []
    named = [place for place, name in enumerate(head) if name in LABEL_COLUMNS]
    if named:
        return named[0], 1
    hits = [sum(len(row) > place and _label(row[place]) is not None for row in table) for place in (0, 1)]
    return int(hits[1] > hits[0]), 0


def _label(value: str) -> bool | None:
    plain_value = value.strip().lower()
    return True if plain_value in YES else False if plain_value in NO else None


def learn(labels: Labels) -> Model:
    """Return a model learned from labelled messages. GroupctlError where scikit-learn is not installed."""
    try:
        from sklearn.model_selection import StratifiedKFold  # noqa: PLC0415 - an extra, and slow to import
    except ImportError:
        raise GroupctlError(
            _("learning needs scikit-learn, which is not installed"), "pip install 'groupctl[learn]'"
        ) from None
    count = labels.texts.len()
    raw = pl.concat([labels.texts.alias("text"), pl.Series("text", EVERYDAY)])
    texts = raw.to_frame().select(plain(pl.col("text"))).to_series()
    adverts = np.concatenate([labels.adverts, np.zeros(len(EVERYDAY), np.bool_)])
    spelled = {code_of(term): term for term in runs(texts)}
    data = _Data(found=grams(texts), spelled=spelled, rules=rules_in(raw), traits=traits(texts), adverts=adverts)
    unseen = np.zeros(texts.len())
    for known, held in StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(unseen, adverts):
        unseen[held] = data.fit(known).scores(texts.gather(held), _of(data.rules, held))
    threshold = _best_threshold(unseen, adverts)
    said = unseen[:count] >= threshold
    scripts = script_of(texts.head(count)).value_counts(normalize=True, name="share")
    return replace(
        data.fit(np.arange(texts.len())),
        scripts=dict(sorted((name, round(share, 4)) for name, share in scripts.iter_rows())),
        threshold=round(threshold, 4),
        learned_from=count,
        adverts=int(labels.adverts.sum()),
        f1=round(_f1(said, labels.adverts), 4),
    )


def _of(rules: pl.DataFrame, places: npt.NDArray[np.int64]) -> pl.DataFrame:
    """Return the rules of some texts, numbered anew."""
    anew = pl.DataFrame({"text": places, "new": np.arange(places.size)})
    return rules.join(anew, on="text").select(pl.col("new").alias("text"), "rule")


def _f1(said: Bools, true: Bools) -> float:
    return float(2 * (said & true).sum() / max(said.sum() + true.sum(), 1))


def _best_threshold(scores: Floats, true: Bools) -> float:
    """Return the threshold with the best F1, smoothed by a Gaussian over the thresholds around it."""
    steps = np.linspace(np.median(scores), scores.max(), 400)
    rates = np.array([_f1(scores >= step, true) for step in steps])
    near = np.exp(-(((steps[:, None] - steps) / SMOOTHED_OVER) ** 2) / 2)
    return float(steps[(near @ rates / near.sum(axis=1)).argmax()])


@dataclass(frozen=True, kw_only=True)
class _Data:
    """Labelled texts, taken apart."""

    found: Grams
    spelled: dict[int, str]
    """The runs of characters by their codes."""
    rules: pl.DataFrame
    traits: Floats
    adverts: Bools

    def fit(self, places: npt.NDArray[np.int64]) -> Model:
        """Return a model of the texts at ``places``; its thresholds are yet to be chosen."""
        from scipy.sparse import csr_matrix, hstack  # noqa: PLC0415 - comes with scikit-learn
        from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

        at = np.full(self.adverts.size, -1)
        at[places] = np.arange(places.size)
        here = at[self.found.text] >= 0
        rows, (codes, columns) = at[self.found.text[here]], np.unique(self.found.code[here], return_inverse=True)
        often = np.bincount(columns) >= SEEN_LEAST
        kept, renumbered = often[columns], np.cumsum(often) - 1
        rows, columns, codes = rows[kept], renumbered[columns[kept]], codes[often]
        true = self.adverts[places]
        ratio = _log_ratio(columns, true[rows], codes.size)
        rarity = np.log((1 + places.size) / (1 + np.bincount(columns, minlength=codes.size))) + 1
        oftener = ratio[columns] / lengths(rows, ratio[columns], places.size, LEAST_LENGTH)[rows]
        rarer = rarity[columns] / lengths(rows, rarity[columns], places.size)[rows]
        shape = (places.size, codes.size)
        names = sorted(self.rules["rule"].unique())
        broken = _of(self.rules, places)
        rule = np.array([names.index(name) for name in broken["rule"]], np.int64)
        size = np.full(rule.size, RULE_SIZE)
        parts: list[Any] = [
            csr_matrix((oftener, (rows, columns)), shape=shape),
            csr_matrix((rarer, (rows, columns)), shape=shape),
            csr_matrix((size, (broken["text"].to_numpy(), rule)), shape=(places.size, len(names))),
            csr_matrix(self.traits[places]),
        ]
        fitted = LogisticRegression(C=STRENGTH, solver="liblinear").fit(hstack(parts).tocsr(), true)
        return _model([self.spelled[int(code)] for code in codes], np.stack([ratio, rarity]), names, fitted, true)


def _log_ratio(columns: npt.NDArray[np.int64], true: Bools, count: int) -> Floats:
    """Return how much oftener advertisements hold each term, as a logarithm."""
    yes = np.bincount(columns, true, minlength=count) + SMOOTHING
    no = np.bincount(columns, ~true, minlength=count) + SMOOTHING
    return np.asarray(np.log(yes / yes.sum()) - np.log(no / no.sum()), np.float64)


def _model(terms: list[str], sizes: Floats, names: list[str], fitted: Any, true: Bools) -> Model:
    """Return what scikit-learn found: weights of terms, by either of their ``sizes``, then of rules, then of traits."""
    count = len(terms)
    of_ratio, of_rarity, rest = np.split(fitted.coef_[0], [count, 2 * count])
    ruled, shaped = rest[: len(names)] * RULE_SIZE, rest[len(names) :]
    columns = (one.round(4).tolist() for one in (sizes[0], of_ratio, sizes[1], of_rarity))
    numbers = zip(*columns, strict=True)
    return Model(
        terms=dict(zip(terms, numbers, strict=True)),
        rules=dict(zip(names, ruled.round(4).tolist(), strict=True)),
        traits=dict(zip(TRAITS, shaped.round(4).tolist(), strict=True)),
        bias=float(fitted.intercept_[0]),
        scripts={},
        threshold=0.0,
        learned_from=true.size,
        adverts=int(true.sum()),
        f1=0.0,
    )
