"""The launch gate's result as a page."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from groupctl import __version__, i18n
from groupctl.display import one_line, printable
from groupctl.findings import Severity
from groupctl.gate.catalogue import all_checks
from groupctl.i18n import _, ngettext
from groupctl.report.check import SIDES, without_empty_tables
from groupctl.report.page import NAME, Card, Page, card
from groupctl.report.phrases import ignored
from groupctl.titles import PLATFORMS

if TYPE_CHECKING:
    import datetime as dt

    from groupctl.gate import Comparison, GateResult
    from groupctl.project import Project


def check_page(
    result: "GateResult", project: "Project", file: str, when: "dt.datetime", comparison: "Comparison | None" = None
) -> Page:
    """Return the page of the launch gate; ``when`` is when it was checked."""
    group = project.group
    facts = [_(PLATFORMS.get(group.platform or "", "")), _(SIDES.get(group.side or "", "")), one_line(file)]
    return Page(
        language=i18n.language(),
        kind=_("Launch gate"),
        title=one_line(group.name, NAME) or _("A group without a name"),
        facts=tuple(fact for fact in facts if fact),
        verdict=_verdict(result),
        cards=tuple(_cards(result)),
        reading=tuple(_reading(result, comparison)),
        foot=_("groupctl {version} · {when}").format(version=__version__, when=f"{when:%Y-%m-%d %H:%M}"),
    )


def _verdict(result: "GateResult") -> str:
    blocking, reminders = result.count(Severity.HIGH), result.count(Severity.MEDIUM)
    if blocking:
        text = ngettext(
            "Do not open the group yet: {count} thing stands in the way.",
            "Do not open the group yet: {count} things stand in the way.",
            blocking,
        )
        return text.format(count=blocking)
    if reminders:
        text = ngettext(
            "The group may be opened; {count} thing is worth a second look.",
            "The group may be opened; {count} things are worth a second look.",
            reminders,
        )
        return text.format(count=reminders)
    return _("The gate is green: the group may be opened.")


def _cards(result: "GateResult") -> Iterator[Card]:
    """Yield the findings; the reason why one matters stands at the first of its code only."""
    why = {check.code: check.why for check in all_checks()}
    for finding in without_empty_tables(result):
        yield card(finding, why.pop(finding.code, ""))


def _reading(result: "GateResult", comparison: "Comparison | None") -> Iterator[tuple[str, str]]:
    if comparison:
        yield _("Compared"), printable(comparison.message)
    passed = ngettext("{count} check passed", "{count} checks passed", len(result.passed))
    yield _("Passed"), f"{passed.format(count=len(result.passed))} · {' '.join(result.passed)}"
    for skipped in result.skipped:
        yield _("Skipped"), f"{skipped.code} {skipped.title} ({skipped.reason})"
    for one in result.ignored:
        yield _("Ignored"), ignored(one.count, one.code, printable(one.reason))
