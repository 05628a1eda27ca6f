"""A small group with something planted in it, for the tests of the audit: a healthy one, changed test by test."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from groupctl.auditing import AuditResult, audit
from groupctl.auditing.check import AuditFinding
from groupctl.auditing.run import checks
from groupctl.chatlog.table import Chat, LineExample, ParseReport, table
from groupctl.facts.subject import Subject
from groupctl.findings import Finding, Skip
from groupctl.project.model import Project
from tests.figures.chats import moment

BEGAN = moment("2024-03-01 09:00")
MEMBERS = ("Ann", "Bob", "Cat", "Dan")
ADVERT = "Earn $300 a day from home, DM me now"
RULE = {"rules": {"prohibited": [{"id": "ads", "text": "no advertisements", "ladder": ["remind", "remove"]}]}}

Row = dict[str, Any]


def said(at: dt.datetime, name: str, text: str) -> Row:
    return {"local": at, "sender": name, "name": name, "kind": "text", "text": text, "source": 0}


def event(at: dt.datetime, kind: str, *names: str) -> Row:
    text = f"{', '.join(names)} {kind}"
    return {"local": at, "sender": None, "name": None, "kind": kind, "text": text, "members": list(names), "source": 0}


def after(days: int = 0, hours: int = 0, minutes: int = 0) -> dt.datetime:
    return BEGAN + dt.timedelta(days=days, hours=hours, minutes=minutes)


def small_talk(days: int = 10, a_day: int = 6) -> list[Row]:
    """Return days on which the members chat about nothing in particular, all of them."""
    return [
        said(after(day, minutes=turn), MEMBERS[turn % len(MEMBERS)], f"nothing new on day {day}, round {turn}")
        for day in range(days)
        for turn in range(a_day)
    ]


def chat(*rows: Row, platform: str | None = None, report: ParseReport | None = None) -> Chat:
    """Return a chat of these rows in the order of time, one line each."""
    ordered = sorted(rows, key=lambda row: row["local"])
    messages = table([row | {"line": line} for line, row in enumerate(ordered, 1)])
    parsed = report or ParseReport(file="chat.txt", format="made", lines=len(ordered), matched=len(ordered))
    return Chat(messages=messages, reports=(parsed,), platform=platform)


def subject(given: Chat, project: dict[str, Any] | None = None, **declared: Any) -> Subject:
    loaded = None if project is None else Project.model_validate(project)
    return Subject(chat=given, whole=given, project=loaded, **declared)


def outcome(code: str, given: Subject) -> list[AuditFinding] | Skip:
    """Return what one check says: its findings, or why it was skipped."""
    check = next(check for check in checks() if check.code == code)
    said_of_it = check.run(given)
    return said_of_it if isinstance(said_of_it, Skip) else [_ours(finding) for finding in said_of_it]


def one(code: str, given: Subject) -> AuditFinding:
    """Return the one finding of a check."""
    found = outcome(code, given)
    assert not isinstance(found, Skip), found.reason
    (finding,) = found
    return finding


def _ours(finding: Finding) -> AuditFinding:
    assert isinstance(finding, AuditFinding)
    return finding


def run(given: Chat, project: dict[str, Any] | None = None, operators: Sequence[str] = (), **more: Any) -> AuditResult:
    loaded = None if project is None else Project.model_validate(project)
    return audit(given, loaded, operators=operators, **more)


def dropped(lines: int, of: int) -> ParseReport:
    examples = tuple(LineExample(line=number, text="???") for number in range(1, min(lines, 5) + 1))
    return ParseReport(file="chat.txt", format="made", lines=of, dropped=lines, dropped_examples=examples)


def empty() -> Chat:
    """Return a chat in which nothing was said."""
    return Chat(messages=chat(*small_talk(1, 1)).messages.clear())
