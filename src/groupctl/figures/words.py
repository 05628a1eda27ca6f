"""Words that can show what a turn is about, and how rare those are that two turns share."""

import numpy as np
import numpy.typing as npt
import polars as pl

from groupctl.figures.conversation import Conversation
from groupctl.figures.patterns import ascii_only
from groupctl.figures.question_forms import COMMON_WORDS, URL

UNSEEN = 100
"""Turns added to those in question, so that in a short log, too, a word in two turns is a rare one."""
RARE_SHARE, RARE_LEAST = 0.02, 5
"""Of the turns in question: a word in more of them than this (and in more than so many) shows no topic."""
LONGEST = 400
"""Characters of a text whose words are looked at."""
LATIN = "[A-Za-z][A-Za-z0-9_.+#-]{2,}"
_ROOM = 2**32
_Ints = npt.NDArray[np.int64]


def rare_words(talk: Conversation, looked_at: npt.NDArray[np.bool_]) -> pl.DataFrame:
    """Return the words that few of the turns marked in ``looked_at`` use, as numbers.

    Columns: ``turn``, ``word``, ``rarity`` (the logarithm of one over its share of turns, less for long turns, which
    share words by chance). Latin words of three letters and more; pairs of Chinese characters at every place.
    """
    said = talk.turn_of.select("turn").with_columns(talk.talk["text"].str.head(LONGEST).alias("text"))
    said = said.filter(pl.Series(looked_at).gather(said["turn"])).drop_nulls("text")
    said = said.with_columns(pl.col("text").hash().alias("key"))
    texts = said.group_by("key", maintain_order=True).agg(pl.col("text").first(), pl.len().alias("times"))
    texts = texts.with_row_index("place")
    place, word = _spelled(texts)
    # Counted by number: windows over as many words as texts hold are ten times as dear.
    uses = np.bincount(word, weights=texts["times"].to_numpy()[place])[word]
    words = np.bincount(place, minlength=texts.height)[place]
    count = int(looked_at.sum()) + UNSEEN
    few = uses <= max(count * RARE_SHARE, RARE_LEAST)
    rare = pl.DataFrame({"place": place[few], "word": word[few], "uses": uses[few], "length": words[few]})
    of_text = rare.join(texts.select("key", pl.col("place").cast(pl.Int64)), on="place")
    spoken = said.select("turn", "key").join(of_text, on="key", maintain_order="left")
    length = 1 + (1 + pl.col("length").cast(pl.Float64)).log()
    return spoken.select("turn", "word", ((count / pl.col("uses")).log() / length).alias("rarity")).unique(
        ["turn", "word"], keep="first"
    )


def _spelled(texts: pl.DataFrame) -> tuple[_Ints, _Ints]:
    """Return the words of distinct texts (``place``, ``text``), each once a text: places, and numbers of words."""
    runs = _runs(texts).with_columns(pl.col("run").hash().alias("key"))
    # The same run stands in many texts: each is cut into words once.
    distinct = runs.select("key", "run")[runs["key"].arg_unique()].with_columns(pl.col("run").str.to_lowercase())
    words = _words(distinct).filter(~pl.col("word").is_in(COMMON_WORDS))
    numbers = words.select("key", pl.col("word").hash().rank("dense").alias("word") - 1)
    pairs = runs.select("place", "key").join(numbers, on="key")
    # Two numbers in one, of which duplicates are found six times as quickly as of two columns.
    packed = pairs.select(pl.col("place").cast(pl.Int64) * _ROOM + pl.col("word")).to_series().unique().to_numpy()
    return packed // _ROOM, packed % _ROOM


def _runs(texts: pl.DataFrame) -> pl.DataFrame:
    """Return the runs of letters in texts (``place``, ``text``), links left out: ``place``, ``run``."""
    text = pl.col("text")
    linked = text.str.contains("://", literal=True) | text.str.contains(r"(?i)www\.")
    bare = texts.filter(linked).with_columns(text.str.replace_all(ascii_only(URL), " "))
    ascii_ = text.str.len_bytes() == text.str.len_chars()
    read = pl.concat([texts.filter(~linked), bare])
    found = [(read.filter(ascii_), LATIN), (read.filter(~ascii_), rf"{LATIN}|\p{{Han}}{{2,}}")]
    runs = pl.concat(part.select("place", text.str.extract_all(pattern).alias("run")) for part, pattern in found)
    return runs.explode("run").drop_nulls()


def _words(runs: pl.DataFrame) -> pl.DataFrame:
    """Return the words in distinct runs of letters in lower case (``key``, ``run``): ``key``, ``word``."""
    run = pl.col("run")
    latin = run < "{"  # what follows z
    pairs = [run.str.extract_all(r"\p{Han}{2}"), run.str.slice(1).str.extract_all(r"\p{Han}{2}")]
    return pl.concat(
        [
            runs.filter(latin).select("key", run.str.strip_chars_end(".-+").alias("word")),
            *(runs.filter(~latin).select("key", pair.alias("word")).explode("word").drop_nulls() for pair in pairs),
        ]
    )


def _ranges(starts: npt.NDArray[np.int64], length: int, size: int) -> npt.NDArray[np.bool_]:
    """Return the places among ``size`` that lie within ``length`` after one of ``starts``."""
    steps = np.zeros(size + length + 1, np.int64)
    np.add.at(steps, starts, 1)
    np.add.at(steps, starts + length, -1)
    return steps.cumsum()[:size] > 0


def shared_rarity(talk: Conversation, asked: pl.Series, *, ahead: int) -> pl.DataFrame:
    """Return which of the ``ahead`` turns after each question share rare words with it, and how rare.

    Columns: ``turn`` (of the question), ``then`` (the later turn), ``rarity`` (of all shared words together).
    """
    starts = asked.unique().to_numpy().astype(np.int64)
    spoken = rare_words(talk, _ranges(starts, ahead + 1, talk.turns.height))
    code = pl.col("word") * _ROOM + pl.col("turn")
    keys = spoken.select("turn", code.alias("code"), "rarity").sort("code")
    code_of = keys["code"].to_numpy()
    asks = keys["turn"].is_in(asked.implode()).to_numpy().nonzero()[0]
    first = np.searchsorted(code_of, code_of[asks], "right")
    counts = np.searchsorted(code_of, code_of[asks] + ahead, "right") - first
    later = np.arange(counts.sum()) - np.repeat(counts.cumsum() - counts, counts) + np.repeat(first, counts)
    shared = pl.DataFrame({"turn": keys["turn"].gather(np.repeat(asks, counts)), "then": keys["turn"].gather(later)})
    return shared.with_columns(keys["rarity"].gather(later)).group_by("turn", "then").agg(pl.col("rarity").sum())
