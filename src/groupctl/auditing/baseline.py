"""A baseline: findings that the operator has accepted, so that an audit reports only what is new since then."""

import datetime as dt
import hashlib
import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from groupctl.auditing.check import AuditFinding
from groupctl.auditing.result import AuditResult, Ignored
from groupctl.errors import UsageError
from groupctl.files import write_toml
from groupctl.findings import Evidence, Severity
from groupctl.i18n import _
from groupctl.reasons import reason

VERSION = 1
NEW, WORSE = "new", "worse"
FINGERPRINT = 12
"""Hexadecimal digits that tell the places of one finding apart."""


@dataclass(frozen=True, kw_only=True)
class Accepted:
    """One finding as it was when it was accepted."""

    severity: Severity
    urgency: float
    places: frozenset[str] = frozenset()
    """Fingerprints of the places that proved it."""


Baseline = Mapping[tuple[str, str], Accepted]
"""What is accepted, by code and what it is about."""


def fingerprint(place: Evidence) -> str:
    """Return what tells a place in a chat from others, in whichever file and line it stands next time."""
    text = f"{place.at}\0{place.who}\0{place.quote}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:FINGERPRINT]


def write(path: Path, findings: Iterable[AuditFinding], when: dt.datetime) -> None:
    """Accept findings, each with all its places. GroupctlError where the file cannot be written."""
    tables = [
        {
            "code": finding.code,
            "about": finding.about,
            "severity": finding.severity.key,
            "urgency": finding.urgency,
            "places": sorted({fingerprint(place) for place in finding.evidence}),
        }
        for finding in findings
    ]
    write_toml(path, {"version": VERSION, "accepted": when.replace(microsecond=0), "finding": tables})


def read(path: Path) -> Baseline:
    """Return what a file accepts; UsageError where it is no baseline."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))["finding"]
        return {(table["code"], table["about"]): _accepted(table) for table in tables}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(
            _("{file} is no baseline: {reason}").format(file=path, reason=reason(error)),
            _("name the file that --baseline wrote, or delete it to accept today's findings"),
        ) from error


def _accepted(table: Mapping[str, Any]) -> Accepted:
    return Accepted(
        severity=Severity[table["severity"].upper()],
        urgency=float(table["urgency"]),
        places=frozenset(table["places"]),
    )


def against(
    result: AuditResult, baseline: Baseline, *, incidents: Collection[str], worse_by: float, evidence: int | None
) -> AuditResult:
    """Return an audit with only what is new or worse; what is accepted is counted.

    The findings of ``result`` must hold all their evidence; ``evidence`` is how much of it is kept, the new places
    first. ``incidents`` are codes whose every place is something that happened; what others find is judged by how far
    the norm is missed: ``worse_by`` (share) further than accepted is worse.
    """
    news: list[AuditFinding] = []
    known: list[AuditFinding] = []
    for finding in result.findings:
        seen = _beside(finding, baseline.get(finding.key), finding.code in incidents, worse_by)
        (news if seen.news else known).append(seen)
    codes = [finding.code for finding in known]
    accepted = tuple(
        Ignored(code=code, reason=_("accepted in the baseline"), count=codes.count(code))
        for code in dict.fromkeys(codes)
    )
    return trimmed(replace(result, findings=tuple(news), ignored=(*result.ignored, *accepted)), evidence)


def trimmed(result: AuditResult, evidence: int | None) -> AuditResult:
    """Return an audit whose findings quote no more than so many places; the rest is still counted."""
    kept = (replace(finding, evidence=finding.evidence[:evidence]) for finding in result.findings)
    return replace(result, findings=tuple(kept))


def _beside(finding: AuditFinding, accepted: Accepted | None, incidents: bool, worse_by: float) -> AuditFinding:
    """Return a finding with what is new about it."""
    if accepted is None:
        return replace(finding, news=NEW)
    fresh = [place for place in finding.evidence if fingerprint(place) not in accepted.places]
    if incidents and fresh:
        old = [place for place in finding.evidence if place not in fresh]
        return replace(finding, news=NEW, new_count=len(fresh), evidence=(*fresh, *old))
    worse = finding.severity > accepted.severity or finding.urgency > accepted.urgency * (1 + worse_by)
    return replace(finding, news=WORSE) if worse and not incidents else finding


def incident_codes(checks: Sequence[Any]) -> frozenset[str]:
    """Return the codes of the checks whose every place is something that happened."""
    return frozenset(check.code for check in checks if check.incidents)
