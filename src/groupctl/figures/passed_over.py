"""Operators' posts that the chatter passes over: people are there and talk, and nobody takes up what was posted."""

import datetime as dt
import re
from functools import cache

import numpy as np
import polars as pl

from groupctl.figures import everyday
from groupctl.figures.conversation import Conversation

BEFORE, AFTER = np.timedelta64(15, "m"), np.timedelta64(30, "m")
"""Within these around a post people talk among themselves."""
LEAST_BEFORE, LEAST_AFTER = 2, 3
"""So many messages by members make it chatter."""
BRING = ("link", "file", "forward", "poll")
"""Kinds of messages that bring something."""
LONG_BYTES = 150
"""Bytes of UTF-8 (50 Chinese characters) from which on a text is a post and no remark."""
READ_ON = 10
"""Messages after the post in which somebody would take it up."""
MOST_POSTS = 300
"""The latest posts that are looked at."""
TAKEN_UP = dt.timedelta(hours=2)
"""How long a reply by link or by name may take."""
ACKNOWLEDGED = re.compile(
    r"^\W+$|^\W*(?:收到|好的?|谢谢|感谢|多谢|辛苦|赞|牛|厉害|学到|支持|报名|[1１6６]+|已\S{1,3}|同意|可以|参加"
    r"|ok(?:ay)?|thanks?|thank you|thx|great|nice|cool|got it|count me in|i'?m in|sure|agreed|yes)(?:\W|$|[的了啊呀])",
    re.IGNORECASE,
)
"""A short word of reply, or a sign."""
SHORT_BYTES = 30
"""Bytes of UTF-8 (ten Chinese characters) up to which such a word is the whole message; else talk goes on behind it."""
_WORD = re.compile(r"[^\W\d_\u3400-\u9fff]{4,}")
_NO_BEGINNING, _NO_END = everyday.ZH_EDGE + everyday.ZH_BEGINNING, everyday.ZH_EDGE + everyday.ZH_END
_PAIR = re.compile(rf"(?=(?![{_NO_BEGINNING}])([\u3400-\u9fff](?![{_NO_END}])[\u3400-\u9fff]))")
"""Pairs of Chinese characters that could be a word, overlapping."""


def posts(talk: Conversation) -> pl.DataFrame:
    """Return the turns in which operators bring something into the talk: ``row``, ``who``, ``local``.

    A link, a file, a forward or a text of some length, put to nobody by name; what is shorter is part of the talk.
    """
    text = pl.col("text").fill_null("")
    brings = pl.col("kind").is_in(BRING) | (text.str.len_bytes() >= LONG_BYTES) | text.str.contains("://", literal=True)
    own = talk.turns.filter(pl.col("operator") & ~pl.col("turn").is_in(talk.addressed["turn"].unique().implode()))
    # Eager on purpose: in a lazy plan the texts of everybody would be searched.
    return talk.talk.join(own.select("row"), on="row", how="semi").filter(brings).select("row", "who", "local")


def passed_over(talk: Conversation, posts: pl.DataFrame) -> pl.DataFrame:
    """Return the posts around which members talked, in order: ``row``, ``chatter``, ``taken``.

    ``chatter`` counts the members' messages in the half hour after it. ``posts`` holds ``row``, ``who``, ``local`` of
    what operators posted. A post is taken up where somebody replies to its author by link or by name, or one of the
    next members' messages acknowledges it or shares a word with it.
    """
    members = talk.talk.filter(~pl.col("operator"))
    times, moments = members["local"].to_numpy(), posts["local"].to_numpy()
    place = np.searchsorted(times, moments, side="right")
    before = place - np.searchsorted(times, moments - BEFORE)
    after = np.searchsorted(times, moments + AFTER, side="right") - place
    judged = posts.with_columns(pl.Series("place", place), pl.Series("chatter", after)).filter(
        pl.Series((before >= LEAST_BEFORE) & (after >= LEAST_AFTER))
    )
    judged = judged.tail(MOST_POSTS)
    spoken_to = _spoken_to(talk, judged)
    texts = dict(talk.talk.join(judged, on="row", how="semi").select("row", "text").iter_rows())
    taken = [
        row in spoken_to or _taken_up(texts[row] or "", members["text"].slice(start, min(READ_ON, count)).to_list())
        for row, start, count in judged.select("row", "place", "chatter").iter_rows()
    ]
    return judged.select("row", "chatter").with_columns(pl.Series("taken", taken, dtype=pl.Boolean))


def _spoken_to(talk: Conversation, posts: pl.DataFrame) -> set[int]:
    """Return the posts (rows) whose author somebody speaks to soon after."""
    said = talk.addressed.join(talk.talk.select("row", pl.col("local").alias("replied")), on="row")
    to_author = posts.join(said.select("target", "replied"), left_on="who", right_on="target")
    waited = pl.col("replied") - pl.col("local")
    return set(to_author.filter(waited.is_between(pl.duration(), TAKEN_UP))["row"])


def _taken_up(post: str, replies: list[str | None]) -> bool:
    said = _words(post)
    return any(_acknowledges(reply) or said & _words(reply) for reply in replies if reply)


def _acknowledges(reply: str) -> bool:
    return len(reply.encode()) <= SHORT_BYTES and ACKNOWLEDGED.match(reply) is not None


def _words(text: str) -> set[str]:
    """Return what two texts can share: words and pairs of Chinese characters, everyday ones left out."""
    return {*_WORD.findall(text.lower()), *_PAIR.findall(text)} - _background()


@cache
def _background() -> frozenset[str]:
    return frozenset(everyday.listed(everyday.ZH + everyday.EN))
