"""Floods: one sender who fills the screen, by messages, copies, stickers, pictures, voices or emoji."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from groupctl.figures.rows import with_columns_of
from groupctl.figures.turns import by_speaker

BURST, REPEATS, STICKERS, PICTURES, VOICES, EMOJI = "burst", "repeats", "stickers", "pictures", "voices", "emoji"
BURST_WITHIN = pl.duration(seconds=60)
"""All of a burst lies within less than this: where the export knows minutes only, within one of them."""
FLOOD_SECONDS = 120
FLOOD_WITHIN = pl.duration(seconds=FLOOD_SECONDS)
REPEAT_LEAST = 15
"""Bytes; shorter texts (haha, +1) are said twice by anybody."""
SMALLEST_EMOJI = 3
"""Bytes of the shortest emoji."""
RELAYED = r"^<[^<>\s]{1,40}> "
"""How a bridge to another platform writes what somebody said there: one message of theirs is many of the bridge's."""
_EMOJI = r"\p{Extended_Pictographic}|\[[^\[\]\s]{1,6}\]"
"""A pictograph, or one that WeChat and QQ write out: [微笑]."""
_MEDIA = {"sticker": STICKERS, "image": PICTURES, "video": PICTURES, "other": PICTURES, "voice": VOICES}
"""Kinds of media; ``other`` is what an export left out without saying what it was, most often a picture."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How many of each make a flood."""

    burst: float
    repeats: float
    stickers: float
    pictures: float
    voices: float
    emoji: float


def floods(talk: pl.DataFrame, limits: Limits) -> pl.DataFrame:
    """Return the floods in what was said (``people.talk``), in the order of the log, one row each.

    Columns: ``row`` of the first message and ``last`` of the last, ``who``, ``local``, ``operator``, ``sort`` (what
    there was too much of), ``messages``. Several sorts in the same place are one flood.
    """
    by_sort = {STICKERS: limits.stickers, PICTURES: limits.pictures, VOICES: limits.voices}
    found = pl.concat(
        [
            _emoji_walls(talk, limits.emoji),
            *(_of_media(talk, sort, most) for sort, most in by_sort.items()),
            _repeats(talk, limits.repeats),
            _burst(talk, limits.burst),
        ]
    )
    found = with_columns_of(found, talk, "who", "local", "operator", "text")
    found = found.filter(~pl.col("text").str.contains(RELAYED).fill_null(value=False)).drop("text")
    found = found.sort("who", "row", "last", descending=[False, False, True], maintain_order=True)
    inside = (pl.col("last").shift().cum_max().over("who") >= pl.col("row")).fill_null(value=False)
    return found.filter(~inside).sort("row")


def _burst(talk: pl.DataFrame, most: float) -> pl.DataFrame:
    """Return where one sender writes much in a row; an album is sent at one press, so pictures have their own limit."""
    pictures = pl.col("kind").is_in([kind for kind, name in _MEDIA.items() if name == PICTURES])
    return _in_a_row(talk, ~pictures, most, BURST_WITHIN, BURST)


def _of_media(talk: pl.DataFrame, sort: str, most: float) -> pl.DataFrame:
    what = pl.col("kind").is_in([kind for kind, name in _MEDIA.items() if name == sort])
    # What is not there at all need not be looked for.
    return _in_a_row(talk if talk.select(what.any()).item() else talk.clear(), what, most, FLOOD_WITHIN, sort)


