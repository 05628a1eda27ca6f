"""What a check of the audit is: a check over the chat, with its part of the verdict, and findings that count proof."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from groupctl.findings import Check, Finding, Severity, Skip
from groupctl.i18n import _

if TYPE_CHECKING:
    from groupctl.facts.base import Proof
    from groupctl.facts.subject import Subject


@dataclass(frozen=True, kw_only=True)
class AuditFinding(Finding):
    """A finding of the audit."""

    evidence_count: int = 0
    """How many places prove it; ``evidence`` holds the first of them."""
    urgency: float = 1.0
    """By what factor the norm is missed: among findings of one severity, the larger one comes first."""
    about: str = ""
    """Which of several things of its kind it is about: a rule's or a slot's id, a person. The same in every audit."""
    before: tuple[float, ...] = ()
    """``figure`` in earlier audits that found the same, the oldest first."""
    news: str = ""
    """Beside a baseline: ``new``, ``worse``; empty where there is none."""
    new_count: int = 0
    """Beside a baseline that knows the finding: how many of the places are new."""

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same finding in the next audit."""
        return self.code, self.about

    @property
    def family(self) -> str:
        """What it is about in the large: members, talk, trouble, benefits, gameplay."""
        return self.code[: len("GA0")]


@dataclass(frozen=True, kw_only=True)
class AuditCheck(Check["Subject"]):
    """One check of the audit."""

    clause: "Callable[[Subject], str] | None" = field(default=None, repr=False)
    """Says in half a sentence what was found, for the verdict."""
    incidents: bool = False
    """Whether each place of the proof is something that happened (an advertisement) and not an example of a share
    or a rate: beside a baseline, one more of them is news."""
    at_least: bool = False
    """Whether its norm is the least that is healthy, and not the most."""
    most_urgent: str = ""
    """The threshold that says beyond which factor a finding gets no more urgent; empty where there is none."""

    def found(self, message: str, *, proof: "Proof | None" = None, **details: Any) -> AuditFinding:
        """Return a finding of this check with its proof; severity and remedy are the check's own unless given."""
        given = {"severity": self.severity, "remedy": _(self.instead), **details}
        if proof:
            given |= {"evidence": proof.evidence, "evidence_count": proof.count}
        return AuditFinding(code=self.code, title=_(self.title), message=message, **given)

    def is_healthy(self, figure: float, norm: float) -> bool:
        """Tell whether a figure meets its norm."""
        return miss(figure, norm, at_least=self.at_least) <= 1

    def missed(  # noqa: PLR0913 - each is a part of a finding
        self,
        subject: "Subject",
        message: str,
        *,
        figure: float,
        threshold: float,
        urgency: float | None = None,
        most: float = math.inf,
        severity: Severity | None = None,
        grades: tuple[Severity, Severity] = (Severity.MEDIUM, Severity.HIGH),
        **details: Any,
    ) -> AuditFinding:
        """Return a finding of a figure that misses its norm, as urgent and as serious as the factor by which it does.

        ``urgency`` replaces the factor and ``severity`` the grade, where either is told by something else. ``most`` is
        how urgent it gets at the most; ``grades`` are the severities of a norm just missed and of one missed by far.
        """
        table = subject.thresholds
        factor = miss(figure, threshold, at_least=self.at_least) if urgency is None else urgency
        grade = grades[factor >= table["severity.high_from"]] if severity is None else severity
        limit = min(most, table[self.most_urgent]) if self.most_urgent else most
        given: dict[str, Any] = {"severity": grade, "urgency": min(factor, limit), "figure": figure}
        return self.found(message, threshold=threshold, **given, **details)


def miss(figure: float, threshold: float, *, at_least: bool = False) -> float:
    """Return by what factor a figure misses its norm: 1 or less is healthy; infinite where the norm is 0."""
    worse, better = (threshold, figure) if at_least else (figure, threshold)
    if worse <= 0:
        return 0.0
    return worse / better if better > 0 else math.inf


def enough(
    run: "Callable[[Subject], Iterable[Finding] | Skip]",
) -> "Callable[[Subject], Iterable[Finding] | Skip]":
    """Return a check that is skipped where the log is too short for a share or a rate to mean anything."""

    def skipping(subject: "Subject") -> Iterable[Finding] | Skip:
        return Skip(reason=subject.too_little) if subject.too_little else run(subject)

    return skipping
