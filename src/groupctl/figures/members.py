"""Who is in the group, as far as the log shows: who spoke, who came, who went, who never said a word."""

import datetime as dt
from collections.abc import Collection

import polars as pl

from groupctl.chatlog.table import is_message
from groupctl.figures.attendance import attendance
from groupctl.figures.people import name_key, name_keys

ARRIVALS = ("join",)
DEPARTURES = ("leave", "kick")
CONNECTIONS_PER_PERSON = 3.0
"""Arrivals a head from which on ``join`` means coming online (IRC), not becoming a member."""


def speakers(talk: pl.DataFrame, attended: pl.DataFrame | None = None) -> pl.DataFrame:
    """Return one row a speaker, most messages first.

    Columns: ``who``, ``messages``, ``first``, ``last`` (moments), ``row`` (of the last message), ``active_days``.
    ``attended`` gives the ``attendance`` of the log, where somebody has counted it already.
    """
    days = attendance(talk) if attended is None else attended
    local = pl.col("local")
    counted = talk.group_by("who").agg(
        pl.len().alias("messages"), local.min().alias("first"), local.max().alias("last"), pl.col("row").last()
    )
    active = days.group_by("who").len("active_days")
    return counted.join(active, on="who").sort(["messages", "first", "who"], descending=[True, False, False])


def half_written_by(messages: pl.Series) -> int:
    """Return the contributor absence factor: how few people wrote more than half of all messages (0 for none).

    ``messages`` is the number of messages of each speaker. Definition: CHAOSS metrics.
    """
    written = messages.sort(descending=True).cum_sum()
    return 0 if written.is_empty() else 1 + int((written * 2 <= written[-1]).sum())


def presence(messages: pl.DataFrame) -> pl.DataFrame:
    """Return arrivals and departures, one row a person and event.

    Columns: ``key``, ``name``, ``row``, ``local``, ``arrived``, ``added`` (put in by somebody else).
    """
    by_self = pl.col("sender").is_null() | pl.any_horizontal(
        name_key(pl.col(column).cast(pl.String)) == pl.col("key") for column in ("sender", "name")
    ).fill_null(value=False)
    return (
        messages.lazy()
        .with_row_index("row")
        .filter(pl.col("kind").is_in([*ARRIVALS, *DEPARTURES]))
        .select("row", "local", "sender", "name", pl.col("kind").is_in(ARRIVALS).alias("arrived"), "members")
        .explode("members")
        .drop_nulls("members")
        .with_columns(name_key(pl.col("members")).alias("key"))
        .filter(pl.col("key") != "")
        .with_columns((pl.col("arrived") & ~by_self).alias("added"))
        .select("key", pl.col("members").alias("name"), "row", "local", "arrived", "added")
        .collect()
    )


def most_came_by_themselves(events: pl.DataFrame) -> bool:
    """Tell whether being put in by somebody else is the exception in this log.

    Where it is, people who were put in never asked to come and are counted apart; where everybody comes by
    invitation (WeChat), an invitation is how one joins.
    """
    arrivals = events.filter("arrived")
    return arrivals.filter("added").height * 2 < arrivals.height


def are_connections(events: pl.DataFrame) -> bool:
    """Tell whether arrivals mean coming online and not becoming a member: the same people arrive again and again."""
    arrivals = events.filter("arrived")["key"]
    return arrivals.len() >= CONNECTIONS_PER_PERSON * max(arrivals.n_unique(), 1)


def _renames(messages: pl.DataFrame) -> pl.DataFrame:
    """Return renames in both directions, as keys: ``key``, ``other``."""
    names = pl.col("members").list
    renamed = (
        messages.lazy()
        .filter((pl.col("kind") == "rename") & (names.len() == 2))
        .select(name_key(names.get(0)).alias("key"), name_key(names.get(1)).alias("other"))
        .collect()
    )
    return pl.concat([renamed, renamed.select(pl.col("other").alias("key"), pl.col("key").alias("other"))])


def aliases(messages: pl.DataFrame, who_is_who: pl.DataFrame) -> pl.DataFrame:
    """Return ``key`` → ``who`` for every id and name that a sender was ever shown with, renames followed once."""
    shown = messages.lazy().select("sender", "name").unique(maintain_order=True).collect()
    shown = shown.with_columns(pl.col("sender").to_physical().alias("who"))
    shown = shown.filter(pl.col("who").is_in(who_is_who["who"].implode()))
    shown = shown.with_columns(pl.col("sender", "name").cast(pl.String))
    other = shown.filter(pl.col("name") != pl.col("sender"))  # most exports show an id that is the name
    used = pl.concat(
        [
            shown.select(name_key(pl.col("sender")).alias("key"), "who"),
            other.select(name_key(pl.col("name")).alias("key"), "who"),
        ]
    ).drop_nulls()
    followed = _renames(messages).join(used.rename({"key": "other"}), on="other").select("key", "who")
    return pl.concat([used, followed]).unique("key", keep="first", maintain_order=True)


