"""Every check of the gate, in the order of the codes."""

from collections.abc import Sequence
from difflib import get_close_matches

from groupctl import registry
from groupctl.findings import Check
from groupctl.gate.subject import Gate

PACKAGE = "groupctl.gate.checks"


def all_checks() -> tuple[Check[Gate], ...]:
    """Return every check of the gate."""
    return registry.load_all(PACKAGE, "CHECK", Check)


def nearest_code(code: str, codes: Sequence[str]) -> str | None:
    """Return the code that was probably meant: one character differs, or one is missing; else None."""
    typed = code.upper()
    slips = [other for other in codes if len(other) == len(typed) and _unlike(typed, other) == 1]
    return next(iter([*slips, *get_close_matches(typed, codes, n=1, cutoff=0.85)]), None)


def _unlike(one: str, other: str) -> int:
    return sum(left != right for left, right in zip(one, other, strict=True))
