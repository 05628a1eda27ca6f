"""Which day it is: asked of the system in one place, so that a test can say that it is another one."""

import datetime as dt


def day() -> dt.date:
    """Return today's date where this machine stands."""
    return dt.datetime.now().astimezone().date()
