"""Who replies to whom: by name, by reply link, or by speaking up right after somebody.

Where people rarely name whom they speak to (WeChat), who speaks next speaks to the one before; where they usually do
(IRC, Gitter), only a name or a link counts.
"""

import polars as pl

from groupctl.figures.answers import ADDRESSING_LOG
from groupctl.figures.conversation import Conversation
from groupctl.figures.turns import TURN_GAP

LOOK_AHEAD = 8
"""Turns after a message among which the next speakers are looked for: its writer may go on before they speak."""
NEXT_WITHIN = 2
"""Speakers after a message of whom one may reply to it in a crowd."""
AT_ONCE = pl.duration(minutes=30)
LATEST = pl.duration(days=7)
"""Who names somebody later than this speaks of something else."""
_ROOM = 2**32
"""Two people in one number, which sorts many times quicker than two columns."""


def replies(talk: Conversation) -> pl.DataFrame:
    """Return how often each replied to each: ``who``, ``target``, ``replies`` (in turns, not in messages).

    A reply is a turn that names somebody or links to a message of theirs; where fewer than ADDRESSING_LOG of all
    turns name somebody, also one that follows the turn of somebody else within TURN_GAP and names nobody.
    """
    pairs = [talk.addressed.unique(["turn", "target"]).select(_pair(pl.col("target")))]
    if talk.naming_share < ADDRESSING_LOG:
        pairs.append(_next_speakers(talk))
    counted = pl.concat(pairs).select(pl.col("pair").sort().rle()).unnest("pair")
    return counted.select(
        (pl.col("value") // _ROOM).cast(pl.UInt32).alias("who"),
        (pl.col("value") % _ROOM).cast(pl.UInt32).alias("target"),
        pl.col("len").alias("replies"),
    )


def _pair(target: pl.Expr) -> pl.Expr:
    return (pl.col("who").cast(pl.UInt64) * _ROOM + target).alias("pair")


def _next_speakers(talk: Conversation) -> pl.DataFrame:
    """Return the pairs of turns that name nobody with whom they follow at once."""
    before = pl.col("who").shift()
    follows = (pl.col("who") != before) & (pl.col("began") - pl.col("ended").shift() <= TURN_GAP)
    unnamed = ~pl.col("turn").is_in(talk.addressed["turn"].unique().implode())
    return talk.turns.lazy().select(pl.when(follows & unnamed).then(_pair(before))).drop_nulls().collect()


def replies_by_person(pairs: pl.DataFrame) -> pl.DataFrame:
    """Return one row a person: ``who``, ``replies_given``, ``replies_received``, ``partners``.

    ``pairs`` comes from ``replies``; ``partners`` is how many others they spoke to or were spoken to by.
    """
    given = pl.col("replies")
    both = pl.concat(
        [
            pairs.select("who", pl.col("target").alias("other"), given.alias("given"), (given * 0).alias("received")),
            pairs.select(
                pl.col("target").alias("who"), pl.col("who").alias("other"), (given * 0).alias("given"),
                given.alias("received"),
            ),
        ]
    )  # fmt: skip
    return both.group_by("who").agg(
        pl.col("given").sum().alias("replies_given"),
        pl.col("received").sum().alias("replies_received"),
        pl.col("other").n_unique().alias("partners"),
    )


def first_replies(talk: Conversation, posts: pl.DataFrame, *, minutes: float) -> pl.DataFrame:
    """Return messages with the first reply to each: the columns of ``posts``, ``reply`` (a row), ``by``, ``after``.

    ``posts`` holds ``row``, ``turn``, ``who``, ``local``, in order; the last three columns are null where there is no
    reply. A reply names the writer or links to them within LATEST. Where people rarely name anybody, it is also what
    one of the next NEXT_WITHIN speakers says at once; after silence, what the next one says within ``minutes``.
    """
    found = pl.concat([_naming(talk, posts), _next_to_speak(talk, posts, minutes)])
    said = talk.talk.select(pl.col("row").alias("reply"), pl.col("who").alias("by"), pl.col("local").alias("at"))
    replies = (
        found.join(said, on="reply", maintain_order="left")
        .join(posts.select("turn", "local"), on="turn", maintain_order="left")
        .select("turn", "reply", "by", (pl.col("at") - pl.col("local")).alias("after"))
        .filter(pl.col("after") <= LATEST)
        .sort("reply")
        .unique("turn", keep="first", maintain_order=True)
    )
    return posts.join(replies, on="turn", how="left", maintain_order="left")


def _naming(talk: Conversation, posts: pl.DataFrame) -> pl.DataFrame:
    """Return what speaks to the writer of a post by name or link before they post again: ``turn``, ``reply``."""
    post = posts.select(pl.col("who").alias("target"), "turn", pl.col("row").alias("post"))
    spoken = talk.addressed.select(pl.col("row").alias("reply"), "target")
    after = spoken.join_asof(post, left_on="reply", right_on="post", by="target", check_sortedness=False)
    return after.drop_nulls("turn").select("turn", "reply")


def _next_to_speak(talk: Conversation, posts: pl.DataFrame, minutes: float) -> pl.DataFrame:
    """Return what others say right after a post, unless it names somebody or is such a post: ``turn``, ``reply``."""
    turns = talk.turns
    ahead = pl.int_ranges(pl.col("turn") + 1, pl.col("turn") + 1 + LOOK_AHEAD, dtype=pl.UInt32)
    silence = (turns["began"] - turns["ended"].shift()).alias("silence")
    pairs = (
        posts.select("turn", "who", "local", silence.gather(posts["turn"]), ahead.alias("then"))
        .explode("then")
        .filter(pl.col("then") < turns.height)
    )
    later = turns.select(pl.col("who").alias("by"), pl.col("row").alias("reply"), "began")[pairs["then"]]
    to_somebody, posted = talk.addressed["turn"].unique().implode(), posts["turn"].implode()
    others = (
        pl.concat([pairs, later], how="horizontal")
        .filter(pl.col("by") != pl.col("who"))
        .with_columns(pl.int_range(1, pl.len() + 1).over("turn").alias("place"))
        .with_columns((pl.col("began") - pl.col("local")).alias("after"))
        .filter(~pl.col("then").is_in(to_somebody) & ~pl.col("then").is_in(posted))
    )
    quiet = (pl.col("silence") >= TURN_GAP).fill_null(value=True)
    replies = quiet & (pl.col("place") == 1) & (pl.col("after") <= pl.duration(minutes=minutes))
    if talk.naming_share < ADDRESSING_LOG:
        replies |= (pl.col("place") <= NEXT_WITHIN) & (pl.col("after") <= AT_ONCE)
    return others.filter(replies).select("turn", "reply")
