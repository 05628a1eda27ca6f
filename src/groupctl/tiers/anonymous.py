"""A plan without names: every name in it, in quotes and command lines too, becomes the person's stable pseudonym."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

import polars as pl

from groupctl.chatlog.pseudonyms import Pseudonyms, key_of
from groupctl.findings import Evidence
from groupctl.tiers.plan import Flag, Item, Member, Move, NameCards, Nomination, RosterSummary, TierPlan
from groupctl.tiers.run import Prepared

_WHO = {"id", "name", "who"}
"""Fields that hold nothing but a name or an id."""
_FREE = {"quote", "why", "text", "command", "pinned"}
"""Fields in which names may stand."""
_PARTS = (Member, Move, Nomination, Item, Flag, Evidence)


def pseudonyms(prepared: Prepared, key: bytes = b"") -> Pseudonyms:
    """Return the pseudonyms of everybody whom a log or its roster names; without a key, the log's beginning is one."""
    subject, roster = prepared.subject, prepared.matching.roster
    rows = subject.whole.messages
    senders = dict(subject.people.select("who", "sender").iter_rows())
    people = {name: name for name in prepared.everybody.everybody["person"]}
    people |= dict(prepared.everybody.everybody.select("name", "person").iter_rows())
    for place, entry in enumerate(roster.entries):
        person = senders.get(prepared.matching.who.get(place, -1), people.get(entry.name, entry.id or entry.name))
        people |= dict.fromkeys([*filter(None, [*entry.names, entry.id])], person)
        if entry.invited_by:
            people.setdefault(entry.invited_by, entry.invited_by)
    shown = (
        rows.lazy().select("sender", "name").unique().collect().with_columns(pl.col("sender", "name").cast(pl.String))
    )
    for sender, name in shown.iter_rows():
        people |= {text: sender for text in (name, sender) if text and sender}
    return Pseudonyms(people, key or key_of(rows["text"]))


def anonymous(plan: TierPlan, names: Pseudonyms) -> TierPlan:
    """Return the same plan without a name. Proposals of names and cards are left out: they are nothing but names."""
    plan = replace(plan, members=tuple(map(_with_quotes, plan.members)))
    narrowed = names.among(_texts(plan))
    changed = {
        one.name: _changed(getattr(plan, one.name), narrowed)
        for one in fields(plan)
        if one.name in ("members", "moves", "roles", "actions")
    }
    return replace(
        plan,
        **changed,
        command=narrowed.text(plan.command),
        roster=_roster(plan.roster, names) if plan.roster else None,
        name_cards=NameCards(pattern=plan.name_cards.pattern, coverage=plan.name_cards.coverage, proposals=())
        if plan.name_cards
        else None,
        notes=tuple(map(narrowed.text, plan.notes)),
    )


@dataclass(frozen=True)
class _Told:
    """Quotes that were looked up: names stand in them too, and not one may be missed."""

    quotes: tuple[Evidence, ...]

    def __call__(self) -> tuple[Evidence, ...]:
        return self.quotes


def _with_quotes(member: Member) -> Member:
    return replace(member, quoted=_Told(member.quotes))


def _roster(roster: RosterSummary, names: Pseudonyms) -> RosterSummary:
    return replace(
        roster,
        unsure=tuple(map(names.of, roster.unsure)),
        not_listed=tuple(map(names.of, roster.not_listed)),
        proposals=(),
        dropped=(),
        doubts=(),
    )


def _changed(value: Any, names: Pseudonyms) -> Any:
    """Return a part of a plan with its names replaced, whatever it is made of."""
    if isinstance(value, tuple):
        return tuple(_changed(item, names) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    told = isinstance(value, _PARTS)
    new: dict[str, Any] = {}
    for one in fields(value):
        inner = getattr(value, one.name)
        if isinstance(inner, str):
            if told and one.name in _WHO and inner:
                new[one.name] = names.of(inner)
            elif told and one.name in _FREE:
                new[one.name] = names.text(inner)
        elif one.name == "figures":
            new[one.name] = {key: names.text(item) if isinstance(item, str) else item for key, item in inner.items()}
        else:
            new[one.name] = _changed(inner, names)
    return replace(value, **new)


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in a plan."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        yield from _texts(list(value.values()))
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from _texts(getattr(value, one.name))
