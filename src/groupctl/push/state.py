"""What delivery remembers between two runs, beside the project in ``.groupctl``: what was posted, and how fast.

Neither file holds a secret or a whole text. They belong to one machine, so the folder keeps itself out of git.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from groupctl.files import locked, write_toml
from groupctl.project.state import read_state

LOG = "deliveries.toml"
PACE = "pace.toml"
SENDING = "sending"
"""The state of a part whose request is on its way: found later, it means that the process was killed meanwhile."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One text to one channel."""

    key: str
    channel: str
    kind: str
    at: dt.datetime
    """Of the last attempt."""
    begins: str = ""
    """The first words, for whoever reads the log."""
    parts: tuple[str, ...] = ()
    """What became of each part: an outcome, ``sending`` or ``waiting``."""
    digests: tuple[str, ...] = ()
    reason: str = ""


class Ledger:
    """The delivery log. Every change is on the disk before the call returns."""

    def __init__(self, folder: Path, keep: dt.timedelta) -> None:
        self.file = folder / LOG
        self.keep = keep

    def entries(self) -> list[Entry]:
        """Return what is remembered, oldest first."""
        return [entry for row in read_state(self.file).get("delivery", []) if (entry := _entry(row))]

    def find(self, key: str, channel: str) -> Entry | None:
        """Return what is remembered of a key on a channel."""
        return next((one for one in self.entries() if (one.key, one.channel) == (key, channel)), None)

    def put(self, entry: Entry) -> None:
        """Remember an entry in place of an earlier one; what is older than ``keep`` is forgotten."""
        with locked(self.file):
            others = [
                one
                for one in self.entries()
                if (one.key, one.channel) != (entry.key, entry.channel) and one.at > entry.at - self.keep
            ]
            rows = [asdict(one) for one in (*others, entry)]
            write_toml(self.file, {"version": 1, "delivery": rows})

    def mark(self, entry: Entry, number: int, state: str, at: dt.datetime, reason: str = "") -> Entry:
        """Remember what became of one part (0-based); return the entry as it is then."""
        parts = (*entry.parts[:number], state, *entry.parts[number + 1 :])
        changed = replace(entry, parts=parts, at=at, reason=reason)
        self.put(changed)
        return changed


def _entry(row: Mapping[str, Any]) -> Entry | None:
    try:
        return Entry(**{**row, "parts": tuple(row["parts"]), "digests": tuple(row["digests"])})
    except (TypeError, KeyError):
        return None


class Pace:
    """When each channel last posted, and until when its service asked for silence."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / PACE

    def _row(self, channel: str) -> dict[str, Any]:
        row = read_state(self.file).get("channel", {}).get(channel, {})
        return row if isinstance(row, dict) else {}

    def pause(self, channel: str, now: dt.datetime, windows: Iterable[tuple[int, float]]) -> float:
        """Return the seconds until one more message keeps within every window (how many, in how many seconds)."""
        row = self._row(channel)
        sent = sorted(at for at in row.get("sent", []) if isinstance(at, dt.datetime) and at <= now)
        until = row.get("until")
        waits = [(until - now).total_seconds()] if isinstance(until, dt.datetime) else []
        for most, seconds in windows:
            if len(sent) >= most:
                waits.append(seconds - (now - sent[-most]).total_seconds())
        return max(0.0, *waits) if waits else 0.0

    def note(self, channel: str, now: dt.datetime) -> None:
        """Remember that a message goes out now."""
        recent = [at for at in self._row(channel).get("sent", []) if now - at < dt.timedelta(seconds=60)]
        self._change(channel, lambda row: {**row, "sent": [*recent, now]})

    def hold(self, channel: str, until: dt.datetime) -> None:
        """Remember that the service wants silence until then."""
        self._change(channel, lambda row: {**row, "until": until})

    def _change(self, channel: str, change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
        with locked(self.file):
            rows = read_state(self.file).get("channel", {})
            rows[channel] = change(self._row(channel))
            write_toml(self.file, {"version": 1, "channel": rows})
