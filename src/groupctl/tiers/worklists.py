"""The lists that an operator works through: whom to thank, greet, wake, screen, promote, invite, keep and clear."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import polars as pl

from groupctl.i18n import N_, _, ngettext
from groupctl.tiers import ties
from groupctl.tiers.clearing import clear, kept_text
from groupctl.tiers.compiled import Gap
from groupctl.tiers.definitions import TierDefinition
from groupctl.tiers.ground import Ground, item
from groupctl.tiers.plan import (
    CLEAR,
    GREET,
    INVITE,
    KEEP,
    MOVE,
    PROMOTE,
    SCREEN,
    THANK,
    UP,
    WAKE,
    Action,
    Item,
    Move,
)
from groupctl.tiers.screening import screen
from groupctl.tiers.wordings import render, times
from groupctl.wording import number, percent

MOST_THANKED = 5
MOST_CONNECTORS = 5
MOST_PROMOTED = 10
CARRY = 0.8
"""The share of the window's messages that those write whom one would move."""
NEAR = 0.7
"""How much of what a rule asks somebody has who is near the next tier."""
MOST_LACKING = 2
"""Tests that somebody may fail who is near it."""


def _thank(one: Ground) -> list[Item]:
    best = one.trusted.filter(pl.col("answers") > 0).sort(
        "answers", "replies_given", "name", descending=[True, True, False]
    )
    text, days = _("was the first to answer {times} in {days} days"), number(one.lately.days)
    told = ((row, text.format(times=times(row["answers"]), days=days)) for row in one.rows(best.head(MOST_THANKED)))
    return [item(row, why, render("thanks", who=row["name"], seen=why)) for row, why in told]


def _greet(one: Ground) -> list[Item]:
    new = one.trusted.filter(pl.col("newcomer") & ~pl.col("after_log") & (pl.col("replies_received_ever") == 0))
    ordered = new.sort("spoke", "joined_days", "name", descending=[True, False, False])
    return [item(row, _arrived(row), render("welcome", who=row["name"])) for row in one.rows(ordered)]


def _arrived(row: Mapping[str, Any]) -> str:
    days = int(row["joined_days"])
    when = _("today") if days == 0 else ngettext("{days} day ago", "{days} days ago", days).format(days=days)
    text = _("came {when}, wrote, and nobody replied") if row["spoke"] else _("came {when}, has not written yet")
    return text.format(when=when)


def _wake(one: Ground) -> list[Item]:
    silent = pl.col("silent_days").is_between(one.limits["plan.wake_after"], one.limits["plan.wake_until"])
    worth = pl.col("active_days_ever") >= one.limits["plan.wake_least"]
    found = one.trusted.filter(silent & worth).sort("active_days_ever", "messages_ever", descending=True)
    text = _("wrote on {days} days, silent for {silent}")
    return [
        item(row, text.format(days=number(row["active_days_ever"]), silent=number(row["silent_days"])),
              render("wake", who=row["name"]))
        for row in one.rows(found)
    ]  # fmt: skip


def _promote(one: Ground) -> list[Item]:
    """Return who moved up since the last plan, then who lacks little for the next tier."""
    moved = {move.id: move for move in one.decided.moves if move.kind == UP}
    trusted = set(one.trusted["person"]) if moved else set()
    risen = [person for person, move in moved.items() if person in trusted and _is_upper(one, move.to_tier)]
    near = _near(one, one.trusted.filter(~pl.col("person").is_in(list(moved))))
    rows = {row["person"]: row for row in one.rows(one.trusted.filter(pl.col("person").is_in([*risen, *near])))}
    up = [
        item(rows[person], _risen(one, moved[person]), _text_for(one, moved[person].to_tier, rows[person]))
        for person in risen
    ]
    return up + [_near_item(one, rows[person], *lacks) for person, lacks in near.items()]


def _risen(one: Ground, move: Move) -> str:
    return f"{one.tiers.titled(move.from_tier)} → {one.tiers.titled(move.to_tier)}"


