"""One text to one channel: part by part, within the service's pace, tried again where that is safe, never twice.

Before a part goes out the log says ``sending``; only the service's own word makes it ``delivered``. So whatever stops
this process, the next one knows what was delivered, what was not, and what only a person can tell.
"""

import datetime as dt
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from groupctl.display import one_line
from groupctl.i18n import _
from groupctl.push.channel import Answer, ChannelType, Mail, Message, Outcome, Post, Settings, Verdict
from groupctl.push.clock import Clock
from groupctl.push.state import SENDING, Entry, Ledger, Pace
from groupctl.thresholds import Thresholds

WAITING = "waiting"
BEGINNING = 40
"""Characters of a text that the log keeps."""

Send = Callable[[Post | Mail], Answer | Verdict]


@dataclass(frozen=True, kw_only=True)
class Part:
    """What became of one message."""

    number: int
    """1-based."""
    outcome: str
    attempts: int = 0
    reason: str = ""
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """What became of one text on one channel."""

    channel: str
    kind: str
    key: str
    outcome: Outcome
    parts: tuple[Part, ...]
    at: dt.datetime
    """Now; of what was delivered before, then."""
    reason: str = ""
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class Line:
    """A channel ready to post: its settings and all that outlives one message."""

    kind: ChannelType
    settings: Settings
    thresholds: Thresholds
    ledger: Ledger
    pace: Pace
    clock: Clock
    send: Send
    redact: Callable[[str], str]
    per_minute: int | None = None

    @property
    def name(self) -> str:
        """What the channel is called in the log."""
        return self.settings.name or self.settings.kind


def digest(*texts: str) -> str:
    """Return what stands for a text in the log."""
    return hashlib.sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def deliver(line: Line, parts: Sequence[str], key: str, before: Entry | None, *, arrived: bool = False) -> Delivery:
    """Post the parts in order, behind those that were delivered before; stop at the first that is not delivered.

    ``before`` is what the log says of this key; ``arrived`` takes what was maybe sent as delivered.
    """
    entry = _entry(line, parts, key, before, arrived=arrived)
    deadline = line.clock.now() + dt.timedelta(seconds=line.thresholds["push.deadline"])
    verdict, done = Verdict(outcome=Outcome.DELIVERED), []
    for number, text in enumerate(parts):
        if entry.parts[number] == Outcome.DELIVERED:
            done.append(Part(number=number + 1, outcome=Outcome.ALREADY))
            continue
        if verdict.outcome is not Outcome.DELIVERED:
            done.append(Part(number=number + 1, outcome=WAITING))
            continue
        verdict, attempts, entry = _tried(line, entry, number, text, deadline)
        done.append(_part(line, number, verdict, attempts))
    return Delivery(
        channel=line.settings.name,
        kind=line.kind.kind,
        key=key,
        outcome=verdict.outcome,
        parts=tuple(done),
        at=line.clock.now(),
        reason=line.redact(verdict.reason),
        hint=line.redact(verdict.hint),
    )


def _part(line: Line, number: int, verdict: Verdict, attempts: int) -> Part:
    return Part(
        number=number + 1,
        outcome=verdict.outcome,
        attempts=attempts,
        reason=line.redact(verdict.reason),
        hint=line.redact(verdict.hint),
    )


def _entry(line: Line, parts: Sequence[str], key: str, before: Entry | None, *, arrived: bool) -> Entry:
    states = before.parts if before else (WAITING,) * len(parts)
    if arrived:
        states = tuple(Outcome.DELIVERED if state in {Outcome.UNCLEAR, SENDING} else state for state in states)
    return Entry(
        key=key,
        channel=line.name,
        kind=line.kind.kind,
        at=line.clock.now(),
        begins=line.redact(one_line(parts[0], BEGINNING)),
        parts=tuple(str(state) for state in states),
        digests=tuple(digest(part) for part in parts),
    )


def _tried(line: Line, entry: Entry, number: int, text: str, deadline: dt.datetime) -> tuple[Verdict, int, Entry]:
    """Post one part, as often as is safe and within the deadline; return the last verdict and the number of tries."""
    most = max(1, round(line.thresholds["push.attempts"]))
    verdict, attempts, pause = Verdict(outcome=Outcome.FAILED), 0, 0.0
    while attempts < most:
        pause = max(pause, line.pace.pause(line.name, line.clock.now(), _windows(line)))
        if line.clock.now() + dt.timedelta(seconds=pause) > deadline:
            verdict = _too_late(verdict, pause)
            break
        if pause > 0:
            line.clock.sleep(pause)
        attempts += 1
        entry = line.ledger.mark(entry, number, SENDING, line.clock.now())
        line.pace.note(line.name, line.clock.now())
        verdict = _attempt(line, text, f"{entry.key}-{number + 1}")
        entry = line.ledger.mark(entry, number, verdict.outcome, line.clock.now(), line.redact(verdict.reason))
        if verdict.outcome is not Outcome.FAILED:
            break
        pause = _wait(line, verdict, attempts)
    return verdict, attempts, entry


def _attempt(line: Line, text: str, key: str) -> Verdict:
    try:
        request = line.kind.request(line.settings, Message(text=text, at=line.clock.now(), key=key))
        answer = line.send(request)
        return line.kind.verdict(answer) if isinstance(answer, Answer) else answer
    except Exception as error:  # noqa: BLE001 - a bug's own words may hold an address, and its traceback is shown
        told = line.redact(f"{type(error).__name__}: {error}")
    raise RuntimeError(told)


def _wait(line: Line, verdict: Verdict, attempts: int) -> float:
    """Return the seconds until the next attempt: the service's own number, or ours, doubled each time."""
    backoff = float(line.thresholds["push.backoff"] * 2 ** (attempts - 1))
    if verdict.throttled:
        usual = line.thresholds.for_platform("push.wait", line.kind.kind)
        wait = usual if verdict.wait is None else verdict.wait
        line.pace.hold(line.name, line.clock.now() + dt.timedelta(seconds=wait))
        return max(wait, 0.0)
    return backoff if verdict.wait is None else verdict.wait


def _too_late(verdict: Verdict, pause: float) -> Verdict:
    """Return the verdict where the next attempt would come after the deadline."""
    hint = _("it may be posted again in {seconds:.0f} seconds").format(seconds=pause)
    if verdict.reason:
        return replace(verdict, hint=hint)
    return Verdict(outcome=Outcome.FAILED, reason=_("too much was posted on this channel just now"), hint=hint)


def _windows(line: Line) -> list[tuple[int, float]]:
    """Return how many messages in how many seconds the service takes."""
    minute = line.per_minute or line.thresholds.for_platform("push.per_minute", line.kind.kind)
    second = line.thresholds.for_platform("push.per_second", line.kind.kind)
    return [(max(1, round(minute)), 60.0), (max(1, round(second)), 1.0)]
