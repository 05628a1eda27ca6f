"""Two lists of one group made one: what the newer says goes before what the older says, and nothing is lost."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from groupctl.errors import UsageError
from groupctl.i18n import _
from groupctl.roster.entry import Entry, Roster, joined, name_key


@dataclass(frozen=True, kw_only=True)
class Merged:
    """A list made of two."""

    roster: Roster
    added: int
    changed: int
    same: int


def merged(old: Roster, new: Roster) -> Merged:
    """Return ``old`` with what ``new`` says: found again by id, else by a name that both have only once."""
    entries = list(old.entries)
    places = _places(entries)
    counts = Counter(name_key(entry.name) for entry in new.entries)
    added = changed = 0
    for entry in new.entries:
        place = _found(entry, entries, places, unique=counts[name_key(entry.name)] == 1)
        if place is None:
            entries.append(entry)
            added += 1
            continue
        both = replace(joined(entries[place], entry), place=entries[place].place)
        changed += both != entries[place]
        entries[place] = both
    roster = replace(new, entries=tuple(entries))
    return Merged(roster=roster, added=added, changed=changed, same=len(new.entries) - added - changed)


def _places(entries: Sequence[Entry]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, entry in enumerate(entries):
        for key in {*map(name_key, entry.names), *(["\0" + name_key(entry.id)] if entry.id else [])}:
            places.setdefault(key, []).append(place)
    return places


def _found(entry: Entry, entries: Sequence[Entry], places: dict[str, list[int]], *, unique: bool) -> int | None:
    if entry.id and places.get("\0" + name_key(entry.id)):
        return places["\0" + name_key(entry.id)][0]
    named = places.get(name_key(entry.name), [])
    if len(named) != 1 or not unique:
        return None
    # Two ids are two people, whatever they call themselves.
    return None if entry.id and entries[named[0]].id else named[0]


def linked(roster: Roster, name: str, alias: str) -> Roster:
    """Return the roster with ``alias`` as another name of the entry called ``name``.

    UsageError where none or several are called so.
    """
    key = name_key(name)
    places = [place for place, one in enumerate(roster.entries) if key in (name_key(one.name), name_key(one.id))]
    if len(places) != 1:
        text = (
            _("nobody on the roster is called {name}") if not places else _("several on the roster are called {name}")
        )
        hint = _("groupctl roster show lists them") if not places else _("name one by id")
        raise UsageError(text.format(name=name), hint)
    entries = list(roster.entries)
    one = entries[places[0]]
    entries[places[0]] = replace(one, aliases=tuple(dict.fromkeys([*one.aliases, alias.strip()])))
    return replace(roster, entries=tuple(entries))
