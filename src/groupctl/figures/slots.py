"""What came of the moments at which something was to happen: who posted, and how many members spoke up after it."""

import datetime as dt
from collections.abc import Sequence

import numpy as np
import polars as pl

EARLY, LATE = dt.timedelta(minutes=15), dt.timedelta(minutes=45)
"""A post counts for a moment from so long before to so long after it."""
SAME = dt.timedelta(minutes=60)
"""Within this a post and a moment are the same occasion."""


def posted(posts: pl.DataFrame, moments: Sequence[dt.datetime]) -> pl.DataFrame:
    """Return the first post close to each moment: ``at``, ``row`` (null where there is none).

    ``posts`` holds ``row``, ``local``, in the order of time.
    """
    at = pl.Series("at", moments, dtype=pl.Datetime("us"))
    place = np.searchsorted(posts["local"].to_numpy(), (at - EARLY).to_numpy())
    found = posts.select("row", "local").with_row_index("place")
    close = (pl.col("local") <= pl.col("at") + LATE).fill_null(value=False)
    return (
        pl.DataFrame({"at": at, "place": place.astype(np.uint32)})
        .join(found, on="place", how="left", maintain_order="left")
        .select("at", pl.when(close).then("row").alias("row"))
    )


def count_close(times: pl.Series, moments: Sequence[dt.datetime]) -> int:
    """Return how many of the times lie within SAME of one of the moments, which are in order."""
    at = pl.Series(moments, dtype=pl.Datetime("us")).to_numpy()
    earlier = np.searchsorted(at, (times - SAME).to_numpy())
    later = np.searchsorted(at, (times + SAME).to_numpy(), side="right")
    return int((later > earlier).sum())


def response(members: pl.DataFrame, moments: Sequence[dt.datetime], minutes: float) -> pl.DataFrame:
    """Return what members said in the ``minutes`` from each moment on: ``at``, ``messages``, ``speakers``.

    ``members`` holds ``local``, ``who``, in the order of time.
    """
    at = pl.Series("at", moments, dtype=pl.Datetime("us"))
    times = members["local"].to_numpy()
    start = np.searchsorted(times, at.to_numpy())
    end = np.searchsorted(times, (at + dt.timedelta(minutes=minutes)).to_numpy())
    length = end - start
    moment = np.repeat(np.arange(len(moments)), length)
    place = np.arange(length.sum()) - np.repeat(length.cumsum() - length, length) + np.repeat(start, length)
    spoke = pl.DataFrame({"moment": moment, "who": members["who"].gather(place)})
    speakers = spoke.group_by("moment").agg(pl.col("who").n_unique().alias("speakers"))
    return (
        pl.DataFrame({"at": at, "messages": length})
        .with_row_index("moment")
        .with_columns(pl.col("moment").cast(pl.Int64))
        .join(speakers, on="moment", how="left", maintain_order="left")
        .select("at", "messages", pl.col("speakers").fill_null(0))
    )


def followers(members: pl.DataFrame, moments: Sequence[dt.datetime], minutes: float) -> int:
    """Return how many different members spoke within ``minutes`` of two or more of the moments."""
    if not moments:
        return 0
    at = pl.DataFrame({"at": pl.Series(moments, dtype=pl.Datetime("us"))}).sort("at")
    near = members.sort("local").join_asof(at, left_on="local", right_on="at", strategy="backward")
    came = near.filter(pl.col("local") - pl.col("at") < pl.duration(minutes=minutes)).group_by("who")
    return came.agg(pl.col("at").n_unique()).filter(pl.col("at") >= 2).height
