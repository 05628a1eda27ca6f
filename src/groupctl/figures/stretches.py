"""Stretches of talk: a few messages that stand together, the unit in which one can say what was talked about.

One message such as "yes, the second one" has no topic of its own; the handful around it has.
"""

import numpy as np
import polars as pl

PAUSE = np.timedelta64(10, "m")
"""A longer silence ends a stretch."""
LONGEST = 10
"""Messages after which a stretch ends though the talk goes on."""


def stretches(talk: pl.DataFrame) -> pl.Series:
    """Return the number of the stretch of each message of ``people.talk``, from 0, in the order of the log."""
    moments = talk["local"].to_numpy()
    place = np.arange(moments.size)
    begins = np.ones(moments.size, dtype=np.bool_)
    begins[1:] = np.diff(moments) > PAUSE
    within = place - np.maximum.accumulate(np.where(begins, place, 0))
    return pl.Series("stretch", (begins | (within % LONGEST == 0)).cumsum(dtype=np.uint32) - np.uint32(1))


def sample(talk: pl.DataFrame, most: int) -> pl.DataFrame:
    """Return whole stretches of talk, evenly spread over the log, of about ``most`` messages, with ``stretch``."""
    stretch, step = stretches(talk), -(-talk.height // most)
    if step <= 1:
        return talk.with_columns(stretch)
    chosen = (stretch % step == 0).arg_true()
    return talk[chosen].with_columns(stretch.gather(chosen))
