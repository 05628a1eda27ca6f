"""Newcomers: who came, whether they were greeted, whether they spoke, drew a reply, and stayed."""

import datetime as dt

import polars as pl

from groupctl.figures.patterns import any_of, literals

FIRST_POST_WITHIN = 7
"""Days from coming to the first message up to which somebody counts as a newcomer who speaks (PRACTICE §7)."""
BURN_IN = 30
"""Days at the beginning of a log without join lines: who first writes in them need not be new."""
SETTLED_AFTER = 28
"""Days after which nobody is a newcomer any more."""

WELCOMES = ("欢迎", "elcome", "ELCOME", "ようこそ", "환영", "illkommen", "ienvenid", "ienvenue", "обро пожаловать")
"""One of these words stands in every welcome; the capital of a word is left out, as it may be a small letter."""
NO_WELCOME = r"""
    (?:you(?:'| a)?re?|\bu r?|\bur|most|always|are|very) +(?:\w+ )?welcome
    ^[ .!,🙏😊🙂👍]*welcome(?: (?:bro|bhai|dear|sir|man|buddy))?[ .!,🙏😊🙂👍]*$
    不欢迎|受欢迎|欢迎(?:使用|光临|关注|下载|咨询|订阅|报名|参加|参与|转发|补充|指正|交流|讨论|提|来电|选购|投稿)
"""
"""Thanks returned, and invitations to do something, which greet nobody."""


def newcomers(moves: pl.DataFrame, people: pl.DataFrame, began: dt.datetime) -> pl.DataFrame:
    """Return who came after the first day of a log, one row a person, the earliest first.

    Columns: ``person``, ``who`` (null for those who never spoke), ``name``, ``row`` (the event), ``joined``,
    ``left`` (when they went after that for good; null for those who stayed). Left out: whom an earlier line shows
    to be in the group already, operators, and those put in on the first day, who founded it.
    """
    first_day = dt.datetime.combine(began.date() + dt.timedelta(days=1), dt.time())
    first = moves.unique("person", keep="first", maintain_order=True)
    last = moves.unique("person", keep="last", maintain_order=True).filter(~pl.col("arrived"))
    came = first.filter(pl.col("arrived") & (pl.col("local") >= first_day))
    known = people.select("who", "operator", pl.col("first").alias("first_post"))
    return (
        came.join(known, on="who", how="left", maintain_order="left")
        .filter((pl.col("first_post") >= pl.col("local")).fill_null(value=True))
        .filter(~pl.col("operator").fill_null(value=False))
        .join(last.select("person", pl.col("local").alias("left")), on="person", how="left", maintain_order="left")
        .filter((pl.col("left") >= pl.col("first_post")).fill_null(value=True))
        .select("person", "who", "name", "row", pl.col("local").alias("joined"), "left")
    )