def _in_a_row(talk: pl.DataFrame, what: pl.Expr, most: float, within: pl.Expr, sort: str) -> pl.DataFrame:
    """Return where one sender posts at least ``most`` messages of a kind with nothing in between, in less time.

    In a burst, the sender's own messages of other kinds may stand in between.
    """
    size = max(int(most), 2)
    other = pl.col("who") != pl.col("who").shift()
    if sort != BURST:
        other |= pl.col("what") != pl.col("what").shift()
    lined_up = (
        talk.lazy()
        .select("row", "who", "local", what.alias("what"))
        .with_columns(other.fill_null(value=True).cum_sum().alias("run"))
        .filter("what")
    )
    full = (pl.col("run") == pl.col("run").shift(size - 1)) & (
        pl.col("local") - pl.col("local").shift(size - 1) < within
    )
    begins = pl.col("row").shift(size - 1).alias("begins")
    return _gathered(lined_up.with_columns(begins).filter(full.fill_null(value=False)), ["run"], size, sort)


def _gathered(ends: pl.LazyFrame, keys: list[str], size: int, sort: str) -> pl.DataFrame:
    """Return the floods of which ``ends`` holds every message that completes one (``row``, ``begins``, keys)."""
    return (
        ends.group_by(keys)
        .agg(pl.col("begins").min(), pl.col("row").max().alias("last"), pl.len() + (size - 1))
        .select(
            pl.col("begins").cast(pl.UInt32).alias("row"),
            pl.col("last").cast(pl.UInt32),
            pl.lit(sort).alias("sort"),
            pl.col("len").cast(pl.UInt32).alias("messages"),
        )
        .collect()
    )


def _repeats(talk: pl.DataFrame, most: float) -> pl.DataFrame:
    """Return where one sender posts the same text at least ``most`` times in two minutes."""
    size = max(int(most), 2)
    said = (pl.col("text").str.len_bytes() >= REPEAT_LEAST) & pl.col("kind").is_in(["text", "link"])
    hasty = talk.select("row", "who", "local", "kind", "text")[_hasty(talk, size)].filter(said)
    keyed = hasty.select("row", "who", "local", pl.struct("who", "text").hash().alias("same")).lazy()
    sorted_rows = keyed.filter(pl.col("same").is_duplicated()).sort("same", "row")
    full = (pl.col("same") == pl.col("same").shift(size - 1)) & (
        pl.col("local") - pl.col("local").shift(size - 1) <= FLOOD_WITHIN
    )
    ends = sorted_rows.with_columns(pl.col("row").shift(size - 1).alias("begins"))
    ends = ends.filter(full.fill_null(value=False))
    # The same text tomorrow is another flood.
    return _gathered(ends.with_columns(pl.col("local").dt.date().alias("day")), ["same", "day"], size, REPEATS)


def _hasty(talk: pl.DataFrame, size: int) -> npt.NDArray[np.int64]:
    """Return the places of ``size`` messages or more of one sender within two minutes: few, so that texts can wait."""
    order, back = by_speaker(talk), size - 1
    who, local = talk["who"].to_numpy()[order], talk["local"].to_numpy()[order]
    inside = np.zeros(order.size, np.bool_)
    full = (who[back:] == who[:-back]) & (local[back:] - local[:-back] <= np.timedelta64(FLOOD_SECONDS, "s"))
    for step in range(size):
        inside[step : step + full.size] |= full
    places = order[inside]
    places.sort()
    return places


def _emoji_walls(talk: pl.DataFrame, most: float) -> pl.DataFrame:
    """Return single messages that hold at least ``most`` emoji and little else."""
    text = pl.col("text")
    long = talk.select("row", "text").filter(text.str.len_bytes() >= SMALLEST_EMOJI * most)
    # Pictographs are four bytes long and other letters three at the most; written-out emoji stand in brackets.
    dense = text.str.len_bytes() * 2 > text.str.len_chars() * 7
    walls = long.filter(dense | text.str.contains("][", literal=True))
    walls = walls.filter(text.str.count_matches(_EMOJI) >= most)
    rest = text.str.replace_all(_EMOJI, "").str.len_chars()
    one = pl.lit(1, pl.UInt32).alias("messages")
    return walls.filter(rest < most).select("row", pl.col("row").alias("last"), pl.lit(EMOJI).alias("sort"), one)
