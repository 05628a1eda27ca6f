"""Pieces of headers that several formats share: a full date and time, and a day line that holds for what follows."""

import numpy as np
import numpy.typing as npt

from groupctl.chatlog import clock
from groupctl.chatlog.scan import SPACE, Block, Mask, Positions, Scanner


def read_iso_date(scan: Scanner, separators: bytes = b"-") -> npt.NDArray[np.int32]:
    """Read ``2024-01-31`` at each place; return days since 1970-01-01. What is no date clears ``ok``."""
    year = scan.number(4, 4)
    scan.byte_of(separators)
    month = scan.number(1, 2)
    scan.byte_of(separators)
    day, valid = clock.days(year, month, scan.number(1, 2))
    scan.ok &= valid
    return day


def read_iso_moment(scan: Scanner) -> npt.NDArray[np.int64]:
    """Read ``2024-01-31 9:05:03`` (or with AM/PM) at each place; return microseconds since 1970-01-01 local time."""
    day = read_iso_date(scan)
    scan.literal(b" ")
    times = clock.read_time(scan, SPACE)
    scan.ok &= times.has_seconds
    return clock.moments(day, times.seconds)


def starting_with(block: Block, choices: bytes) -> Positions:
    """Return the lines whose first byte is one of ``choices``."""
    return np.flatnonzero(np.logical_or.reduce([block.first == choice for choice in choices]))


def starting_with_digit(block: Block) -> Positions:
    """Return the lines that begin with a digit."""
    return np.flatnonzero(block.first - np.uint8(48) < 10)


def carried(values: npt.NDArray[np.int64], sets: Mask, before: int) -> npt.NDArray[np.int64]:
    """Return for each entry the value of the last that ``sets`` it, up to and with itself; ``before`` until then."""
    index = np.maximum.accumulate(np.where(sets, np.arange(len(values)), -1))
    return np.where(index < 0, before, values[index])
