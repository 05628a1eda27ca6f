"""What the operators do in the conversation: their share of it, and where they talk to nobody."""

import polars as pl


def operator_share(talk: pl.DataFrame) -> float | None:
    """Return the share of messages that operators wrote; None without messages."""
    share = talk["operator"].mean()
    return float(share) if isinstance(share, float) else None


def monologues(talk: pl.DataFrame, least: float) -> pl.DataFrame:
    """Return runs of at least ``least`` operator messages with no member in between, longest first.

    Columns: ``row`` (where the run begins), ``messages``, ``began``, ``ended``. Several operators talking among
    themselves are one run: no member said anything. Robots do not break a run.
    """
    return (
        talk.lazy()
        .select("row", "local", "operator", pl.col("operator").rle_id().alias("run"))
        .filter("operator")
        .group_by("run")
        .agg(
            pl.col("row").first(),
            pl.len().alias("messages"),
            pl.col("local").first().alias("began"),
            pl.col("local").last().alias("ended"),
        )
        .filter(pl.col("messages") >= least)
        .sort(["messages", "row"], descending=[True, False])
        .drop("run")
        .collect()
    )


def monologue_share(talk: pl.DataFrame, runs: pl.DataFrame) -> float | None:
    """Return the share of the operators' messages that stand in monologues; None where they wrote nothing."""
    written = int(talk["operator"].sum())
    return int(runs["messages"].sum()) / written if written else None
