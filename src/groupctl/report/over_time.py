"""The counts of an audit over time on a terminal: sparklines, and the hours of the week where there is room."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from groupctl.display import cells
from groupctl.i18n import _
from groupctl.report.audit_charts import DAYS, STEPS, busiest, long_names
from groupctl.report.bars import gathered, shades, sparkline
from groupctl.wording import number, percent
from groupctl.wrapping import wrap

if TYPE_CHECKING:
    from groupctl.auditing import AuditResult
    from groupctl.facts.series import Series

LEAST_POINTS = 3
"""With fewer there is nothing to see."""
WIDE = 100
"""Columns from which on there is room for a map of the week."""
HOUR = 2
"""Columns of an hour in it."""


def over_time(result: "AuditResult", width: int) -> Iterator[tuple[str, str]]:
    """Yield lines with their styles: a sparkline for each count, then when the group talks; nothing for a short log."""
    series = result.series
    if len(series.starts) < LEAST_POINTS:
        return
    names = long_names(series)
    for line in wrap(f"{_('Over time')} · {_(STEPS[series.step])} · {names[0]} → {names[-1]}", width):
        yield line, "bold"
    rows = list(_rows(series))
    label = max(cells(title) for title, _values, _reach in rows)
    reach = max(cells(text) for _title, _values, text in rows)
    room = max(width - label - reach - 5, 8)
    for title, values, text in rows:
        drawn = sparkline(gathered(values, room), room, from_zero=True)
        yield f" {title}{' ' * (label - cells(title))}  {drawn}  {text}", ""
    for line in wrap(busiest(series), width - 1):
        yield f" {line}", ""
    if width >= WIDE:
        yield from _week(series)


def _rows(series: "Series") -> Iterator[tuple[str, tuple[float, ...], str]]:
    """Yield each count with its title and its greatest value in words."""
    most = _("at most {count}")
    yield _("messages"), series.messages, most.format(count=number(max(series.messages)))
    yield _("people who wrote"), series.speakers, most.format(count=number(max(series.speakers)))
    if any(series.unanswered):
        yield _("questions open"), series.unanswered, most.format(count=number(max(series.unanswered)))
    if series.by_operators is not None:
        pairs = zip(series.by_operators, series.messages, strict=True)
        shares = tuple(part / whole if whole else 0.0 for part, whole in pairs)
        yield _("operator share"), shares, most.format(count=percent(max(shares)))


def _week(series: "Series") -> Iterator[tuple[str, str]]:
    """Yield the map of the week, a line a day; the darker the shade, the more messages in that hour."""
    names = [_(day) for day in DAYS]
    label = max(map(cells, names))
    most = max(max(hours) for hours in series.hours)
    yield "", ""
    for name, hours in zip(names, series.hours, strict=True):
        drawn = "".join(sign * HOUR for sign in shades(hours, most))
        yield f" {name}{' ' * (label - cells(name))}  {drawn}", ""
    yield f" {' ' * label}  {''.join(f'{hour:02}'.ljust(HOUR * 6) for hour in range(0, 24, 6))}".rstrip(), "dim"
