"""Relays: senders who post what people of another network wrote, each message with that person's name before it.

A relay (a bridge to another chat) is known by its regularity: nearly all of its messages begin with a name in brackets
or before a colon, and several of the names come again. Who addresses people by name does so with names of this chat.
"""

import polars as pl

from groupctl.chatlog.table import is_message
from groupctl.figures.people import name_key

BRACKETED = r"^\s*(?:<([^<>\n]{1,40})>|\[([^\[\]\n]{1,40})\]|\*\*([^*\n]{1,40})\*\*:?)\s*\S"
BEFORE_COLON = r"^\s*([^\s:：<>\[\]/，。,.!！?？]{1,30})[:：]\s*[^\s/]"
SAMPLE = 100
"""Messages of a sender at which it is looked first; only who passes is read as a whole."""
LAX = 0.7
"""What part of the share the sample has to show."""
FOUND = {"who": pl.UInt32, "name": pl.String, "messages": pl.UInt32, "relayed": pl.UInt32, "people": pl.UInt32}


def relays(
    messages: pl.DataFrame, who_is_who: pl.DataFrame, *, share: float, least: float, names: float
) -> pl.DataFrame:
    """Return the relays among the senders: ``who``, ``name``, ``messages``, ``relayed``, ``people`` (names relayed).

    At least ``least`` messages, of which ``share`` begin with a name; ``names`` different names stand there twice or
    more. Operators and robots that are known as such are left out.
    """
    open_to = who_is_who.filter(~pl.col("operator") & ~pl.col("robot"))
    who = pl.col("sender").to_physical().cast(pl.UInt32).alias("who")
    said = messages.select(who, "text", is_message().alias("sent")).filter(pl.col("sent") & (pl.col("text") != ""))
    first = said.group_by("who").agg(pl.col("text").head(SAMPLE), pl.len()).filter(pl.col("len") >= least)
    known = name_keys_of(who_is_who)
    likely = _judged(first.drop("len").explode("text"), known).filter(_is_relay(share * LAX, 0, 0))["who"]
    likely = likely.filter(likely.is_in(open_to["who"].cast(pl.UInt32).implode()))
    if likely.is_empty():
        return pl.DataFrame(schema=FOUND)
    judged = _judged(said.filter(pl.col("who").is_in(likely.implode())), known).filter(_is_relay(share, least, names))
    named = open_to.select(pl.col("who").cast(pl.UInt32), "name")
    return judged.join(named, on="who").sort("messages", descending=True).select(*FOUND)


def name_keys_of(who_is_who: pl.DataFrame) -> pl.Series:
    """Return the names of all senders in the form in which they are compared."""
    return who_is_who.select(name_key(pl.col("name"))).to_series()


def _is_relay(share: float, least: float, names: float) -> pl.Expr:
    often = pl.col("relayed") >= share * pl.col("messages")
    return often & (pl.col("messages") >= least) & (pl.col("again") >= names)


def _judged(said: pl.DataFrame, known: pl.Series) -> pl.DataFrame:
    """Return for each sender of ``said`` (``who``, ``text``) how many messages begin with a name, and with how many."""
    bracketed = pl.coalesce(pl.col("text").str.extract(BRACKETED, group) for group in (1, 2, 3))
    colon = pl.col("text").str.extract(BEFORE_COLON, 1)
    begun = said.with_columns(bracketed.alias("bracketed"), colon.alias("colon"))
    own = name_key(pl.col("colon")).is_in(known.implode())
    name = pl.coalesce("bracketed", pl.when(~own).then("colon"))
    counted = begun.select("who", name.alias("of")).group_by("who", "of").len()
    there = pl.col("of").is_not_null()
    return counted.group_by("who").agg(
        pl.col("len").sum().cast(pl.UInt32).alias("messages"),
        pl.col("len").filter(there).sum().cast(pl.UInt32).alias("relayed"),
        there.sum().cast(pl.UInt32).alias("people"),
        (there & (pl.col("len") > 1)).sum().alias("again"),
    )
