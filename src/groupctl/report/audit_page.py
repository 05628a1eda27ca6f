"""An audit as a page."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from groupctl import __version__, i18n
from groupctl.auditing.run import checks
from groupctl.display import one_line, printable
from groupctl.i18n import _, ngettext
from groupctl.report import strips
from groupctl.report.audit_charts import audit_charts
from groupctl.report.page import NAME, Card, Listing, Page, Vital, card
from groupctl.report.phrases import figure, ignored, news, norm, unknown
from groupctl.report.reading import form, how_much, lines_of, warnings
from groupctl.titles import PLATFORMS
from groupctl.wording import measure, number, percent

if TYPE_CHECKING:
    import datetime as dt

    from groupctl.auditing import AuditResult
    from groupctl.auditing.check import AuditFinding
    from groupctl.auditing.health import HealthRow
    from groupctl.facts.series import Person

MOST_PEOPLE = 1000
"""Members that are listed; of more, those who wrote most."""


def audit_page(result: "AuditResult", when: "dt.datetime") -> Page:
    """Return the page of an audit; ``when`` is when the audit was made."""
    facts = [_(PLATFORMS.get(result.platform or "", "")), *how_much(result)]
    title = one_line(result.title, NAME)
    return Page(
        language=i18n.language(),
        kind=_("Group audit"),
        title=title or _("A group without a name"),
        facts=tuple(fact for fact in facts if fact and fact != title),
        verdict=printable(result.verdict),
        cards=tuple(_card(finding, result) for finding in result.findings),
        vitals=tuple(_vital(row) for row in result.health if row.value is not None),
        unknown=unknown(result.health),
        charts=audit_charts(result),
        listings=tuple(_listings(result)),
        reading=tuple(_reading(result)),
        foot=_("groupctl {version} · {when}").format(version=__version__, when=f"{when:%Y-%m-%d %H:%M}"),
    )


def _vital(row: "HealthRow") -> Vital:
    before = (*row.before, row.value) if row.before and row.value is not None else ()
    words = _("before: {values}").format(values=", ".join(measure(value, row.unit) for value in before))
    return Vital(
        title=row.title,
        value=figure(row.value, row.unit),
        norm=norm(row),
        state="" if row.norm is None else row.state,
        before=before,
        trend=strips.sparkline(before, words),
    )


def _card(finding: "AuditFinding", result: "AuditResult") -> Card:
    why = next((check.why for check in checks() if check.code == finding.code), "")
    more = finding.evidence_count - len(finding.evidence)
    show = _("… and {count} more: {command}").format(
        count=number(more), command=f"{result.command} --show {finding.code}"
    )
    return replace(card(finding, why), more=printable(show) if more > 0 else "", news=" · ".join(news(finding)))


def _listings(result: "AuditResult") -> Iterator[Listing]:
    if result.periods:
        yield _periods(result)
    if result.people:
        yield _people(result.people, int(result.figures.get("messages") or 0))


def _people(people: "Sequence[Person]", messages: int) -> Listing:
    head = (_("name"), _("messages"), _("share"), _("days active"), _("first message"), _("last message"))
    silent = sum(not person.messages for person in people)
    note = ngettext(
        "{people} in the list; {count} of them never wrote in this log.",
        "{people} in the list; {count} of them never wrote in this log.",
        silent,
    )
    return Listing(
        title=_("Members"),
        head=head,
        rows=tuple(_person(person, messages) for person in people[:MOST_PEOPLE]),
        note=note.format(people=number(len(people)), count=number(silent)),
    )


def _person(person: "Person", messages: int) -> tuple[str, ...]:
    name = one_line(person.name, NAME)
    return (
        _("{name} (operator)").format(name=name) if person.operator else name,
        number(person.messages),
        percent(person.messages / messages) if messages else "–",
        number(person.active_days),
        f"{person.first:%Y-%m-%d}" if person.first else "–",
        f"{person.last:%Y-%m-%d}" if person.last else "–",
    )


def _periods(result: "AuditResult") -> Listing:
    rows = [row for row in result.health if any(one.figures.get(row.figure) is not None for one in result.periods)]
    head = ("", *(f"{one.first:%Y-%m-%d}{'' if one.complete else '*'}" for one in result.periods))
    complete = all(one.complete for one in result.periods)
    return Listing(
        title=_("Periods"),
        head=head,
        rows=tuple(
            (row.title, *(figure(one.figures.get(row.figure), row.unit) for one in result.periods)) for row in rows
        ),
        note="" if complete else _("* the log covers only a part of it"),
    )


def _reading(result: "AuditResult") -> Iterator[tuple[str, str]]:
    """Yield how each file was read, and what was not looked at: label, text."""
    for report in result.reports:
        counts = ngettext("{count} message", "{count} messages", report.messages)
        facts = [form(report), counts.format(count=number(report.messages)), *lines_of([report])]
        yield one_line(Path(report.file).name), " · ".join(facts)
        yield from ((_("Warning"), printable(warning.removeprefix("! "))) for warning in warnings(report))
        yield from ((_("Dropped"), f"{one.line}: {one_line(one.text, 160)}") for one in report.dropped_examples)
    passed = ngettext("{count} check passed", "{count} checks passed", len(result.passed))
    yield _("Passed"), f"{passed.format(count=len(result.passed))} · {' '.join(result.passed)}"
    by_reason: dict[str, list[str]] = defaultdict(list)
    for skipped in result.skipped:
        by_reason[skipped.reason].append(f"{skipped.code} {skipped.title}")
    yield from ((_("Skipped"), f"{' · '.join(titles)} ({reason})") for reason, titles in by_reason.items())
    yield from ((_("Ignored"), ignored(one.count, one.code, printable(one.reason))) for one in result.ignored)
    yield from ((_("Note"), printable(note)) for note in result.notes)
    yield _("Again"), printable(result.command)
