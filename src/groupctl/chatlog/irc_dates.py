"""HexChat's lines name month and day, but the year only where a log begins: made plain for the scanner.

**** BEGIN LOGGING AT Wed Jan 31 10:00:00 2024
Jan 31 10:01:00 <alice>⇥hello
"""

import re
from dataclasses import dataclass

from groupctl.chatlog.days import MONTHS

HALF_A_YEAR = 6
"""Months: a calendar that steps back by more has passed New Year."""
_LINE = re.compile(
    rb"^(?:([A-Z][a-z]{2}) ( ?\d{1,2}) (?=\d\d:\d\d:\d\d )|\*{4} BEGIN LOGGING AT .*? (\d{4})$)", re.MULTILINE
)


@dataclass
class WithYears:
    """Writes full dates in front of lines; remembers the year from one block to the next."""

    year: int = 0
    month: int = 0

    def __call__(self, lines: bytes) -> bytes:
        """Return lines with their dates in full."""
        return _LINE.sub(self._dated, lines)

    def _dated(self, found: re.Match[bytes]) -> bytes:
        if found[3]:
            self.year, self.month = int(found[3]), 0
            return found[0]
        month = MONTHS.get(found[1], 0)
        if not month or not self.year:
            return found[0]
        self.year += month + HALF_A_YEAR < self.month
        self.month = month
        return b"%04d-%02d-%02d " % (self.year, month, int(found[2]))


def lacks_years(lines: bytes) -> bool:
    """Say whether lines begin with a month and a day below one that names the year."""
    plain = WithYears()
    return plain(lines) != lines
