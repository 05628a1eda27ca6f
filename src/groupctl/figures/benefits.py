"""Benefits: red packets, transfers and gifts, who speaks before and after them, and who speaks at no other time."""

import datetime as dt

import numpy as np
import polars as pl

from groupctl.figures.patterns import any_of, nothing_but
from groupctl.figures.people import name_key
from groupctl.figures.rows import look_up

PACKETS = ("red_packet", "transfer")
"""Kinds that are a benefit whatever they say."""
GIFT = any_of(
    r"""
    福利|抽奖|发(?:个|点|波)?红包|红包雨|红包来|抢红包|送(?:书|课|券|礼|奖品|福利|资料|电子书|会员)
    免费(?:领|送|获取|赠)|赠送|礼包|礼品|奖品|资料包|限时领|领取(?:方式|链接|资料)
    优惠券|代金券|兑换码|试用装|免单|空投
    \bgive-?aways?\b|\braffle\b|\blucky draw\b|\bred packets?\b
    \bfree (?:gifts?|samples?|copy|copies|coupons?|vouchers?|e-?books?|tickets?|merch|swag|templates?|licen[cs]es?)\b
    \b(?:gift|discount|promo|voucher) codes?\b
    \bfreebies?\b
    """
)
"""What operators write when they give something away."""
_THANKS = nothing_but(
    r"""
    (?:谢谢|感谢|多谢|谢了|谢)(?:老板|群主|大佬|橙子|亲|大家|啦|了|啊|呀|红包)*|老板(?:大气|威武|发财|好人)+|大气
    恭喜发财|谢主隆恩|抢到了|没抢到|手慢了|手气最佳|已领|领了|领到了|收到|\+?1+|扣1|1{1,3}|6+
    thanks?(?: (?:you|a lot|so much|boss|everyone|all))*|thank you(?: (?:so|very) much)?|thx|ty|got it|me|me too|\+1
    claimed|done
    """
)
"""What is said for a benefit and is no talk."""
TOOK = r"^\W*(?P<who>.{1,40}?)\W{0,2}\s*领取了"
"""WeChat: who opened a red packet."""


def benefits(posted: pl.DataFrame, *, of_operators: bool) -> pl.DataFrame:
    """Return the benefits among messages (``row``, ``who``, ``local``, ``operator``, ``kind``, ``text``), in order.

    Columns: ``row``, ``local``. ``of_operators`` leaves out what members gave. Words only count where an operator
    wrote them: members speak of gifts that are none.
    """
    packet = pl.col("kind").is_in(PACKETS)
    given = posted.select("row", "local", "operator", "kind", "text").filter(packet | pl.col("operator"))
    in_words = pl.col("operator") & pl.col("text").str.contains(GIFT)
    wanted = (packet & (pl.col("operator") | (not of_operators))) | in_words.fill_null(value=False)
    return given.filter(wanted).select("row", "local")


def occasions(given: pl.DataFrame, hours: float) -> pl.DataFrame:
    """Return benefits gathered into occasions, at least ``hours`` apart from each other: ``row``, ``began``, ``ended``.

    ``row`` is that of the first; several red packets in an evening are one occasion.
    """
    apart = (pl.col("local").diff() > pl.duration(hours=hours)).fill_null(value=True)
    return (
        given.with_columns(apart.cum_sum().alias("occasion"))
        .group_by("occasion", maintain_order=True)
        .agg(
            pl.col("row").first(),
            pl.col("local").first().alias("began"),
            pl.col("local").last().alias("ended"),
            pl.len().alias("benefits"),
        )
        .drop("occasion")
    )


def response(talk: pl.DataFrame, given: pl.DataFrame, found: pl.DataFrame, hours: float) -> pl.DataFrame:
    """Return the occasions with who spoke around them.

    Adds ``before`` and ``after``: distinct members who said something in the ``hours`` before the first benefit and
    after the last; ``messages_before``, ``messages_after``. Operators, benefits themselves and what is nothing but
    thanks are left out.
    """
    span = dt.timedelta(hours=hours)
    said = talk.select("row", "local", "who", "operator", "text")
    moments = said["local"]
    before = _windows(moments, found["began"] - span, found["began"])
    after = _windows(moments, found["ended"], found["ended"] + span)
    gifts = given["row"]
    counted = [_spoke(said, gifts, before, found.height), _spoke(said, gifts, after, found.height)]
    named = (
        one.rename({"speakers": name, "messages": f"messages_{name}"})
        for one, name in zip(counted, ("before", "after"), strict=True)
    )
    return pl.concat([found, *named], how="horizontal")


