"""The roster: who is in the group, from a list that the operator keeps beside the log.

``read_roster`` reads what operators really have: a list of names, a member list pasted from the platform, a table from
a spreadsheet, or ``roster.toml``. Names load on first use.
"""

from typing import TYPE_CHECKING, Any

_HOMES = {
    "Entry": "groupctl.roster.entry",
    "Roster": "groupctl.roster.entry",
    "RosterError": "groupctl.roster.entry",
    "read_roster": "groupctl.roster.read",
}
__all__ = ["Entry", "Roster", "RosterError", "read_roster"]

if TYPE_CHECKING:
    from groupctl.roster.entry import Entry, Roster, RosterError
    from groupctl.roster.read import read_roster


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'groupctl.roster' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - only here

    return getattr(import_module(_HOMES[name]), name)
