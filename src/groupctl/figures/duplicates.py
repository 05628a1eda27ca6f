"""Texts that say nearly the same: exact copies, and copies with a word, a number or an ornament changed.

Near copies are found by their sketches: of the runs of ``RUN`` letters in a text, the least under each of ``HASHES``
random orders. The share of places in which two sketches agree estimates how many of all their runs two texts have in
common (A. Broder, On the resemblance and containment of documents, 1997). Texts are only compared where one of
``HASHES / BAND`` bands of their sketches is the same, so that cost grows with the number of texts and not its square.
"""

from itertools import pairwise

import numpy as np
import numpy.typing as npt
import polars as pl

RUN = 4
"""Letters that are looked at together: a word in Chinese."""
BAND = 3
HASHES = 18
ALIKE = 0.6
"""Share of runs in common from which two texts are near copies."""
LEAST_LETTERS = 12
"""Shorter texts are alike by chance."""
_PIECE = 2_000_000
"""Letters that are hashed at once: what the processor's cache and a small machine's memory can hold."""

_Hashes = npt.NDArray[np.uint64]


def copy_key(text: pl.Expr) -> pl.Expr:
    """Return what exact copies have in common: letters in lower case; numbers, spaces and ornaments may differ."""
    return text.str.to_lowercase().str.replace_all(r"\P{L}+", "")


def near_duplicates(said: pl.DataFrame, *, least: int = LEAST_LETTERS) -> pl.DataFrame:
    """Return the messages of ``said`` (``row``, ``text``) that say nearly the same as another one.

    Columns: ``row``, ``group`` (the ``row`` of the first of them), in order of both. ``least`` is how many letters a
    text needs.
    """
    long = said.filter(pl.col("text").str.len_chars() >= least)
    texts = long.group_by("text", maintain_order=True).agg(pl.col("row").first())
    texts = texts.with_columns(copy_key(pl.col("text")).alias("key"))
    keys = texts.filter(pl.col("key").str.len_chars() >= least).unique("key", keep="first", maintain_order=True)
    keys = keys.select("key", _groups(keys["key"], keys["row"]))
    found = long.select("row", "text").join(texts.select("text", "key"), on="text", maintain_order="left")
    found = found.join(keys, on="key", maintain_order="left").select("row", "group")
    return found.filter(pl.col("group").is_duplicated()).sort("group", "row")


def _groups(keys: pl.Series, rows: pl.Series) -> pl.Series:
    """Return for each of the distinct ``keys`` the first of the ``rows`` among its near copies, as ``group``."""
    pairs = _alike(sketches(keys))
    leader = np.arange(keys.len())
    while True:  # each round at least halves the longest way to a leader
        nearer = leader.copy()
        np.minimum.at(nearer, pairs[:, 1], leader[pairs[:, 0]])
        np.minimum.at(nearer, pairs[:, 0], leader[pairs[:, 1]])
        nearer = nearer[nearer]
        if np.array_equal(nearer, leader):
            return rows.gather(leader).alias("group")
        leader = nearer


def _alike(sketch: _Hashes) -> npt.NDArray[np.intp]:
    """Return pairs of places whose sketches agree, each near copy with the first one that shares a band with it."""
    found = [np.empty((0, 2), np.intp)]
    for start in range(0, HASHES, BAND):
        bands = sketch[:, start : start + BAND]
        same = pl.DataFrame({"band": pl.DataFrame(bands).hash_rows()}).with_row_index("place")
        pairs = same.with_columns(pl.col("place").first().over("band").alias("leader"))
        pairs = pairs.filter(pl.col("place") != pl.col("leader"))
        place, leader = pairs["place"].to_numpy().astype(np.intp), pairs["leader"].to_numpy().astype(np.intp)
        agree = (sketch[place] == sketch[leader]).mean(axis=1) >= ALIKE if place.size else np.empty(0, bool)
        found.append(np.column_stack([leader[agree], place[agree]]))
    return np.concatenate(found)


def sketches(texts: pl.Series) -> _Hashes:
    """Return one row of ``HASHES`` hashes a text; texts have ``RUN`` letters at least."""
    lengths = texts.str.len_chars().to_numpy().astype(np.int64)
    piece = (lengths.cumsum() // _PIECE).astype(np.int64)
    cuts = [0, *(np.flatnonzero(np.diff(piece)) + 1), lengths.size] if lengths.size else [0]
    rows = [_sketch_piece(texts[start:end], lengths[start:end]) for start, end in pairwise(cuts)]
    return np.concatenate(rows) if rows else np.empty((0, HASHES), np.uint64)


def _sketch_piece(texts: pl.Series, lengths: npt.NDArray[np.int64]) -> _Hashes:
    letters = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    odd = np.random.default_rng(1997).integers(0, 2**63, RUN + HASHES, dtype=np.uint64) * np.uint64(2) + np.uint64(1)
    runs = letters[: letters.size - RUN + 1] * odd[0]
    for offset in range(1, RUN):
        runs += letters[offset : letters.size - RUN + 1 + offset] * odd[offset]
    runs ^= runs >> np.uint64(29)
    starts = lengths.cumsum() - lengths
    # Runs that reach into the next text are none; those of the last text are not there at all.
    crossing = np.concatenate([(starts + lengths)[:-1] - last for last in range(1, RUN)])
    least = []
    for factor in odd[RUN:]:
        order = runs * factor
        order ^= order >> np.uint64(32)
        order[crossing] = np.iinfo(np.uint64).max
        least.append(np.minimum.reduceat(order, starts))
    return np.column_stack(least)
