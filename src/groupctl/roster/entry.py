"""What a roster says of one member, and a roster as a whole."""

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from groupctl.errors import ExitCode, GroupctlError


class RosterError(GroupctlError):
    """A roster cannot be used."""

    exit_code = ExitCode.UNREADABLE


def name_key(name: str) -> str:
    """Return the form in which names are compared: NFKC, lower case, without spaces and invisible characters."""
    if name.isascii():  # the same, many times quicker
        return "".join(name.lower().split())
    folded = unicodedata.normalize("NFKC", name).lower()
    return "".join(char for char in folded if not char.isspace() and unicodedata.category(char) != "Cf")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One member as the roster has them; what it does not say is empty or None."""

    name: str
    id: str = ""
    """The platform's id: a QQ number, a WeChat id, a phone number."""
    aliases: tuple[str, ...] = ()
    """Other names of theirs: a nickname beside the name card, earlier names."""
    joined: dt.date | None = None
    source: str = ""
    """Where they came from: poster, friend, article …"""
    invited_by: str = ""
    consent: dt.date | bool | None = None
    """Whether, and since when, they agree to the rules."""
    offline: int | None = None
    """How often they came to a meeting."""
    bought: bool | None = None
    tags: tuple[str, ...] = ()
    opt_out: bool = False
    """They do not want to be planned for: no tier, no figures, no list names them."""
    exempt: str = ""
    """Why they are not cleared out though silent; empty where nothing speaks against it."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """What else the list holds, by the title of its column: city, company, role."""
    place: int = 0
    """The line or row (1-based) of the list."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of theirs, the one in use first."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, kw_only=True)
class Roster:
    """A list of members, and what the operator should know of how it was read."""

    entries: tuple[Entry, ...] = ()
    file: str = ""
    encoding: str = "utf-8"
    dropped: tuple[str, ...] = ()
    """Lines that name nobody, each with its number."""
    doubts: tuple[str, ...] = ()
    """Values that were not understood and are left open."""
    repeated: int = 0
    """Rows that say the same as one before and stand for it."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names, each once."""
        return tuple(dict.fromkeys(entry.name for entry in self.entries))

    @property
    def offline(self) -> Mapping[str, int]:
        """How often each came to a meeting, by every name of theirs; without those of whom nothing is said."""
        return {
            name: entry.offline
            for entry in self.entries
            if entry.offline is not None
            for name in (entry.name, *entry.aliases)
        }

    @cached_property
    def shared_names(self) -> Mapping[str, int]:
        """Names that several entries have, with how many; nobody can tell these apart without an id."""
        counts = Counter(name_key(entry.name) for entry in self.entries)
        shown: dict[str, str] = {}
        for entry in self.entries:
            shown.setdefault(name_key(entry.name), entry.name)
        return {shown[key]: count for key, count in counts.items() if count > 1}


def without_repeats(entries: Iterable[Entry]) -> tuple[tuple[Entry, ...], int]:
    """Return the entries with rows of one id, and rows that say the same, made one; and how many that spares."""
    kept: dict[object, Entry] = {}
    count = 0
    for entry in entries:
        count += 1
        same = ("id", name_key(entry.id)) if entry.id else _said(entry)
        kept[same] = joined(kept[same], entry) if same in kept else entry
    return tuple(kept.values()), count - len(kept)


def _said(entry: Entry) -> object:
    told = {**vars(entry), "name": name_key(entry.name), "fields": tuple(sorted(entry.fields.items())), "place": 0}
    return tuple(told.values())


def joined(old: Entry, new: Entry) -> Entry:
    """Return one entry of two about one person: what the newer one says, and what only the older one says."""
    names = dict.fromkeys([*new.aliases, old.name, *old.aliases])
    names.pop(new.name, None)
    return replace(
        new,
        id=new.id or old.id,
        aliases=tuple(names),
        joined=new.joined or old.joined,
        source=new.source or old.source,
        invited_by=new.invited_by or old.invited_by,
        consent=old.consent if new.consent is None else new.consent,
        offline=old.offline if new.offline is None else new.offline,
        bought=old.bought if new.bought is None else new.bought,
        tags=tuple(dict.fromkeys([*old.tags, *new.tags])),
        opt_out=new.opt_out or old.opt_out,
        exempt=new.exempt or old.exempt,
        fields={**old.fields, **new.fields},
        place=old.place or new.place,
    )


def split_names(text: str) -> tuple[str, ...]:
    """Return the items of a cell that holds several: ``a、b; c`` holds three."""
    return tuple(dict.fromkeys(item.strip() for item in re.split(r"[,，、;；|\n]", text) if item.strip()))
