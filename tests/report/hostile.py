"""Groups whose members would like to be more than text in a report."""

import dataclasses
import datetime as dt
from dataclasses import replace
from functools import cache
from typing import Any

from groupctl.auditing import AuditResult
from groupctl.chatlog.table import LineExample
from groupctl.gate import GateResult, check
from groupctl.project import Project
from groupctl.tiers import TierPlan, plan_tiers
from tests.auditing.groups import ADVERT, after, chat, event, said, small_talk
from tests.report.results import audit_result

SET = "document.documentElement.dataset.ran=1"
NAMES = (
    f"<script>{SET}</script>",
    f'"><img src=x onerror="{SET}">',
    f"</svg></title></style><script>{SET}</script>",
    f"'><svg onload={SET}>",
    "</bdi></q>\u202egnp.exe\u202c",
    "{{ 7*7 }}{% raw %}",
    "`]](javascript:alert(1))|",
)
TEXTS = (
    '<link rel="stylesheet" href="http://evil.test/a.css">',
    '<img src="http://evil.test/a.png"><iframe src="//evil.test"></iframe>',
    '<meta http-equiv="refresh" content="0;url=http://evil.test/">',
    "<style>@import url(http://evil.test/b.css)</style>",
    "<base href=http://evil.test/><form action=http://evil.test/>",
    "![x](http://evil.test/c.png) [y](javascript:alert(1)) ``` | <b> www.evil.test @everyone",
)
EVERYTHING = " ".join((*NAMES, *TEXTS))


def audited() -> AuditResult:
    """Return an audit with something hostile in every text that can come from a chat, a file name or a project."""
    result = audit_result()
    finding, other = result.findings
    places = tuple(
        replace(
            finding.evidence[0], who=name, quote=f"{name} {TEXTS[place % len(TEXTS)]}", why=name, file=f"{name}.txt"
        )
        for place, name in enumerate(NAMES)
    )
    hit = replace(finding, message=EVERYTHING, title=NAMES[0], command=EVERYTHING, remedy=EVERYTHING, evidence=places)
    return replace(
        result,
        title=NAMES[2],
        command=EVERYTHING,
        verdict=EVERYTHING,
        findings=(hit, other),
        notes=NAMES,
        ignored=(replace(result.ignored[0], reason=NAMES[2]),),
        reports=(replace(result.reports[0], file=NAMES[0], dropped_examples=(LineExample(line=1, text=EVERYTHING),)),),
        people=tuple(replace(result.people[0], name=name) for name in NAMES),
        topics=tuple(replace(result.topics[0], name=name) for name in NAMES),
        slots=tuple(replace(result.slots[0], name=name) for name in NAMES),
    )


def _replaced(value: Any, place: int = 0) -> Any:
    """Return a project table in which every free text is hostile."""
    if isinstance(value, dict):
        return {key: _replaced(inner, place + 1) for key, inner in value.items()}
    return NAMES[place % len(NAMES)]


@cache
def gated() -> tuple[GateResult, Project]:
    """Return what the gate says of a project with hostile words, and the project."""
    project = Project.model_validate(
        {
            "group": {"name": NAMES[0], "operators": list(NAMES), "platform": "wechat"},
            "positioning": {"what": NAMES[1], "topics": [*NAMES], "who": NAMES[3]},
            "goal": {"statement": EVERYTHING},
            "gameplay": [{"id": "a", "title": NAMES[1], "kind": "qa", "schedule": "not a cron"}],
            "rules": {"prohibited": [{"id": "ads", "text": NAMES[2]}]},
        }
    )
    return check(project, file=NAMES[0], today=dt.date(2024, 3, 1)), project


@cache
def planned() -> TierPlan:
    """Return a plan of tiers for members with hostile names and words."""
    joined = event(after(), "join", "Ann", "Bob", "Cat", "Dan", *NAMES)
    talk = [
        said(after(day, hours=4, minutes=place), name, f"{ADVERT} {TEXTS[(day + place) % len(TEXTS)]}?")
        for place, name in enumerate(NAMES)
        for day in range(8)
    ]
    plan = plan_tiers(chat(joined, *small_talk(), *talk), operators=["Ann"])
    return dataclasses.replace(plan, title=NAMES[2], notes=NAMES)