def by_window(came: pl.DataFrame, last: dt.date, days: int, count: int) -> pl.Series:
    """Return how many newcomers came in each of the last ``count`` windows of ``days`` up to ``last``, latest first."""
    number = ((pl.lit(last) - pl.col("joined").dt.date()).dt.total_days() // days).alias("window")
    counted = came.group_by(number).agg(pl.len().alias("came"))
    every = pl.DataFrame({"window": range(count)}, schema={"window": pl.Int64})
    return every.join(counted, on="window", how="left", maintain_order="left")["came"].fill_null(0)


def first_posts(talk: pl.DataFrame) -> pl.DataFrame:
    """Return the first message of each speaker in the log's order, unless it begins with ``@``.

    Columns: ``row``, ``who``, ``local``.
    """
    first = talk.lazy().select("row", "who", "local", "text").group_by("who").first().sort("row").collect()
    to_somebody = pl.col("text").str.starts_with("@").fill_null(value=False)
    return first.filter(~to_somebody).drop("text")


def new_by_coming(posts: pl.DataFrame, came: pl.DataFrame) -> pl.DataFrame:
    """Return those first posts that newcomers wrote within FIRST_POST_WITHIN days of coming, with ``joined``."""
    found = posts.join(came.drop_nulls("who").select("who", "joined"), on="who", maintain_order="left")
    return found.filter(pl.col("local") - pl.col("joined") <= pl.duration(days=FIRST_POST_WITHIN))


def new_by_sight(posts: pl.DataFrame, people: pl.DataFrame, began: dt.datetime) -> pl.DataFrame:
    """Return those first posts whose writers were first seen then: after BURN_IN days, in a log without join lines.

    ``people`` tells operators, who are left out, and the first message in the whole log.
    """
    members = people.filter(~pl.col("operator")).select("who", pl.col("first").alias("local"))
    found = posts.join(members, on=["who", "local"], how="semi", maintain_order="left")
    return found.filter(pl.col("local") >= began + dt.timedelta(days=BURN_IN)).with_columns(
        pl.col("local").alias("joined")
    )


def retained(posts: pl.DataFrame, attended: pl.DataFrame, last: dt.date, week: int) -> tuple[int, int]:
    """Return how many wrote again in the ``week``-th week after their first post, and of how many that can be said.

    Week 1 is days 7 to 13 after it; who first wrote too late for the log to show the week is left out.
    """
    began, ended = 7 * week, 7 * week + 6
    cohort = posts.select("who", pl.col("local").dt.date().alias("first")).filter(
        pl.col("first") <= last - dt.timedelta(days=ended)
    )
    after = (pl.col("day") - pl.col("first")).dt.total_days()
    seen = attended.join(cohort, on="who").filter(after.is_between(began, ended))
    return seen["who"].n_unique(), cohort.height


def stay(came: pl.DataFrame, attended: pl.DataFrame, *, early: int, days: int) -> pl.DataFrame:
    """Return the newcomers with how they took part.

    Adds ``early`` (messages up to ``early`` days after the day they came), ``later`` (messages from then up to
    ``days`` days after it), ``went`` (left for good within ``days`` days of coming).
    """
    joined = pl.col("joined").dt.date()
    after = (pl.col("day") - pl.col("came")).dt.total_days()
    soon, then = after.is_between(0, early), after.is_between(early + 1, days)
    wrote = (
        attended.join(came.drop_nulls("who").select("who", joined.alias("came")), on="who")
        .group_by("who")
        .agg(
            pl.col("messages").filter(soon).sum().alias("early"),
            pl.col("messages").filter(then).sum().alias("later"),
        )
    )
    went = (pl.col("left") - pl.col("joined") <= pl.duration(days=days)).fill_null(value=False)
    return came.join(wrote, on="who", how="left", maintain_order="left").with_columns(
        pl.col("early", "later").fill_null(0), went.alias("went")
    )


def greetings(messages: pl.DataFrame, sent: pl.Expr) -> pl.DataFrame:
    """Return messages that welcome somebody, robots' included: ``row``, ``local``, ``sender``.

    ``sent`` is the condition that somebody sent a row.
    """
    text = pl.col("text")
    return (
        messages.lazy()
        .with_row_index("row")
        .filter(sent & text.str.contains(literals(WELCOMES)))
        .select("row", "local", pl.col("sender").to_physical().alias("sender"), "text")
        .collect()
        .filter(~text.str.contains(any_of(NO_WELCOME)))
        .drop("text")
    )


def greeted(
    came: pl.DataFrame, welcomes: pl.DataFrame, addressed: pl.DataFrame, talk: pl.DataFrame, hours: float
) -> pl.Series:
    """Tell for each newcomer whether somebody else welcomed them within ``hours``: boolean, as long as ``came``.

    A message that says welcome greets everybody who came since; a message that names a newcomer greets that one.
    """
    within = pl.duration(hours=hours)
    at = talk.select("row", "local")
    named = addressed.join(at, on="row", maintain_order="left").select(
        pl.col("target").alias("who"), pl.col("local").alias("named")
    )
    seen = (
        came.with_row_index("place")
        .sort("joined")
        .join_asof(
            welcomes.select(pl.col("local").alias("welcomed"), pl.col("sender").alias("host")).sort("welcomed"),
            left_on="joined", right_on="welcomed", strategy="forward",
        )
        .join_asof(
            named.drop_nulls("who").sort("named"), left_on="joined", right_on="named", by="who", strategy="forward",
            check_sortedness=False,
        )
        .sort("place")
    )  # fmt: skip
    by_word = (pl.col("welcomed") - pl.col("joined") <= within) & pl.col("host").ne_missing(pl.col("who"))
    by_name = pl.col("named") - pl.col("joined") <= within
    found = by_word.fill_null(value=False) | by_name.fill_null(value=False)
    return seen.select(found.alias("greeted")).to_series()


def per_head(
    attended: pl.DataFrame, came: pl.DataFrame, members: int, last: dt.date, days: int
) -> tuple[float | None, float | None]:
    """Return messages a head in the ``days`` up to ``last``: of those who came in them, and of the older members.

    Heads are all of them, silent ones included; None where there are none.
    """
    since = last - dt.timedelta(days=days - 1)
    fresh = came.filter((pl.col("joined").dt.date() >= since) & pl.col("left").is_null())
    window = attended.filter(pl.col("day") >= since)
    of_new = int(window.join(fresh, on="who", how="semi")["messages"].sum())
    of_old = int(window["messages"].sum()) - of_new
    old = members - fresh.height
    return (of_new / fresh.height if fresh.height else None), (of_old / old if old > 0 else None)
