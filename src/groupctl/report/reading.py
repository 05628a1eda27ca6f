"""How the files of a chat were read, in words: how much, in which form, and what became of every line."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from groupctl.chatlog import ParseReport, formats
from groupctl.display import one_line
from groupctl.i18n import N_, _, ngettext
from groupctl.wording import number

if TYPE_CHECKING:
    from groupctl.auditing import AuditResult

DATE_ORDERS = {"dmy": N_("day first"), "mdy": N_("month first"), "ymd": N_("year first")}


def read_lines(result: "AuditResult") -> Iterator[str]:
    """Yield what was read, in which form, and what became of every line; then what is worth a warning."""
    reports = result.reports
    yield " · ".join(how_much(result))
    yield " · ".join(dict.fromkeys(form(report) for report in reports))
    yield " · ".join(lines_of(reports))
    for report in reports:
        yield from warnings(report)


def how_much(result: "AuditResult") -> tuple[str, ...]:
    """Return how much was read: messages and people, the period, files, the group's name."""
    figures = result.figures
    messages, speakers = int(figures["messages"] or 0), int(figures["speakers"] or 0)
    said = ngettext("{count} message", "{count} messages", messages).format(count=number(messages))
    people = ngettext("{count} person", "{count} people", speakers).format(count=number(speakers))
    facts = [_("{messages} by {people}").format(messages=said, people=people)]
    if result.first and result.last:
        facts.append(f"{result.first:%Y-%m-%d} → {result.last:%Y-%m-%d}")
    if len(result.reports) > 1:
        facts.append(_("{count} files").format(count=number(len(result.reports))))
    if result.title:
        facts.append(one_line(result.title, 40))
    return tuple(facts)


def form(report: ParseReport) -> str:
    """Return the format of a file with its flavour, encoding and order of dates."""
    reader = formats().get(report.format)
    name = _(reader.title) if reader else report.format
    facts = [f"{name} ({report.dialect})" if report.dialect else name, report.encoding.upper()]
    if report.newline not in ("", "LF"):
        facts.append(_("mixed line ends") if report.newline == "mixed" else report.newline)
    if report.date_order in ("dmy", "mdy"):
        facts.append(_(DATE_ORDERS[report.date_order]))
    return " · ".join(facts)


def lines_of(reports: Sequence[ParseReport]) -> Iterator[str]:
    """Yield what became of the lines that are no message of their own."""
    system, folded, into, dropped = (
        sum(getattr(report, name) for report in reports) for name in ("system", "folded", "folded_into", "dropped")
    )
    yield ngettext("{count} system line", "{count} system lines", system).format(count=number(system))
    if folded:
        lines = ngettext("{count} line", "{count} lines", folded).format(count=number(folded))
        messages = ngettext("{count} message", "{count} messages", into).format(count=number(into))
        yield _("{lines} folded into {messages}").format(lines=lines, messages=messages)
    twice = sum(report.duplicates for report in reports)
    if twice:
        text = ngettext("{count} message stands in two files", "{count} messages stand in two files", twice)
        yield text.format(count=number(twice))
    text = ngettext("{count} line dropped", "{count} lines dropped", dropped)
    if any(report.unit != "lines" for report in reports):
        text = ngettext("{count} entry dropped", "{count} entries dropped", dropped)
    yield text.format(count=number(dropped)) if dropped else _("nothing dropped")


def warnings(report: ParseReport) -> Iterator[str]:
    """Yield what casts doubt on how a file was read."""
    if report.date_order_ambiguous and report.other_span:
        first, last = report.other_span
        yield _("! nothing in {file} tells day from month: read {span}; the other way round {first} → {last}").format(
            file=report.file,
            span=f"{report.first:%Y-%m-%d} → {report.last:%Y-%m-%d}",
            first=f"{first:%Y-%m-%d}",
            last=f"{last:%Y-%m-%d}",
        )
    if report.clock_changes:
        change = report.clock_examples[0]
        yield ngettext(
            "! the clock in {file} jumps back {count} time, in line {line} from {before} to {after}",
            "! the clock in {file} jumps back {count} times, first in line {line} from {before} to {after}",
            report.clock_changes,
        ).format(
            file=report.file,
            count=number(report.clock_changes),
            line=change.line,
            before=f"{change.before:%Y-%m-%d %H:%M}",
            after=f"{change.after:%Y-%m-%d %H:%M}",
        )
    if report.undecodable:
        yield _("! not valid {encoding} in {file}: {count}, a character lost at each").format(
            count=number(report.undecodable), file=report.file, encoding=report.encoding
        )
    yield from (f"! {note}" for note in report.notes)
