"""What follows a message: whether somebody who runs the group took a step against its sender."""

import polars as pl

from groupctl.chatlog.table import is_message
from groupctl.figures.conversation import Conversation
from groupctl.figures.members import aliases
from groupctl.figures.patterns import any_of
from groupctl.figures.people import name_key

REMOVALS = ("kick", "recall")
"""Events that end something: a member was removed, a message was taken back."""
SPOKEN = "spoken"
"""An operator spoke to somebody by name or reply link."""
NAMELESS_WITHIN = pl.duration(minutes=15)
"""An operator who calls to order and names nobody means whoever broke the rule just before."""

REMINDER = any_of(
    r"""
    群规|规则|违规|违反|撤回
    (?:别|不要|不能|不许|不准|不可以|勿|禁止?|严禁)(?:再|在群里|乱|随便|随意)?(?:发|打|刷|拉|加|骂|吵|传|推)
    禁言|警告|提醒(?:一下|你|大家)|移出|踢(?:出|人|了)|请勿|不允许|文明|下不为例|广告.{0,6}(?:踢|禁|不行|不可以|删)
    \brules?\b|please (?:don'?t|do not|stop|avoid|refrain|keep|delete|remove)
    \bdo not (?:post|share|send|spam|advertise)
    \bdon'?t (?:post|share|send|spam|advertise|do that|flood)
    \bno (?:ads?|adverts?|advertis\w+|spam\w*|links|promotions?|politics|flooding|insults)\b
    \bnot allowed\b|\bwarn(?:ed|ing)?\b|\boff[ -]?topic\b
    \bstop (?:it|this|that|posting|spamming|flooding|advertising)\b
    \b(?:be|get|will be|are|is) (?:muted|banned|kicked|removed)\b|\b(?:ban|kick|mute) (?:you|him|her|them)\b
    \bbehave\b
    """
)
"""What operators say when they call somebody to order."""


def steps(messages: pl.DataFrame, talk: Conversation, who_is_who: pl.DataFrame) -> pl.DataFrame:
    """Return every step that the log shows, in its order: ``row``, ``local``, ``who`` (whom it concerns), ``step``.

    A step is an operator speaking to somebody by name or reply link (``spoken``), a message taken back
    (``recall``), a member removed (``kick``).
    """
    numbered = messages.with_row_index("row")
    events = numbered.filter(~is_message() & pl.col("kind").is_in(list(REMOVALS)))
    step = pl.col("kind").cast(pl.String).alias("step")
    named = pl.concat(
        [
            events.select("row", "local", step, pl.col("members").alias("name")).explode("name"),
            events.filter(pl.col("kind") == "recall").select(
                "row", "local", step, pl.col("sender").cast(pl.String).alias("name")
            ),
        ]
    ).drop_nulls("name")
    removed = named.with_columns(name_key(pl.col("name")).alias("key")).join(aliases(messages, who_is_who), on="key")
    operators = who_is_who.filter("operator")["who"].implode()
    spoken = talk.addressed.filter(pl.col("who").is_in(operators)).select("row", pl.col("target").alias("who"))
    spoken = spoken.join(numbered.select("row", "local"), on="row", maintain_order="left")
    return (
        pl.concat(
            [
                removed.select("row", "local", "who", "step"),
                spoken.select("row", "local", "who", pl.lit(SPOKEN).alias("step")),
            ]
        )
        .unique(["row", "who"], maintain_order=True)
        .sort("row")
    )


def without_step(sent: pl.DataFrame, steps: pl.DataFrame, hours: float) -> pl.DataFrame:
    """Return those of ``sent`` (``row``, ``who``, ``local``, in order) after which no step came within ``hours``."""
    return _next(sent, steps, hours, by="who").filter(pl.col("step").is_null()).select("row", "who")


def times(sent: pl.DataFrame, steps: pl.DataFrame, hours: float) -> pl.Series:
    """Return how many seconds the first step after each of ``sent`` took, where one came within ``hours``."""
    after = _next(sent, steps, hours, by="who").drop_nulls("stepped")
    return after.select((pl.col("stepped") - pl.col("local")).dt.total_seconds()).to_series()


def _next(sent: pl.DataFrame, steps: pl.DataFrame, hours: float, *, by: str | None) -> pl.DataFrame:
    """Return ``sent`` with the first step after each, where one came in time: ``step``, ``stepped``, ``stepped_row``.

    ``by`` is the column in which both must agree; None where any step counts.
    """
    columns = [*([by] if by else []), "step", pl.col("row").alias("stepped_row"), pl.col("local").alias("stepped")]
    after = sent.join_asof(
        steps.select(columns),
        left_on="row",
        right_on="stepped_row",
        by=by,
        strategy="forward",
        check_sortedness=False,
        coalesce=False,
        allow_exact_matches=False,
    )
    late = ~(pl.col("stepped") - pl.col("local") <= pl.duration(hours=hours)).fill_null(value=False)
    return after.with_columns(
        pl.when(late).then(None).otherwise(pl.col(column)).alias(column)
        for column in ("step", "stepped", "stepped_row")
    )


def calls_to_order(talk: Conversation) -> pl.DataFrame:
    """Return what operators said to call somebody to order: ``row``, ``local``, and whether it is ``named``."""
    said = talk.talk.filter(pl.col("operator") & pl.col("text").str.contains(REMINDER))
    return said.select("row", "local", pl.col("row").is_in(talk.addressed["row"].implode()).alias("named"))


def followed(sent: pl.DataFrame, steps: pl.DataFrame, calls: pl.DataFrame, hours: float) -> pl.DataFrame:
    """Return what followed each message of ``sent`` (``row``, ``who``, ``local``, in order): ``row``, ``step``, ``at``.

    ``step`` is ``spoken``, ``recall``, ``kick``, or null where nothing followed. Speaking to somebody is only a step
    where it is among the ``calls`` to order (operators speak to members about other things too); a call that names
    nobody counts for what was sent just before it.
    """
    about_it = (pl.col("step") != SPOKEN) | pl.col("row").is_in(calls["row"].implode())
    named = _next(sent, steps.filter(about_it), hours, by="who")
    nameless = calls.filter(~pl.col("named")).with_columns(pl.lit(SPOKEN).alias("step"))
    soon = _next(sent.select("row", "local"), nameless, hours, by=None)
    soon = soon.filter(pl.col("stepped") - pl.col("local") <= NAMELESS_WITHIN)
    both = named.join(soon.select("row", "step", "stepped"), on="row", how="left", maintain_order="left", suffix="_any")
    return both.select(
        "row",
        pl.coalesce("step", "step_any").alias("step"),
        pl.coalesce("stepped", "stepped_any").alias("at"),
    )