def _spoke(said: pl.DataFrame, gifts: pl.Series, inside: pl.DataFrame, count: int) -> pl.DataFrame:
    """Return distinct ``speakers`` and their ``messages`` in each of ``count`` windows."""
    rows = said[inside["place"].to_list()].with_columns(inside["occasion"])
    spoke = rows.filter(
        ~pl.col("operator")
        & ~pl.col("row").is_in(gifts.implode())
        & ~pl.col("text").fill_null("").str.contains(_THANKS)
    )
    counts = spoke.group_by("occasion").agg(
        pl.col("who").n_unique().cast(pl.Int64).alias("speakers"), pl.len().cast(pl.Int64).alias("messages")
    )
    every = pl.DataFrame({"occasion": range(count)}, schema={"occasion": pl.Int64})
    return every.join(counts, on="occasion", how="left", maintain_order="left").drop("occasion").fill_null(0)


def _windows(moments: pl.Series, starts: pl.Series, ends: pl.Series) -> pl.DataFrame:
    """Return the places of sorted ``moments`` inside windows from ``starts`` to ``ends``: ``place``, ``occasion``."""
    first = moments.search_sorted(starts, side="left").to_numpy().astype(np.int64)
    last = moments.search_sorted(ends, side="right").to_numpy().astype(np.int64)
    lengths = np.maximum(last - first, 0)
    begins = np.repeat(first - (lengths.cumsum() - lengths), lengths)
    place = begins + np.arange(lengths.sum())
    return pl.DataFrame({"place": place, "occasion": np.repeat(np.arange(first.size), lengths)})


def takers(talk: pl.DataFrame, given: pl.DataFrame, found: pl.DataFrame, minutes: float) -> pl.DataFrame:
    """Return how members' messages lie around benefits, one row a member who wrote soon after one.

    Columns: ``who``, ``messages``, ``near`` (within ``minutes`` after a benefit), ``occasions`` (at how many they
    turned up), ``row`` (their last message near one), ``last`` (row of their last message). ``found`` are the
    occasions. Who gives red packets is no taker of them.
    """
    said = (talk if given.height else talk.clear()).select("row", "who", "local", "operator")
    givers = look_up(said, given["row"])["who"].unique().implode()
    ours = said.filter(~pl.col("operator") & ~pl.col("who").is_in(givers))
    moments = given["local"]
    inside = _windows(ours["local"], moments, moments + dt.timedelta(minutes=minutes))
    near_places = inside.group_by("place", maintain_order=True).agg(pl.col("occasion").first())
    occasion = found["began"].search_sorted(moments, side="right").cast(pl.Int64)
    near = ours[near_places["place"].to_list()].with_columns(occasion.gather(near_places["occasion"]).alias("occasion"))
    came = near.group_by("who", maintain_order=True).agg(
        pl.len().alias("near"), pl.col("occasion").n_unique().alias("occasions"), pl.col("row").last()
    )
    theirs = ours.filter(pl.col("who").is_in(came["who"].implode()))
    totals = theirs.group_by("who").agg(pl.len().alias("messages"), pl.col("row").last().alias("last"))
    return came.join(totals, on="who", how="left", maintain_order="left").select(
        "who", "messages", "near", "occasions", "row", "last"
    )


def key_of(name: pl.Expr) -> pl.Expr:
    """Return the form in which a name is looked for among those who opened red packets."""
    return name_key(name)


def openers(messages: pl.DataFrame) -> pl.DataFrame:
    """Return who opened red packets, where the export tells: ``key`` (of the name), ``opened`` (how many)."""
    told = (
        messages.lazy()
        .filter(pl.col("kind") == "system")
        .select("text")
        .filter(pl.col("text").str.contains("领取了", literal=True))
    )
    names = told.select(name_key(pl.col("text").str.extract(TOOK, 1)).alias("key")).drop_nulls()
    return names.group_by("key").agg(pl.len().alias("opened")).collect()


def longest_gap(given: pl.DataFrame, first: dt.datetime, last: dt.datetime) -> tuple[dt.datetime, dt.datetime]:
    """Return the longest stretch of a log without a benefit: its begin and end."""
    moments = pl.concat([pl.Series([first]), given["local"], pl.Series([last])]).sort()
    place = int((moments.diff().arg_max()) or 1)
    return moments[place - 1], moments[place]
