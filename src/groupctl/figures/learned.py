"""A model of advertisements learned from the operator's own labels: kept as text, applied with nothing but NumPy.

The model is linear over the runs of one to four characters of a message, the rules that it breaks and a few traits
of its form, so every verdict is a sum whose terms can be named. A run is weighed twice, by how much oftener
advertisements hold it and by how rare it is: either alone judges worse. ``learning`` makes a model. What a message
holds that the labels never showed says nothing; a message in characters that the labels hardly used is not judged.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from groupctl.errors import ProjectError
from groupctl.figures.normal import normalised, own_words
from groupctl.files import locked, write_atomic
from groupctl.i18n import _

SCHEMA = "groupctl.learned/2"
FILE = "learned.json"
"""What it is called beside group.toml."""
RUN = 4
"""Characters that are looked at together, at most."""
LONGEST = 1000
"""Characters of a message that are looked at."""
KNOWN_SHARE = 0.6
"""Share of a message's characters that the labels must have shown for the message to be judged."""
SCRIPT_SHARE = 0.05
"""Share of the labelled texts that must be written mainly in the script of a message for it to be judged."""
SCRIPTS = {
    "han": r"\p{Han}", "latin": "[a-z]", "cyrillic": r"\p{Cyrillic}", "kana": r"[\p{Hiragana}\p{Katakana}]",
    "hangul": r"\p{Hangul}", "arabic": r"\p{Arabic}",
}  # fmt: skip
"""Scripts that are told apart; letters of others count as one."""
LEAST_LENGTH = 3.0
"""The length (root of the sum of squares) to which the terms of a text are made alike; of less, little is known."""
LEAST_LETTERS = 4
"""Characters; what is shorter is not judged."""
TERMS_SHOWN = 5
TRAITS = ("length", "digits", "latin", "long", "number")
"""What is seen of a message's form; see ``traits``."""
_TO_REACH = r"[0-9]{7}|(?:to|text|txt|call|msg|send|sms|on)[^a-z0-9]{0,3}[0-9]{4,6}(?:[^0-9]|$)"
"""A number that somebody can be reached by, no line, ticket or room: a long one, or a short one to write to."""
SLICE = 10_000
"""Texts that are judged at a time, so that memory stays bounded."""
_EDGE = 1
"""The code of the place before a message and behind it."""
_LETTERS = 1 << 21
"""Codes below this are single characters; a run's is a hash of its characters' (polynomial, modulo 2 ** 64)."""
_BASE = 0x9E3779B97F4A7C15

Codes = npt.NDArray[np.uint64]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Grams:
    """The runs of characters of some texts: pairs of a text and a run, each pair once."""

    text: Ints
    """The place of the text."""
    code: Codes
    """The run, as ``code_of`` writes it."""


