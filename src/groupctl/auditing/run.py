"""One audit: every check on one chat, ranked, with figures, health and verdict."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from groupctl import registry
from groupctl.auditing.check import AuditCheck, AuditFinding
from groupctl.auditing.health import GOOD, health
from groupctl.auditing.periods import Length, periods
from groupctl.auditing.result import AuditResult, Ignored
from groupctl.auditing.snapshots import Snapshot
from groupctl.auditing.summary import summarise
from groupctl.auditing.verdict import verdict
from groupctl.chatlog.table import Chat
from groupctl.facts.base import MOST_EVIDENCE
from groupctl.facts.series import layers, roll, series, slot_lines, topic_lines
from groupctl.facts.strikes import Strike
from groupctl.facts.subject import Subject
from groupctl.figures.people import name_keys
from groupctl.findings import Finding, Severity, run_checks
from groupctl.i18n import _

if TYPE_CHECKING:
    from groupctl.figures.learned import Model
    from groupctl.project.model import Project

PACKAGE = "groupctl.auditing.checks"
PROJECT_STEPS = ("goal", "positioning", "gameplay", "entry", "rules")
"""Commands that change a project file and make none."""


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
    earlier: Sequence[Snapshot] = (),
    evidence: int | None = MOST_EVIDENCE,
    by: Length | None = None,
    strikes: Sequence[Strike] = (),
    offline: Mapping[str, int] | None = None,
    learned: "Model | None" = None,
    command: str = "",
) -> AuditResult:
    """Audit a chat, from ``since`` to ``until`` (both days included; a moment where it is one) where given.

    ``operators`` and ``roster`` (names) add to what the project and the export say. ``earlier`` holds the snapshots
    of earlier audits of the same part of the log, the oldest first. ``evidence`` is how many places each finding
    quotes; None for all of them. ``by`` also gives the figures period by period.
    ``strikes`` are those of earlier audits (auditing.strikes), which count until they expire; ``offline`` says how
    often members came to a meeting, by name.
    ``learned`` is what the operator's own labels taught about advertisements.
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
        learned=learned,
        strikes=strikes,
        offline=offline or {},
    )
    result = _result(subject, earlier)
    return replace(result, periods=periods(subject, by)) if by else result


def _result(subject: Subject, earlier: Sequence[Snapshot]) -> AuditResult:
    figures = summarise(subject)
    done = run_checks(checks(), subject)
    kept, ignored = _without_ignored(subject, done.findings)
    findings = tuple(_runnable(subject, _with_trend(finding, earlier)) for finding in ranked(kept))
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
        health=health(subject, figures, states, [snapshot.figures for snapshot in earlier]),
        findings=findings,
        skipped=done.skipped,
        passed=done.passed,
        ignored=ignored,
        notes=tuple(_notes(subject)),
        series=series(subject),
        layers=layers(subject),
        topics=topic_lines(subject),
        slots=slot_lines(subject),
        people=roll(subject),
        strikes=subject.rules.strikes,
        standings=subject.rules.standings,
    )


def ranked(findings: Iterable[Finding]) -> tuple[AuditFinding, ...]:
    """Return the findings with what matters first.

    By severity, then by how far the norm is missed, but one of each family before a second of any: three findings
    about the same thing are one thing to do.
    """
    ours = [finding for finding in findings if isinstance(finding, AuditFinding)]
    ours.sort(key=lambda finding: (-finding.severity, -finding.urgency, finding.code))
    seen: Counter[tuple[Severity, str]] = Counter()
    places: list[tuple[int, int, int]] = []
    for place, finding in enumerate(ours):
        places.append((-finding.severity, seen[finding.severity, finding.family], place))
        seen[finding.severity, finding.family] += 1
    return tuple(ours[place] for _severity, _turn, place in sorted(places))


def _with_trend(finding: AuditFinding, earlier: Sequence[Snapshot]) -> AuditFinding:
    """Return a finding with its figure in the audits that found the same before."""
    before = (snapshot.findings.get(finding.key) for snapshot in earlier)
    return replace(finding, before=tuple(figure for figure in before if figure is not None))


def _runnable(subject: Subject, finding: AuditFinding) -> AuditFinding:
    """Return a finding whose command runs here: what changes a project file needs one to be made first."""
    changes = finding.command.startswith(tuple(f"groupctl {name}" for name in PROJECT_STEPS))
    return replace(finding, command="groupctl init") if changes and subject.project is None else finding


def _without_ignored(subject: Subject, findings: Sequence[Finding]) -> tuple[list[Finding], tuple[Ignored, ...]]:
    """Take out the findings that the project ignores; they are counted, never lost."""
    reasons = {ignore.code: ignore.reason for ignore in (subject.project.ignore if subject.project else ())}
    codes = [finding.code for finding in findings if finding.code in reasons]
    ignored = tuple(Ignored(code=code, reason=reasons[code], count=codes.count(code)) for code in dict.fromkeys(codes))
    return [finding for finding in findings if finding.code not in reasons], ignored


def _notes(subject: Subject) -> Iterable[str]:
    names = subject.people["name"].to_list() if subject.operators else []
    known = {*name_keys(names), *name_keys(subject.people["sender"].to_list())} if names else set()
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