def _is_upper(one: Ground, tier: str) -> bool:
    """Tell whether a tier is worth a word: in the upper half of the pyramid."""
    rank = one.tiers.rank(tier)
    return rank is not None and rank < max(1, len(one.tiers.tiers) // 2)


def _near(one: Ground, people: pl.DataFrame) -> dict[str, tuple[TierDefinition, Sequence[Gap]]]:
    """Return who of ``people`` lacks little for an upper tier, the nearest first: the tier and what they lack."""
    found: list[tuple[float, str, TierDefinition, Sequence[Gap]]] = []
    for (tier,), part in people.group_by("tier"):
        upper = one.lacks.above(str(tier))
        if upper is not None and _is_upper(one, upper.id):
            for lacks, persons in one.lacks.alike(upper, part):
                missing = _missing(lacks)
                found += [(missing, person, upper, lacks) for person in persons if missing is not None]
    nearest = sorted(found, key=itemgetter(0, 1))[:MOST_PROMOTED]
    return {person: (upper, lacks) for _missing, person, upper, lacks in nearest}


def _missing(lacks: Sequence[Gap]) -> float | None:
    """Return how little somebody lacks (0 to 1); None where that is too much, or nothing."""
    if not 0 < len(lacks) <= MOST_LACKING:
        return None
    shares = [
        gap.have / gap.need if gap.need and gap.have is not None and gap.have <= gap.need else 0.0 for gap in lacks
    ]
    return 1 - min(shares) if min(shares) >= NEAR else None


def _near_item(one: Ground, row: Mapping[str, Any], upper: TierDefinition, lacks: Sequence[Gap]) -> Item:
    missing = _("; ").join(gap.text for gap in lacks)
    why = _("nearly {tier}: {lacks}").format(tier=upper.title, lacks=missing)
    return item(row, why, _text_for(one, upper.id, row))


def _text_for(one: Ground, tier: str, row: Mapping[str, Any]) -> str:
    found = next((each for each in one.tiers.tiers if each.id == tier), None)
    if found is None or not found.text:
        return ""
    days, count = number(row["active_days"]), number(row["answers"] or row["replies_given"])
    seen = (
        _("here on {days} of the last {window} days, answered {count} times")
        if row["answers"]
        else _("here on {days} of the last {window} days, spoke to others {count} times")
    ).format(days=days, window=number(one.lately.days), count=count)
    return render("thanks", who=row["name"], seen=seen)


def _invite(one: Ground) -> list[Item]:
    asked = one.trusted.filter(pl.col("questions") > 0).sort("questions", "messages", descending=True)
    text = _("asked {times} in {days} days")
    return [
        item(row, text.format(times=times(row["questions"]), days=number(one.lately.days)))
        for row in one.rows(asked.head(int(one.limits["plan.a_week"])))
    ]


def _move(one: Ground) -> list[Item]:
    wrote = one.trusted.filter(pl.col("messages") > 0).sort("active_days", "messages", descending=True)
    whole = int(wrote["messages"].sum())
    before = pl.col("messages").cum_sum() - pl.col("messages")
    text = _("{days} active days, {count} messages in {window} days")
    return [
        item(
            row,
            text.format(days=number(row["active_days"]), count=number(row["messages"]), window=number(one.lately.days)),
        )
        for row in one.rows(wrote.filter(before < CARRY * whole))
    ]


def _keep(one: Ground) -> list[Item]:
    names = dict(one.people.select("who", "name").drop_nulls().iter_rows())
    found = ties.connectors(one.lately.pairs, 4 * MOST_CONNECTORS)
    known = one.here.filter(pl.col("who").is_in([each.who for each in found]))
    rows = {row["who"]: row for row in one.rows(known)}
    return [
        item(rows[each.who], _tied(each, names, one.limits["ties.cut_off"]))
        for each in found
        if each.who in rows
    ][:MOST_CONNECTORS]  # fmt: skip


def _tied(each: ties.Connector, names: Mapping[int, str], least: float) -> str:
    ways = _("talks with {people}; {share} of the shortest ways between others lead through them").format(
        people=number(each.people), share=percent(each.betweenness)
    )
    if len(each.cut_off) < least:
        return ways
    shown = ", ".join(names[who] for who in each.cut_off[:3] if who in names)
    text = ngettext(
        "ties {count} person to the rest ({names})", "ties {count} people to the rest ({names})", len(each.cut_off)
    )
    return f"{text.format(count=len(each.cut_off), names=shown)}; {ways}" if shown else ways


@dataclass(frozen=True, kw_only=True)
class _List:
    kind: str
    title: str
    advice: str
    days: int
    """Until when, from now."""
    make: Callable[[Ground], list[Item]]
    text: str = ""


LISTS: Sequence[_List] = (
    _List(kind=THANK, title=N_("Thank"), days=2, make=_thank, text="",
          advice=N_("By name, in front of everybody, for one thing that they did.")),
    _List(kind=GREET, title=N_("Greet"), days=1, make=_greet,
          advice=N_("A reply to somebody's first message makes a second one likelier.")),
    _List(kind=WAKE, title=N_("Wake"), days=7, make=_wake,
          advice=N_("In private, by name, with one question; {a_week} a week are enough.")),
    _List(kind=SCREEN, title=N_("Screen"), days=1, make=screen,
          advice=N_("Look at the lines first: this is what was seen, not what somebody is.")),
    _List(kind=PROMOTE, title=N_("Promote"), days=7, make=_promote,
          advice=N_("Say what for, and give them something to be in charge of.")),
    _List(kind=INVITE, title=N_("Invite"), days=14, make=_invite, text="expert_session",
          advice=N_("To an expert session: those who ask are those who come; collect their questions beforehand.")),
    _List(kind=KEEP, title=N_("Keep close"), days=14, make=_keep,
          advice=N_("They tie others together: give each of them a second person who knows the same people.")),
    _List(kind=MOVE, title=N_("Take along"), days=14, make=_move, text="migration",
          advice=N_("If the group moves: they write {carry} of it all. Invite them first, others follow.")),
    _List(kind=CLEAR, title=N_("Let go"), days=14, make=clear, text="clearing",
          advice=N_("Announce it, wait a week, then remove who stayed silent.")),
)  # fmt: skip


def worklists(one: Ground) -> tuple[Action, ...]:
    """Return every list, also those with nobody on them."""
    return tuple(_action(one, each) for each in LISTS)


def _action(one: Ground, each: _List) -> Action:
    unknown = _unknown(one, each.kind)
    items = () if unknown else tuple(each.make(one))
    advice = _(each.advice).format(a_week=number(one.limits["plan.a_week"]), carry=percent(CARRY))
    if each.kind == CLEAR and not unknown:
        advice = " ".join(filter(None, [advice, kept_text(one)]))
    return Action(
        kind=each.kind,
        title=_(each.title),
        advice=advice,
        due=one.now + dt.timedelta(days=each.days),
        items=items,
        command=_text_of_list(one, each) if each.text and items else "",
        unknown=unknown,
    )


def _text_of_list(one: Ground, each: _List) -> str:
    if each.kind != CLEAR:
        return render(each.text)
    return render(each.text, days=_("{days} days").format(days=number(one.limits["plan.clear_after"])))


def _unknown(one: Ground, kind: str) -> str:
    """Return why a list cannot be made of this log; empty where it can."""
    if kind == CLEAR and not one.has_roster:
        return one.subject.membership.why_unknown
    return ""