@dataclass(frozen=True, kw_only=True)
class Model:
    """What was learned."""

    terms: dict[str, tuple[float, float, float, float]]
    """By run of characters: how much oftener advertisements hold it (a logarithm), and the weight of that in a verdict;
    how rare it is (a logarithm), and the weight of that."""
    rules: dict[str, float]
    """The weight of each rule of ``signals``."""
    traits: dict[str, float]
    """The weight of each trait of form."""
    scripts: dict[str, float]
    """The share of the labelled texts that are written mainly in each script."""
    bias: float
    threshold: float
    """Verdicts from here on count."""
    learned_from: int
    adverts: int
    """How many texts it was learned from, and how many of them were advertisements."""
    f1: float
    """Counted on the labels, each text judged by a model that was learned without it."""

    @cached_property
    def _table(self) -> tuple[Codes, Floats, list[str]]:
        """Return the codes of all terms in order, their four numbers, and the terms."""
        codes, names = np.array([code_of(term) for term in self.terms], np.uint64), list(self.terms)
        order = codes.argsort()
        numbers = np.array(list(self.terms.values()), np.float64).reshape(-1, 4)[order]
        return codes[order], numbers, [names[place] for place in order]

    def known(self, texts: pl.Series) -> npt.NDArray[np.bool_]:
        """Return which texts are written in a script and in characters that the labels showed."""
        used = [name for name, share in self.scripts.items() if share >= SCRIPT_SHARE]
        codes = self._table[0]
        found = grams(texts)
        single = found.code < _LETTERS
        place, seen = found.text[single], np.isin(found.code[single], codes)
        count = np.bincount(place, minlength=texts.len())
        share = np.bincount(place, seen, minlength=texts.len()) / np.maximum(count, 1)
        alike = (share >= KNOWN_SHARE) & script_of(texts).is_in(used).to_numpy()
        return np.asarray(alike & (texts.str.len_chars().to_numpy() >= LEAST_LETTERS), np.bool_)

    def _contributions(self, found: Grams, count: int) -> tuple[Ints, Ints, Floats]:
        """Return the runs that the model knows: the text, the place among the terms, what it adds to the verdict."""
        codes, numbers, _names = self._table
        at = np.minimum(np.searchsorted(codes, found.code), codes.size - 1)
        known = codes[at] == found.code
        text, at = found.text[known], at[known]
        ratio, weight, rarity, rare_weight = numbers[at].T
        adds = weight * ratio / lengths(text, ratio, count, LEAST_LENGTH)[text]
        return text, at, adds + rare_weight * rarity / lengths(text, rarity, count)[text]

    def scores(self, texts: pl.Series, rules: pl.DataFrame) -> Floats:
        """Return the verdict on each (normalised) text, its sum; ``rules`` gives ``text`` (a place) and ``rule``."""
        text, _at, adds = self._contributions(grams(texts), texts.len())
        scores = np.bincount(text, adds, minlength=texts.len()) + self.bias
        broken = rules.with_columns(pl.col("rule").replace_strict(self.rules, default=0.0, return_dtype=pl.Float64))
        np.add.at(scores, broken["text"].to_numpy().astype(np.int64), broken["rule"].to_numpy())
        form = traits(texts) @ np.array([self.traits[name] for name in TRAITS])
        return np.asarray(scores + form, np.float64)

    def judged(self, texts: pl.Series, rules: pl.DataFrame) -> npt.NDArray[np.bool_]:
        """Return which of the (normalised) texts are advertisements; what is written in another language is none."""
        said = np.zeros(texts.len(), np.bool_)
        for start in range(0, texts.len(), SLICE):
            part, place = texts.slice(start, SLICE), pl.col("text").cast(pl.Int64) - start
            broken = rules.with_columns(place).filter(pl.col("text").is_between(0, part.len() - 1))
            said[start : start + SLICE] = (self.scores(part, broken) >= self.threshold) & self.known(part)
        return said

    def reasons(self, texts: pl.Series) -> list[str]:
        """Return for each text the terms that carried the verdict, the heaviest first, each with what it adds."""
        text_of, at, adds = self._contributions(grams(texts), texts.len())
        best = pl.DataFrame({"text": text_of, "at": at, "adds": adds}).filter(pl.col("adds") > 0)
        best = best.sort("adds", descending=True).group_by("text", maintain_order=True).head(TERMS_SHOWN)
        by_text: list[dict[str, float]] = [{} for _text in range(texts.len())]
        for text, place, add in best.iter_rows():
            if term := self._table[2][place].strip():  # at the edge of a text and inside it, it reads the same
                by_text[text][term] = by_text[text].get(term, 0.0) + add
        return [", ".join(f"{term} {add:+.1f}" for term, add in terms.items()) for terms in by_text]


def plain(text: pl.Expr) -> pl.Expr:
    """Return a text as the model sees it: its own words, normalised, spaces single."""
    return normalised(own_words(text.str.head(LONGEST))).str.replace_all(r"\s+", " ").str.strip_chars()


def script_of(texts: pl.Series) -> pl.Series:
    """Return the script that most letters of each (normalised) text belong to."""
    table = pl.DataFrame({"text": texts})
    counts = table.select(pl.col("text").str.count_matches(kind).alias(name) for name, kind in SCRIPTS.items())
    most = counts.select(
        pl.concat_list(pl.all()).list.arg_max().alias("most"), pl.sum_horizontal(pl.all()).alias("all")
    )
    names = pl.Series([*SCRIPTS, "other"])
    place = most.select(pl.when(pl.col("all") > 0).then("most").otherwise(len(SCRIPTS))).to_series()
    return names.gather(place)


def code_of(term: str) -> int:
    """Return the code of a run of characters; the edge of a text is written as a line break."""
    code = 0
    for letter in term:
        code = (code * _BASE + (_EDGE if letter == "\n" else ord(letter))) % 2**64
    return code


