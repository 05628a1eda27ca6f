"""What ``groupctl explain`` says: the documentation of a check, the tables of thresholds and of figures."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from groupctl.display import cells
from groupctl.findings import Check, Severity
from groupctl.gate import FIGURES
from groupctl.i18n import N_, _
from groupctl.thresholds import BY_NAME, Threshold, Thresholds
from groupctl.wrapping import wrap

if TYPE_CHECKING:
    from rich.console import Console

SCHEMA = "groupctl.explain/1"
SECTIONS = {
    "looks_at": N_("Looks at"),
    "why": N_("Why"),
    "example": N_("Example"),
    "instead": N_("Instead"),
}
EFFECTS = {
    Severity.HIGH: N_("✗ serious: in the launch gate it blocks the launch"),
    Severity.MEDIUM: N_("! a reminder"),
    Severity.LOW: N_("· a remark"),
}
SYMBOLS = {Severity.HIGH: "✗", Severity.MEDIUM: "!", Severity.LOW: "·"}
UNITS = {
    "share": N_("a share from 0 to 1"),
    "count": N_("a number"),
    "per_day": N_("per day"),
    "per_week": N_("per week"),
    "seconds": N_("seconds"),
    "minutes": N_("minutes"),
    "hours": N_("hours"),
    "days": N_("days"),
    "weight": N_("points"),
}
INDENT = 4


def explain_json(checks: Sequence[Check[Any]], thresholds: Thresholds) -> dict[str, Any]:
    """Return the documentation of checks as JSON values."""
    return {"schema": SCHEMA, "checks": [_check_json(check, thresholds) for check in checks]}


def _check_json(check: Check[Any], thresholds: Thresholds) -> dict[str, Any]:
    texts = {name: _(getattr(check, name)) for name in ("title", *SECTIONS)}
    rows = [_threshold_json(BY_NAME[name], thresholds) for name in check.thresholds]
    return {"code": check.code, "severity": check.severity.key, **texts, "thresholds": rows}


def thresholds_json(thresholds: Thresholds) -> dict[str, Any]:
    """Return the table of thresholds as JSON values."""
    return {"schema": SCHEMA, "thresholds": [_threshold_json(row, thresholds) for row in BY_NAME.values()]}


def _threshold_json(row: Threshold, thresholds: Thresholds) -> dict[str, Any]:
    return {
        "name": row.name,
        "default": row.default,
        "value": thresholds[row.name],
        "unit": row.unit,
        "meaning": _(row.meaning),
        "source": _(row.source),
    }


def figures_json() -> dict[str, Any]:
    """Return the figures that a target can name as JSON values."""
    rows = [{"name": name, "unit": figure.unit, "meaning": _(figure.meaning)} for name, figure in FIGURES.items()]
    return {"schema": SCHEMA, "figures": rows}


def draw_check_text(console: "Console", check: Check[Any], thresholds: Thresholds) -> None:
    """Draw the documentation of one check."""
    _line(console, f"{check.code}  {_(check.title)}", "bold")
    _line(console, _(EFFECTS[check.severity]))
    for name, title in SECTIONS.items():
        console.print()
        _line(console, _(title), "bold")
        _paragraph(console, _(getattr(check, name)))
    if check.thresholds:
        console.print()
        _line(console, _("Thresholds"), "bold")
        _rows(console, (BY_NAME[name] for name in check.thresholds), thresholds)


def draw_codes(console: "Console", checks: Sequence[Check[Any]]) -> None:
    """Draw a list of checks: code, severity, title."""
    for check in checks:
        _line(console, f"{check.code}  {SYMBOLS[check.severity]}  {_(check.title)}")
    console.print()
    _line(console, _("✗ blocks the launch · ! reminder · · remark. More on one: groupctl explain CODE"))
    _line(console, _("Also: groupctl explain thresholds, groupctl explain figures"))


def draw_thresholds(console: "Console", thresholds: Thresholds) -> None:
    """Draw the table of thresholds."""
    _rows(console, BY_NAME.values(), thresholds)
    console.print()
    _paragraph(console, _("Override any of them in group.toml, under [thresholds]: active_share.wechat = 0.15"), 0)


def draw_figures(console: "Console") -> None:
    """Draw the figures that a target can name."""
    width = max(map(len, FIGURES)) + 2
    for name, figure in FIGURES.items():
        first, *rest = wrap(f"{_(figure.meaning)} ({_(UNITS[figure.unit])})", console.width - width)
        _line(console, f"{name:<{width}}{first}")
        for line in rest:
            _line(console, " " * width + line)


def _rows(console: "Console", rows: Iterable[Threshold], thresholds: Mapping[str, float]) -> None:
    for row in rows:
        value = thresholds[row.name]
        here = "" if value == row.default else _(" · here: {value:g}").format(value=value)
        _line(console, f"{row.name} = {row.default:g} ({_(UNITS.get(row.unit, row.unit))}){here}")
        _paragraph(console, f"{_(row.meaning)} · {_(row.source)}")


def _line(console: "Console", text: str, style: str = "") -> None:
    for line in wrap(text, console.width) if cells(text) > console.width else [text]:
        console.print(line, style=style, soft_wrap=True)


def _paragraph(console: "Console", text: str, indent: int = INDENT) -> None:
    for line in wrap(text, console.width - indent):
        console.print(f"{' ' * indent}{line}", soft_wrap=True)
