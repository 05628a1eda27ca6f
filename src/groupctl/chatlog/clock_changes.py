"""Where the time of day jumps back within a file: a clock was put back, a zone was changed, an export was joined."""

import numpy as np
import numpy.typing as npt
import polars as pl

from groupctl.chatlog.records import EXAMPLES
from groupctl.chatlog.table import ClockChange, pieces

LEAST = np.timedelta64(30, "m")
"""The smallest step by which clocks are put back (Lord Howe Island); less is a message that came late."""

Places = npt.NDArray[np.int64]
_STILL = np.timedelta64(0, "us")


def clock_changes(rows: pl.DataFrame) -> tuple[int, tuple[ClockChange, ...]]:
    """Return how often ``local`` jumps back from one row to the next, and the first places.

    ``rows`` stand in the order of the file; one that is written newest first is read backwards. Where they have a
    column ``chat``, what comes behind another chat is no jump.
    """
    rows = rows.select(pl.col("^(local|line|chat)$"))  # what is cut off below is copied
    jumps, balance = [(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.bool_))], 0
    for start, piece in pieces(rows):
        before = min(start, 1)
        steps = _steps(rows.slice(start - before, len(piece) + before))
        balance += int((steps > _STILL).sum()) - int((steps < _STILL).sum())
        large = np.flatnonzero(np.abs(steps) >= LEAST)
        jumps.append((large + start - before, steps[large] < _STILL))
    newest_first = balance < 0
    places, back = (np.concatenate(parts) for parts in zip(*jumps, strict=True))
    places = places[~back][::-1] if newest_first else places[back]
    lines, local = rows["line"], rows["local"]
    pairs = [(place + 1, place) if newest_first else (place, place + 1) for place in places[:EXAMPLES].tolist()]
    return len(places), tuple(
        ClockChange(line=lines[after] or 0, before=local[before], after=local[after]) for before, after in pairs
    )


def _steps(rows: pl.DataFrame) -> npt.NDArray[np.timedelta64]:
    """Return the time from each row to the next; none where that belongs to another chat."""
    steps = np.diff(rows["local"].to_numpy())
    if "chat" in rows.columns:
        chats = rows["chat"]
        steps[(chats.slice(1) != chats.head(len(steps))).to_numpy()] = _STILL
    return steps
