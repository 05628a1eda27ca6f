"""One member under several names: by an id, by the log's own word that somebody was renamed, by the operator's.

What is rewritten is ``sender``; ``name`` stays as the export shows it, so that whoever is spoken of by an older name
is still known.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from groupctl.chatlog.aliases import Person, name_key
from groupctl.chatlog.table import pieces

PHONE_NUMBER = re.compile(r"[\u202a\u200e]*\+\d[\d\s()\-\u2010\u2011\u00a0]{6,22}\u202c?")
"""A number is the account itself (WhatsApp): who changes it speaks as another one, whom ``--aliases`` can join."""


@dataclass
class People:
    """Who is who: each known sender leads, step by step, to the one that stands for the person."""

    seen: dict[str, dt.datetime]
    """When each sender is first met."""
    ids: frozenset[str]
    """Senders that are an id, not a name."""
    bearers: dict[str, set[str]]
    """The senders that bore a name, by name."""
    leads_to: dict[str, str] = field(default_factory=dict)

    def person(self, sender: str) -> str:
        """Return who stands for a sender."""
        while sender in self.leads_to:
            sender = self.leads_to[sender]
        return sender

    def of_name(self, name: str) -> str:
        """Return whom a name belongs to: the one id that bore it, else whoever writes under the name itself."""
        bearers = self.bearers.get(name, set()) & self.ids
        return self.person(next(iter(bearers)) if len(bearers) == 1 else name)

    def unite(self, one: str, with_: str) -> None:
        """Take two for one person, who goes by the second; an id goes before a name."""
        one, with_ = self.person(one), self.person(with_)
        if one in self.ids and with_ not in self.ids:
            one, with_ = with_, one
        if one != with_:
            self.leads_to[one] = with_

    def renamed(self, old: str, new: str, at: dt.datetime) -> None:
        """Follow a rename, unless both names were in use before it: then the new one may be somebody else's."""
        one, other = self.of_name(old), self.of_name(new)
        two_ids = one in self.ids and other in self.ids
        if not two_ids and any(self.seen.get(name, at) >= at for name in (old, new)):
            self.unite(one, other)


@dataclass(frozen=True, kw_only=True)
class Unified:
    """Rows in which each member is one ``sender``."""

    rows: pl.DataFrame
    unknown: tuple[str, ...] = ()
    """Names that the operator gave, but nobody bears."""
    called: Mapping[str, str] = field(default_factory=dict)
    """The name that the operator gave somebody to go by, by ``sender``."""


def unify(rows: pl.DataFrame, aliases: Sequence[Person] = (), *, settled: bool = False) -> Unified:
    """Return rows in which each member is one ``sender``.

    Where the senders are ``settled`` as persons, nothing but ``aliases`` joins them.
    """
    people = _people(rows)
    if not settled:
        _join_names_to_ids(people)
        for at, old, new in _renames(rows):
            people.renamed(old, new, at)
    named: dict[str, str] = {}
    unknown = tuple(_join_aliases(people, aliases, named)) if aliases else ()
    changed = {sender: people.person(sender) for sender in people.leads_to}
    return Unified(
        rows=_rewritten(rows, changed) if changed else rows,
        unknown=unknown,
        called={people.person(sender): name for sender, name in named.items()},
    )


def _people(rows: pl.DataFrame) -> People:
    met = _first_met(pl.concat([_first_met(piece) for _start, piece in pieces(rows)])).sort("local")
    seen: dict[str, dt.datetime] = {}
    bearers: dict[str, set[str]] = {}
    ids = set()
    for sender, name, local in met.with_columns(pl.col("sender", "name").cast(pl.String)).rows():
        seen.setdefault(sender, local)
        bearers.setdefault(sender if name is None else name, set()).add(sender)
        if name not in {None, sender} or PHONE_NUMBER.fullmatch(sender):
            ids.add(sender)
    return People(seen=seen, ids=frozenset(ids), bearers=bearers)


def _first_met(rows: pl.DataFrame) -> pl.DataFrame:
    """Return each sender and name, and when they are first met."""
    return rows.lazy().drop_nulls("sender").group_by("sender", "name").agg(pl.col("local").min()).collect()


def _join_names_to_ids(people: People) -> None:
    """Take whoever writes under a name only for the one id that bore this name."""
    for sender in people.seen.keys() - people.ids:
        people.unite(sender, people.of_name(sender))


def _renames(rows: pl.DataFrame) -> Iterable[tuple[dt.datetime, str, str]]:
    """Return what the log tells of renames, oldest first: when, the old name, the new one."""
    told = (
        rows.lazy().filter(pl.col("kind") == "rename").select("local", "members").drop_nulls().sort("local").collect()
    )
    return [(at, names[0], names[1]) for at, names in told.rows() if len(names) == 2]


def _join_aliases(people: People, aliases: Sequence[Person], named: dict[str, str]) -> Iterable[str]:
    """Take the names of each person for one, and note in ``named`` what they go by; yield names that nobody bears.

    The first of them may be what the operator calls somebody who never bore it.
    """
    by_key: dict[str, set[str]] = {}
    for name, senders in people.bearers.items():
        by_key.setdefault(name_key(name), set()).update(senders)
    for sender in people.seen:
        by_key.setdefault(name_key(sender), set()).add(sender)
    for person in aliases:
        found = [sender for name in person for sender in sorted(by_key.get(name_key(name), ()))]
        for sender in found[1:]:
            people.unite(sender, found[0])
        named |= dict.fromkeys(found[:1], person[0])
        yield from (name for name in (person[1:] if found else person) if name_key(name) not in by_key)


def _rewritten(rows: pl.DataFrame, changed: dict[str, str]) -> pl.DataFrame:
    """Return rows with some senders replaced, piece by piece: a copy of the whole column would be large."""
    sender = pl.col("sender").cast(pl.String).replace(changed).cast(pl.Categorical)
    return pl.concat([piece.with_columns(sender=sender) for _start, piece in pieces(rows)], rechunk=False)
