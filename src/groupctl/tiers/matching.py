"""The roster and the log: which entry is which sender, by id, by name, by alias; what only looks alike is proposed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property

import polars as pl

from groupctl.facts.subject import Subject
from groupctl.figures import members
from groupctl.figures import people as columns
from groupctl.i18n import N_
from groupctl.roster.entry import Entry, Roster, name_key

BY_ID, BY_NAME, BY_ALIAS = "id", "name", "alias"
LEAST_PART = 2
"""Characters; a shorter part of a name card is no hint at a person."""
ALIKE = 0.75
"""How alike two names must be (difflib's ratio) to be proposed as one person."""
MOST_COMPARED = 250_000
"""Pairs of names that are compared letter by letter; beyond, only parts of names are."""
WHY_PART, WHY_ALIKE = N_("one name is part of the other"), N_("the names are spelled alike")


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """An entry of the roster and a sender of the log who may be the same person."""

    entry: str
    sender: str
    """The name that the sender uses now."""
    why: str


@dataclass(frozen=True, kw_only=True)
class Matching:
    """Which entry of a roster is which sender."""

    roster: Roster
    who: Mapping[int, int]
    """Place of the entry in the roster → ``who``."""
    how: Mapping[int, str]
    """Place of the entry → BY_ID, BY_NAME or BY_ALIAS."""
    subject: Subject = field(repr=False)
    unsure: frozenset[int] = frozenset()
    """Entries whose name several senders, or several entries, have: nobody can tell who is who without an id."""
    proposals: tuple[Proposal, ...] = ()

    @cached_property
    def senders(self) -> Mapping[str, set[int]]:
        """The key of every name that was ever used → who used it."""
        return _senders_by_key(self.subject)

    @cached_property
    def _places(self) -> Mapping[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for place, entry in enumerate(self.roster.entries):
            for text in {name_key(text) for text in (*entry.names, entry.id) if text}:
                places[text].append(place)
        return places

    def places(self, key: str) -> Sequence[int]:
        """Return the places of the entries that know somebody by this name or id (its key)."""
        return self._places.get(key, ())


def match(subject: Subject, roster: Roster) -> Matching:
    """Return who of the roster is who in the log. One sender is one entry at the most; the surer proof wins."""
    if not roster.entries:
        return Matching(roster=roster, subject=subject, who={}, how={})
    keys = _senders_by_key(subject)
    ids = _ids(subject)
    who: dict[int, int] = {}
    how: dict[int, str] = {}
    unsure: set[int] = set()

    def take(proof: str, pairs: Mapping[int, set[int]]) -> None:
        free = {place: found - set(who.values()) for place, found in pairs.items() if place not in who}
        claimed = defaultdict(list)
        for place, found in free.items():
            for one in found:
                claimed[one].append(place)
        for place, found in free.items():
            if len(found) == 1 and len(claimed[next(iter(found))]) == 1:
                who[place], how[place] = next(iter(found)), proof
                unsure.discard(place)
            elif found:
                unsure.add(place)

    entries = list(enumerate(roster.entries))
    take(BY_ID, {place: ids.get(name_key(entry.id), set()) for place, entry in entries if entry.id})
    take(BY_NAME, {place: keys.get(name_key(entry.name), set()) for place, entry in entries})
    take(BY_ALIAS, {place: _any_of(entry.aliases, keys) for place, entry in entries if entry.aliases})
    shared = {name_key(name) for name in roster.shared_names}
    unsure |= {
        place for place, entry in entries if place not in who and not entry.id and name_key(entry.name) in shared
    }
    open_entries = [entry for place, entry in entries if place not in who and place not in unsure]
    return Matching(
        roster=roster, subject=subject, who=who, how=how, unsure=frozenset(unsure - who.keys()),
        proposals=_proposed(open_entries, _open_senders(subject, who.values())),
    )  # fmt: skip


def _any_of(names: Iterable[str], keys: Mapping[str, set[int]]) -> set[int]:
    return set().union(*(keys.get(name_key(name), set()) for name in names))


def _ids(subject: Subject) -> dict[str, set[int]]:
    return {name_key(sender): {who} for sender, who in subject.people.select("sender", "who").iter_rows()}


def _senders_by_key(subject: Subject) -> Mapping[str, set[int]]:
    """Return for the key of every name that was ever used, renames followed, who used it."""
    messages = subject.whole.messages
    shown = messages.lazy().select("sender", "name").unique().collect()
    shown = shown.with_columns(pl.col("sender").to_physical().alias("who")).filter(
        pl.col("who").is_in(subject.people["who"].implode())
    )
    used = [shown.select(pl.col(column).cast(pl.String).alias("name"), "who") for column in ("sender", "name")]
    keyed = pl.concat(used).filter(pl.col("name") != "").select(columns.name_key(pl.col("name")).alias("key"), "who")
    known = pl.concat([keyed, members.aliases(messages, subject.people).select("key", "who")]).unique()
    keys: dict[str, set[int]] = defaultdict(set)
    for key, who in known.iter_rows():
        keys[key].add(who)
    return keys


def _open_senders(subject: Subject, taken: Iterable[int]) -> list[str]:
    rest = subject.people.filter(~pl.col("who").is_in(list(taken)) & ~pl.col("robot"))
    return rest["name"].to_list()


def _proposed(entries: Sequence[Entry], senders: Sequence[str]) -> tuple[Proposal, ...]:
    """Return pairs that look like one person: one name is a whole part of the other, or they are spelled alike."""
    if not entries:
        return ()
    by_part: dict[str, list[str]] = defaultdict(list)
    by_name: dict[str, list[str]] = defaultdict(list)
    for sender in senders:
        by_name[name_key(sender)].append(sender)
        for part in _parts(sender):
            by_part[part].append(sender)
    found: list[Proposal] = []
    rest: list[Entry] = []
    for entry in entries:
        wholes = [sender for name in entry.names for sender in by_part.get(name_key(name), ())]
        parts = [sender for name in entry.names for part in _parts(name) for sender in by_name.get(part, ())]
        near = list(dict.fromkeys([*wholes, *parts]))
        if len(near) == 1:
            found.append(Proposal(entry=entry.name, sender=near[0], why=WHY_PART))
        else:
            rest.append(entry)
    if len(rest) * len(senders) <= MOST_COMPARED:
        found += _spelled_alike(rest, senders)
    return tuple(found)


def _parts(name: str) -> set[str]:
    """Return the parts of a name that could be a name by themselves: between signs, and without its decoration."""
    pieces = re.split(r"[^\w]+|_", name)
    keys = {name_key(piece) for piece in (*pieces, "".join(pieces))}
    return {key for key in keys if len(key) >= LEAST_PART and not key.isdecimal()}


def _spelled_alike(entries: Sequence[Entry], senders: Sequence[str]) -> list[Proposal]:
    keyed = [(sender, name_key(sender)) for sender in senders]
    found: list[Proposal] = []
    for entry in entries:
        compare = SequenceMatcher(autojunk=False)
        compare.set_seq2(name_key(entry.name))
        best, alike = "", 0.0
        for sender, key in keyed:
            compare.set_seq1(key)
            if compare.real_quick_ratio() > max(alike, ALIKE - 0.001) and compare.ratio() > max(alike, ALIKE - 0.001):
                best, alike = sender, compare.ratio()
        if best and len(name_key(entry.name)) > LEAST_PART:
            found.append(Proposal(entry=entry.name, sender=best, why=WHY_ALIKE))
    return found
