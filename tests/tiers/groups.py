"""Small groups for the tests of tiers: people who write on so many days, and whom others answer so often."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from groupctl.chatlog.table import Chat, ParseReport, table
from groupctl.project.model import Project
from groupctl.roster import Entry, Roster
from groupctl.tiers import TierPlan
from groupctl.tiers.history import History
from groupctl.tiers.plan import Member
from groupctl.tiers.run import prepare

END = dt.datetime(2024, 6, 30, 12)
"""The last moment of every log."""
Row = dict[str, Any]


def said(days_ago: float, name: str, text: str = "about nothing much today", **more: Any) -> Row:
    at = END - dt.timedelta(days=days_ago)
    return {"local": at, "sender": name, "name": name, "kind": "text", "text": text, "source": 0} | more


def event(days_ago: float, kind: str, *names: str, by: str | None = None) -> Row:
    row = said(days_ago, by or names[0], f"{names[0]} {kind}")
    return row | {"sender": by, "name": by, "kind": kind, "members": list(names)}


def daily(name: str, days: int, *, since: int = 0, text: str = "about nothing much today") -> list[Row]:
    """Return one message a day on ``days`` days, the latest ``since`` days before the end; nobody answers in time."""
    hour = sum(map(ord, name)) % 20
    return [said(since + day + hour / 24, name, text) for day in range(days)]


def answered(name: str, times: int, by: str = "Otto", since: float = 0) -> list[Row]:
    """Return messages of ``name``, about one an hour of one day, each followed at once by another's."""
    rows = []
    for turn in range(times):
        at = since + 0.9 - turn * 0.04
        rows += [said(at, name, f"number {turn} of mine"), said(at - 0.001, by, f"number {turn} of theirs")]
    return rows


def log(*rows: Row) -> Chat:
    """Return a chat of these rows that ends at END."""
    ordered = sorted([*rows, said(0, "Zed", "the last word")], key=lambda row: row["local"])
    messages = table([row | {"line": line} for line, row in enumerate(ordered, 1)])
    return Chat(messages=messages, reports=(ParseReport(file="chat.txt", format="made", lines=len(ordered)),))


def roster(*entries: Entry) -> Roster:
    return Roster(entries=entries, file="roster.csv")


def project(**tables: Any) -> Project:
    return Project.model_validate(tables)


def planned(
    chat: Chat, plan: Project | None = None, last: History | None = None, **more: Any
) -> tuple[TierPlan, History]:
    return prepare(chat, plan, **more).plan(last)


def plan_of(chat: Chat, plan: Project | None = None, **more: Any) -> TierPlan:
    return planned(chat, plan, **more)[0]


def member(plan: TierPlan, name: str) -> Member:
    (found,) = [one for one in plan.members if one.name == name]
    return found


def names(plan: TierPlan, kind: str) -> Sequence[str]:
    """Return who stands on a list."""
    action = plan.action(kind)
    assert action is not None
    return [item.name for item in action.items]


TWO = [{"id": "top", "rule": "active_days >= 8"}, {"id": "low", "rule": "not left"}]
"""Tiers of which only one figure decides."""
