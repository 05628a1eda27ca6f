"""What a check says: one vocabulary for the launch gate (over the project) and the audit (over the chat).

A check ends in one of three ways: it passes, it returns findings, or it is skipped with the reason.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, Generic, TypeVar

from groupctl.i18n import N_, _

Subject = TypeVar("Subject")


class Severity(IntEnum):
    """How much a finding matters. Ordered, so that ``--fail-on`` can compare."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3

    @property
    def key(self) -> str:
        """The name used on the command line and in JSON: ``low``, ``medium``, ``high``."""
        return self.name.lower()

    @property
    def title(self) -> str:
        """The word that an operator reads."""
        return _(_SEVERITY_TITLES[self])


_SEVERITY_TITLES = {Severity.LOW: N_("low"), Severity.MEDIUM: N_("medium"), Severity.HIGH: N_("high")}


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """One place that proves a finding: a line of an export or of ``group.toml``."""

    file: str
    line: int | None = None
    """1-based."""
    at: dt.datetime | None = None
    """Wall-clock time in the chat."""
    who: str | None = None
    quote: str = ""
    why: str = ""
    """What in the quote gave the hit, where that is not plain to see."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that is wrong, with its number, its norm, its proof and what to do about it."""

    code: str
    severity: Severity
    title: str
    message: str
    remedy: str
    command: str = ""
    """A command line that can be pasted and does the remedy, or begins it."""
    figure: float | None = None
    threshold: float | None = None
    unit: str = ""
    """What figure and threshold count: ``share`` (0 to 1), ``count``, ``seconds``, ``per_day``."""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Skipped:
    """A check that could not be made, and why: never the same as one that passed."""

    code: str
    title: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Skip:
    """What a check returns in place of findings where its question cannot be answered."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class Check(Generic[Subject]):
    """One check: its documentation (``groupctl explain CODE`` prints it) and the function that makes it.

    The texts are marked with ``N_`` and translated when shown.
    """

    code: str
    severity: Severity
    title: str
    looks_at: str
    why: str
    example: str
    instead: str
    thresholds: tuple[str, ...] = ()
    """Names in the table of thresholds that decide."""
    run: Callable[[Subject], Iterable[Finding] | Skip] = field(repr=False)

    def finding(self, message: str, **details: Any) -> Finding:
        """Return a finding of this check: ``severity`` and ``remedy`` are the check's own unless given."""
        given = {"severity": self.severity, "remedy": _(self.instead), **details}
        return Finding(code=self.code, title=_(self.title), message=message, **given)


@dataclass(frozen=True, kw_only=True)
class CheckRun:
    """What a set of checks said: findings (most severe first, then by code), skipped checks, codes that passed."""

    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    passed: tuple[str, ...]


def run_checks(checks: Sequence[Check[Subject]], subject: Subject) -> CheckRun:
    """Make every check on one subject."""
    findings: list[Finding] = []
    skipped: list[Skipped] = []
    passed: list[str] = []
    for check in checks:
        outcome = check.run(subject)
        if isinstance(outcome, Skip):
            skipped.append(Skipped(code=check.code, title=_(check.title), reason=outcome.reason))
            continue
        found = tuple(outcome)
        findings += found
        if not found:
            passed.append(check.code)
    findings.sort(key=lambda finding: (-finding.severity, finding.code))
    return CheckRun(findings=tuple(findings), skipped=tuple(skipped), passed=tuple(passed))
