"""What the tests of figures share: a chat written down as lines of ``day hour:minute name: text``."""

import datetime as dt

import polars as pl

from groupctl.chatlog.table import table

moment = dt.datetime.fromisoformat
"""Wall-clock time, which has no zone."""


def written(*lines: str, **columns: object) -> pl.DataFrame:
    """Return the messages of lines such as ``1 09:30 Ann: hello``; ``*`` for a name makes an event of ``join Bob``."""
    return table([_row(number, line) | columns for number, line in enumerate(lines, 1)])


def _row(number: int, line: str) -> dict[str, object]:
    day, clock, rest = line.split(" ", 2)
    at = moment("2024-03-01") + dt.timedelta(days=int(day) - 1)
    hour, minute = clock.split(":")
    row: dict[str, object] = {"local": at.replace(hour=int(hour), minute=int(minute)), "line": number, "source": 0}
    name, text = rest.split(": ", 1)
    if name != "*":
        return row | {"sender": name, "name": name, "kind": "text", "text": text, "members": None}
    kind, members = text.split(" ", 1)
    return row | {"sender": None, "name": None, "kind": kind, "text": text, "members": members.split(", ")}
