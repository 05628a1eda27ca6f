"""A roster as a table for a spreadsheet: titles in the language in use, and no cell that a spreadsheet would run."""

import csv
import io
from collections.abc import Iterable, Sequence

from groupctl.i18n import N_, _
from groupctl.roster.entry import Entry, Roster

TITLES = {
    "name": N_("name"),
    "id": "id",
    "aliases": N_("aliases"),
    "joined": N_("joined"),
    "source": N_("source"),
    "invited_by": N_("invited by"),
    "consent": N_("consent"),
    "offline": N_("offline"),
    "bought": N_("bought"),
    "tags": N_("tags"),
    "opt_out": N_("opt out"),
    "exempt": N_("exempt"),
}
"""Titles of the columns; ``columns`` reads them back in both languages."""


_RUN = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


def safe_cell(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: names and messages come from strangers."""
    return f"'{text}" if text.startswith(_RUN) else text


def write_csv(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as CSV with safe cells, lines ended as spreadsheets end them."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([safe_cell(cell) for cell in row] for row in rows)
    return out.getvalue()


def to_csv(roster: Roster) -> str:
    """Return a roster as CSV; ``read_roster`` reads it back."""
    extra = list(dict.fromkeys(title for entry in roster.entries for title in entry.fields))
    header = [_(title) for title in TITLES.values()] + extra
    return write_csv([header, *(_row(entry, extra) for entry in roster.entries)])


def _row(entry: Entry, extra: Sequence[str]) -> list[str]:
    return [*(_cell(getattr(entry, name)) for name in TITLES), *(entry.fields.get(title, "") for title in extra)]


def _cell(value: object) -> str:
    if value is None or value is False:
        return "" if value is None else _("no")
    if value is True:
        return _("yes")
    return "、".join(map(str, value)) if isinstance(value, tuple) else str(value)
