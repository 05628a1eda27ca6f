"""The ready sets of tiers and the figures that a rule can name, as documentation."""

import re
from typing import TYPE_CHECKING, Any

from groupctl.i18n import _
from groupctl.project.rule import vocabulary
from groupctl.report.printing import labelled, paragraph, put
from groupctl.tiers import tierset
from groupctl.wording import number

if TYPE_CHECKING:
    from rich.console import Console


def sets_json() -> dict[str, Any]:
    """Return the ready sets as JSON values."""
    return {
        "schema": "groupctl.tier_sets/1",
        "sets": [
            {
                "name": name,
                "title": _(one.title),
                "source": _(one.source),
                "window": one.window,
                "tiers": [
                    {"id": tier.id, "title": _(tier.title), "who": _(tier.who), "rule": tier.rule} for tier in one.tiers
                ],
            }
            for name, one in ((name, tierset.load(name)) for name in tierset.names())
        ],
    }


def draw_sets(console: "Console") -> None:
    """Draw the ready sets with their rules at the width of the terminal; JSON has each rule on one line."""
    for name in tierset.names():
        one = tierset.load(name)
        put(console, f"{name} · {_(one.title)}", "bold")
        paragraph(console, _(one.source), "dim")
        if one.window:
            paragraph(console, _("the last {days} days count").format(days=number(one.window)), "dim")
        for tier in one.tiers:
            labelled(console, f" {tier.id}", _(tier.who), width=13)
            if tier.rule:
                for line in _rule_lines(tier.rule, console.width - 15):
                    put(console, f"{' ' * 15}{line}", "cyan")
        console.print()


def _rule_lines(rule: str, width: int) -> list[str]:
    """Return a rule in lines that begin with one of its tests."""
    lines: list[str] = []
    for test in re.split(r" (?=(?:and|or) )", rule):
        if lines and len(lines[-1]) + 1 + len(test) <= width:
            lines[-1] += f" {test}"
        else:
            lines.append(test)
    return lines


def figures_json() -> dict[str, Any]:
    """Return what a rule can name as JSON values."""
    return {
        "schema": "groupctl.tier_figures/1",
        "figures": [
            {"name": row.name, "kind": row.kind, "title": _(row.title), "means": _(row.means)}
            for row in vocabulary.TABLE
        ],
        "flags": [{"name": name, "means": _(means)} for name, means in vocabulary.FLAGS.items()],
    }


def draw_figures(console: "Console") -> None:
    """Draw what a rule can name, and how a rule is written."""
    for row in vocabulary.TABLE:
        labelled(console, row.name, _(row.means), width=20)
    for name, means in vocabulary.FLAGS.items():
        labelled(console, f"has {name}", _(means), width=20)
    labelled(console, _("has TAG"), _("a tag of the roster"), width=20)
    console.print()
    paragraph(console, _("Join tests with and, or, not and brackets; days are written 30d, 4w, 3m or 1y, shares 20%."))
    put(console, '  rule = "active_days >= 8 and (replies_received >= 5 or has vip) and not left"', "cyan")
