"""What ``groupctl check`` says: on a terminal, what blocks the launch first; as JSON, all of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from groupctl.display import cells, one_line, printable
from groupctl.findings import Finding, Severity
from groupctl.gate import Comparison, GateResult
from groupctl.gate.catalogue import all_checks
from groupctl.gate.launch import FAMILIES
from groupctl.i18n import N_, _, ngettext
from groupctl.report.json import finding_json
from groupctl.titles import PLATFORMS
from groupctl.wrapping import beside, wrap

if TYPE_CHECKING:
    from rich.console import Console

    from groupctl.project import Project

SCHEMA = "groupctl.check/1"
INDENT = 9
"""Symbol, code and the space around them."""
SYMBOLS = {Severity.HIGH: "✗", Severity.MEDIUM: "!", Severity.LOW: "·"}
STYLES = {Severity.HIGH: "red", Severity.MEDIUM: "yellow", Severity.LOW: "dim"}
SIDES = {"b": N_("for businesses"), "c": N_("for consumers")}


def check_json(result: GateResult, file: str, comparison: Comparison | None = None) -> dict[str, Any]:
    """Return the result of the gate as JSON values.

    ``findings`` as in an audit; ``skipped``: code, title, reason; ``passed``: codes; ``ignored``: code, reason, count;
    ``split``: proposals (name, audience, topics) and questions, null unless the group is too broad; ``comparison``:
    wider (first, second or null) and message, null unless it was asked for.
    """
    return {
        "schema": SCHEMA,
        "file": file,
        "ready": result.ready,
        "findings": [finding_json(finding) for finding in result.findings],
        "skipped": [asdict(skipped) for skipped in result.skipped],
        "passed": list(result.passed),
        "ignored": [asdict(ignored) for ignored in result.ignored],
        "split": asdict(result.split) if result.split else None,
        "comparison": asdict(comparison) if comparison else None,
    }


def draw_check(
    console: "Console", result: GateResult, project: "Project", file: str, comparison: Comparison | None = None
) -> None:
    """Draw the result of the gate."""
    _head(console, result, project, file)
    why = {check.code: check.why for check in all_checks()}
    for finding in without_empty_tables(result):
        console.print()
        # The reason is the same for every finding of a code, and a remark needs none: it would only be longer.
        reason = why.pop(finding.code, "") if finding.severity > Severity.LOW else ""
        _finding(console, finding, _(reason))
    console.print()
    if comparison:
        _lines(console, wrap(comparison.message, console.width))
    _foot(console, result)


def _head(console: "Console", result: GateResult, project: "Project", file: str) -> None:
    group = project.group
    facts = [group.name, _(PLATFORMS.get(group.platform or "", "")), _(SIDES.get(group.side or "", ""))]
    left = f"{one_line(file)}  {' · '.join(one_line(fact) for fact in facts if fact)}".rstrip()
    counts = [
        (_("not passed ✗ {count}"), Severity.HIGH),
        (_("reminders ! {count}"), Severity.MEDIUM),
        (_("remarks · {count}"), Severity.LOW),
    ]
    shown = [text.format(count=result.count(severity)) for text, severity in counts if result.count(severity)]
    _pair(console, left, "  ".join(shown) or _("✓ passed"), "bold")


def _pair(console: "Console", left: str, right: str, style: str = "") -> None:
    """Print a line with something at its right end; on a line of its own where there is no room."""
    gap = console.width - cells(left) - cells(right)
    if not right:
        gap = 0
    elif gap < 2:
        _lines(console, wrap(left, console.width) if cells(left) > console.width else [left], style)
        left, gap = "", console.width - cells(right)
    console.print(f"{left}{' ' * max(gap, 0)}{right}", style=style, soft_wrap=True)


def _lines(console: "Console", lines: Iterable[str], style: str = "", indent: int = 0) -> None:
    for line in lines:
        console.print(f"{' ' * indent}{line}".rstrip(), style=style, soft_wrap=True)


def without_empty_tables(result: GateResult) -> Iterator[Finding]:
    """Yield the findings, those of a table that says nothing yet as one: they have one remedy."""
    for finding in result.findings:
        family = next((name for name in result.empty if finding.code.startswith(FAMILIES[name])), "")
        same = [other for other in result.findings if family and other.code.startswith(FAMILIES[family])]
        if len(same) < 2:
            yield finding
        elif finding is same[0]:
            yield _empty_table(family, same)


def _empty_table(name: str, findings: Sequence[Finding]) -> Finding:
    titles = " · ".join(finding.title for finding in findings)
    _step, option, project = findings[0].command.partition(" --project ")
    return Finding(
        code=FAMILIES[name],
        severity=max(finding.severity for finding in findings),
        title="",
        message=_("[{table}] says nothing yet: {titles}").format(table=name, titles=titles),
        remedy="",
        command=f"groupctl {name}{option}{project}",
        evidence=findings[0].evidence,
    )


def _finding(console: "Console", finding: Finding, why: str) -> None:
    """Print one finding: symbol, code, message and place, why it matters, what to do."""
    width = console.width - INDENT
    place = _place(finding)
    lines = beside(printable(finding.message), width, cells(place) + 2)
    head = f"{SYMBOLS[finding.severity]} {finding.code:<5}  {lines[0]}"
    _pair(console, head, place, STYLES[finding.severity])
    _lines(console, lines[1:], STYLES[finding.severity], INDENT)
    _lines(console, wrap(why, width) if why else [], indent=INDENT)
    instead = {_(check.instead) for check in all_checks() if check.code == finding.code}
    if (finding.command or "\n" in finding.remedy) and finding.remedy not in instead:
        for text in finding.remedy.splitlines():
            first, *rest = beside(text, width - 2, -2)
            _lines(console, [first, *(f"  {line}" for line in rest)], indent=INDENT)
    _arrow(console, finding, width)


def _arrow(console: "Console", finding: Finding, width: int) -> None:
    """Print what to do: a command on a line of its own, however long, so that it can be pasted."""
    if finding.command:
        console.print(f"{' ' * INDENT}→ {printable(finding.command)}", style="cyan", soft_wrap=True)
    elif finding.remedy and "\n" not in finding.remedy:
        first, *rest = wrap(finding.remedy, width - 2)
        _lines(console, [f"→ {first}", *(f"  {line}" for line in rest)], indent=INDENT)


def _place(finding: Finding) -> str:
    evidence = next((place for place in finding.evidence if place.line), None)
    return f"{one_line(Path(evidence.file).name, 24)}:{evidence.line}" if evidence else ""


def _foot(console: "Console", result: GateResult) -> None:
    passed = ngettext("{count} check passed", "{count} checks passed", len(result.passed))
    _lines(console, wrap(passed.format(count=len(result.passed)), console.width), "dim")
    if result.skipped:
        _lines(console, wrap(_skipped(result), console.width), "dim")
    for ignored in result.ignored:
        text = ngettext("{count} finding ignored: {code}", "{count} findings ignored: {code}", ignored.count)
        line = text.format(count=ignored.count, code=ignored.code) + (f" ({ignored.reason})" if ignored.reason else "")
        _lines(console, wrap(line, console.width), "dim")
    if not result.findings:
        _lines(console, wrap(_("The gate is green: the group may be opened."), console.width), "green")
        return
    code = result.findings[0].code
    if result.ready:
        text = _("Nothing blocks the launch. The story behind each line: groupctl explain {code}")
    else:
        text = _("Do not open the group before all of it passes. The story behind each line: groupctl explain {code}")
    _lines(console, wrap(text.format(code=code), console.width))


def _skipped(result: GateResult) -> str:
    """Return skipped checks by the reason why they could not be made; only their number while tables are empty."""
    if result.empty:
        count = len(result.skipped)
        text = ngettext(
            "{count} check is skipped (--json says why)", "{count} checks are skipped (--json says why)", count
        )
        return text.format(count=count)
    codes: dict[str, list[str]] = defaultdict(list)
    for check in result.skipped:
        codes[check.reason].append(check.code)
    return _("skipped: {checks}").format(
        checks=" · ".join(f"{' '.join(same)} ({reason})" for reason, same in codes.items())
    )
