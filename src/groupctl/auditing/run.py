"""One audit: every check on one chat, ranked, with figures, health and verdict."""

import datetime as dt
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from groupctl import registry
from groupctl.auditing.check import AuditCheck, AuditFinding
from groupctl.auditing.health import GOOD, health
from groupctl.auditing.result import AuditResult, Ignored
from groupctl.auditing.summary import summarise
from groupctl.auditing.verdict import verdict
from groupctl.chatlog.table import Chat
from groupctl.facts.base import MOST_EVIDENCE
from groupctl.facts.subject import Subject
from groupctl.figures.named import Figures
from groupctl.figures.people import name_keys
from groupctl.findings import Finding, run_checks
from groupctl.i18n import _

if TYPE_CHECKING:
    from groupctl.project.model import Project

PACKAGE = "groupctl.auditing.checks"


def checks() -> tuple[AuditCheck, ...]:
    """Return every check of the audit, by code."""
    return registry.load_all(PACKAGE, "CHECK", AuditCheck)


def audit(  # noqa: PLR0913 - each is a choice of the operator
    chat: Chat,
    project: "Project | None" = None,
    *,
    operators: Sequence[str] = (),
    roster: Sequence[str] = (),
    since: dt.date | None = None,
    until: dt.date | None = None,
    earlier: Sequence[Figures] = (),
    evidence: int | None = MOST_EVIDENCE,
    command: str = "",
) -> AuditResult:
    """Audit a chat, from ``since`` to ``until`` (both days included) where given.

    ``operators`` and ``roster`` (names) add to what the project and the export say. ``earlier`` holds the figures of
    earlier audits, the oldest first. ``evidence`` is how many places each finding quotes; None for all of them.
    ``command`` is the command line that asked for the audit: remedies name it to show more.
    """
    subject = Subject(
        chat=chat.between(since, until),
        whole=chat.between(None, until),
        project=project,
        operators=(*operators, *(project.group.operators if project else ())),
        robots=tuple(project.group.robots) if project else (),
        roster=roster,
        evidence=evidence,
        called=command,
    )
    return _result(subject, earlier)


def _result(subject: Subject, earlier: Sequence[Figures]) -> AuditResult:
    figures = summarise(subject)
    done = run_checks(checks(), subject)
    kept, ignored = _without_ignored(subject, done.findings)
    findings = ranked(kept)
    states = dict.fromkeys(done.passed, GOOD) | {finding.code: finding.severity.key for finding in reversed(findings)}
    first, last = subject.span or (None, None)
    return AuditResult(
        title=(subject.project.group.name if subject.project else "") or subject.chat.title,
        platform=subject.platform,
        command=subject.command,
        reports=subject.chat.reports,
        first=first,
        last=last,
        verdict=verdict(subject, figures, checks(), findings),
        figures=figures,
        health=health(subject, figures, states, earlier),
        findings=findings,
        skipped=done.skipped,
        passed=done.passed,
        ignored=ignored,
        notes=tuple(_notes(subject)),
    )


def ranked(findings: Iterable[Finding]) -> tuple[AuditFinding, ...]:
    """Return the findings with the most urgent first: by severity, then by how far the norm is missed."""
    ours = [finding for finding in findings if isinstance(finding, AuditFinding)]
    return tuple(sorted(ours, key=lambda finding: (-finding.severity, -finding.urgency, finding.code)))


def _without_ignored(subject: Subject, findings: Sequence[Finding]) -> tuple[list[Finding], tuple[Ignored, ...]]:
    """Take out the findings that the project ignores; they are counted, never lost."""
    reasons = {ignore.code: ignore.reason for ignore in (subject.project.ignore if subject.project else ())}
    codes = [finding.code for finding in findings if finding.code in reasons]
    ignored = tuple(Ignored(code=code, reason=reasons[code], count=codes.count(code)) for code in dict.fromkeys(codes))
    return [finding for finding in findings if finding.code not in reasons], ignored


def _notes(subject: Subject) -> Iterable[str]:
    names = subject.people["name"].to_list()
    known = {*name_keys(names), *name_keys(subject.people["sender"].to_list())}
    for operator in dict.fromkeys(subject.operators):
        if known.isdisjoint(name_keys([operator])):
            near = get_close_matches(operator, names, n=1, cutoff=0.5)
            text = (
                _("{name} wrote nothing in this log; is it {near}?") if near else _("{name} wrote nothing in this log")
            )
            yield text.format(name=operator, near=near[0] if near else "")
    if not subject.project:
        yield _(
            "Without a group.toml the audit knows no operators, no rules and no norms of your own, and keeps no "
            "history to compare with: groupctl init makes one."
        )
