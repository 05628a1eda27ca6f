"""Strikes: what counts against a member, how far up the ladder of a rule that brings them, and what would be next.

A strike is one rule, one member, one day: three of the same in an hour are one. The program proposes the next step
and never takes it; a step that the log shows (a call to order, a message taken back, a removal) marks it as taken.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from groupctl.figures.people import name_keys

SPOKEN_STEPS = ("remind", "warn")
"""Steps that consist of words, so that an operator's words can be either."""
REMOVE = "remove"


@dataclass(frozen=True, kw_only=True)
class Strike:
    """One day on which a member broke a rule."""

    rule: str
    """The id of the prohibition; its text where it has none."""
    who: str
    """The member's id in the export."""
    name: str
    at: dt.datetime
    """Wall-clock time of the first message of that day that did."""
    file: str = ""
    line: int | None = None
    message: str = ""
    """A fingerprint of that message, by which it is known again in another export."""
    count: int = 1
    """Messages of that day."""
    proposed: str = ""
    """The step of the ladder that was due; empty where the rule had none."""
    seen: str = ""
    """What followed in the log: ``spoken``, ``recall``, ``kick``; empty where nothing did."""
    taken: str = ""
    """The step that this amounts to, or that somebody wrote down by hand."""
    taken_at: dt.datetime | None = None
    expires: dt.date
    forgiven: bool = False
    """Written by hand: it counts no longer."""

    @property
    def key(self) -> tuple[str, str, dt.date]:
        """What makes it the same strike in the next audit."""
        return self.rule, person_key(self.who), self.at.date()

    @property
    def same_message(self) -> tuple[str, dt.datetime, str]:
        """What makes it the same strike where another export knows the sender by another id."""
        return self.rule, self.at, self.message

    def counts_on(self, day: dt.date) -> bool:
        """Tell whether it counts against the member on a day."""
        return not self.forgiven and self.at.date() <= day <= self.expires


def person_key(who: str) -> str:
    """Return the form in which a member's id is compared."""
    return next(iter(name_keys([who])), who)


def merged(known: Iterable[Strike], found: Iterable[Strike]) -> tuple[Strike, ...]:
    """Return what is known and what was found, each strike once, the oldest first.

    What is known stays as it stands (somebody may have written in it); a step that was found later is added to it.
    """
    strikes = {one.key: one for one in known}
    by_message = {one.same_message: one.key for one in strikes.values() if one.message}
    news = {one.key: one for one in found}
    for key, new in news.items():
        other = by_message.get(new.same_message)
        place = key if key in strikes or other is None or other in news else other
        strikes[place] = _joined(strikes[place], new) if place in strikes else new
    return tuple(sorted(strikes.values(), key=lambda one: (one.at, one.rule, one.who)))


def _joined(old: Strike, new: Strike) -> Strike:
    counted = replace(old, count=max(old.count, new.count))
    if old.seen or old.taken:
        return counted
    return replace(counted, seen=new.seen, taken=new.taken, taken_at=new.taken_at)


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where one member stands on the ladder of one rule."""

    rule: str
    who: str
    name: str
    ladder: tuple[str, ...]
    strikes: tuple[Strike, ...]
    """Those that count, the oldest first."""
    next_step: str
    """What the ladder says is due now; empty where it has no steps."""

    @property
    def taken(self) -> tuple[str, ...]:
        """Steps that were taken, in order."""
        return tuple(one.taken for one in self.strikes if one.taken)

    @property
    def unanswered(self) -> int:
        """How many strikes in a row, up to the latest, met no step."""
        met = [place for place, one in enumerate(self.strikes, 1) if one.taken]
        return len(self.strikes) - (met[-1] if met else 0)

    @property
    def is_due(self) -> bool:
        """Whether the latest strike met no step, and there is one to take."""
        return bool(self.next_step) and self.unanswered > 0


def climbed(strikes: Sequence[Strike], ladder: Sequence[str]) -> tuple[tuple[Strike, ...], str]:
    """Return one member's strikes under one rule with proposed and taken steps filled in, and the step that is next.

    ``strikes`` are those that count, the oldest first. What was proposed before stays.
    """
    place, filled = 0, []
    for one in strikes:
        due = ladder[min(place, len(ladder) - 1)] if ladder else ""
        taken = one.taken or _amounts_to(one.seen, ladder, place)
        filled.append(replace(one, proposed=one.proposed or due, taken=taken))
        if taken in ladder:
            place = max(place, ladder.index(taken) + 1)
    return tuple(filled), ladder[min(place, len(ladder) - 1)] if ladder else ""


def _amounts_to(seen: str, ladder: Sequence[str], place: int) -> str:
    """Return the step that something in the log amounts to: words are the highest step of words that is due by now."""
    if not seen:
        return ""
    if seen == "kick":
        return REMOVE
    words = [step for step in ladder[: place + 1] if step in SPOKEN_STEPS]
    return words[-1] if words else SPOKEN_STEPS[0]
