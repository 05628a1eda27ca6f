"""What ``groupctl audit`` says on a terminal: how the log was read, the verdict, what to do first, figures, proof."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from groupctl.auditing.run import checks
from groupctl.display import cells, one_line, printable
from groupctl.findings import Evidence, Finding
from groupctl.i18n import _, ngettext
from groupctl.report.bars import sparkline
from groupctl.report.over_time import over_time
from groupctl.report.phrases import figure, news, norm, unknown
from groupctl.report.phrases import ignored as ignored_line
from groupctl.report.reading import read_lines
from groupctl.wording import number
from groupctl.wrapping import clip, wrap

if TYPE_CHECKING:
    from rich.console import Console

    from groupctl.auditing import AuditResult
    from groupctl.auditing.check import AuditFinding

FIRST = 3
"""Findings that stand in the list of what to do first."""
INDENT = 3
WHO = 24
"""Columns of a name."""
SYMBOLS = {"good": "✓", "medium": "!", "high": "✗", "low": "·", "unknown": "–"}
STYLES = {"good": "green", "medium": "yellow", "high": "red", "low": "dim", "unknown": "dim"}


def draw_audit(console: "Console", result: "AuditResult", foot: str = "") -> None:
    """Draw an audit: the first screen answers how the group is and what to do; figures and proof follow."""
    _reading(console, result)
    console.print()
    _labelled(console, _("Verdict"), result.verdict, "bold")
    _first(console, result.findings[:FIRST])
    _health(console, result)
    _over_time(console, result)
    _periods(console, result)
    for finding in result.findings:
        console.print()
        _finding(console, finding, result)
    console.print()
    _foot(console, result, foot)


def draw_finding(console: "Console", result: "AuditResult", code: str) -> None:
    """Draw all that an audit found under one code, with every place; or that it passed, or why it was skipped."""
    found = [finding for finding in result.findings if finding.code == code]
    for finding in found:
        _finding(console, finding, result)
    for skipped in result.skipped:
        if skipped.code == code:
            _lines(console, _("{code} was skipped: {reason}").format(code=code, reason=skipped.reason))
    if code in result.passed:
        _lines(console, _("{code} passed: there is nothing to show.").format(code=code))
    for ignored in result.ignored:
        if ignored.code == code:
            _lines(console, ignored_line(ignored.count, ignored.code, ignored.reason))


# How it was read


def _reading(console: "Console", result: "AuditResult") -> None:
    head = _("Read")
    pad = " " * (cells(head) + 1)
    first, *rest = [line for text in read_lines(result) for line in wrap(text, console.width - len(pad))]
    _print(console, f"{head} {first}")
    for line in rest:
        _print(console, f"{pad}{line}", "dim")


# What to do first, and the figures


def _first(console: "Console", findings: "Sequence[AuditFinding]") -> None:
    if not findings:
        return
    console.print()
    _print(console, _("Do first"), "bold")
    for rank, finding in enumerate(findings, 1):
        style = STYLES[finding.severity.key]
        first, *rest = wrap(printable(finding.message), console.width - 11)
        _print(console, f" {rank}  {finding.code}  {first}", style)
        _indented(console, rest, style, 11)
        _arrow(console, finding, 11)


def _health(console: "Console", result: "AuditResult") -> None:
    known = [row for row in result.health if row.value is not None]
    trend = any(row.before for row in known)
    titles = [_("Health"), *(row.title for row in known)]
    values = [_("now"), *(figure(row.value, row.unit) for row in known)]
    pasts = [_("before"), *(sparkline(row.before) for row in known)] if trend else [""] * len(titles)
    norms = [_("norm"), *(norm(row) for row in known)]
    marks = ["", *("" if row.norm is None else SYMBOLS[row.state] for row in known)]
    styles = ["bold", *(STYLES[row.state] for row in known)]
    console.print()
    columns = [titles, values, pasts, norms] if trend else [titles, values, norms]
    widths = [max(map(cells, column)) for column in columns]
    widths[0] += 1  # the rows stand a little to the right of their heading
    for place, (row, mark, style) in enumerate(zip(zip(*columns, strict=True), marks, styles, strict=True)):
        texts = [f" {row[0]}" if place else row[0], *row[1:], mark]
        padded = (f"{text}{' ' * (width - cells(text))}" for text, width in zip(texts, [*widths, 0], strict=True))
        _print(console, "  ".join(padded).rstrip(), style)
    if rest := unknown(result.health):
        _indented(console, wrap(rest, console.width - 1), "dim", 1)


def _over_time(console: "Console", result: "AuditResult") -> None:
    for place, (line, style) in enumerate(over_time(result, console.width)):
        if not place:
            console.print()
        _print(console, line, style)


def _periods(console: "Console", result: "AuditResult") -> None:
    """Draw the figures period by period, as many of the last periods as the width holds."""
    if not result.periods:
        return
    vitals = [
        row for row in result.health if any(period.figures.get(row.figure) is not None for period in result.periods)
    ]
    columns = [[_("Periods"), *(f" {row.title}" for row in vitals)]]
    for period in result.periods:
        begins = f"{period.first:%Y-%m-%d}{'' if period.complete else '*'}"
        columns.append([begins, *(figure(period.figures.get(row.figure), row.unit) for row in vitals)])
    head, *rest = columns
    widths = [max(map(cells, column)) for column in rest]
    room = console.width - max(map(cells, head))
    while len(widths) > 1 and sum(widths) + 2 * len(widths) > room:
        widths, rest = widths[1:], rest[1:]
    console.print()
    for place, (title, *values) in enumerate(zip(head, *rest, strict=True)):
        padded = (f"  {' ' * (width - cells(text))}{text}" for text, width in zip(values, widths, strict=True))
        gap = " " * (max(map(cells, head)) - cells(title))
        _print(console, f"{title}{gap}{''.join(padded)}", "" if place else "bold")
    if not all(period.complete for period in result.periods):
        _print(console, _("* the log covers only a part of it"), "dim")


# Findings with their proof


def _finding(console: "Console", finding: "AuditFinding", result: "AuditResult") -> None:
    check = {check.code: check for check in checks()}.get(finding.code)
    style = STYLES[finding.severity.key]
    symbol = SYMBOLS[finding.severity.key]
    title = " · ".join([finding.title, finding.severity.title, *news(finding)])
    _labelled(console, f"{symbol} {finding.code}", title, f"bold {style}")
    width = console.width - INDENT
    _indented(console, wrap(printable(finding.message), width))
    if check:
        _indented(console, wrap(_(check.why), width), "dim")
    for evidence in finding.evidence:
        _evidence(console, evidence)
    more = finding.evidence_count - len(finding.evidence)
    if more > 0:
        text = _("… and {count} more: {command}")
        _indented(console, [text.format(count=number(more), command=f"{result.command} --show {finding.code}")], "dim")
    _indented(console, wrap(finding.remedy, width))
    _arrow(console, finding, INDENT)


def _evidence(console: "Console", evidence: Evidence) -> None:
    place = f"{one_line(Path(evidence.file).name)}:{evidence.line}" if evidence.line else one_line(evidence.file)
    when = f"{evidence.at:%Y-%m-%d %H:%M}" if evidence.at else ""
    who = clip(one_line(evidence.who or ""), WHO)
    _indented(console, ["  ".join(filter(None, [place, when, who]))], "cyan")
    width = console.width - INDENT - 2
    if evidence.quote:
        _indented(console, [f"“{clip(one_line(evidence.quote), width - 2)}”"], indent=INDENT + 2)
    if evidence.why:
        why = _("why: {reason}").format(reason=one_line(evidence.why))
        _indented(console, wrap(why, width), "dim", INDENT + 2)


def _arrow(console: "Console", finding: Finding, indent: int) -> None:
    """Print the command on a line of its own, however long, so that it can be pasted."""
    if finding.command:
        _print(console, f"{' ' * indent}→ {printable(finding.command)}", "cyan")


# The end


def _foot(console: "Console", result: "AuditResult", foot: str) -> None:
    passed = ngettext("{count} check passed", "{count} checks passed", len(result.passed))
    _lines(console, passed.format(count=len(result.passed)), "dim")
    by_reason: dict[str, list[str]] = defaultdict(list)
    for skipped in result.skipped:
        by_reason[skipped.reason].append(f"{skipped.code} {skipped.title}")
    for reason, titles in by_reason.items():
        _labelled(console, _("Skipped"), f"{' · '.join(titles)} ({reason})", "dim")
    for ignored in result.ignored:
        _lines(console, ignored_line(ignored.count, ignored.code, ignored.reason), "dim")
    for note in result.notes:
        _labelled(console, _("Note"), note, "dim")
    if foot:
        _lines(console, foot, "dim")


# Printing


def _labelled(console: "Console", label: str, text: str, style: str = "") -> None:
    """Print a paragraph behind a label, its lines lined up."""
    indent = cells(label) + 2
    first, *rest = wrap(printable(text), console.width - indent)
    _print(console, f"{label}  {first}", style)
    _indented(console, rest, style, indent)


def _lines(console: "Console", text: str, style: str = "") -> None:
    _indented(console, wrap(printable(text), console.width), style, 0)


def _indented(console: "Console", lines: Iterable[str], style: str = "", indent: int = INDENT) -> None:
    for line in lines:
        _print(console, f"{' ' * indent}{line}", style)


def _print(console: "Console", line: str, style: str = "") -> None:
    from rich.text import Text  # noqa: PLC0415 - rich is loaded with the console

    console.print(Text(line, style=style), soft_wrap=True)