def _sightings(messages: pl.DataFrame, who_is_who: pl.DataFrame, roster: Collection[str]) -> pl.DataFrame:
    """Return every place where somebody is named as a member: an event, the roster, a message of theirs."""
    events = presence(messages)
    apart = pl.col("added") & most_came_by_themselves(events)
    events = events.with_columns(apart.alias("added"), (~apart).alias("came"))
    listed = pl.DataFrame({"name": list(roster)}, schema={"name": pl.String})
    listed = listed.with_columns(name_key(pl.col("name")).alias("key"), pl.lit(value=True).alias("listed"))
    spoke = who_is_who.select(name_key(pl.col("sender")).alias("key"), "name")
    return pl.concat([events, listed.filter(pl.col("key") != ""), spoke], how="diagonal")


def known_people(
    messages: pl.DataFrame,
    who_is_who: pl.DataFrame,
    roster: Collection[str] = (),
    robots: Collection[str] = (),
    *,
    called: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """Return everybody whom the log or the roster knows, one row a person; robots are left out.

    Columns: ``name``; ``who`` (null for those who never spoke); ``came`` (an event shows them join or leave);
    ``added`` (somebody put them in, counted apart: ``most_came_by_themselves``); ``listed`` (on the roster); ``gone``
    (left, and neither came back nor wrote since); ``last`` (their last message); ``row`` (the last event with them).
    ``called`` gives the ``aliases`` of the log, where somebody has gathered them already.
    """
    names = aliases(messages, who_is_who) if called is None else called
    wrote = messages.lazy().filter(is_message()).select(pl.col("sender").to_physical().alias("who"), "local")
    last = wrote.drop_nulls("who").group_by("who").agg(pl.col("local").max().alias("last")).collect()
    moved_away = ~pl.col("arrived") & (pl.col("last").is_null() | (pl.col("last") <= pl.col("moved")))
    return (
        _sightings(messages, who_is_who, roster)
        .filter(~pl.col("key").is_in(name_keys(robots).implode()))
        .join(names, on="key", how="left", maintain_order="left")
        .filter(~pl.col("who").is_in(who_is_who.filter("robot")["who"].implode()).fill_null(value=False))
        .group_by(pl.coalesce(pl.col("who").cast(pl.String), "\0" + pl.col("key")).alias("person"), maintain_order=True)
        .agg(
            pl.col("name", "who").first(),
            pl.col("came", "added", "listed").any(),
            pl.col("row", "arrived").drop_nulls().last(),
            pl.col("local").drop_nulls().last().alias("moved"),
        )
        .join(last, on="who", how="left", maintain_order="left")
        .select(
            "name", "who", "came", "added", "listed", moved_away.fill_null(value=False).alias("gone"), "last", "row"
        )
    )


def joined(known: pl.DataFrame) -> pl.DataFrame:
    """Return those who could have spoken without writing: they joined, left or stand on the roster."""
    return known.filter(pl.col("came") | pl.col("listed"))


def never_spoke(known: pl.DataFrame) -> pl.DataFrame:
    """Return those who wrote nothing in the log: (joined ∪ left ∪ roster) − speakers."""
    return joined(known).filter(pl.col("who").is_null())


def added_and_silent(known: pl.DataFrame) -> pl.DataFrame:
    """Return those whom somebody put in, who are counted apart from those who joined, and wrote nothing."""
    return known.filter(pl.col("added") & ~pl.col("came") & ~pl.col("listed") & pl.col("who").is_null())


def current(known: pl.DataFrame, active_since: dt.datetime) -> pl.DataFrame:
    """Return who is in the group at the end of the log, with ``active``: whether they wrote since ``active_since``.

    With a roster: who stands on it, and who wrote since then and did not leave. Without: everybody known who did
    not leave.
    """
    active = (pl.col("last") >= active_since).fill_null(value=False)
    present = pl.col("listed") | (~pl.col("gone") & active) if known["listed"].any() else ~pl.col("gone")
    return known.with_columns(active.alias("active")).filter(present)


def person(who: pl.Expr, name: pl.Expr) -> pl.Expr:
    """Return what stands for a person, speaker or not: the code of a speaker, else the key of the only name."""
    return pl.coalesce(who.cast(pl.String), "\0" + name_key(name))


def moves(messages: pl.DataFrame, who_is_who: pl.DataFrame, called: pl.DataFrame | None = None) -> pl.DataFrame:
    """Return ``presence`` with who it was, in the order of the log: its columns, ``who`` and ``person``.

    ``called`` gives the ``aliases`` of the log, where somebody has gathered them already.
    """
    names = aliases(messages, who_is_who) if called is None else called
    moved = presence(messages).join(names, on="key", how="left", maintain_order="left")
    return moved.with_columns(person(pl.col("who"), pl.col("name")).alias("person"))
