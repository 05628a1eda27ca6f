"""Time as delivery sees it, so that a test can wait for an hour in no time."""

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, kw_only=True)
class Clock:
    """What the time is (aware, UTC) and how to wait some seconds."""

    now: Callable[[], dt.datetime]
    sleep: Callable[[float], None]


SYSTEM = Clock(now=_now, sleep=time.sleep)
