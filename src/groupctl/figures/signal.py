r"""One signal of an advertisement: what is looked for, where, and how much it weighs. ``signals`` is the table.

Weights of different signals add up; the threshold ``adverts.weight`` decides. A *soft* signal (what decent messages
hold too) never decides alone, whatever it weighs: it needs a second one. What stands *aside* (a price, a short link)
only adds to others, which must weigh CORE without it. A negative weight speaks against an advertisement.

``adverts`` reads every message, so rows name literals, the cheap first sieve: a message that holds none of them, nor
a link, is not looked at any further.

Patterns are linear regular expressions over the normalised text (NFKC, lower case); ``\b`` is the ASCII boundary.
"""

from dataclasses import dataclass
from functools import cached_property

from groupctl.figures.patterns import any_of

TEXT = "text"
"""The message, normalised: labels in Latin letters are only looked for here (wxWidgets 3.2.4 is no WeChat id)."""
SQUASHED = "squashed"
"""Without spaces and punctuation: 加 微 ✨ 信 reads 加微信."""
DIGITS = "digits"
"""Squashed, and numbers written in Chinese characters made digits: 一三八 reads 138."""


STRONG, SOFT, ASIDE = "strong", "soft", "aside"
CORE = 3
"""What the signals that do not stand aside must weigh together."""


@dataclass(frozen=True, kw_only=True)
class Signal:
    """One row: what is looked for, where, and how much it weighs."""

    rule: str
    title: str
    """How a report names it; marked with ``N_``."""
    weight: int
    strength: str = STRONG
    on: str = TEXT
    literals: str = ""
    """What singles a message out, in any case of letters, between bars. Empty where only common words would do:
    such a row is tried on what others have singled out."""
    patterns: str
    """Regular expressions, one or several (between bars) a line."""

    @property
    def terms(self) -> tuple[str, ...]:
        """The literals, one by one."""
        return tuple(self.literals.split("|")) if self.literals else ()

    @cached_property
    def pattern(self) -> str:
        """All patterns as one."""
        return any_of(self.patterns, any_case=False)
