"""The charts of an audit: what goes on when, who answers, who talks, and how many take part."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from groupctl.display import one_line
from groupctl.facts.series import HOURS, Series
from groupctl.i18n import N_, _
from groupctl.report import charts, strips
from groupctl.report.charts import Chart, Frame, Table
from groupctl.wording import number, percent

if TYPE_CHECKING:
    from groupctl.auditing import AuditResult
    from groupctl.facts.series import Layer, SlotLine, TopicLine

STEPS = {
    "day": N_("per day"),
    "week": N_("per week"),
    "month": N_("per month"),
    "quarter": N_("per quarter"),
    "year": N_("per year"),
}
HEADS = {
    "day": N_("day"),
    "week": N_("week from"),
    "month": N_("month"),
    "quarter": N_("quarter from"),
    "year": N_("year"),
}
DAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
MOST_LETTERS = 24
"""Characters of a topic's or a slot's name."""
LAYERS = {
    "core": N_("core: write half of it all"),
    "active": N_("spoke in the last 30 days"),
    "quiet": N_("spoke before, silent now"),
    "silent": N_("never spoke"),
}


def audit_charts(result: "AuditResult") -> tuple[Chart, ...]:
    """Return the charts that the log has numbers for."""
    return tuple(_drawn(result))


def _drawn(result: "AuditResult") -> Iterator[Chart]:
    series = result.series
    if series.starts:
        yield _messages(series)
        yield _speakers(series)
        yield _hours(series)
    if any(series.answered) or any(series.unanswered):
        yield _answers(series)
    if series.by_operators is not None and series.starts:
        yield _operators(series, _norm_of(result, "operator_share"))
    if sum(layer.count for layer in result.layers):
        yield _layers(result.layers)
    if any(topic.messages for topic in result.topics):
        yield _topics(series, result.topics)
    if any(slot.held for slot in result.slots):
        yield _slots(result.slots)


def _norm_of(result: "AuditResult", figure: str) -> float | None:
    return next((row.norm for row in result.health if row.figure == figure), None)


def _messages(series: Series) -> Chart:
    most = max(series.messages)
    frame = Frame(
        key="messages",
        title=_("Messages {per_step}").format(per_step=_(STEPS[series.step])),
        summary=_("{total} messages; most of them, {most}, {when}.").format(
            total=number(sum(series.messages)),
            most=number(most),
            when=_when(series, series.messages.index(most)),
        ),
    )
    return _columns(frame, series, series.messages, _("messages"))


def _speakers(series: Series) -> Chart:
    most = max(series.speakers)
    frame = Frame(
        key="speakers",
        title=_("People who wrote, {per_step}").format(per_step=_(STEPS[series.step])),
        summary=_("{mean} on average; at the most {most}, {when}.").format(
            mean=number(round(sum(series.speakers) / len(series.speakers))),
            most=number(most),
            when=_when(series, series.speakers.index(most)),
        ),
    )
    return _columns(frame, series, series.speakers, _("people"))


def _columns(frame: Frame, series: Series, values: Sequence[int], unit: str) -> Chart:
    names, long = short_names(series.starts, series.step), long_names(series)
    words = [f"{name}: {number(value)}" for name, value in zip(long, values, strict=True)]
    rows = tuple((name, number(value)) for name, value in zip(long, values, strict=True))
    return Chart(
        title=frame.title,
        summary=frame.summary,
        svg=charts.columns(frame, names, values, words),
        table=Table(head=(_(HEADS[series.step]), unit), rows=rows),
    )


def short_names(starts: Sequence[dt.date], step: str) -> tuple[str, ...]:
    """Return what the points of an axis are called: as short as tells them apart."""
    one_year = not starts or starts[0].year == starts[-1].year
    days = "%m-%d" if one_year else "%Y-%m"
    forms = {"day": "%m-%d", "week": days, "month": "%Y-%m", "quarter": "%Y-%m", "year": "%Y"}
    return tuple(f"{start:{forms[step]}}" for start in starts)


def long_names(series: Series) -> tuple[str, ...]:
    """Return the points of a series in full, as a table lists them."""
    form = {"month": "%Y-%m", "year": "%Y"}.get(series.step, "%Y-%m-%d")
    return tuple(f"{start:{form}}" for start in series.starts)


def _when(series: Series, place: int) -> str:
    name = long_names(series)[place]
    return _("in the week from {day}").format(day=name) if series.step == "week" else _("on {day}").format(day=name)


def busiest(series: Series) -> str:
    """Return in one sentence when the group talks."""
    counts = [(count, day, hour) for day, hours in enumerate(series.hours) for hour, count in enumerate(hours)]
    count, day, hour = max(counts, key=lambda one: one[0])
    held = sum(sorted((one[0] for one in counts), reverse=True)[:HOURS]) / max(sum(one[0] for one in counts), 1)
    text = _(
        "Busiest on {day} from {hour}:00 ({count} messages); the 24 busiest hours of the week hold {share} of it all."
    )
    return text.format(day=_(DAYS[day]), hour=hour, count=number(count), share=percent(held))


def _hours(series: Series) -> Chart:
    hours = [f"{hour:02}" for hour in range(HOURS)]
    rows = [(_(name), counts) for name, counts in zip(DAYS, series.hours, strict=True)]
    frame = Frame(key="hours", title=_("When the group talks"), summary=busiest(series))
    return Chart(
        title=frame.title,
        summary=frame.summary,
        svg=strips.heat(frame, rows, hours, _("{row} {column}:00: {count}")),
        table=Table(
            head=("", *hours), rows=tuple((name, *(number(count) for count in counts)) for name, counts in rows)
        ),
        scale=tuple(f"h{shade}" for shade in range(strips.SHADES + 1)),
    )


def _answers(series: Series) -> Chart:
    pairs = list(zip(series.answered, series.unanswered, strict=True))
    answered, asked = sum(series.answered), sum(series.answered) + sum(series.unanswered)
    frame = Frame(
        key="answers",
        title=_("Questions, answered or not"),
        summary=_("{answered} of {asked} questions were answered ({share}).").format(
            answered=number(answered), asked=number(asked), share=percent(answered / asked)
        ),
    )
    long = long_names(series)
    words = [
        _("{when}: {yes} answered, {no} not").format(when=name, yes=yes, no=no)
        for name, (yes, no) in zip(long, pairs, strict=True)
    ]
    return Chart(
        title=frame.title,
        summary=frame.summary,
        svg=charts.stacks(frame, short_names(series.starts, series.step), pairs, words, ("data", "open")),
        table=Table(
            head=(_(HEADS[series.step]), _("got an answer"), _("got none")),
            rows=tuple((name, number(yes), number(no)) for name, (yes, no) in zip(long, pairs, strict=True)),
        ),
        key=(("data", _("got an answer")), ("open", _("got none"))),
    )


def _operators(series: Series, norm: float | None) -> Chart:
    written = series.by_operators or ()
    shares = [part / whole if whole else None for part, whole in zip(written, series.messages, strict=True)]
    total = sum(written) / max(sum(series.messages), 1)
    frame = Frame(
        key="operators",
        title=_("Share of the operators' messages"),
        summary=_("The operators wrote {share} of it all.").format(share=percent(total)),
    )
    long = long_names(series)
    told = ["–" if share is None else percent(share) for share in shares]
    words = [f"{name}: {share}" for name, share in zip(long, told, strict=True)]
    key = () if norm is None else (("norm", _("norm ≤ {share}").format(share=percent(norm))),)
    return Chart(
        title=frame.title,
        summary=frame.summary,
        svg=charts.line(frame, short_names(series.starts, series.step), shares, words, norm),
        table=Table(head=(_(HEADS[series.step]), _("share")), rows=tuple(zip(long, told, strict=True))),
        key=key,
    )


def _layers(layers: "Sequence[Layer]") -> Chart:
    total = sum(layer.count for layer in layers)
    rows = [
        (_(LAYERS[layer.name]), layer.count, f"{number(layer.count)} · {percent(layer.count / total)}")
        for layer in layers
    ]
    talking = sum(layer.count for layer in layers if layer.name in ("core", "active"))
    frame = Frame(
        key="layers",
        title=_("Who takes part"),
        summary=_("{active} of {total} in the group spoke in the last 30 days.").format(
            active=number(talking), total=number(total)
        ),
    )
    return Chart(
        title=frame.title,
        summary=frame.summary,
        svg=strips.pyramid(frame, rows),
        table=Table(head=("", _("people")), rows=tuple((name, words) for name, _value, words in rows)),
    )


def _topics(series: Series, topics: "Sequence[TopicLine]") -> Chart:
    """Return how much of the talk each topic takes; strangers' words among the terms are escaped like all text."""
    declared = any(topic.declared for topic in topics)
    first, *_others = sorted(topics, key=lambda topic: -topic.messages)
    text = (
        _("Of the topics that the project names, {topic} is talked about most: {count} messages.")
        if declared
        else _("No topics are declared; these are the words by which this group is told from others.")
    )
    frame = Frame(
        key="topics",
        title=_("Topics, {per_step}").format(per_step=_(STEPS[series.step])),
        summary=text.format(topic=one_line(first.name, MOST_LETTERS), count=number(first.messages)),
    )
    long = long_names(series)
    lines = [(one_line(topic.name, MOST_LETTERS), topic.shares, number(topic.messages)) for topic in topics]
    words = [[f"{when}: {percent(share)}" for when, share in zip(long, topic.shares, strict=True)] for topic in topics]
    shares = [[percent(topic.shares[place]) for topic in topics] for place in range(len(long))]
    return Chart(
        title=frame.title,
        summary=frame.summary,
        svg=strips.rows(frame, short_names(series.starts, series.step), lines, words),
        table=Table(
            head=(_(HEADS[series.step]), *(name for name, _shares, _count in lines)),
            rows=tuple((when, *row) for when, row in zip(long, shares, strict=True)),
        ),
    )


