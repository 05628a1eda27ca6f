"""Setting a tier by hand, and leaving it to the rules again."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches

import polars as pl

from groupctl.errors import UsageError
from groupctl.i18n import _
from groupctl.roster.entry import name_key
from groupctl.tiers.definitions import Definitions
from groupctl.tiers.history import History, Standing


def pinned(
    last: History | None, pins: Sequence[tuple[str, str, str]], people: pl.DataFrame, tiers: Definitions, today: dt.date
) -> History:
    """Return the last plan with each of ``pins`` (name or id, tier, reason) set, or left to the rules without a tier.

    UsageError for somebody or a tier that there is not, and for a name that several have.
    """
    before = last or History(today=today, tier_set=tiers.name, members={})
    members = dict(before.members)
    for name, tier, reason in pins:
        if tier and tiers.rank(tier) is None:
            known = ", ".join(each.id for each in tiers.tiers)
            raise UsageError(
                _("there is no tier {tier}").format(tier=tier), _("there are: {names}").format(names=known)
            )
        person, shown = _found(name, people)
        old = members.get(person) or Standing(id=person, name=shown, tier=tier, since=today, placed=tier)
        if tier:
            members[person] = replace(old, tier=tier, since=today, pinned=True, reason=reason, below_since=None)
        elif person in members:
            members[person] = replace(old, placed=old.tier, pinned=False, reason="", below_since=None)
    return replace(before, members=members)


def _found(name: str, people: pl.DataFrame) -> tuple[str, str]:
    """Return the id and the name of somebody named on the command line."""
    key = name_key(name)
    pairs = list(people.select("person", "name").iter_rows())
    found = [(person, shown) for person, shown in pairs if key in (name_key(person), name_key(shown))]
    exact = [(person, shown) for person, shown in found if person == name]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if found:
        ids = ", ".join(person for person, _shown in found[:5])
        raise UsageError(_("several are called {name}").format(name=name), _("name one by id: {ids}").format(ids=ids))
    near = get_close_matches(name, [shown for _person, shown in pairs], n=3, cutoff=0.6)
    hint = _("did you mean {name}?").format(name=", ".join(near)) if near else ""
    raise UsageError(_("nobody is called {name}").format(name=name), hint)
