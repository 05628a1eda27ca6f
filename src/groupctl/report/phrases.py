"""How the parts of a result are put into words, the same on a terminal, in Markdown and in HTML."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from groupctl.i18n import N_, _, ngettext
from groupctl.wording import measure, number

if TYPE_CHECKING:
    from groupctl.auditing.check import AuditFinding
    from groupctl.auditing.health import HealthRow

NEWS = {"new": N_("new"), "worse": N_("worse than accepted")}
MOST_BEFORE = 3
"""Earlier values of a finding's figure that are named."""


def figure(value: float | None, unit: str) -> str:
    """Return a figure in its unit; a dash where nobody knows it."""
    return "–" if value is None else measure(value, unit)


def norm(row: "HealthRow") -> str:
    """Return the norm of a figure with its direction; empty where it has none."""
    if row.norm is None:
        return ""
    if row.norm == 0 and not row.at_least:
        return "0"
    return f"{'≥' if row.at_least else '≤'} {measure(row.norm, row.unit)}"


def unknown(rows: "Sequence[HealthRow]") -> str:
    """Return which figures the log does not show, in one line; empty where it shows all of them."""
    titles = [row.title for row in rows if row.value is None]
    return _("Not to be seen here: {figures}").format(figures=" · ".join(titles)) if titles else ""


def news(finding: "AuditFinding") -> Iterator[str]:
    """Yield what is new about a finding beside a baseline, and what its figure was before."""
    if finding.new_count:
        yield _("{count} new").format(count=number(finding.new_count))
    elif finding.news:
        yield _(NEWS[finding.news])
    if finding.before:
        earlier = ", ".join(measure(value, finding.unit) for value in finding.before[-MOST_BEFORE:])
        yield _("before: {values}").format(values=earlier)


def ignored(count: int, code: str, reason: str) -> str:
    """Return that findings of a code are ignored, and why."""
    text = ngettext("{count} finding ignored: {code}", "{count} findings ignored: {code}", count)
    return text.format(count=count, code=code) + (f" ({reason})" if reason else "")
