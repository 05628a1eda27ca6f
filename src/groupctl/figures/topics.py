"""Whether people talk about what the group is for: declared topics found in stretches of talk, and what changed.

A topic counts where one of its words stands, or a term that the log itself keeps close to it. Which words those were is
part of the result: a share that nobody can check is worth nothing.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

import polars as pl

from groupctl.figures import everyday
from groupctl.figures.terms import Terms

SURE = 10.83
"""Log-likelihood ratio (Dunning 1993) of two terms that stand together by chance once in a thousand times."""
CLOSE = 0.5
"""A term belongs to a topic where so many of its stretches are about it."""
TOGETHER = 3
"""Stretches in which both have to stand."""
MOST_COMPANIONS = 6
"""Terms that a topic takes along, at most."""
LONGEST_NAME = 6
"""Chinese characters of a topic that may stand in a message as a whole."""
_RUN = re.compile(r"[\u3400-\u9fff]+|[^\W\d_\u3400-\u9fff][^\W_\u3400-\u9fff]*[+#]*")


def forms(topic: str) -> tuple[str, ...]:
    """Return the patterns by which a topic is found in cleaned text: its own words, Chinese ones by pairs.

    A pair that spans two words (映剪 in 剪映剪辑) stands nowhere else and does no harm.
    """
    folded = unicodedata.normalize("NFKC", topic).lower()
    words = _RUN.findall(folded)
    own = [form for word in words for form in _forms(word)]
    return tuple(dict.fromkeys(own or map(re.escape, words)))


def _forms(word: str) -> Iterator[str]:
    if not re.match(r"[\u3400-\u9fff]", word):
        if word not in everyday.listed(everyday.EN):
            ends = r"[a-z]{0,3}(?-u:\b)" if word.isalnum() else ""
            yield rf"(?-u:\b){re.escape(_stem(word))}{ends}" if word.isascii() else re.escape(word)
        return
    if 2 < len(word) <= LONGEST_NAME:
        yield word
    pairs = (word[at : at + 2] for at in range(len(word) - 1))
    background = {*everyday.listed(everyday.ZH)}
    yield from (pair for pair in pairs if pair not in background and not set(pair) & set(everyday.ZH_EDGE))


def _stem(word: str) -> str:
    """Return an English word without its ending: ``pricing`` and ``prices`` give ``pric``."""
    for ending in ("ing", "ies", "ers", "er", "es", "ed", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


def found(texts: pl.DataFrame, topics: Sequence[str]) -> pl.DataFrame:
    """Return where a topic's own words stand, one row a message, topic and word.

    Columns: ``row``, ``stretch``, ``topic`` (its place among those given), ``term``. ``texts`` are a ``Terms``'s.
    """
    seen = [
        texts.select("row", "stretch", pl.lit(None, pl.UInt32).alias("topic"), "text").clear().rename({"text": "term"})
    ]
    for number, topic in enumerate(topics):
        patterns = forms(topic)
        if patterns:
            hit = pl.col("text").str.extract_all("|".join(patterns)).alias("term")
            rows = texts.select("row", "stretch", pl.lit(number, pl.UInt32).alias("topic"), hit)
            seen.append(rows.filter(pl.col("term").list.len() > 0).explode("term").unique(maintain_order=True))
    return pl.concat(seen)


def companions(terms: Terms, hits: pl.DataFrame) -> pl.DataFrame:
    """Return the terms that stand with a topic's words and hardly elsewhere: ``topic``, ``term``, ``together``.

    ``hits`` comes from ``found``. Counted in stretches; words of any topic are nobody's companions.
    """
    about = hits.select("stretch", "topic").unique()
    all_stretches = terms.texts["stretch"].n_unique()
    size = about.group_by("topic").agg(pl.len().alias("about"))
    taken = hits["term"].unique()
    said = terms.said.filter(~pl.col("term").is_in(taken.implode())).select("term", "stretch").unique()
    both = (
        said.join(about, on="stretch")
        .group_by("topic", "term")
        .agg(pl.len().alias("together"))
        .join(said.group_by("term").len("stretches"), on="term")
        .join(size, on="topic")
    )
    close = pl.col("together") / pl.col("stretches")
    chance = pl.col("about") / all_stretches
    return (
        both.filter((pl.col("together") >= TOGETHER) & (close >= CLOSE) & (close > 2 * chance))
        .with_columns(_likelihood(all_stretches).alias("likelihood"))
        .filter(pl.col("likelihood") >= SURE)
        .sort(["topic", "likelihood", "term"], descending=[False, True, False])
        .group_by("topic", maintain_order=True)
        .head(MOST_COMPANIONS)
        .select("topic", "term", "together")
    )


def _likelihood(total: int) -> pl.Expr:
    """Return the log-likelihood ratio of two sets of stretches being independent, from their sizes and overlap."""
    both, term, topic = (pl.col(name).cast(pl.Float64) for name in ("together", "stretches", "about"))
    cells = ((both, term * topic), (term - both, term * (total - topic)), (topic - both, (total - term) * topic),
             (total - term - topic + both, (total - term) * (total - topic)))  # fmt: skip
    return 2 * sum(
        (pl.when(seen > 0).then(seen * (seen * total / expected).log()).otherwise(0.0) for seen, expected in cells),
        start=pl.lit(0.0),
    )


def on_topic(terms: Terms, hits: pl.DataFrame, close: pl.DataFrame) -> pl.DataFrame:
    """Return the members' messages with ``on``: whether a member said a word of a topic in that stretch.

    Columns: ``row``, ``who``, ``local``, ``stretch``, ``on``. ``close`` comes from ``companions``.
    """
    members = terms.texts.filter(~pl.col("operator"))
    said = terms.said.join(members.select("row"), on="row", how="semi")
    led = said.join(close.select("term").unique(), on="term", how="semi")["stretch"]
    about = pl.concat([hits["stretch"], led]).unique()
    return members.select("row", "who", "local", "stretch", pl.col("stretch").is_in(about.implode()).alias("on"))


def weekly(placed: pl.DataFrame) -> pl.DataFrame:
    """Return one row a week (from Monday): ``week``, ``messages``, ``on`` (how many of them on topic)."""
    week = pl.col("local").dt.truncate("1w").dt.date().alias("week")
    return placed.group_by(week).agg(pl.len().alias("messages"), pl.col("on").sum()).sort("week")


def contrast(terms: Terms, part: pl.Series) -> pl.DataFrame:
    """Return how much more a part of the messages (``part``: rows) says each term than the rest, most first.

    Columns: ``term``, ``inside``, ``outside`` (messages), ``z``: weighted log-odds with the whole log as the prior
    (Monroe et al. 2008); beyond 2 or -2 it is hardly chance.
    """
    inside = pl.col("row").is_in(part.implode())
    counted = terms.said.group_by("term").agg(inside.sum().alias("inside"), (~inside).sum().alias("outside"))
    sizes = {side: int(counted[side].sum()) for side in ("inside", "outside")}
    prior = (pl.col("inside") + pl.col("outside")) * min(sizes.values()) / max(sum(sizes.values()), 1)
    odds = {side: pl.col(side) + prior for side in sizes}
    rest = {side: size + min(sizes.values()) - odds[side] for side, size in sizes.items()}
    ratio = (odds["inside"] / rest["inside"]).log() - (odds["outside"] / rest["outside"]).log()
    z = ratio / (1 / odds["inside"] + 1 / odds["outside"]).sqrt()
    if not min(sizes.values()):
        return counted.clear().with_columns(pl.lit(0.0).alias("z"))
    return counted.with_columns(z.alias("z")).sort("z", "term", descending=[True, False])
