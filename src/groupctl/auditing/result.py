"""What an audit says, ready to be drawn, written as JSON or kept as a snapshot."""

import datetime as dt
from dataclasses import dataclass, field

from groupctl.auditing.check import AuditFinding
from groupctl.auditing.health import HealthRow
from groupctl.auditing.periods import Period
from groupctl.chatlog.table import ParseReport
from groupctl.facts.series import Layer, Person, Series, SlotLine, TopicLine
from groupctl.facts.strikes import Standing, Strike
from groupctl.figures.named import Figures
from groupctl.findings import Skipped


@dataclass(frozen=True, kw_only=True)
class Ignored:
    """Findings that the project has decided to live with."""

    code: str
    reason: str
    count: int


@dataclass(frozen=True, kw_only=True)
class AuditResult:
    """One audit of one chat."""

    title: str
    """The group's name, from the project or the export; may be empty."""
    platform: str | None
    command: str
    """The command line that makes this audit again."""
    reports: tuple[ParseReport, ...]
    """How each file was read."""
    first: dt.datetime | None
    """The first moment of the period, wall-clock time; None where nothing happened in it."""
    last: dt.datetime | None
    verdict: str
    figures: Figures
    health: tuple[HealthRow, ...]
    findings: tuple[AuditFinding, ...]
    """The most urgent first."""
    skipped: tuple[Skipped, ...]
    passed: tuple[str, ...]
    """Codes of the checks that found nothing."""
    ignored: tuple[Ignored, ...] = ()
    """Findings that the project or a baseline accepts."""
    periods: tuple[Period, ...] = ()
    """The figures period by period, where somebody asked for it."""
    series: Series = field(default_factory=Series)
    """What the charts of a report show."""
    layers: tuple[Layer, ...] = ()
    """The pyramid of taking part, its top first; empty where nobody knows who is in the group."""
    topics: tuple[TopicLine, ...] = ()
    slots: tuple[SlotLine, ...] = ()
    people: tuple[Person, ...] = ()
    """Everybody in the group, who wrote most first."""
    strikes: tuple[Strike, ...] = ()
    """What counts, or counted, against members under the project's rules, the oldest first."""
    standings: tuple[Standing, ...] = ()
    """Where members stand on the ladders of the rules that they broke, most strikes without an answer first."""
    notes: tuple[str, ...] = ()
    """What the operator should know about the audit itself: names that were not found, what a project would add."""
