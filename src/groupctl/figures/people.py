"""Who is who: operators and robots among the senders, and what people said once robots are left out."""

from collections.abc import Collection, Mapping

import polars as pl

from groupctl.chatlog.table import is_message
from groupctl.display import visible

OPERATOR_ROLES = ("owner", "admin")
ROBOT_ROLE = "robot"


def name_key(name: pl.Expr) -> pl.Expr:
    """Return the form in which names are compared: NFKC, lower case, without spaces and invisible characters."""
    return name.str.normalize("NFKC").str.to_lowercase().str.replace_all(r"[\s\p{Cf}]+", "")


def name_keys(names: Collection[str]) -> pl.Series:
    """Return the distinct keys of names given by hand; empty ones left out."""
    keys = pl.DataFrame({"name": list(names)}, schema={"name": pl.String}).select(name_key(pl.col("name")))
    return keys.to_series().filter(keys.to_series() != "").unique().sort()


def is_called(keys: pl.Series, *columns: str) -> pl.Expr:
    """Return whether somebody goes by one of the names whose ``keys`` are given: in any of ``columns``, texts.

    Without columns: by ``sender`` or ``name``.
    """
    if keys.is_empty():  # comparing a hundred thousand names with nothing takes its time too
        return pl.lit(value=False)
    named = (name_key(pl.col(column)).is_in(keys.implode()) for column in columns or ("sender", "name"))
    return pl.any_horizontal(named).fill_null(value=False)


def people(
    messages: pl.DataFrame,
    operators: Collection[str] = (),
    robots: Collection[str] = (),
    known_as: Mapping[str, str] | None = None,
) -> pl.DataFrame:
    """Return one row a sender.

    Columns: ``who`` (its code), ``sender``, ``name`` (that of ``known_as``, by sender, else the last used), ``first``
    (when they first wrote), ``operator``, ``robot``: whose id or any of whose names is among those given, or to whom
    the export gives such a role.
    """
    seen = (
        messages.lazy()
        .filter(is_message() & pl.col("sender").is_not_null())
        .group_by("sender", "name", "role")
        .agg(pl.col("local").min().alias("first"), pl.col("local").max().alias("last"))
        .sort("last", "sender")
        .collect()
        .with_columns(pl.col("sender").to_physical().alias("who"), pl.col("sender", "name", "role").cast(pl.String))
    )
    operates = is_called(name_keys(operators)) | pl.col("role").is_in(OPERATOR_ROLES).fill_null(value=False)
    is_robot = is_called(name_keys(robots)) | (pl.col("role") == ROBOT_ROLE).fill_null(value=False)
    return (
        seen.with_columns(
            operates.alias("operator"),
            is_robot.alias("robot"),
        )
        .group_by("who", maintain_order=True)
        .agg(
            pl.col("sender").last(),
            pl.col("name").drop_nulls().last(),
            pl.col("first").min(),
            pl.col("operator").any(),
            pl.col("robot").any(),
        )
        .with_columns(
            pl.col("sender").replace_strict(known_as or {}, default=pl.coalesce("name", "sender")).alias("name"),
            pl.col("operator") & ~pl.col("robot"),
        )
        .pipe(_to_see)
    )


def _to_see(named: pl.DataFrame) -> pl.DataFrame:
    """Return people with names that can be seen: sentences are made of them."""
    seen = pl.col("name").str.contains(r"[^\s\p{Cc}\p{Cf}\p{M}\x{115F}\x{1160}\x{3164}\x{FFA0}\x{2800}]")
    hidden = named.filter(~seen)["name"].unique().to_list()
    return named.with_columns(pl.col("name").replace({name: visible("", name) for name in hidden}))


def talk(messages: pl.DataFrame, who_is_who: pl.DataFrame) -> pl.DataFrame:
    """Return what people sent, in the order of the log, one row a message; robots and lost senders are left out.

    Columns: ``row`` (its place in ``messages``), ``local``, ``who``, ``operator``, ``kind``, ``text``, ``id``,
    ``reply_to``, ``source``.
    """
    robots = who_is_who.filter("robot")["who"].implode()
    operators = who_is_who.filter("operator")["who"].implode()
    who = pl.col("sender").to_physical()
    return (
        messages.lazy()
        .with_row_index("row")
        .filter(is_message() & pl.col("sender").is_not_null() & ~who.is_in(robots))
        .select(
            "row",
            "local",
            who.alias("who"),
            who.is_in(operators).alias("operator"),
            "kind",
            "text",
            "id",
            "reply_to",
            "source",
        )
        .collect()
        .rechunk()  # a log is read piece by piece, and gathering texts from many pieces costs three times as much
    )


def overlong(messages: pl.DataFrame, longest: int) -> int:
    """Return how many texts are longer than ``longest`` characters."""
    sizes = messages.select(pl.col("text").str.len_bytes()).to_series()
    if (sizes.max() or 0) <= longest:  # type: ignore[operator]
        return 0
    return int(messages.filter(sizes > longest)["text"].str.len_chars().gt(longest).sum())


def cut(talk: pl.DataFrame, longest: int) -> pl.DataFrame:
    """Return the same with texts cut after ``longest`` characters: a file pasted into a chat is no message to read."""
    return talk.with_columns(pl.col("text").str.head(longest)) if overlong(talk, longest) else talk


def count_sent(messages: pl.DataFrame) -> int:
    """Return how many messages were sent, robots' included."""
    return int(messages.select(is_message().sum()).item())


def count_events(messages: pl.DataFrame) -> int:
    """Return how many rows the platform wrote."""
    return messages.height - count_sent(messages)


def count_messages(messages: pl.DataFrame, who_is_who: pl.DataFrame) -> int:
    """Return how many messages people sent, those included whose sender the export lost; robots are left out."""
    robots = who_is_who.filter("robot")["who"].implode()
    robot = pl.col("sender").to_physical().is_in(robots).fill_null(value=False)
    return int(messages.select((is_message() & ~robot).sum()).item())
