"""Chinese terms without a dictionary: runs of 2 to 4 characters that hold together and stand among changing ones.

A run is a term where its characters come together far more often than by chance (pointwise mutual information of its
weakest joint) and where what stands before and behind it varies (left and right entropy): 选题 in 想选题, 选题会, 选题
库, but not 题会. The measures are those of new-word discovery (Church & Hanks 1990; branching entropy).
"""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import polars as pl

from groupctl.figures import everyday

LONGEST = 4
COHESION = 2.5
"""Natural logarithm: how many times as often as by chance (12) the weakest joint has to occur."""
FREEDOM = 0.9
"""Nats: entropy of the neighbours on the poorer side; three of three different ones give 1.1, two of three 0.6."""

_BETWEEN = rf"{everyday.ZH_AFTER_FIGURES}|\P{{Han}}+"

_Codes = npt.NDArray[np.int64]


def han_terms(texts: pl.DataFrame, least: int) -> pl.DataFrame:
    """Return Chinese terms that occur ``least`` times: ``row``, ``term``, one row a message and term.

    ``texts`` holds ``row`` and ``text``, cleaned.
    """
    runs = texts.select("row", pl.col("text").str.replace_all(_BETWEEN, "\n")).filter(pl.col("text") != "\n")
    if runs.is_empty():
        return pl.DataFrame(schema={"row": texts.schema["row"], "term": pl.String})
    characters = np.frombuffer("\n".join(["", *runs["text"], ""]).encode("utf-32-le"), dtype=np.uint32)
    alphabet, codes = _dense(characters)
    rows = np.repeat(runs["row"].to_numpy(), runs["text"].str.len_chars().to_numpy() + 1)
    found = [
        grams.join(_words(grams, frequent, alphabet), on="gram").select("place", "term")
        for grams, frequent in _grams(codes, alphabet.size, least)
    ]
    places = pl.concat(found)
    return places.select(pl.lit(pl.Series(rows)).gather(pl.col("place") - 1).alias("row"), "term").unique(
        maintain_order=True
    )


def _dense(characters: npt.NDArray[np.uint32]) -> tuple[npt.NDArray[np.uint32], _Codes]:
    """Return the distinct characters, and each character as its place among them; the separator is 0."""
    alphabet = np.flatnonzero(np.bincount(characters)).astype(np.uint32)
    number = np.zeros(int(alphabet[-1]) + 1, dtype=np.int64)
    number[alphabet] = np.arange(alphabet.size)
    return alphabet, number[characters]


def _grams(codes: _Codes, base: int, least: int) -> Iterator[tuple[pl.DataFrame, pl.DataFrame]]:
    """Yield for 2, 3, 4 characters the frequent grams by place, and what is known of each.

    First frame: ``place``, ``gram``; second: ``gram``, ``count``, ``cohesion``, ``freedom``, ``length``.
    """
    counts = {1: pl.DataFrame({"gram": codes}).filter(pl.col("gram") > 0).group_by("gram").len("count")}
    total = int(counts[1]["count"].sum())
    within = codes > 0
    key, whole = codes.copy(), within.copy()
    for length in range(2, LONGEST + 1):
        key = key[:-1] * base + codes[length - 1 :]
        whole = whole[:-1] & within[length - 1 :]
        place = np.flatnonzero(whole)
        grams = pl.DataFrame({"place": place, "gram": key[place]})
        counts[length] = grams.group_by("gram").len("count").filter(pl.col("count") >= least)
        kept = grams.join(counts[length], on="gram", how="semi", maintain_order="left")
        known = _cohesion(counts, length, base, total).join(_freedom(kept, codes, length), on="gram")
        yield kept, known.with_columns(pl.lit(length).alias("length"), pl.lit(base).alias("base"))


def _cohesion(counts: dict[int, pl.DataFrame], length: int, base: int, total: int) -> pl.DataFrame:
    """Return ``gram``, ``count`` and ``cohesion``: the pointwise mutual information of the weakest joint."""
    table = counts[length]
    for left in range(1, length):
        rest = base ** (length - left)
        head = counts[left].select(pl.col("gram").alias("head"), pl.col("count").alias("heads"))
        tail = counts[length - left].select(pl.col("gram").alias("tail"), pl.col("count").alias("tails"))
        table = (
            table.with_columns((pl.col("gram") // rest).alias("head"), (pl.col("gram") % rest).alias("tail"))
            .join(head, on="head", how="left")
            .join(tail, on="tail", how="left")
            .with_columns((pl.col("count") * total / (pl.col("heads") * pl.col("tails"))).log().alias(f"joint{left}"))
            .drop("head", "tail", "heads", "tails")
        )
    joints = [f"joint{left}" for left in range(1, length)]
    return table.select("gram", "count", pl.min_horizontal(joints).alias("cohesion"))


def _freedom(grams: pl.DataFrame, codes: _Codes, length: int) -> pl.DataFrame:
    """Return ``gram`` and ``freedom``: the entropy of its neighbours on the poorer side, every border a new one."""
    place = grams["place"].to_numpy()
    sides = [_entropy(grams["gram"], codes[place - 1]), _entropy(grams["gram"], codes[place + length])]
    both = sides[0].join(sides[1], on="gram", suffix="_right")
    return both.select("gram", pl.min_horizontal("entropy", "entropy_right").alias("freedom"))


def _entropy(gram: pl.Series, neighbour: _Codes) -> pl.DataFrame:
    share = pl.col("len") / pl.col("len").sum().over("gram")
    # At a border anything may have stood: each counts as a neighbour of its own.
    alone = pl.when(pl.col("neighbour") == 0).then(pl.col("len").sum().over("gram").log()).otherwise(-share.log())
    return (
        pl.DataFrame({"gram": gram, "neighbour": neighbour})
        .group_by("gram", "neighbour")
        .len()
        .with_columns((share * alone).alias("entropy"))
        .group_by("gram")
        .agg(pl.col("entropy").sum())
    )


def _words(_grams: pl.DataFrame, known: pl.DataFrame, alphabet: npt.NDArray[np.uint32]) -> pl.DataFrame:
    """Return the grams that are terms: ``gram``, ``term``."""
    free = known.filter((pl.col("cohesion") >= COHESION) & (pl.col("freedom") >= FREEDOM))
    if free.is_empty():
        return pl.DataFrame(schema={"gram": pl.Int64, "term": pl.String})
    length, base = free["length"][0], free["base"][0]
    codes = free["gram"].to_numpy()
    letters = [alphabet[codes // base ** (length - 1 - place) % base] for place in range(length)]
    text = np.column_stack(letters).astype("<u4").tobytes().decode("utf-32-le")
    term = pl.Series("term", [text[at : at + length] for at in range(0, len(text), length)], dtype=pl.String)
    return free.select("gram").with_columns(term).filter(_may_be_a_term())


def _may_be_a_term() -> pl.Expr:
    term = pl.col("term")
    begins, ends = everyday.ZH_EDGE + everyday.ZH_BEGINNING, everyday.ZH_EDGE + everyday.ZH_END
    return (
        ~term.str.contains(f"^[{begins}]|[{ends}]$")
        & ~term.str.contains("[的了吗呢吧啊我你他她们这那哪]")
        & ~term.str.contains(everyday.ZH_COUNTED)
        & ~term.str.contains(everyday.ZH_GLUED)
        & ~term.is_in(everyday.listed(everyday.ZH))
    )
