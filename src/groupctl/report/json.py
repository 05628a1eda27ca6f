"""Findings and audits as JSON.

``groupctl audit --json`` prints one object::

    schema      "groupctl.audit/1"
    title       the group's name, from group.toml or the export; may be empty
    platform    as in group.platform, or null
    period      {"first", "last"}: wall-clock times, null where nothing was said
    parse       one object a file: file, format, dialect, encoding, newline, unit (what is counted: lines, elements of
                JSON or HTML, rows), duplicates (rows that stand in another file too), clock_changes, clock_examples
                [{line, before, after}], lines, matched, folded, folded_into, structural,
                dropped, dropped_examples [{line, text}], messages, system, first, last, date_order,
                date_order_ambiguous, undecodable, notes
    verdict     one sentence
    figures     figure → number, or null where the export cannot show it. ``messages`` counts what people sent (text and
                media), ``system`` what the platform wrote, ``robot_messages`` what robots sent; shares run from 0 to 1
    health      [{figure, title, unit, value, norm, at_least, state, before}]; state: good, medium, high or unknown
    findings    the most urgent first: code, about (which rule, slot or person, where there can be several), severity,
                title, message, figure, threshold, unit, before (the figure in earlier audits), news (new or worse,
                beside a baseline), new_count (new places), evidence [{file, line, at, who, quote, why}],
                evidence_count (how many places there are), remedy, command
    skipped     [{code, title, reason}]
    passed      codes
    ignored     [{code, reason, count}]: findings that the project lives with or a baseline accepts
    periods     with --by: [{first, last, complete, figures}], the oldest first
    series      {step, starts, messages, speakers, by_operators, answered, unanswered, hours}: counts by day, week,
                month, quarter or year, each list as long as starts; hours: messages by weekday (Monday first) and hour
    layers      [{name, count}]: who takes part how much; core, active, quiet, silent
    topics      [{name, declared, messages, shares}]: the share of the messages in which a declared topic, or else a
                telling term, stands, for each of series.starts
    slots       [{name, planned, held, speakers, usual, draws}]: members who speak up after a slot, and without it
    people      [{name, operator, messages, active_days, first, last}], who wrote most first
    strikes     one object an offender and rule, most strikes without an answer first: rule (its id, else its text), who
                (the id in the export), name, ladder, valid (how many strikes count at the end of the log), taken (steps
                that followed, in order), next_step (what the ladder proposes; "" where it has none), is_due (whether
                the latest strike met no step yet), expires (the day after which none of them counts), strikes [{at,
                file, line, count (messages of that day), proposed, seen (spoken, recall, kick or ""), taken, taken_at,
                expires}], the oldest first. Steps: remind, warn, mute, task, red_packet, remove. What expired or was
                forgiven stands in strikes.toml only
    notes       what the operator should know about this audit

``groupctl check --json`` writes its findings in the same form.
"""

import datetime as dt
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from groupctl.findings import Evidence, Finding

if TYPE_CHECKING:
    from groupctl.auditing import AuditResult
    from groupctl.auditing.periods import Period
    from groupctl.chatlog.table import ParseReport
    from groupctl.facts.strikes import Standing, Strike

SCHEMA = "groupctl.audit/1"


def finding_json(finding: Finding) -> dict[str, Any]:
    """Return a finding as JSON values."""
    return {
        "code": finding.code,
        "about": getattr(finding, "about", ""),
        "severity": finding.severity.key,
        "title": finding.title,
        "message": finding.message,
        "figure": finding.figure,
        "threshold": finding.threshold,
        "unit": finding.unit,
        "before": list(getattr(finding, "before", ())),
        "news": getattr(finding, "news", ""),
        "new_count": getattr(finding, "new_count", 0),
        "evidence": [_evidence_json(evidence) for evidence in finding.evidence],
        "evidence_count": getattr(finding, "evidence_count", len(finding.evidence)),
        "remedy": finding.remedy,
        "command": finding.command,
    }


def _evidence_json(evidence: Evidence) -> dict[str, Any]:
    return {
        "file": evidence.file,
        "line": evidence.line,
        "at": _moment(evidence.at),
        "who": evidence.who,
        "quote": evidence.quote,
        "why": evidence.why,
    }


def audit_json(result: "AuditResult") -> dict[str, Any]:
    """Return an audit as JSON values."""
    return {
        "schema": SCHEMA,
        "title": result.title,
        "platform": result.platform,
        "period": {"first": _moment(result.first), "last": _moment(result.last)},
        "parse": [parse_json(report) for report in result.reports],
        "verdict": result.verdict,
        "figures": dict(result.figures),
        "health": [asdict(row) for row in result.health],
        "findings": [finding_json(finding) for finding in result.findings],
        "skipped": [asdict(skipped) for skipped in result.skipped],
        "passed": list(result.passed),
        "ignored": [asdict(ignored) for ignored in result.ignored],
        "periods": [_period_json(period) for period in result.periods],
        "series": {**asdict(result.series), "starts": [start.isoformat() for start in result.series.starts]},
        "layers": [asdict(layer) for layer in result.layers],
        "topics": [asdict(topic) for topic in result.topics],
        "slots": [asdict(slot) for slot in result.slots],
        "people": [
            {**asdict(person), "first": _moment(person.first), "last": _moment(person.last)} for person in result.people
        ],
        "strikes": [_standing_json(standing) for standing in result.standings],
        "notes": list(result.notes),
    }


def _standing_json(standing: "Standing") -> dict[str, Any]:
    return {
        "rule": standing.rule,
        "who": standing.who,
        "name": standing.name,
        "ladder": list(standing.ladder),
        "valid": len(standing.strikes),
        "taken": list(standing.taken),
        "next_step": standing.next_step,
        "is_due": standing.is_due,
        "expires": max(one.expires for one in standing.strikes).isoformat(),
        "strikes": [_strike_json(one) for one in standing.strikes],
    }


def _strike_json(strike: "Strike") -> dict[str, Any]:
    return {
        "at": _moment(strike.at),
        "file": strike.file,
        "line": strike.line,
        "count": strike.count,
        "proposed": strike.proposed,
        "seen": strike.seen,
        "taken": strike.taken,
        "taken_at": _moment(strike.taken_at),
        "expires": strike.expires.isoformat(),
    }


def _period_json(period: "Period") -> dict[str, Any]:
    days = {"first": period.first.isoformat(), "last": period.last.isoformat()}
    return {**days, "complete": period.complete, "figures": dict(period.figures)}


def parse_json(report: "ParseReport") -> dict[str, Any]:
    """Return how a file was read as JSON values."""
    values = asdict(report)
    span = values.pop("other_span")
    values["other_span"] = [_moment(moment) for moment in span] if span else None
    values["clock_examples"] = [
        {"line": change.line, "before": _moment(change.before), "after": _moment(change.after)}
        for change in report.clock_examples
    ]
    return {**values, "first": _moment(report.first), "last": _moment(report.last)}


def _moment(moment: dt.datetime | None) -> str | None:
    return moment.isoformat() if moment else None