def _slots(slots: "Sequence[SlotLine]") -> Chart:
    rows = [(one_line(slot.name, MOST_LETTERS), slot.speakers, _slot_words(slot)) for slot in slots if slot.held]
    drawing = sum(slot.draws is True for slot in slots)
    frame = Frame(
        key="slots",
        title=_("Who speaks up after each slot"),
        summary=_("{count} of {all} slots draw more members than come without them.").format(
            count=number(drawing), all=number(len(slots))
        ),
    )
    return Chart(
        title=frame.title,
        summary=frame.summary,
        svg=strips.bars(frame, rows, [slot.usual for slot in slots if slot.held]),
        table=Table(
            head=(_("slot"), _("planned"), _("took place"), _("members after it"), _("members without it")),
            rows=tuple(
                (
                    one_line(slot.name, MOST_LETTERS),
                    number(slot.planned),
                    number(slot.held),
                    number(slot.speakers),
                    number(slot.usual),
                )
                for slot in slots
            ),
        ),
        key=(("data", _("members after it")), ("mark", _("members without it"))),
    )


def _slot_words(slot: "SlotLine") -> str:
    return _("{speakers}, else {usual} · {held} of {planned} times").format(
        speakers=number(slot.speakers), usual=number(slot.usual), held=number(slot.held), planned=number(slot.planned)
    )
