"""A plan on a terminal, as Markdown, CSV and JSON."""

import csv
import io
import json
import shlex

from rich.console import Console

from groupctl.display import cells
from groupctl.report.tiers import draw_tiers
from groupctl.report.tiers_json import tiers_json
from groupctl.report.tiers_lists import plan_csv, plan_markdown
from groupctl.report.tiers_shown import draw_shown
from groupctl.roster import Entry
from groupctl.tiers import TierPlan
from tests.tiers.groups import TWO, daily, event, log, plan_of, planned, project, roster, said

HOSTILE = '=HYPERLINK("x")\x1b[31m|**b** <img> `x`\u202e'


def drawn(plan: TierPlan, show: str = "") -> list[str]:
    console = Console(file=io.StringIO(), width=80, markup=False, emoji=False, highlight=False)
    if show:
        assert draw_shown(console, plan, show)
    else:
        draw_tiers(console, plan)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().splitlines()


def hostile() -> TierPlan:
    rows = [*daily("Otto", 30), said(2.5, HOSTILE, "hello, I am new here"), *daily("上海-甲公司-采购", 9)]
    return plan_of(log(*rows), roster=roster(Entry(name="-1+1"), Entry(name=HOSTILE, source="poster")))


def test_every_line_fits_and_wide_names_line_up() -> None:
    lines = drawn(hostile())
    assert all(cells(line) <= 80 for line in lines if "→ groupctl" not in line)
    ends = {cells(line) for line in lines if "  by 0" in line and "→" not in line}
    assert ends == {80}


def test_what_strangers_call_themselves_cannot_steer_the_terminal() -> None:
    for show in ("", "potential", "greet"):
        assert not any("\x1b" in line or "\u202e" in line for line in drawn(hostile(), show))


def test_a_cell_is_never_a_formula() -> None:
    rows = list(csv.reader(io.StringIO(plan_csv(hostile()))))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert {len(row) for row in rows} == {len(rows[0])}


def test_markdown_shows_names_as_they_are() -> None:
    text = plan_markdown(hostile())
    assert "- [ ] **" in text
    assert r"\*\*b\*\* \<img\>" in text


def test_json_is_json_and_has_every_member() -> None:
    payload = json.loads(json.dumps(tiers_json(hostile()), allow_nan=False))
    assert len(payload["members"]) == 5


def test_a_member_is_shown_with_rule_gap_trend_and_messages() -> None:
    plan = plan_of(log(*daily("Ann", 6, text="the goat paid again")), project(tier=TWO))
    text = "\n".join(drawn(plan, "Ann"))
    for part in (
        "Ann · low",
        "rule  not left",
        "to top  active days: 6 of 8",
        "none in as many days before",
        "“the goat paid again”",
    ):
        assert part in text


def test_moves_are_shown_with_where_to() -> None:
    _plan, before = planned(log(*daily("Ann", 3)), project(tier=TWO))
    plan, _after = planned(log(*daily("Ann", 9)), project(tier=TWO), before)
    assert any("moved up" in line and "Ann → top" in line for line in drawn(plan))


def test_the_roster_and_its_doubts_are_shown() -> None:
    rows = [*daily("上海-李雷-采购", 3), event(60, "join", "Eve")]
    text = "\n".join(drawn(plan_of(log(*rows), roster=roster(Entry(name="李雷")))))
    assert "perhaps the same: 李雷 = 上海-李雷-采购" in text
    assert shlex.join(["groupctl", "roster", "link", "李雷", "上海-李雷-采购"]) in text


def test_an_empty_plan_is_drawn() -> None:
    chat = log()
    assert drawn(plan_of(type(chat)(messages=chat.messages.clear(), reports=chat.reports)))