def runs(texts: Iterable[str]) -> set[str]:
    """Return the runs of characters of texts, as ``grams`` finds them."""
    framed = [f"\n{text.replace(chr(10), ' ')}\n" for text in texts]
    sizes = range(1, RUN + 1)
    found = {text[at : at + size] for text in framed for size in sizes for at in range(len(text) - size + 1)}
    return found - {"\n"}


def lengths(text: Ints, size: Floats, count: int, least: float = 1e-9) -> Floats:
    """Return the length (root of the sum of squares) of each of ``count`` texts, at least ``least``."""
    return np.asarray(np.maximum(np.sqrt(np.bincount(text, size**2, minlength=count)), least), np.float64)


def grams(texts: pl.Series) -> Grams:
    """Return the runs of one to RUN characters of texts, the edges of a text counted as characters."""
    framed = texts.str.replace_all("\n", " ", literal=True)
    sizes = framed.str.len_chars().to_numpy().astype(np.int64) + 2
    joined = "\x01" + "\x01\x01".join(framed) + "\x01" if framed.len() else ""
    letters = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    owner = np.repeat(np.arange(sizes.size), sizes)
    texts_of, codes = [owner[letters != _EDGE]], [letters[letters != _EDGE]]
    run = letters
    for more in range(1, RUN):
        run = run[:-1] * np.uint64(_BASE) + letters[more:]  # wraps around
        inside = owner[:-more] == owner[more:]
        texts_of.append(owner[:-more][inside])
        codes.append(run[inside])
    pairs = pl.DataFrame({"text": np.concatenate(texts_of), "code": np.concatenate(codes)}).unique(maintain_order=True)
    return Grams(text=pairs["text"].to_numpy(), code=pairs["code"].to_numpy())


def traits(texts: pl.Series) -> Floats:
    """Return what is seen of each text's form, one column for each of TRAITS."""
    table = pl.DataFrame({"text": texts})
    letters = pl.col("text").str.len_chars()
    share = [pl.col("text").str.count_matches(kind) / pl.max_horizontal(letters, 1) for kind in ("[0-9]", "[a-z]")]
    form = table.select(
        ((1 + letters).log() / 5).alias("length"),
        share[0].alias("digits"),
        share[1].alias("latin"),
        (letters > 30).cast(pl.Float64).alias("long"),
        pl.col("text").str.contains(_TO_REACH).cast(pl.Float64).alias("number"),
    )
    return form.to_numpy().astype(np.float64)


def save(model: Model, path: Path) -> None:
    """Keep a model; GroupctlError where the file cannot be written."""
    text = json.dumps({"schema": SCHEMA, **asdict(model)}, ensure_ascii=False, separators=(",", ":"))
    with locked(path):
        write_atomic(path, text + "\n")


def load(path: Path) -> Model | None:
    """Return the model that is kept at ``path``; None where there is none. ProjectError where it cannot be read."""
    try:
        return _model(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, AttributeError, ArithmeticError, RecursionError) as error:
        raise ProjectError(
            _("{path}: this is no model that groupctl wrote").format(path=path),
            _("delete it and learn again: groupctl audit CHAT --learn LABELS"),
        ) from error


def _model(kept: dict[str, Any]) -> Model:
    """Return the model that was kept; any of the errors that ``load`` catches where it is none."""
    if kept.pop("schema", "") != SCHEMA:
        raise ValueError(SCHEMA)
    given = {str(term): tuple(map(float, numbers)) for term, numbers in kept.pop("terms").items()}
    terms = {term: (one, two, three, four) for term, (one, two, three, four) in given.items()}
    rules, form, scripts = (
        {str(name): float(weight) for name, weight in kept.pop(part).items()} for part in ("rules", "traits", "scripts")
    )
    if not terms or form.keys() != set(TRAITS):
        raise ValueError(FILE)
    counts: dict[str, Any] = {name: int(kept.pop(name)) for name in ("learned_from", "adverts")}
    numbers: dict[str, Any] = {name: float(kept.pop(name)) for name in ("bias", "threshold", "f1")}
    if kept:
        raise ValueError(FILE)
    return Model(terms=terms, rules=rules, traits=form, scripts=scripts, **counts, **numbers)
