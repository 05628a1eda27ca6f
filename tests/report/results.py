"""One small audit made by hand, so that what is drawn does not change with the checks; and long ones for the size."""

import datetime as dt
from dataclasses import replace
from typing import Any

from groupctl.auditing import AuditResult
from groupctl.auditing.check import AuditFinding
from groupctl.auditing.health import HealthRow
from groupctl.auditing.result import Ignored
from groupctl.chatlog.table import ParseReport
from groupctl.facts.series import HOURS, WEEKDAYS, Layer, Person, Series, SlotLine, TopicLine
from groupctl.findings import Evidence, Severity, Skipped

BEGAN = dt.datetime(2024, 3, 4, 8, 0)
WHEN = dt.datetime(2024, 3, 18, 9, 30)


def audit_result(**changes: Any) -> AuditResult:
    """Return a finished audit of two weeks."""
    return replace(_RESULT, **changes)


def _hours() -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(day + hour if hour in (8, 20) else 0 for hour in range(HOURS)) for day in range(WEEKDAYS))


_FINDINGS = (
    AuditFinding(
        code="GA902",
        severity=Severity.HIGH,
        title="Looks like advertisements",
        message="2 messages look like advertisements; posted by 1 person",
        remedy="Read them first.\nThen say what the rules say.",
        command="groupctl render notice --set who='Max Deals'",
        figure=2,
        threshold=0,
        unit="count",
        evidence=(
            Evidence(
                file="chats/chat.txt",
                line=38,
                at=dt.datetime(2024, 3, 5, 13, 0),
                who="Max Deals",
                quote="Earn $300 a day | DM *me* now",
                why="a promise of easy money “earn $300” (+3)",
            ),
        ),
        evidence_count=2,
        news="new",
        before=(0.0, 1.0),
    ),
    AuditFinding(
        code="GA905",
        severity=Severity.MEDIUM,
        title="Unanswered questions",
        message="3 of 7 questions got no answer",
        remedy="Agree who looks in at which hours.",
        command="",
        figure=0.57,
        threshold=0.9,
        unit="share",
    ),
)
_HEALTH = (
    HealthRow(
        figure="active_share", title="active share", unit="share", value=0.75, norm=0.1, at_least=True, state="good"
    ),
    HealthRow(
        figure="adverts", title="advertisements", unit="count", value=2, norm=0, state="high", before=(0.0, 3.0, 1.0)
    ),
    HealthRow(figure="first_answer_seconds", title="first answer", unit="seconds", value=None),
)
_PEOPLE = (
    Person(name="Nora", operator=True, messages=6, active_days=3, first=BEGAN, last=BEGAN + dt.timedelta(days=9)),
    Person(name="林姐🍰", operator=False, messages=3, active_days=2, first=BEGAN, last=BEGAN + dt.timedelta(days=2)),
    Person(name="Zoe", operator=False, messages=0, active_days=0, first=None, last=None),
)
_RESULT = AuditResult(
    title="Tools | 工具",
    platform="whatsapp",
    command="groupctl audit chats/chat.txt",
    reports=(ParseReport(file="chats/chat.txt", format="made", lines=12, matched=11, dropped=1, messages=9, system=2),),
    first=BEGAN,
    last=BEGAN + dt.timedelta(days=9),
    verdict="Two messages look like advertisements.",
    figures={"messages": 9, "speakers": 2, "operator_share": 0.6},
    health=_HEALTH,
    findings=_FINDINGS,
    skipped=(Skipped(code="GA950", title="Red packets", reason="this platform has none"),),
    passed=("GA901", "GA903"),
    ignored=(Ignored(code="GA904", reason="a quiet month", count=1),),
    notes=("Without a group.toml nobody knows the norms.",),
    series=Series(
        step="day",
        starts=tuple(BEGAN.date() + dt.timedelta(days=day) for day in range(3)),
        messages=(5, 0, 4),
        speakers=(2, 0, 1),
        by_operators=(4, 0, 2),
        answered=(1, 0, 0),
        unanswered=(0, 0, 1),
        hours=_hours(),
    ),
    layers=(Layer(name="core", count=1), Layer(name="active", count=1), Layer(name="silent", count=1)),
    topics=(TopicLine(name="saws", declared=True, messages=3, shares=(0.4, 0.0, 0.25)),),
    slots=(SlotLine(name="Tool of the day", planned=3, held=2, speakers=1.5, usual=0.5, draws=True),),
    people=_PEOPLE,
)


def a_year(members: int = 500) -> AuditResult:
    """Return an audit of a year with many members, names of the length people have, and a good deal found."""
    weeks = range(53)
    people = tuple(
        Person(
            name=f"上海-餐饮-成员{place:03}",
            operator=not place,
            messages=2000 - place,
            active_days=300 - place // 2,
            first=BEGAN,
            last=BEGAN + dt.timedelta(days=place % 365),
        )
        for place in range(members)
    )
    place = replace(_FINDINGS[0].evidence[0], quote="全场大牌清仓 1折起 点链接领内部券" * 8)
    findings = tuple(replace(_FINDINGS[place_ % 2], evidence=(place,) * 5) for place_ in range(30))
    counts = tuple(1000 + week for week in weeks)
    series = Series(
        step="week",
        starts=tuple(BEGAN.date() + dt.timedelta(weeks=week) for week in weeks),
        messages=counts,
        speakers=counts,
        by_operators=tuple(count // 3 for count in counts),
        answered=counts,
        unanswered=counts,
        hours=((1234,) * HOURS,) * WEEKDAYS,
    )
    topics = tuple(
        TopicLine(name=f"话题{number}", declared=True, messages=999, shares=tuple(0.01 * week for week in weeks))
        for number in range(5)
    )
    trend = (0.5, 0.7, 0.6)
    health = tuple(replace(_HEALTH[0], title="newcomers replied to", state="high", before=trend) for _row in range(14))
    return audit_result(people=people, findings=findings, series=series, topics=topics, health=health)
